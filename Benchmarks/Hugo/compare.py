#!/usr/bin/env python3
"""Measures sitegen beside Hugo, on the same papers, in turn.

    make bench                                      10,000 papers, printed
    make bench PAPERS=100000 BENCH=--write-readme   the table of README.md
    make bench PAPERS=100000 DISK=/var/tmp          on a disk, too
    make bench-growth                               from 1,000 to 300,000 papers
"""

import argparse
import json
import pathlib
import re
import shutil
import sys
import tempfile

import sites
import table
from measure import Run, best, run

PROGRAM = sites.CHECKOUT / ".build" / "release" / "sitegen"
TOOLS = sites.CHECKOUT / ".build" / "bench"
# A paper with everything on: what its files take up in memory, and the program.
BYTES_OF_EVERYTHING = 130_000
GROWTH = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000)


def main():
    options = arguments()
    sites.require_peers()
    if not PROGRAM.exists():
        raise SystemExit("build the program first: make build")
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-bench-", dir=options.work))
    try:
        text = growth(options, folder) if options.growth else comparison(options, folder)
    finally:
        shutil.rmtree(folder)
    print(text)
    if options.write_readme:
        table.write_readme(sites.CHECKOUT / "README.md", text)


def arguments():
    parser = argparse.ArgumentParser(description="Measure sitegen beside Hugo.")
    parser.add_argument("--papers", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=3, help="how often each step is run; the best time counts")
    parser.add_argument("--layout", choices=["one", "days", "papers"], default="days", help="files of records")
    parser.add_argument("--authors", type=int, default=10, help="papers of an author with a page, where everything is on")
    parser.add_argument("--disk", type=pathlib.Path, help="a folder on a disk to write into, besides memory")
    parser.add_argument("--growth", action="store_true", help="measure how cost grows with the number of papers")
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], default=list(GROWTH))
    parser.add_argument("--write-readme", action="store_true", help="put the table into README.md")
    memory = pathlib.Path("/dev/shm")
    parser.add_argument("--work", type=pathlib.Path, default=memory if memory.is_dir() else None)
    return parser.parse_args()


def rounds(options):
    """How often each step was run, for the words under a table."""
    return "One round" if options.repeat == 1 else f"Best of {options.repeat} rounds"


