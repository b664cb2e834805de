#!/usr/bin/env python3
"""Reads the head of every paper's page as crawlers and reference managers do, and compares it with the record.

    check_metadata.py SITE [--sample N [--seed S]]

The citation tags (Highwire), Dublin Core, JSON-LD and COinS must agree with api/papers/ID.json; JSON-LD has the
properties that ScholarlyArticle needs; the links of the head are those of linkset.json; every file of the site that
the head points to exists.
Exit code 0: all agree; 1: some don't, or there is no paper.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from urllib.parse import parse_qs, unquote

import lxml.html

from checking import Report, add_sampling, files_named, sampled


def tags(page, name: str) -> list[str]:
    """The contents of the meta tags of a name, in order."""
    return page.xpath(f"//meta[@name='{name}']/@content")


def citation_problems(page, record: dict) -> list[str]:
    """Where the tags of reference managers don't say what the record says."""
    names = [author["name"] for author in record["authors"]]
    date = (record.get("publishedAt") or record["featured"][0])[:10]
    wanted = {
        "citation_author": names, "DC.creator": names, "citation_publication_date": [date.replace("-", "/")],
        "DC.date": [date], "citation_abstract_html_url": [record["url"]],
        "citation_keywords": ["; ".join(record["ai_keywords"])] if record.get("ai_keywords") else [],
        "citation_author_orcid": [author["orcid"] for author in record["authors"] if "orcid" in author],
        "citation_pdf_url": [link["url"] for link in record.get("links", []) if link["kind"] == "pdf"][:1],
    }
    problems = [f"{name}: {tags(page, name)[:3]}, not {value[:3]}" for name, value in wanted.items()
                if tags(page, name) != value]
    published = record.get("venue") or record.get("journalRef")
    if bool(published) == bool(tags(page, "z:itemType")):
        problems.append("z:itemType doesn't tell a preprint from a published paper")
    if len(tags(page, "citation_title")) != 1 or tags(page, "citation_title") != tags(page, "DC.title"):
        problems.append("not one title")
    return problems


def json_ld_problems(page, record: dict) -> list[str]:
    """What is wrong with the schema.org data."""
    scripts = page.xpath("//script[@type='application/ld+json']/text()")
    if len(scripts) != 1:
        return [f"{len(scripts)} elements of JSON-LD"]
    graph = {node["@type"]: node for node in json.loads(scripts[0])["@graph"]}
    article, trail = graph["ScholarlyArticle"], graph["BreadcrumbList"]["itemListElement"]
    problems = [f"JSON-LD has no {name}" for name in ("headline", "abstract", "datePublished", "url") if not article.get(name)]
    if [person["name"] for person in article.get("author", [])] != [author["name"] for author in record["authors"]]:
        problems.append("JSON-LD has other authors")
    if article["headline"] != tags(page, "citation_title")[0]:
        problems.append("JSON-LD has another title")
    if [step["position"] for step in trail] != list(range(1, len(trail) + 1)) or trail[-1]["item"] != record["url"]:
        problems.append("the breadcrumbs don't lead to the page")
    return problems


def linkset_problems(page, linkset: dict, url: str) -> list[str]:
    """Where the links of the head are not those of the linkset."""
    context = next(item for item in linkset["linkset"] if item["anchor"] == url)
    relations = [name for name in context if name != "anchor"]
    return [f"the links of {name} are not those of the linkset" for name in relations
            if page.xpath(f"//link[@rel='{name}']/@href") != [target["href"] for target in context[name]]]


def missing_files(page, site: Path, base: str) -> list[str]:
    """The files of the site that the head points to and that aren't there."""
    links = [link.removeprefix(base) for link in page.xpath("//head/link/@href") if link.startswith(base)]
    return [f"no such file: {link}" for link in links
            if not (site / unquote(link)).is_file() and not (site / unquote(link) / "index.html").is_file()]


def coins_problems(page, site: Path) -> list[str]:
    """What is wrong with the COinS of a listing."""
    spans = [parse_qs(title, strict_parsing=True) for title in page.xpath("//span[@class='Z3988']/@title")]
    problems = ["no COinS"] if not spans else []
    for span in spans:
        if not (span.get("rft.title") or span.get("rft.atitle")) or not span.get("rft_id"):
            problems.append(f"COinS without title or address: {span}"[:200])
    return problems


def problems_of(site: Path, id: str) -> list[str]:
    """Everything that is wrong with the head of one paper's page."""
    page = lxml.html.parse(site / "papers" / id / "index.html", lxml.html.HTMLParser(encoding="utf-8"))
    record = json.loads((site / "api/papers" / f"{id}.json").read_text())
    linkset = json.loads((site / "papers" / id / "linkset.json").read_text())
    base = record["url"].removesuffix(f"papers/{id}/")
    return (citation_problems(page, record) + json_ld_problems(page, record)
            + linkset_problems(page, linkset, record["url"]) + missing_files(page, site, base))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    add_sampling(parser)
    options = parser.parse_args()
    report = Report()
    papers = files_named(options.site / "papers", "**/linkset.json")
    for path in sampled(papers, options, kind=lambda path: path.parts[0][:2]):
        report.add(f"papers/{path.parent}", problems_of(options.site, str(path.parent)))
    days = files_named(options.site / "date", "*/index.html")
    for path in sampled(days, options, kind=lambda path: path.parts[0][:4]):
        page = lxml.html.parse(options.site / "date" / path, lxml.html.HTMLParser(encoding="utf-8"))
        report.add(f"date/{path}", coins_problems(page, options.site))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
