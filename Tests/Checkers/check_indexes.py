#!/usr/bin/env python3
"""Reads what crawlers, readers and hosts look for at the root of a built site.

    check_indexes.py SITE [--base-url URL] [--sample N [--seed S]]

The parts of the sitemap are listed by their index, hold at most 50,000 addresses and 50 MB, each of a page that
exists, none twice, and together every paper. robots.txt lets crawlers in and names the sitemap. feeds.opml (listparser)
names feeds that exist. `_redirects` has two addresses and a status a line; its targets exist and its sources don't.
Each page that redirects (below /abs/, and aliases) leads to a paper that exists.
Exit code 0: all is well; 1: something isn't, or there is nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
from datetime import date
from pathlib import Path
from urllib.parse import unquote
from urllib.robotparser import RobotFileParser

import listparser
import lxml.html
from lxml import etree

from checking import Report, add_sampling, files_named, sampled

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def file_of(site: Path, address: str, base: str) -> Path | None:
    """The file that an absolute address or a path of the site leads to; None where there is none."""
    if not address.startswith(base) and not address.startswith("/"):
        return None
    path = site / unquote(address.removeprefix(base).lstrip("/"))
    path = path / "index.html" if path.is_dir() else path
    return path if path.is_file() else None


def entries(path: Path, kind: str) -> list[tuple[str, str | None]]:
    """The addresses of a sitemap or its index, with their days."""
    root = etree.parse(path).getroot()
    found = [(entry.findtext(f"{SITEMAP}loc"), entry.findtext(f"{SITEMAP}lastmod")) for entry in root]
    assert all(entry.tag == f"{SITEMAP}{kind}" for entry in root), f"{path}: an element that is no {kind}"
    return found


def day_problems(path: str, day: str | None) -> list[str]:
    """What is wrong with a day of change."""
    try:
        return [] if day is None or date.fromisoformat(day) else []
    except ValueError:
        return [f"{path}: {day!r} is no day"]


def part_problems(site: Path, name: str, base: str, seen: set[str]) -> list[str]:
    """What is wrong with one part of the sitemap."""
    pages = entries(site / name, "url")
    problems = [f"{len(pages)} addresses"] if not 0 < len(pages) <= 50_000 else []
    if (site / name).stat().st_size > 50 << 20:
        problems.append("more than 50 MB")
    for address, day in pages:
        problems += day_problems(address, day)
        if address in seen:
            problems.append(f"{address} stands twice")
        if file_of(site, address, base) is None:
            problems.append(f"{address} does not exist")
        seen.add(address)
    return problems[:5]


def sitemap_problems(site: Path, base: str, report: Report) -> None:
    """Judges the sitemap's index and its parts."""
    seen: set[str] = set()
    parts = entries(site / "sitemap.xml", "sitemap")
    for address, day in parts:
        name = unquote(address.removeprefix(base))
        exists = file_of(site, address, base) is not None
        problems = part_problems(site, name, base, seen) if exists else [f"{address} does not exist"]
        report.add(name, day_problems(name, day) + problems)
    listed = {unquote(address.removeprefix(base)) for address, _ in parts}
    written = {str(path) for path in files_named(site, "sitemap/*.xml")}
    problems = [f"not listed: {name}" for name in written - listed]
    papers = {f"{base}papers/{path.parent}/" for path in files_named(site / "papers", "**/linkset.json")}
    missing = sorted(papers - {unquote(address) for address in seen})
    report.add("sitemap.xml", problems + [f"no paper {address}" for address in missing[:5]])


def robots_problems(site: Path, base: str) -> list[str]:
    """What is wrong with robots.txt."""
    robots = RobotFileParser()
    robots.parse((site / "robots.txt").read_text().splitlines())
    problems = [] if robots.can_fetch("*", base) else ["crawlers are kept out"]
    maps = robots.site_maps() or []
    return problems + ([] if maps and all(file_of(site, url, base) for url in maps) else [f"no sitemap: {maps}"])


def outline_problems(site: Path, name: str, base: str) -> list[str]:
    """What is wrong with a file of outlines."""
    outlines = listparser.parse((site / name).read_bytes())
    problems = [f"bozo: {outlines.get('bozo_exception')}"] if outlines.get("bozo") else []
    if not outlines.feeds and not outlines.lists:
        problems.append("no feeds")
    return problems + [f"{feed.url} does not exist" for feed in [*outlines.feeds, *outlines.lists]
                       if file_of(site, feed.url, base) is None][:5]


def rule_problems(site: Path, line: str, base: str) -> list[str]:
    """What is wrong with one line of `_redirects`."""
    rule = re.fullmatch(r"(/\S*) (/\S*) 30[1278]", line)
    if not rule:
        return [f"no rule: {line!r}"]
    if "*" in rule[1]:
        return [] if ":splat" in rule[2] else [f"nothing of the address is kept: {line!r}"]
    return [] if file_of(site, rule[2], base) else [f"{rule[2]} does not exist"]


def stub_problems(site: Path, name: Path, base: str) -> list[str]:
    """What is wrong with a page that leads elsewhere."""
    page = lxml.html.parse(site / name).getroot()
    target = page.xpath("string(//meta[@http-equiv='refresh']/@content)").partition("url=")[2]
    links = page.xpath("//link[@rel='canonical']/@href") + page.xpath("//a/@href")
    problems = [] if links == [target, target] else [f"leads to {target!r} and to {links}"]
    if not target.startswith(f"{base}papers/") or file_of(site, target, base) is None:
        problems.append(f"{target!r} is no paper")
    if name.parts[0] == "abs" and target != f"{base}papers/{name.parent.relative_to('abs')}/":
        problems.append(f"leads to {target}")
    return problems


def search_problems(path: Path, base: str) -> list[str]:
    """What is wrong with the description of the search."""
    root = etree.parse(path).getroot()
    problems = [f"no {name}" for name in ("ShortName", "Description", "Url") if root.find(f"{SEARCH}{name}") is None]
    problems += [f"a long ShortName: {name.text!r}" for name in root.findall(f"{SEARCH}ShortName") if len(name.text) > 16]
    urls = root.findall(f"{SEARCH}Url")
    itself = [url.get("template") for url in urls if url.get("rel") == "self"]
    if itself != [f"{base}opensearch.xml"]:
        problems.append(f"its own address is {itself}")
    templates = [url.get("template", "") for url in urls if url.get("rel") != "self"]
    return problems + [f"no template: {url!r}" for url in templates
                       if not url.startswith(base) or "{searchTerms}" not in url]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--base-url", default="https://papers.example/", help="the address of the site")
    add_sampling(parser)
    options = parser.parse_args()
    site, base, report = options.site, options.base_url, Report()
    if (site / "sitemap.xml").is_file():
        sitemap_problems(site, base, report)
        report.add("robots.txt", robots_problems(site, base))
    for name in files_named(site, "*.opml", "authors/*.opml"):
        report.add(str(name), outline_problems(site, str(name), base))
    if (site / "opensearch.xml").is_file():
        report.add("opensearch.xml", search_problems(site / "opensearch.xml", base))
    if (site / "_redirects").is_file():
        lines = (site / "_redirects").read_text().splitlines()
        report.add("_redirects", [problem for line in lines for problem in rule_problems(site, line, base)][:5])
    for name in sampled(files_named(site, "abs/**/index.html"), options):
        report.add(str(name), stub_problems(site, name, base))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
