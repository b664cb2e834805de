"""Tests of the checkers of exports and metadata: a small good site passes, and each fault is found."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from good_site import FILES, ITEM

HERE = Path(__file__).parent
PAGE = "papers/2601.00001/index.html"

# For each checker: the file to spoil, what to replace by what in it, and what the checker then says.
FAULTS = {
    "check_metadata.py site": [
        (PAGE, 'citation_author" content="Ada', 'citation_author" content="A.', "citation_author"),
        (PAGE, "2026/01/06", "2026/01/07", "citation_publication_date"),
        (PAGE, 'name="z:itemType"', 'name="x"', "z:itemType"),
        (PAGE, '"abstract": "About it.", ', "", "JSON-LD has no abstract"),
        (PAGE, '"name": "Ada', '"name": "A.', "JSON-LD has other authors"),
        (PAGE, 'href="https://doi.org/1"', 'href="https://doi.org/2"', "cite-as"),
        (PAGE, 'href="https://doi.org/1"', 'href="https://papers.example/x"', "no such file"),
        ("date/2026-01-07/index.html", "rft.title=First&amp;", "", "COinS without title"),
    ],
    "check_citations.py site": [
        ("papers/2601.00001/cite.bib", "title = {First}", "title = {Fist}", "cite.bib: title"),
        ("papers/2601.00001/cite.ris", "Lovelace, Ada", "Lovelace, A.", "cite.ris: authors"),
        ("papers/2601.00001/cite.json", "[[2026,", "[[2025,", "cite.json: year"),
        ("papers/2601.00001/cite.json", '"type": "article"', '"type": "thing"', "cite.json: ValueError"),
        ("tags/a/cite.bib", "{lovelace2026", "{turing2026", "cite.bib and cite.json hold other papers"),
        ("tags/a/cite.ris", "TI  - First", "TI  - Last", "cite.ris and cite.json hold other papers"),
        ("cite.bib", "@misc{lovelace2026-2601.00001,\n", "@misc{a,\n}\n@misc{A,\n", "stands 2 times"),
    ],
    "check_feed_history.py site": [
        ("atom/1.xml", "<fh:archive/>", "", "no archive of"),
        ("atom/1.xml", "<updated>2026-01-07T00:00:00Z</updated><author>", "<updated>2026-01-07</updated><author>", "date"),
        ("atom/1.xml", "<name>Ada Lovelace</name>", "<name>Ada</name>", "authors ['Ada']"),
        ("atom/1.xml", "<published>2026-01-07", "<published>2026-01-08", "published '2026-01-08'"),
        ("atom/1.xml", "papers/2601.00001/", "papers/2/", "link 'https://papers.example/papers/2/'"),
        ("atom.xml", "prev-archive", "related", "are in no document"),
        ("atom.xml", "atom/1.xml", "atom/2.xml", "is missing or leads in a circle"),
    ],
    "check_api.py days site": [
        ("api/daily_papers/2026-01-07.json", '"summary": "About it.", "upvotes"', '"summary": "No.", "upvotes"', "summary"),
        ("api/papers/2601.00001.json", "Ada Lovelace", "Ada", "authors"),
        ("api/papers/2026-01.jsonl", "2601", "2602", "the months hold"),
        ("api/daily_papers/2026-01-07.json", '"id": "2601.00001"', '"id": "2"', "not the same papers"),
    ],
    "check_indexes.py site": [
        ("sitemap.xml", "sitemap/papers.xml", "sitemap/others.xml", "does not exist"),
        ("sitemap/papers.xml", "papers/2601.00001/", "papers/2/", "does not exist"),
        ("sitemap/papers.xml", "2026-01-07", "2026-13-07", "is no day"),
        ("robots.txt", "Allow", "Disallow", "crawlers are kept out"),
        ("robots.txt", "Sitemap:", "Site:", "no sitemap"),
        ("feeds.opml", "atom.xml", "atom.rss", "does not exist"),
        ("_redirects", "/papers/2601.00001/ 301", "/papers/2/ 301", "does not exist"),
        ("_redirects", " 301", "", "no rule"),
        ("abs/2601.00001/index.html", "url=https://papers.example/papers/2601.00001/", "url=/", "leads to"),
    ],
}


class ExportCheckerTest(unittest.TestCase):
    """A folder with the good site and the API's answers from which it might have been built."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("days/2026-01-07.json", json.dumps([ITEM]))
        for name, text in FILES.items():
            self.write(f"site/{name}", text)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    def run_checker(self, command: str) -> subprocess.CompletedProcess:
        script, *arguments = command.split()
        command_line = [sys.executable, str(HERE / script), *arguments]
        return subprocess.run(command_line, cwd=self.root, capture_output=True, text=True)

    def test_the_good_site_passes(self) -> None:
        for command in FAULTS:
            with self.subTest(command=command):
                run = self.run_checker(command)
                self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def test_every_fault_is_found(self) -> None:
        for command, faults in FAULTS.items():
            for name, old, new, text in faults:
                with self.subTest(command=command, fault=text):
                    self.assertIn(old, FILES[name])
                    self.write(f"site/{name}", FILES[name].replace(old, new, 1))
                    run = self.run_checker(command)
                    self.write(f"site/{name}", FILES[name])
                    self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
                    self.assertIn(text, run.stdout)

    def test_an_empty_site_is_no_success(self) -> None:
        for command in FAULTS:
            run = self.run_checker(command.replace("site", "nowhere").replace("days", "nowhere"))
            self.assertEqual(run.returncode, 1, command)


if __name__ == "__main__":
    unittest.main()
