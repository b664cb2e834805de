"""What the checkers share: finding files, drawing a sample of them, and counting what passed and failed."""

from __future__ import annotations

import argparse
import fnmatch
import os
import random
import sys
from collections import defaultdict
from pathlib import Path


class Report:
    """Counts the checked things, prints each failure at once, and ends with one line and an exit code."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def add(self, place: str, problems: list[str]) -> None:
        """Counts one thing: passed without problems, otherwise failed, with a line for each problem."""
        if problems:
            self.failed += 1
        else:
            self.passed += 1
        for problem in problems:
            print(f"{place}:{problem}" if problem[:1].isdigit() else f"{place}: {problem}")

    def end(self) -> int:
        """Prints the last line. The exit code is 1 if something failed, or if there was nothing to check."""
        if self.passed + self.failed == 0:
            print("nothing to check")
        print(f"{self.passed} passed, {self.failed} failed")
        return 0 if self.passed and not self.failed else 1


def add_sampling(parser: argparse.ArgumentParser) -> None:
    """Adds the options that keep a check of a big site short."""
    parser.add_argument("--sample", type=int, metavar="N", help="check about N files, some of every folder")
    parser.add_argument("--seed", type=int, help="draw the same sample again")


def files_named(site: Path, *patterns: str) -> list[Path]:
    """The files of the site that match one of the patterns, relative to it, in a fixed order.

    A pattern of a name alone matches in every folder: one walk finds all of those, as sites have many files.
    """
    names = [pattern.removeprefix("**/") for pattern in patterns]
    found = {path.relative_to(site) for pattern in names if "/" in pattern for path in site.glob(pattern)
             if path.is_file()}
    everywhere = [pattern for pattern in names if "/" not in pattern]
    for folder, _, files in os.walk(site) if everywhere else ():
        matching = {name for pattern in everywhere for name in fnmatch.filter(files, pattern)}
        found.update(Path(folder, name).relative_to(site) for name in matching)
    return sorted(found)


def sampled(files: list, options: argparse.Namespace, kind=lambda file: file.parts[0]) -> list:
    """All files, or a random sample with some of every kind; prints the seed of the sample."""
    if not options.sample or len(files) <= options.sample:
        return files
    seed = options.seed if options.seed is not None else random.randrange(1 << 32)
    print(f"sample of {options.sample} of {len(files)}, --seed {seed}", file=sys.stderr)
    generator = random.Random(seed)
    groups = defaultdict(list)
    for file in files:
        groups[kind(file)].append(file)
    chosen = set()
    for group in groups.values():
        chosen.update(generator.sample(group, min(len(group), 5)))
    rest = [file for file in files if file not in chosen]
    chosen.update(generator.sample(rest, min(len(rest), max(0, options.sample - len(chosen)))))
    return sorted(chosen)
