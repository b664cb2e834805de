"""The two sites of a comparison, made from one corpus of real papers."""

import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys

from measure import run

HERE = pathlib.Path(__file__).resolve().parent
CHECKOUT = HERE.parent.parent
PEERS = CHECKOUT.parent / "shared" / "peers"

# What the Hugo site has: papers, days and tags with lists of both, RSS for the home page and tags, and a site map.
SAME_PAGES = """\
title: Daily Papers
base_url: https://papers.example/
listing: {page_size: 50}
outputs:
  weeks: false
  months: false
  years: false
  trending: false
  authors: false
  organizations: false
  code: false
  feeds: {rss: true, atom: false, json: false, archives: false, for: [home, tags]}
  metadata: false
  citations: false
  api: false
  markdown: false
  linksets: false
  redirects: false
  search: false
"""
EVERYTHING = """\
title: Daily Papers
base_url: https://papers.example/
listing: {{page_size: 50}}
outputs: {{authors: {{min_papers: {authors}}}}}
"""


def require_peers():
    """Ends with an explanation where the corpus and the Hugo site are not beside the checkout."""
    if not (PEERS / "make_corpus.py").exists():
        raise SystemExit(
            f"The comparison needs the corpus of arXiv records and the Hugo site, which are not part of this repository:\n"
            f"put them into {PEERS} (make_corpus.py, to_hugo.py, hugo/) with the records in {PEERS.parent / 'data'}.")


def corpus(count, folder):
    """A file of `count` papers; past the records that there are, they repeat with new ids on later days."""
    path = folder / f"corpus-{count}.jsonl"
    known = make_corpus(count, path)
    if known < count:
        base = folder / f"corpus-{known}.jsonl"
        make_corpus(known, base)
        repeat(base, known, count, path)
    return path


def make_corpus(count, path):
    """Writes a file of `count` papers, or nothing where there are fewer; returns how many there are, up to that."""
    command = [sys.executable, PEERS / "make_corpus.py", str(count), path]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode == 0:
        return count
    fewer = re.search(r"only (\d+) records", result.stderr)
    if not fewer:
        raise SystemExit(result.stderr)
    return int(fewer[1])


def repeat(base, known, count, path):
    """Writes `count` papers from a corpus of fewer."""
    start = datetime.date(2015, 1, 1)
    with open(path, "w", encoding="utf-8") as out:
        for index in range(0, count, known):
            with open(base, encoding="utf-8") as lines:
                for number, line in zip(range(index, count), lines):
                    paper = json.loads(line)
                    if index:
                        paper["id"] = f"{paper['id']}-{index // known + 1}"
                    paper["featured"] = (start + datetime.timedelta(days=number // 30)).isoformat()
                    out.write(json.dumps(paper, ensure_ascii=False) + "\n")


def hugo_site(corpus_path, site):
    """The site for Hugo."""
    run([sys.executable, PEERS / "to_hugo.py", corpus_path, site])


def our_site(corpus_path, site, layout, settings=SAME_PAGES):
    """The site for sitegen: its records in one file, in a file a day, or in a file a paper."""
    papers = site / "content" / "papers"
    papers.mkdir(parents=True)
    (site / "site.yml").write_text(settings)
    if layout == "one":
        shutil.copyfile(corpus_path, papers / "corpus.jsonl")
        return
    with open(corpus_path, encoding="utf-8") as lines:
        for line in lines:
            paper = json.loads(line)
            year, month, _ = paper["featured"].split("-")
            if layout == "days":
                folder, name, mode = papers / year / month, f"{paper['featured']}.jsonl", "a"
            else:
                folder, name, mode = papers / year / month / paper["featured"], f"{paper['id'].replace('/', '-')}.json", "w"
            folder.mkdir(parents=True, exist_ok=True)
            with open(folder / name, mode, encoding="utf-8") as out:
                out.write(line)


def newest_file(site):
    """The file that holds a paper of the newest day."""
    return max((site / "content" / "papers").rglob("*.json*"), key=lambda path: (path.parent, path.name))


def edit_abstract(site, number):
    """Changes the abstract of one paper of the newest day, as the `number`th time."""
    path = newest_file(site)
    head, last = split_last_line(path)
    paper = json.loads(last)
    paper["abstract"] = paper["abstract"].split(" Edition ")[0] + f" Edition {number}."
    replace_tail(path, head, json.dumps(paper, ensure_ascii=False) + "\n")


def add_paper(site, number):
    """Adds a paper to the newest day."""
    path = newest_file(site)
    head, last = split_last_line(path)
    paper = json.loads(last)
    paper.update(id=f"added-{number}", title=f"An added paper, number {number}")
    line = json.dumps(paper, ensure_ascii=False) + "\n"
    if path.suffix == ".json":
        path.with_name(f"added-{number}.json").write_text(line, encoding="utf-8")
    else:
        replace_tail(path, head + len(last), line)


def split_last_line(path):
    """Where the last line of a file begins, and its bytes; the file is not read whole."""
    with open(path, "rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - (1 << 20)))
        tail = file.read()
    last = tail.rstrip(b"\n").rpartition(b"\n")[2] + b"\n"
    return size - len(last), last


def replace_tail(path, start, text):
    """Replaces what stands behind a position of a file."""
    with open(path, "r+b") as file:
        file.seek(start)
        file.write(text.encode())
        file.truncate()
