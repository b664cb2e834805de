#!/usr/bin/env python3
"""Reads the whole history of every feed of a built site, as RFC 5005 describes it, and judges each document.

    check_feed_history.py SITE [--base-url URL] [--sample N [--seed S]]

Every atom.xml and its archives are valid after schemas/atom.rng, every feed.json after schemas/json-feed.json.
From the feed that readers subscribe to, `prev-archive` (RSS and Atom) or `next_url` (JSON Feed) leads through all
archives; all of them together name each paper exactly once, and the home feed names every paper of the site. Each
entry has the address, the days and every author of api/papers/ID.json (in an author's own feeds the first thousand).
Exit code 0: all histories are whole; 1: some are not, or there is none.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote

import jsonschema
from lxml import etree

from checking import Report, add_sampling, files_named, sampled

SCHEMAS = Path(__file__).parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
PAPER = "urn:sitegen:paper:"
LIMIT = 1000


class Records:
    """The records of the site's papers."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.known: dict[str, dict] = {}

    def entry(self, id: str) -> dict | None:
        """What a feed has to say of a paper; None where the site has no records or the entry is no paper."""
        if not id.startswith(PAPER):
            return None
        if id not in self.known:
            path = self.site / "api/papers" / f"{id.removeprefix(PAPER)}.json"
            self.known[id] = wanted_entry(json.loads(path.read_text())) if path.is_file() else None
        return self.known[id]


def wanted_entry(record: dict) -> dict:
    """The entry of a paper in a feed."""
    return {"link": record["url"], "authors": [author["name"] for author in record["authors"]],
            "published": min(record["featured"]), "updated": max(record["featured"])}


class Document:
    """One document of a feed: the ids of its entries and where it points."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[str] = []
        self.entries: list[dict] = []
        self.links: dict[str, str] = {}
        self.is_archive = False
        if path.suffix == ".json":
            self.read_json()
        else:
            self.read_xml()

    def read_json(self) -> None:
        feed = json.loads(self.path.read_text())
        self.ids = [item["id"] for item in feed["items"]]
        self.links = {"self": feed["feed_url"], "prev-archive": feed.get("next_url", "")}
        self.problems = [f"{self.path}: {error.message}"[:300] for error in JSON_FEED.iter_errors(feed)]
        self.is_archive = self.path.name != "feed.json"
        self.entries = [{"id": item["id"], "link": item["url"], "published": item["date_published"][:10],
                         "updated": item["date_modified"][:10],
                         "authors": [author["name"] for author in item.get("authors", [])]} for item in feed["items"]]

    def read_xml(self) -> None:
        root = etree.parse(self.path).getroot()
        is_atom = root.tag == f"{ATOM}feed"
        if is_atom and not RELAX.validate(root):
            self.problems = [f"{self.path}:{error.line}: {error.message}" for error in RELAX.error_log][:5]
        self.ids = [element.text for element in root.iter(f"{ATOM}id" if is_atom else "guid")][1 if is_atom else 0:]
        channel = root if is_atom else root.find("channel")
        self.links = {link.get("rel"): link.get("href") for link in channel.findall(f"{ATOM}link")}
        self.is_archive = channel.find(f"{HISTORY}archive") is not None
        self.entries = [atom_entry(entry) for entry in root.iter(f"{ATOM}entry")] if is_atom else [
            rss_entry(item) for item in root.iter("item")]

    def entry_problems(self, records: Records, is_author: bool) -> list[str]:
        """Where entries don't say what the records say."""
        problems = []
        for entry in self.entries:
            wanted = records.entry(entry["id"])
            if wanted and is_author and len(wanted["authors"]) > LIMIT:
                wanted = wanted | {"authors": wanted["authors"][:LIMIT]}
            for field in entry.keys() - {"id"} if wanted else ():
                value = ", ".join(wanted["authors"]) if field == "names" else wanted[field]
                if entry[field] != value:
                    problems.append(f"{self.path}: {entry['id']}: {field} {entry[field]!r}, not {value!r}"[:300])
        return problems


def atom_entry(entry) -> dict:
    """What an entry of Atom says of its paper."""
    return {"id": entry.findtext(f"{ATOM}id"), "link": entry.find(f"{ATOM}link").get("href"),
            "published": entry.findtext(f"{ATOM}published")[:10], "updated": entry.findtext(f"{ATOM}updated")[:10],
            "authors": [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")]}


def rss_entry(item) -> dict:
    """What an item of RSS says of its paper: all names stand in one element."""
    return {"id": item.findtext("guid"), "link": item.findtext("link"), "names": item.findtext(CREATOR) or "",
            "updated": parsedate_to_datetime(item.findtext("pubDate")).date().isoformat()}


def history_problems(site: Path, file: Path, base: str, records: Records) -> tuple[list[str], Counter]:
    """What is wrong with a feed and its archives, and how often they name each id."""
    document = Document(site / file)
    is_author = file.parts[0] == "authors"
    problems, counts, sizes, seen = document.problems, Counter(document.ids), [], {file}
    problems += document.entry_problems(records, is_author)
    if document.is_archive:
        problems.append("the feed that readers subscribe to is marked as an archive")
    own = document.links.get("self")
    while previous := document.links.get("prev-archive"):
        path = Path(unquote(previous.removeprefix(base)))
        if path in seen or not (site / path).is_file():
            return problems + [f"{document.path}: the archive {previous} is missing or leads in a circle"], counts
        seen.add(path)
        document = Document(site / path)
        problems += document.problems + document.entry_problems(records, is_author)
        counts.update(document.ids)
        sizes.append(len(document.ids))
        if not document.is_archive or document.links.get("current", own) != own:
            problems.append(f"{path}: no archive of {own}")
    if len(set(sizes)) > 1:
        problems.append(f"archives that are not full: {sizes}")
    problems += [f"{id} stands {count} times" for id, count in counts.items() if count > 1][:5]
    return problems, counts


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--base-url", default="https://papers.example/", help="the address of the site")
    add_sampling(parser)
    options = parser.parse_args()
    report = Report()
    records = Records(options.site)
    papers = {str(path.parent) for path in files_named(options.site / "papers", "**/linkset.json")}
    for file in sampled(files_named(options.site, "rss.xml", "atom.xml", "feed.json"), options):
        problems, counts = history_problems(options.site, file, options.base_url, records)
        if len(file.parts) == 1 and papers:
            missing = papers - {id.removeprefix(PAPER) for id in counts}
            problems += [f"{len(missing)} papers are in no document, as {sorted(missing)[0]}"] if missing else []
        report.add(str(file), problems)
    return report.end()


RELAX = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
JSON_FEED = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "json-feed.json").read_text()))

if __name__ == "__main__":
    sys.exit(main())
