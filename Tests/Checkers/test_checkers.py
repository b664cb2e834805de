"""Tests of the checkers themselves: a small good site passes, and each fault is found.

    .build/checkers/bin/python -m unittest discover -s Tests/Checkers
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_day_lists

HERE = Path(__file__).parent
ENTRIES = [
    {"title": title, "paper": {"id": id, "title": title, "summary": summary, "upvotes": upvotes}}
    for id, title, summary, upvotes in [
        ("2601.00002", "Second", "About 27.3\\% \\emph{better}.", 3),
        ("2601.00001", "First", "``Implicit'' caf\\'e", 9),
    ]
]
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>
<body><main>{}</main></body></html>"""
CARD = '<article><h2><a href="/papers/{}/">x</a></h2></article>'
DAY = PAGE.format("<h1>Day</h1>" + CARD.format("2601.00001") + CARD.format("2601.00002"))
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Papers</title><link>https://papers.example/</link><description>All</description>
<atom:link rel="self" href="https://papers.example/rss.xml" type="application/rss+xml"/>
<item><title>A &amp; B</title><link>https://papers.example/papers/1/</link><guid isPermaLink="false">tag:1</guid>
<pubDate>Wed, 07 Jan 2026 00:00:00 +0000</pubDate><dc:creator>Ada, Grace</dc:creator>
<description>&lt;p&gt;&lt;a href="https://papers.example/"&gt;x&lt;/a&gt;&lt;/p&gt;</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Papers</title>
<id>tag:papers</id><updated>2026-01-07T00:00:00Z</updated>
<link href="https://papers.example/"/><link rel="self" href="https://papers.example/atom.xml"/>
<entry><title>A</title><id>tag:1</id><updated>2026-01-07T00:00:00Z</updated>
<link href="https://papers.example/papers/1/"/>
<author><name>Ada</name></author><summary>x</summary></entry></feed>
"""


class CheckerTest(unittest.TestCase):
    """A folder with one good day, two papers and two feeds, which each test may spoil."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("days/2026-01-07.json", json.dumps(ENTRIES))
        self.write("site/date/2026-01-07/index.html", DAY)
        self.write("site/papers/2601.00001/index.html", PAGE.format("<h1>First</h1><p>“Implicit” café</p>"))
        self.write("site/papers/2601.00002/index.html", PAGE.format("<h1>Second</h1><p>About 27.3% <b>better</b>.</p>"))
        self.write("site/rss.xml", RSS)
        self.write("site/atom.xml", ATOM)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run_checker(self, script: str, *arguments: str) -> subprocess.CompletedProcess:
        command = [sys.executable, str(HERE / script), *arguments]
        return subprocess.run(command, cwd=self.root, capture_output=True, text=True)

    def assert_passes(self, *command: str) -> None:
        run = self.run_checker(*command)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)
        self.assertTrue(run.stdout.endswith(" passed, 0 failed\n"), run.stdout)

    def assert_finds(self, text: str, *command: str) -> None:
        run = self.run_checker(*command)
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        self.assertIn(text, run.stdout)


