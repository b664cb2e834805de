#!/usr/bin/env python3
"""Writes Tests/JinjaTests/Cases/*.jsonl: the cases of `cases/`, each with what Jinja2 itself makes of it.

A line has the name, the area, the templates (the one called main is rendered; names that end in .html and .xml are
escaped, others are not), the context, the options of the environment and either the output or the class of the error.
Running it again changes nothing unless cases changed.
"""

import importlib
import json
import pathlib
import sys

import oracle

AREAS = [
    "tags",
    "loops",
    "expressions",
    "literals",
    "filters",
    "filters_text",
    "filters_lists",
    "filters_numbers",
    "filters_markup",
    "tests",
    "lexing",
    "whitespace",
    "inheritance",
    "includes",
    "imports",
    "macros",
    "scoping",
    "autoescape",
    "undefined",
    "python",
    "methods",
    "objects",
    "regressions",
    "errors",
    "debug",
]
FOLDER = pathlib.Path(__file__).resolve().parents[2] / "JinjaTests" / "Cases"


def judged(case):
    wants_line = "line" in case
    case = {key: value for key, value in case.items() if key != "line"}
    result, error = oracle.judge(case)
    assert " object at 0x" not in result.get("output", ""), case["name"]
    if error is not None and wants_line:
        result["line"] = oracle.place(error, case["templates"])[1]
    return result


def areas():
    return [importlib.import_module(f"cases.{name}").area for name in AREAS]


def main():
    oracle.check_versions()
    total = 0
    for area in areas():
        name = area.name
        names = [case["name"] for case in area.cases]
        doubles = {n for n in names if names.count(n) > 1}
        assert not doubles, f"{name}: {sorted(doubles)}"
        lines = [json.dumps(judged(case), ensure_ascii=False) for case in area.cases]
        (FOLDER / f"{name}.jsonl").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        total += len(lines)
        errors = sum('"error": "' in line for line in lines)
        print(f"{name:16}{len(lines):5} cases{errors:5} errors", file=sys.stderr)
    print(f"{'total':16}{total:5} cases", file=sys.stderr)


if __name__ == "__main__":
    main()
