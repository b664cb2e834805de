#!/usr/bin/env python3
"""Writes random cases, judged by Jinja2, as JSON Lines in the format of `make_cases.py`.

    fuzz.py --seed S --count N [--first I] > cases.jsonl

Equal seeds give equal cases on every machine. Several contexts follow each other for each set of templates. What is
left out because only Python can do it is listed in `guarded.py`.
"""

import argparse
import json
import random
import sys
import warnings

import oracle
from guarded import GuardedEnvironment
from templates import Templates

CONTEXTS, LARGEST = 8, 20_000


def cases(seed, number):
    """The cases of one set of templates: it depends on the seed and its number alone."""
    source = random.Random(f"{seed}/{number}")
    templates = Templates(source)
    texts, options = templates.set(), templates.options()
    for context in range(CONTEXTS):
        case = {
            "name": f"{seed}-{number}-{context}",
            "area": "fuzz",
            "templates": texts,
            "context": templates.context(),
        }
        yield {**case, "options": options} if options else case


def outcome(template, case):
    if isinstance(template, Exception):
        return {**case, "error": type(template).__name__}
    try:
        return {**case, "output": template.render(case["context"])}
    except Exception as error:
        return {**case, "error": type(error).__name__}


def compiled(case):
    """The main template, compiled once for all contexts, or why it can't be."""
    try:
        env = oracle.environment(case["templates"], case.get("options", {}), GuardedEnvironment)
        for name in case["templates"]:
            env.get_template(name)
        return env.get_template(oracle.main_template(case["templates"]))
    except Exception as error:
        return error


def judged(seed, number):
    template = None
    for case in cases(seed, number):
        template = template or compiled(case)
        result = outcome(template, case)
        if len(result.get("output", "")) <= LARGEST:
            yield result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100, help="how many cases")
    parser.add_argument("--first", type=int, default=0, help="the number of the first set of templates")
    parser.add_argument("--step", type=int, default=1, help="take every so manieth set of templates")
    arguments = parser.parse_args()
    oracle.check_versions()
    written, number = 0, arguments.first
    while written < arguments.count:
        for case in judged(arguments.seed, number):
            written += 1
            if written > arguments.count:
                return
            print(json.dumps(case, ensure_ascii=False))
        number += arguments.step


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    warnings.simplefilter("ignore", SyntaxWarning)  # Python has opinions on the code that Jinja2 makes.
    main()