class DayListTest(CheckerTest):
    command = ("check_day_lists.py", "days", "site")

    def list(self, *ids: str) -> None:
        self.write("site/date/2026-01-07/index.html", PAGE.format("".join(map(CARD.format, ids))))

    def test_good_site(self) -> None:
        self.assert_passes(*self.command)

    def test_wrong_order(self) -> None:
        self.list("2601.00002", "2601.00001")
        self.assert_finds("place 1 is 2601.00002, not 2601.00001", *self.command)

    def test_missing_and_foreign_papers(self) -> None:
        self.list("2601.00001", "2601.00003")
        self.assert_finds("2601.00002 is not listed", *self.command)
        self.assert_finds("2601.00003 is listed, but not of this day", *self.command)

    def test_lost_word(self) -> None:
        hidden = "<h1>Second</h1><p>About 27.3%.</p><script>better</script>"
        self.write("site/papers/2601.00002/index.html", PAGE.format(hidden))
        self.assert_finds("the abstract's 'better'", *self.command)

    def test_missing_page(self) -> None:
        (self.root / "site/papers/2601.00001/index.html").unlink()
        self.assert_finds("papers/2601.00001/: there is no such page", *self.command)

    def test_nothing_to_compare(self) -> None:
        self.assert_finds("nothing to check", "check_day_lists.py", "site", "site")

    def test_tex_that_a_page_may_show_in_its_own_way(self) -> None:
        page = check_day_lists.letters("as Müller shows the α method of https://x.y/z here: L²M")
        for source in ("as M\\\"uller \\cite{a} shows", "as M{\\\"u}ller shows the \\alpha \\ours method",
                       "of \\href{https://q}{https://x.y/z} \\textbf{here}", "$L^2$M", "\\textbf{\\emph{as}}"):
            self.assertIsNone(check_day_lists.first_missing(source, page), source)
        for source in ("as Muler shows", "\\textbf{method}s", "shows as"):
            self.assertIsNotNone(check_day_lists.first_missing(source, page), source)


class FeedTest(CheckerTest):
    command = ("check_feeds.py", "site")
    faults = {
        "rss.xml": [
            ("<title>A &amp; B</title>", "<title>A & B</title>", "not well-formed XML"),
            ("A &amp; B", "A &amp;amp; B", "escaped twice"),
            ('isPermaLink="false"', "", "the guid is a link, but not an absolute one"),
            ("https://papers.example/papers/1/", "/papers/1/", "the link is not absolute"),
            ('href="https://papers.example/"&gt;', 'href="/x"&gt;', "a relative link in the content: '/x'"),
            ("Wed, 07 Jan 2026 00:00:00 +0000", "yesterday", "no date"),
            ("</dc:creator>", "</dc:creator><dc:creator>B</dc:creator>", "several dc:creator"),
            ('href="https://papers.example/rss.xml"', 'href="https://papers.example/x/rss.xml"', "the link to itself"),
            ("<description>All</description>", "", "no description"),
        ],
        "atom.xml": [
            ("<author><name>Ada</name></author>", "", "neither the entry nor the feed has an author"),
            ("<id>tag:papers</id><updated>2026-01-07", "<id>tag:papers</id><updated>2026-01-08", "not updated when"),
            ("</feed>", ATOM[ATOM.index("<entry>"):], "the id 'tag:1' stands 2 times"),
            ("<title>A</title>", "<title> </title>", "no title"),
        ],
    }

    def test_good_feeds(self) -> None:
        self.assert_passes(*self.command)

    def test_every_fault(self) -> None:
        for name, faults in self.faults.items():
            good = (self.root / "site" / name).read_text(encoding="utf-8")
            for old, new, text in faults:
                with self.subTest(fault=text):
                    self.assertIn(old, good)
                    self.write(f"site/{name}", good.replace(old, new, 1))
                    self.assert_finds(text, *self.command, "--base-url", "https://papers.example/")
            self.write(f"site/{name}", good)


class PageTest(CheckerTest):
    def test_good_pages(self) -> None:
        self.assert_passes("check_html.py", "site")

    def test_an_error_with_its_place(self) -> None:
        self.write("site/tags/a b/index.html", PAGE.format("\n<p id=a>x</p>\n<p id=a>y</p>"))
        self.assert_finds("tags/a b/index.html:4:1: error: Duplicate ID “a”.", "check_html.py", "site")

    def test_sample_prints_its_seed(self) -> None:
        run = self.run_checker("check_html.py", "site", "--sample", "1", "--seed", "7")
        self.assertIn("--seed 7", run.stderr)
        self.assertEqual(run.returncode, 0, run.stdout)


if __name__ == "__main__":
    unittest.main()
