"""Renders formulas beside KaTeX's rendering of the same, as a picture to look at.

usage: sheet.py TEXMATH FORMULAS KATEX SHEET.png [COUNT] [SEED] [SHORTEST] [LONGEST]

KATEX is a folder with katex.js and katex.css (Debian: /usr/share/javascript/katex). Needs node and chromium. Chooses
one formula for each of as many control sequences.
"""
import html
import pathlib
import random
import re
import subprocess
import sys
import tempfile

RENDER = """const katex=require(process.argv[1]);const lines=require('fs').readFileSync(0,'utf8').split('\\n');
for(const l of lines)console.log(katex.renderToString(l.slice(2),
{displayMode:l[0]=='D',throwOnError:false,output:'html'}).replace(/\\n/g,' '))"""
STYLE = """body{font:18px serif;width:1400px}td{border-bottom:1px solid #ccc;padding:3px 8px;max-width:520px;overflow:hidden}
td:first-child{font:11px monospace;max-width:300px;word-break:break-all}math{font-size:1.1em;font-family:"Latin Modern Math"}"""


def choose(path, count, shortest, longest):
    with open(path, encoding="utf-8") as file:
        formulas = sorted({line.rstrip("\n") for line in file if shortest <= len(line) <= longest})
    by_command = {}
    for formula in formulas:
        for command in re.findall(r"\\(?:[a-zA-Z]+|.)", formula):
            by_command.setdefault(command, []).append(formula)
    ranked = sorted(by_command, key=lambda command: (-len(by_command[command]), command))
    return list(dict.fromkeys(random.choice(by_command[command]) for command in ranked))[:count]


def main():
    executable, path, katex, picture = sys.argv[1:5]
    count, seed, shortest, longest = [int(value) for value in (sys.argv[5:] + ["200", "1", "14", "90"][len(sys.argv) - 5 :])]
    random.seed(seed)
    formulas = choose(path, count, shortest, longest)
    data = "\n".join(formulas)
    ours = subprocess.run([executable, "mathml"], input=data, capture_output=True, text=True, check=True).stdout
    theirs = subprocess.run(["node", "-e", RENDER, katex + "/katex.js"], input=data, capture_output=True, text=True).stdout
    rows = "".join(
        f"<tr><td>{html.escape(f)}<td>{o}<td>{t}" for f, o, t in zip(formulas, ours.split("\n"), theirs.split("\n"))
    )
    page = f'<!doctype html><meta charset=utf-8><link rel=stylesheet href="file://{katex}/katex.css"><style>{STYLE}</style><table>{rows}</table>'
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "sheet.html"
        file.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files"]
        size = f"--window-size=1440,{45 * len(formulas)}"
        subprocess.run(["chromium", *options, size, f"--screenshot={picture}", str(file)], capture_output=True)
    print(f"{len(formulas)} formulas in {picture}")


if __name__ == "__main__":
    main()
