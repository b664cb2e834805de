#!/usr/bin/env python3
"""Reads the citations of a built site with other people's parsers and compares them with the papers' records.

    check_citations.py SITE [--sample N [--seed S]] [--biber]

Every papers/ID/cite.bib (bibtexparser), cite.ris (rispy) and cite.json (schemas/csl-data.json) must give back the
title, the authors in their order and the year of api/papers/ID.json; their plain title is that of the page's
citation_title; citeproc-py reads the CSL-JSON too. The files of listings (days, tags, authors, organizations) parse
and hold the same papers in all three formats. The site's own cite.bib holds every paper under a key of its own, even
where case doesn't count. With --biber, biber reads that file and those of ten listings (`biber --tool`).
Exit code 0: all agree; 1: some don't, or there is nothing to compare.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
import warnings
from collections import Counter
from pathlib import Path

import bibtexparser
import jsonschema
import lxml.html
import rispy
from citeproc.source.json import CiteProcJSON

from checking import Report, add_sampling, files_named, sampled

CSL = jsonschema.Draft202012Validator(
    json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text()))
MACRO = re.compile(r"\\([A-Za-z]+)\s*(?:\{\})?|\\(.)")
SYMBOLS = {"textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^",
           "textbackslash": "\\", "textless": "<", "textgreater": ">"}


def letters(text: str) -> str:
    """The letters and digits of a text, without accents and case."""
    unfolded = unicodedata.normalize("NFKD", text).casefold()
    return "".join(character for character in unfolded if character.isalnum())


def untex(text: str) -> str:
    """The text that TeX prints, as far as letters go: symbols by name, no braces, no dollars."""
    text = MACRO.sub(lambda match: SYMBOLS.get(match[1], " ") if match[1] else match[2], text)
    return text.replace("{", "").replace("}", "").replace("$", "")


def name_letters(name: str) -> str:
    """A name's letters, whatever the order of its parts."""
    return "".join(sorted(letters(name)))


def compare(label: str, found: dict, wanted: dict, exact_title: bool = True) -> list[str]:
    """What a citation gives back that the record doesn't say."""
    problems = []
    if exact_title and letters(found["title"]) != letters(wanted["title"]):
        problems.append(f"{label}: title {found['title']!r}, not {wanted['title']!r}")
    if [name_letters(name) for name in found["authors"]] != [name_letters(name) for name in wanted["authors"]]:
        problems.append(f"{label}: authors {found['authors'][:4]}, not {wanted['authors'][:4]}")
    if found["year"] != wanted["year"]:
        problems.append(f"{label}: year {found['year']}, not {wanted['year']}")
    return problems


def bibtex_names(field: str) -> list[str]:
    """The names of an author field: `and` outside braces separates them."""
    names, depth, current = [], 0, ""
    for word in re.split(r"(\s+)", field):
        if depth == 0 and word == "and":
            names.append(current.strip())
            current = ""
            continue
        depth += word.count("{") - word.count("}")
        current += word
    names.append(current.strip())
    return [untex(name) for name in names if name and name != "others"]


def from_bibtex(text: str) -> dict:
    library = bibtexparser.parse_string(text)
    if library.failed_blocks or len(library.entries) != 1:
        raise ValueError(f"{len(library.failed_blocks)} blocks failed, {len(library.entries)} entries")
    fields = {field.key.lower(): str(field.value) for field in library.entries[0].fields}
    return {"title": untex(fields["title"]), "authors": bibtex_names(fields.get("author", "")), "year": fields["year"],
            "has_math": "$" in fields["title"] or bool(re.search(r"\\[A-Za-z]", fields["title"]))}


def from_ris(text: str) -> dict:
    entries = rispy.loads(text)
    if len(entries) != 1:
        raise ValueError(f"{len(entries)} entries")
    entry = entries[0]
    return {"title": entry.get("title") or entry.get("primary_title"), "authors": entry.get("authors", []),
            "year": entry["year"]}


def csl_items(text: str) -> list[dict]:
    """The items of a file, after the schema and after citeproc-py."""
    items = json.loads(text)
    error = next(CSL.iter_errors(items), None)
    if error:
        raise ValueError(error.message[:200])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if len(CiteProcJSON(items)) != len(items):
            raise ValueError("citeproc-py reads other items")
    return items


