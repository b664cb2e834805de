#!/usr/bin/env python3
"""Reads the JSON API of a built site as a client of Hugging Face's `daily_papers` does.

    check_api.py DAYS SITE [--sample N [--seed S]]

DAYS holds the API's answers from which the site was built, one `YYYY-MM-DD.json` a day. For each day,
/api/daily_papers/DAY.json must hold the same papers by votes, with the same value in every field that a record keeps;
a paper of several days has its newest day's counts. /api/papers/ID.json must say the same as the day's item, and the
files of JSON Lines must hold each paper of the site once, those of other sources too.
Exit code 0: all values are the same; 1: some differ, or there was nothing to compare.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from checking import Report, add_sampling, files_named, sampled

HOST = "https://huggingface.co"


def spaced(text: str | None) -> str:
    """A text with its white space made equal."""
    return " ".join((text or "").split())


def absolute(url: str | None) -> str | None:
    """An address of the API with scheme and host; None where it is none."""
    if not url or any(character.isspace() for character in url):
        return None
    return HOST + url if url.startswith("/") else url if "://" in url else "https://" + url


def party(value: dict | None, picture: str) -> dict | None:
    """What a record keeps of an organization or a reader."""
    if not value or not value.get("name"):
        return None
    kept = {"name": spaced(value["name"]), "fullname": spaced(value.get("fullname") or value["name"])}
    return kept | ({picture: absolute(value[picture])} if value.get(picture) else {})


def kept_of_paper(paper: dict) -> dict:
    """The fields of a paper that a record keeps."""
    return {
        "id": paper["id"], "title": spaced(paper["title"]), "summary": spaced(paper["summary"]),
        "publishedAt": paper["publishedAt"], "upvotes": paper.get("upvotes"),
        "authors": [spaced(author["name"]) for author in paper["authors"]],
        "projectPage": absolute(paper.get("projectPage")), "githubStars": paper.get("githubStars"),
        "ai_summary": spaced(paper.get("ai_summary")) or None,
        "ai_keywords": [spaced(word) for word in paper.get("ai_keywords", []) if spaced(word)] or None,
        "organization": party(paper.get("organization"), "avatar"),
        "githubRepo": absolute(paper.get("githubRepo")),
    }


def kept_of_item(item: dict) -> dict:
    """The fields of a day's item that a record keeps."""
    media = item.get("mediaUrls") or item["paper"].get("mediaUrls") or []
    return kept_of_paper(item["paper"]) | {
        "numComments": item.get("numComments"), "thumbnail": absolute(item.get("thumbnail") or item.get("mediaUrl")),
        "mediaUrls": [absolute(url) for url in media] or None,
        "submittedBy": party(item.get("submittedBy"), "avatarUrl"),
    }


def differences(found: dict, wanted: dict) -> list[str]:
    """The fields whose values are not the same; what was unknown may have become known."""
    return [f"{wanted['id']}: {field}: {found.get(field)!r}, not {value!r}"[:300] for field, value in wanted.items()
            if value is not None and found.get(field) != value]


def day_problems(site: Path, day: str, wanted: list[dict], newest: dict[str, str]) -> list[str]:
    """What a client would get wrong about a day."""
    path = site / "api/daily_papers" / f"{day}.json"
    if not path.is_file():
        return ["no such day"]
    items = json.loads(path.read_text())
    found = {item["paper"]["id"]: item for item in items}
    problems = []
    votes = [item["paper"].get("upvotes", 0) for item in items]
    if votes != sorted(votes, reverse=True):
        problems.append("not by votes")
    if set(found) != {item["paper"]["id"] for item in wanted}:
        problems.append("not the same papers")
    for item in wanted:
        id = item["paper"]["id"]
        if newest[id] == day and id in found:
            problems += differences(kept_of_item(found[id]), kept_of_item(item))
            record = json.loads((site / "api/papers" / f"{id}.json").read_text())
            problems += differences(kept_of_paper(record), kept_of_paper(found[id]["paper"]))
            if found[id]["paper"]["submittedOnDailyAt"][:10] != day:
                problems.append(f"{id}: submittedOnDailyAt is of another day")
    return problems


def dump_problems(site: Path, ids: set[str]) -> list[str]:
    """What is wrong with the files of JSON Lines."""
    months = [json.loads(line)["id"] for path in sorted((site / "api/papers").glob("*.jsonl"))
              for line in path.read_text().splitlines()]
    problems = [] if sorted(months) == sorted(ids) else [f"the months hold {len(months)} papers of {len(ids)}"]
    whole = site / "api/papers.jsonl"
    if whole.is_file() and sorted(json.loads(line)["id"] for line in whole.read_text().splitlines()) != sorted(ids):
        problems.append("papers.jsonl does not hold every paper once")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("days", type=Path, help="the folder of the API's answers")
    parser.add_argument("site", type=Path, help="the folder of the built site")
    add_sampling(parser)
    options = parser.parse_args()
    days = {path.stem: json.loads(path.read_text()) for path in sorted(options.days.glob("*.json"))}
    newest = {item["paper"]["id"]: day for day, items in sorted(days.items()) for item in items}
    report = Report()
    for day in sampled(sorted(days), options, kind=lambda day: day[:4]):
        report.add(day, day_problems(options.site, day, days[day], newest))
    records = options.site / "api/papers"
    ids = {str(path.with_suffix("")) for path in files_named(records, "**/*.json")}
    missing = sorted(set(newest) - ids)
    if ids:
        report.add("papers.jsonl", dump_problems(options.site, ids) + [f"{id} has no record" for id in missing[:5]])
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
