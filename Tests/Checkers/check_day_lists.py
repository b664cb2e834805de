#!/usr/bin/env python3
"""Compares a built site with the daily_papers files it was built from.

    check_day_lists.py DAYS SITE [--sample N [--seed S]]

DAYS holds the API's answers, one `YYYY-MM-DD.json` a day. For each day, /date/DAY/ must list exactly that day's
papers, by upvotes and then by id (a paper of several days has its newest day's votes). Each paper must have a page
whose visible text holds the title and the abstract: every letter and digit, in their order.

Texts are compared by their letters and digits alone: compatibility forms are unfolded (² is 2, 𝐗 is X), accents and
case are dropped, and everything else is ignored: spaces, punctuation, quotes, dashes, braces, `$`, `^`, `_`. TeX is
allowed for thus:

- `\\%` and its like stand for the character; an accent belongs to the letter that follows (`na\\"{i}ve` is naive);
- the name of any other command may be shown or not, its argument must be there (`\\textit{word}`: word);
- the arguments of `\\cite…`, `\\ref`, `\\label`, the address in `\\href{address}{text}`, the name in
  `\\color{name}`, and the names of environments may be missing;
- at such a place the page may have up to 120 letters of its own (a symbol, a command's name, an address).

Exit code 0: all is there; 1: something is missing, or there was nothing to compare.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from pathlib import Path

import lxml.html

from checking import Report, add_sampling, sampled

PAPER_LINK = re.compile(r"(?!https?:)(?:|.*/)papers/(.+?)/(?:index\.html)?(?:[#?].*)?$")
GAP = 120
BREAK = "\0"
INVISIBLE = ("head", "script", "style", "template", "annotation", "annotation-xml")
TEX = [
    (re.compile(r"\\(?:[cC]ite[a-zA-Z]*\*?|ref|eqref|label)(?:\[[^\]]*\])*\{[^}]*\}"), BREAK),
    (re.compile(r"\\(?:begin|end)\{[^}]*\}"), BREAK),
    (re.compile(r"\\href\{[^}]*\}"), BREAK),
    (re.compile(r"\\color\{[a-z]*"), BREAK),
    (re.compile(r"\\[`'^\"~=.]\s*\{?\\?([a-zA-Z])\}?"), r"\1"),
    (re.compile(r"\\[uvHtcdbkr](?:\s+|\{\\?)([a-zA-Z])\}?"), r"\1"),
    (re.compile(r"\\[a-zA-Z]+\*?"), BREAK),
]


def letters(text: str) -> str:
    """The letters and digits of a text, without accents and case; BREAK stays."""
    unfolded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in unfolded if character.isalnum() or character == BREAK)


def chunks(source: str) -> list[str]:
    """The runs of letters that a page must show for a source text, cut where TeX makes the rest uncertain."""
    for pattern, replacement in TEX:
        source = pattern.sub(replacement, source)
    return [chunk for chunk in letters(source).split(BREAK) if chunk]


def first_missing(source: str, page: str) -> str | None:
    """None if the page's letters hold the source's, otherwise what is missing."""
    runs = chunks(source)
    if not runs:
        return None
    start = page.find(runs[0])
    missing = runs[0]
    while start >= 0:
        end, missing = start + len(runs[0]), None
        for run in runs[1:]:
            at = page.find(run, end, end + GAP + len(run))
            if at < 0:
                missing = run
                break
            end = at + len(run)
        if missing is None:
            return None
        start = page.find(runs[0], start + 1)
    return around_the_loss(missing, page)


def around_the_loss(run: str, page: str) -> str:
    """The letters around the place where the page stops to hold the run."""
    held = 0
    while held < len(run) and run[: held + 1] in page:
        held += 1
    return f"{'…' if held > 20 else ''}{run[max(0, held - 20):held + 20]}{'…' if held + 20 < len(run) else ''}"


def read_page(path: Path):
    """The tree of a page, without what a reader never sees."""
    tree = lxml.html.document_fromstring(path.read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in list(tree.iter(*INVISIBLE)):
        element.drop_tree()
    return tree


def listed(tree) -> list[str]:
    """The ids of the papers that a page lists: one for each article, or where there is none, each linked paper once."""
    articles = tree.xpath("//main//article") or tree.xpath("//article")
    found = []
    for part in articles or tree.xpath("//main") or [tree]:
        ids = [match.group(1) for link in part.xpath(".//a/@href") if (match := PAPER_LINK.match(link))]
        found += ids[:1] if articles else list(dict.fromkeys(ids))
    return found


def read_days(folder: Path) -> dict[str, list[dict]]:
    """The entries of each day, oldest day first."""
    return {path.stem: json.loads(path.read_bytes()) for path in sorted(folder.glob("????-??-??.json"))}


def check_day(site: Path, day: str, entries: list[dict], votes: dict[str, int]) -> list[str]:
    """Problems of a day's page."""
    path = site / "date" / day / "index.html"
    if not path.is_file():
        return ["there is no such page"]
    expected = sorted({entry["paper"]["id"] for entry in entries}, key=lambda id: (-votes[id], id))
    found = listed(read_page(path))
    problems = [f"{id} is not listed" for id in expected if id not in found]
    problems += [f"{id} is listed, but not of this day" for id in found if id not in expected]
    if not problems and found != expected:
        place = next(i for i, pair in enumerate(zip(found, expected)) if pair[0] != pair[1])
        problems.append(f"place {place + 1} is {found[place]}, not {expected[place]} ({votes[expected[place]]} votes)")
    return problems


def check_paper(site: Path, entry: dict) -> list[str]:
    """Problems of a paper's page."""
    path = site / "papers" / entry["paper"]["id"] / "index.html"
    if not path.is_file():
        return ["there is no such page"]
    page = letters("".join(read_page(path).itertext()))
    titles = {entry.get("title", ""), entry["paper"]["title"]}
    problems = []
    if all(first_missing(title, page) for title in titles):
        problems.append(f"not in the page: the title's {first_missing(entry['paper']['title'], page)!r}")
    if missing := first_missing(entry["paper"].get("summary", ""), page):
        problems.append(f"not in the page: the abstract's {missing!r}")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("days", type=Path, help="the folder of the daily_papers files")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    add_sampling(parser)
    options = parser.parse_args()
    days = read_days(options.days)
    papers = {entry["paper"]["id"]: entry for entries in days.values() for entry in entries}
    votes = {id: entry["paper"].get("upvotes", 0) for id, entry in papers.items()}
    report = Report()
    for day, entries in days.items():
        report.add(f"date/{day}/", check_day(options.site, day, entries, votes))
    for id in sampled(sorted(papers), options, kind=lambda id: id[:2]):
        report.add(f"papers/{id}/", check_paper(options.site, papers[id]))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
