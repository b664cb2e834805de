#!/usr/bin/env python3
"""Reads every rss.xml and atom.xml of a built site as a feed reader does, and checks what readers rely on.

    check_feeds.py SITE [--base-url URL] [--sample N [--seed S]]

Without --base-url, the address of the site is taken from the home feed's link to itself.
Exit code 0: all feeds are good; 1: some are not, or there is none.
"""

from __future__ import annotations

import argparse
import calendar
import re
import sys
from pathlib import Path
from urllib.parse import quote, urlparse
from xml.etree import ElementTree

import feedparser
import lxml.html

from checking import Report, add_sampling, files_named, sampled

VERSIONS = {"rss.xml": "rss20", "atom.xml": "atom10"}
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);")
EARLIEST, LATEST = calendar.timegm((1900, 1, 1, 0, 0, 0)), calendar.timegm((2100, 1, 1, 0, 0, 0))


def is_absolute(url: str | None) -> bool:
    """Whether a reader can open the address without knowing the feed's."""
    parts = urlparse(url or "")
    return (parts.scheme in ("http", "https") and bool(parts.netloc)) or parts.scheme == "mailto"


def relative_links(markup: str) -> list[str]:
    """The addresses in an entry's content that are not absolute."""
    if not markup.strip():
        return []
    tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    links = [link for element, _, link, _ in tree.iterlinks()]
    return [link for link in links if not is_absolute(link) and not link.startswith(("#", "data:"))]


def seconds(parsed) -> int | None:
    """A date as feedparser gives it, in seconds; None where there is none."""
    return calendar.timegm(parsed) if parsed else None


def self_link(feed) -> str | None:
    """The address that the feed gives as its own."""
    return next((link.get("href") for link in feed.get("links", []) if link.get("rel") == "self"), None)


def check_feed(feed, name: str, own_address: str | None) -> list[str]:
    """Problems of what stands before the entries."""
    problems = []
    if not feed.get("title", "").strip():
        problems.append("the feed has no title")
    if not is_absolute(feed.get("link")):
        problems.append(f"the feed's link is not absolute: {feed.get('link')!r}")
    if own_address and self_link(feed) != own_address:
        problems.append(f"the link to itself is {self_link(feed)!r}, not {own_address!r}")
    if name == "atom.xml":
        problems += [f"the feed has no {field}" for field in ("id", "updated_parsed") if not feed.get(field)]
    elif not feed.get("subtitle", "").strip():
        problems.append("the channel has no description")
    return problems


def check_entry(entry, feed, name: str) -> list[str]:
    """Problems of one entry."""
    problems = []
    if not entry.get("title", "").strip():
        problems.append("no title")
    if not is_absolute(entry.get("link")):
        problems.append(f"the link is not absolute: {entry.get('link')!r}")
    if not entry.get("id"):
        problems.append("no id")
    dates = [seconds(entry.get(field)) for field in ("published_parsed", "updated_parsed")]
    dates = [date for date in dates if date is not None]
    if not dates:
        problems.append("no date")
    if any(not EARLIEST < date < LATEST for date in dates):
        problems.append(f"a date out of range: {entry.get('published') or entry.get('updated')}")
    if name == "atom.xml" and not (entry.get("authors") or feed.get("authors")):
        problems.append("neither the entry nor the feed has an author")
    if any(not author.get("name", "").strip() for author in entry.get("authors", [])):
        problems.append("an author without a name")
    parts = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    problems += [f"a relative link in the content: {link!r}" for part in parts for link in relative_links(part)]
    return problems


def check_entries(parsed, name: str) -> list[str]:
    """Problems of all entries, and of what they are to each other."""
    problems = []
    for number, entry in enumerate(parsed.entries, 1):
        label = f"entry {number} ({entry.get('id', 'no id')})"
        problems += [f"{label}: {problem}" for problem in check_entry(entry, parsed.feed, name)]
    ids = [entry.get("id") for entry in parsed.entries]
    repeated = sorted(id for id in set(filter(None, ids)) if ids.count(id) > 1)
    problems += [f"the id {id!r} stands {ids.count(id)} times" for id in repeated]
    updates = [seconds(entry.get("updated_parsed")) for entry in parsed.entries if entry.get("updated_parsed")]
    if name == "atom.xml" and updates and seconds(parsed.feed.get("updated_parsed")) != max(updates):
        problems.append("the feed was not updated when its newest entry was")
    return problems


def check_source(data: bytes) -> list[str]:
    """Problems that feedparser hides: broken XML, guids that are no links, several creators, text escaped twice."""
    try:
        root = ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        return [f"not well-formed XML: {error}"]
    problems = []
    if any(len(item.findall(CREATOR)) > 1 for item in root.iter("item")):
        problems.append("an item has several dc:creator elements; readers show only the first")
    guids = [guid.text or "" for guid in root.iter("guid") if guid.get("isPermaLink", "true") == "true"]
    problems += [f"the guid is a link, but not an absolute one: {guid!r}" for guid in guids if not is_absolute(guid)]
    titles = [element.text or "" for element in root.iter() if element.tag.endswith("title")
              and element.get("type", "text") == "text"]
    problems += [f"the title was escaped twice: {title!r}" for title in titles if ENTITY.search(title)]
    return problems


def problems_of(path: Path, own_address: str | None) -> list[str]:
    """Everything that is wrong with one feed."""
    data = path.read_bytes()
    parsed = feedparser.parse(data, sanitize_html=False, resolve_relative_uris=False)
    problems = check_source(data)
    if parsed.bozo:
        problems.append(f"bozo: {parsed.get('bozo_exception')}")
    if parsed.version != VERSIONS[path.name]:
        problems.append(f"read as {parsed.version!r}, not as {VERSIONS[path.name]!r}")
    problems += check_feed(parsed.feed, path.name, own_address)
    return problems + check_entries(parsed, path.name)


def base_of(site: Path) -> str | None:
    """The site's address, as the home feed gives it."""
    for name in VERSIONS:
        if (site / name).is_file():
            own = self_link(feedparser.parse((site / name).read_bytes()).feed) or ""
            return own.removesuffix(name) or None
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--base-url", help="the address under which the site will be published")
    add_sampling(parser)
    options = parser.parse_args()
    base = options.base_url or base_of(options.site)
    base = base.rstrip("/") + "/" if base else None
    report = Report()
    for file in sampled(files_named(options.site, *VERSIONS), options):
        own_address = base + quote(file.as_posix(), safe="/:@!$&'()*+,;=~-._") if base else None
        report.add(str(file), problems_of(options.site / file, own_address))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