class OurSite:
    """The site that sitegen builds."""

    def __init__(self, folder, corpus, layout, settings=sites.SAME_PAGES):
        self.folder = folder
        sites.our_site(corpus, folder, layout, settings)

    def build(self, *options):
        return run([PROGRAM, "build", "--site", self.folder, *options])

    def clean_build(self):
        for name in ("public", ".sitegen"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
        return self.build()


def written(result):
    """How many files a build says that it has written, of how many."""
    pages, files = re.search(r"built (\d+) pages, (\d+) written", result.output).groups()
    return f"{int(files):,} of {int(pages):,}"


def hugo_program():
    """The binary in the package: its script would only start it."""
    return next(TOOLS.glob("lib/python*/site-packages/hugo/binaries/hugo*"))


def bare_cost(source, target, how="copy"):
    """What it costs to write the files of a tree; `move` takes them away there, so that one has room."""
    target.parent.mkdir(parents=True, exist_ok=True)
    program = TOOLS / "bare_writer"
    result = json.loads(run([program, how, source, target, "2"]).output)
    shutil.rmtree(target)
    return Run(result["wall"], result["cpu"])


def comparison(options, folder):
    corpus = sites.corpus(options.papers, folder)
    ours = OurSite(folder / "ours", corpus, options.layout)
    hugo_folder = folder / "hugo"
    sites.hugo_site(corpus, hugo_folder)
    steps = {name: [] for name in ("hugo", "clean", "bare", "nothing", "edit", "add")}
    for number in range(options.repeat):
        shutil.rmtree(hugo_folder / "public", ignore_errors=True)
        steps["hugo"].append(run([hugo_program(), "--quiet"], cwd=hugo_folder))
        steps["clean"].append(ours.clean_build())
        steps["bare"].append(bare_cost(ours.folder / "public", folder / "bare"))
        ours.build()
        steps["nothing"].append(ours.build())
        sites.edit_abstract(ours.folder, number)
        steps["edit"].append(ours.build())
        sites.add_paper(ours.folder, number)
        steps["add"].append(ours.build())
        print(f"round {number + 1} of {options.repeat}: " + ", ".join(
            f"{name} {table.seconds(runs[-1].wall)}" for name, runs in steps.items()), file=sys.stderr, flush=True)
    results = {name: best(runs) for name, runs in steps.items()}
    disk = disk_rows(options, ours) if options.disk else []
    files = sum(1 for path in (hugo_folder / "public").rglob("*") if path.is_file())
    shutil.rmtree(hugo_folder)
    shutil.rmtree(ours.folder)
    if has_room(options.papers * BYTES_OF_EVERYTHING, folder):
        results |= everything(options, folder, corpus)
    return rows(results, files, disk) + "\n" + circumstances(options)


def has_room(size, folder):
    """Whether so many bytes fit into memory and into a folder that lies in it."""
    room = min(table.available_memory(), shutil.disk_usage(folder).free)
    if size > room:
        print(f"everything on would need {size / 1e9:.0f} GB and there are {room / 1e9:.0f}: left out", file=sys.stderr)
    return size <= room


def everything(options, folder, corpus):
    """Clean builds of the site with everything on, in turn with the bare cost of its files."""
    site = OurSite(folder / "whole", corpus, options.layout, sites.EVERYTHING.format(authors=options.authors))
    builds, bare = [], []
    for _ in range(options.repeat):
        builds.append(site.clean_build())
        bare.append(bare_cost(site.folder / "public", folder / "bare", "move"))
    return {"everything": best(builds), "bare everything": best(bare)}


def disk_rows(options, ours):
    """A clean build into a folder on a disk, in turn with the bare cost of its files there."""
    target = pathlib.Path(tempfile.mkdtemp(prefix="sitegen-bench-", dir=options.disk))
    builds, bare = [], []
    for _ in range(options.repeat):
        builds.append(ours.build("--output", target / "public", "--cache-dir", target / "cache"))
        shutil.rmtree(target / "cache")
        bare.append(bare_cost(target / "public", target / "bare"))
        shutil.rmtree(target / "public")
    shutil.rmtree(target)
    build, cost = best(builds), best(bare)
    return [
        ["on a disk: sitegen, from nothing", table.seconds(build.wall), table.seconds(build.cpu),
         table.memory(build.memory), written(build), f"{build.wall / cost.wall:.2f}× the bare cost"],
        ["on a disk: the same files, by a C program", table.seconds(cost.wall), table.seconds(cost.cpu), "", "", ""],
    ]


def rows(results, hugo_files, disk):
    hugo = results["hugo"]
    names = {
        "hugo": "Hugo, from nothing", "clean": "sitegen, from nothing", "nothing": "sitegen, nothing changed",
        "edit": "sitegen, one abstract edited", "add": "sitegen, one paper added to the newest day",
        "bare": "the same files, by a C program", "everything": "sitegen with everything on, from nothing",
        "bare everything": "the same files with everything on, by a C program",
    }
    lines = []
    for name, title in names.items():
        if name not in results:
            continue
        result = results[name]
        is_bare = name.startswith("bare")
        is_ours = name != "hugo" and not is_bare
        lines.append([
            title, table.seconds(result.wall), table.seconds(result.cpu),
            "" if is_bare else table.memory(result.memory),
            written(result) if is_ours else f"{hugo_files:,} of {hugo_files:,}" if name == "hugo" else "",
            f"{table.times(hugo.wall, result.wall)} · {table.times(hugo.cpu, result.cpu)} · "
            f"{table.times(hugo.memory, result.memory)}" if is_ours else "",
        ])
    return table.markdown(
        ["", "wall", "user + system", "peak memory", "files written", "Hugo needs (wall · processor · memory)"],
        lines + disk)


def circumstances(options):
    layout = {"one": "one file", "days": "a file a day", "papers": "a file a paper"}[options.layout]
    command = f"make bench PAPERS={options.papers}" + (" DISK=…" if options.disk else "")
    return (
        f"{options.papers:,} papers of arXiv, thirty a day, as {layout}; both sites have a page for each paper, day and "
        f"tag, lists of days and tags, RSS for the home page and the tags, and a site map. With everything on, authors of "
        f"{options.authors} papers or more have pages, and all pages have their feeds, citations, JSON and Markdown; Hugo's "
        f"figures are of the smaller site. {rounds(options)} "
        f"in memory (tmpfs), in turn. {versions()} `{command}`\n")


def versions():
    hugo = re.search(r"v[\d.]+", table.version([hugo_program(), "version"]))[0]
    return f"sitegen {table.version([PROGRAM, '--version'])}, Hugo {hugo[1:]}; {table.machine()}."


def growth(options, folder):
    lines = []
    for count in options.sizes:
        corpus = sites.corpus(count, folder)
        ours = OurSite(folder / "ours", corpus, options.layout)
        result = best([ours.clean_build() for _ in range(options.repeat)])
        # Right after the content was written, a file may still change unseen: the first of these builds looks into all.
        ours.build()
        unchanged = best([ours.build() for _ in range(options.repeat)])
        shutil.rmtree(ours.folder)
        lines.append([
            f"{count:,}", table.seconds(result.wall), f"{result.wall / count * 1e6:.0f} µs", table.seconds(result.cpu),
            table.memory(result.memory), f"{result.memory / count / 1000:.1f} kB", table.seconds(unchanged.wall),
        ])
        print(f"{count}: {lines[-1]}", file=sys.stderr, flush=True)
    head = ["papers", "from nothing", "a paper", "user + system", "peak memory", "a paper", "nothing changed"]
    return table.markdown(head, lines) + f"\n{rounds(options)} in memory (tmpfs). {versions()} `make bench-growth`\n"


if __name__ == "__main__":
    main()
