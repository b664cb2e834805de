"""A small good site of one paper, file by file, which tests of the checkers spoil."""

from __future__ import annotations

import json

BASE = "https://papers.example/"
PAPER = BASE + "papers/2601.00001/"
RECORD = {
    "id": "2601.00001", "url": PAPER, "title": "First", "summary": "About it.", "upvotes": 9,
    "publishedAt": "2026-01-06T00:00:00.000Z", "featured": ["2026-01-07"], "authors": [{"name": "Ada Lovelace"}],
    "submittedOnDailyAt": "2026-01-07T00:00:00.000Z",
}
ITEM = {"paper": RECORD, "publishedAt": RECORD["publishedAt"], "title": "First", "summary": "About it."}
ARTICLE = {"@type": "ScholarlyArticle", "headline": "First", "abstract": "About it.", "datePublished": "2026-01-06",
           "url": PAPER, "author": [{"@type": "Person", "name": "Ada Lovelace"}]}
TRAIL = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": PAPER}]}
META = {"citation_title": "First", "citation_author": "Ada Lovelace", "citation_publication_date": "2026/01/06",
        "citation_abstract_html_url": PAPER, "DC.title": "First", "DC.creator": "Ada Lovelace", "DC.date": "2026-01-06",
        "z:itemType": "preprint"}
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
{}<link rel="cite-as" href="https://doi.org/1">
<script type="application/ld+json">{}</script></head><body><h1>First</h1></body></html>"""
COINS = '<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.title=First&amp;rft_id=https%3A%2F%2Fdoi.org%2F1"></span>'
DAY = f'<!doctype html><html lang="en"><head><title>x</title></head><body>{COINS}</body></html>'
BIBTEX = """@misc{lovelace2026-2601.00001,
  title = {First},
  author = {Lovelace, Ada},
  year = {2026},
}
"""
RIS = "TY  - UNPB\r\nTI  - First\r\nAU  - Lovelace, Ada\r\nPY  - 2026\r\nER  - \r\n\r\n"
CSL = [{"id": "lovelace2026-2601.00001", "type": "article", "title": "First", "URL": PAPER,
        "author": [{"family": "Lovelace", "given": "Ada"}], "issued": {"date-parts": [[2026, 1, 6]]}}]
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:fh="http://purl.org/syndication/history/1.0">
<title>Papers</title><id>urn:x:{name}</id><updated>2026-01-07T00:00:00Z</updated>{mark}
<link rel="self" href="https://papers.example/{name}.xml"/>{more}
<author><name>Papers</name></author>{entry}</feed>
"""
ENTRY = f"""<entry><title>First</title><id>urn:sitegen:paper:2601.00001</id>
<link rel="alternate" href="{PAPER}"/><published>2026-01-07T00:00:00Z</published>
<updated>2026-01-07T00:00:00Z</updated><author><name>Ada Lovelace</name></author>
<content type="html">x</content></entry>"""
OLDER = '<link rel="prev-archive" href="https://papers.example/atom/1.xml"/>'
CURRENT = '<link rel="current" href="https://papers.example/atom.xml"/>'
URLS = "http://www.sitemaps.org/schemas/sitemap/0.9"
STUB = f"""<!doctype html><html lang="en"><title>x</title><link rel="canonical" href="{PAPER}">
<meta http-equiv="refresh" content="0; url={PAPER}"><p><a href="{PAPER}">x</a></p></html>"""

FILES = {
    "papers/2601.00001/index.html": PAGE.format(
        "\n".join(f'<meta name="{name}" content="{value}">' for name, value in META.items()),
        json.dumps({"@graph": [ARTICLE, TRAIL]})),
    "papers/2601.00001/linkset.json": json.dumps(
        {"linkset": [{"anchor": PAPER, "cite-as": [{"href": "https://doi.org/1"}]}]}),
    "papers/2601.00001/cite.bib": BIBTEX, "papers/2601.00001/cite.ris": RIS,
    "papers/2601.00001/cite.json": json.dumps(CSL),
    "tags/a/cite.bib": BIBTEX, "tags/a/cite.ris": RIS, "tags/a/cite.json": json.dumps(CSL), "cite.bib": BIBTEX,
    "date/2026-01-07/index.html": DAY,
    "api/papers/2601.00001.json": json.dumps(RECORD), "api/papers/2026-01.jsonl": json.dumps(RECORD) + "\n",
    "api/daily_papers/2026-01-07.json": json.dumps([ITEM]),
    "atom.xml": ATOM.format(name="atom", mark="", more=OLDER, entry=""),
    "atom/1.xml": ATOM.format(name="atom/1", mark="<fh:archive/>", more=CURRENT, entry=ENTRY),
    "sitemap.xml": f'<sitemapindex xmlns="{URLS}"><sitemap><loc>{BASE}sitemap/papers.xml</loc></sitemap></sitemapindex>',
    "sitemap/papers.xml": f'<urlset xmlns="{URLS}"><url><loc>{PAPER}</loc><lastmod>2026-01-07</lastmod></url></urlset>',
    "robots.txt": f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n",
    "feeds.opml": '<opml version="2.0"><head><title>x</title></head><body><outline type="rss" text="x" '
                  f'xmlUrl="{BASE}atom.xml"/></body></opml>',
    "_redirects": "/papers/old/ /papers/2601.00001/ 301\n/abs/* /papers/:splat 301\n",
    "abs/2601.00001/index.html": STUB,
}