def from_csl(text: str) -> dict:
    items = csl_items(text)
    if len(items) != 1:
        raise ValueError(f"{len(items)} items")
    parts = ("given", "family", "suffix", "literal")
    return {"title": items[0]["title"], "year": str(items[0]["issued"]["date-parts"][0][0]),
            "authors": [" ".join(name[part] for part in parts if part in name) for name in items[0].get("author", [])]}


def wanted_of(site: Path, id: str) -> dict:
    """What a paper's citations have to say."""
    record = json.loads((site / "api/papers" / f"{id}.json").read_text())
    page = lxml.html.parse(site / "papers" / id / "index.html")
    title = page.xpath("string(//meta[@name='citation_title']/@content)")
    date = record.get("publishedAt") or record["featured"][0]
    return {"title": title, "authors": [author["name"] for author in record["authors"]], "year": date[:4]}


def problems_of(site: Path, id: str) -> list[str]:
    """Everything that is wrong with the citations of one paper."""
    folder, wanted, problems = site / "papers" / id, wanted_of(site, id), []
    for name, read in (("cite.bib", from_bibtex), ("cite.ris", from_ris), ("cite.json", from_csl)):
        try:
            found = read((folder / name).read_bytes().decode())
            problems += compare(name, found, wanted, exact_title=not found.get("has_math"))
        except (ValueError, KeyError) as error:
            problems.append(f"{name}: {type(error).__name__}: {error}")
    return problems


def listing_problems(folder: Path) -> list[str]:
    """What is wrong with the three files of a listing."""
    try:
        library = bibtexparser.parse_string((folder / "cite.bib").read_text())
        titles = [entry.get("title") or entry.get("primary_title") for entry in rispy.loads((folder / "cite.ris").read_text())]
        items = csl_items((folder / "cite.json").read_text())
    except (ValueError, KeyError) as error:
        return [f"{type(error).__name__}: {error}"[:300]]
    problems = [f"{len(library.failed_blocks)} blocks failed"] if library.failed_blocks else []
    if [entry.key for entry in library.entries] != [item["id"] for item in items]:
        problems.append("cite.bib and cite.json hold other papers")
    if [letters(title) for title in titles] != [letters(item["title"]) for item in items]:
        problems.append("cite.ris and cite.json hold other papers")
    return problems


def biber_problems(path: Path) -> list[str]:
    """What biber complains about."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["biber", "--tool", "--quiet", "--output-file", f"{folder}/out.bib", str(path.resolve())]
        result = subprocess.run(command, capture_output=True, text=True, cwd=folder)
        lines = [line for line in result.stdout.splitlines() if "ERROR" in line or "syntax" in line.lower()]
        return lines[:5] if lines or result.returncode == 0 else [f"biber ended with {result.returncode}"]


def collection_problems(site: Path, papers: int) -> list[str]:
    """What is wrong with the file of all citations."""
    text = (site / "cite.bib").read_text()
    keys = re.findall(r"^@\w+\{([^,\s]+),$", text, re.M)
    problems = [f"the key {key} stands {count} times" for key, count in Counter(map(str.lower, keys)).items()
                if count > 1][:5]
    if len(keys) != papers:
        problems.append(f"{len(keys)} entries for {papers} papers")
    return problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--biber", action="store_true", help="let biber read the file of all citations")
    add_sampling(parser)
    options = parser.parse_args()
    report = Report()
    ids = [path.parent for path in files_named(options.site / "papers", "**/cite.bib")]
    for id in sampled(ids, options, kind=lambda id: id.parts[0][:2]):
        report.add(f"papers/{id}", problems_of(options.site, str(id)))
    listings = [path.parent for kind in ("date", "tags", "authors", "orgs")
                for path in files_named(options.site, f"{kind}/*/cite.bib")]
    for folder in sampled(listings, options):
        report.add(str(folder), listing_problems(options.site / folder))
    if (options.site / "cite.bib").is_file():
        report.add("cite.bib", collection_problems(options.site, len(ids)))
        for path in [Path("cite.bib"), *(folder / "cite.bib" for folder in listings[::len(listings) // 10 + 1])]:
            if options.biber:
                report.add(f"{path} (biber)", biber_problems(options.site / path))
    return report.end()


if __name__ == "__main__":
    sys.exit(main())
