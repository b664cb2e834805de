"""Prints the formulas of real titles and abstracts, one a line: `I` or `D` for inline or display, a space, the source.

usage: formulas.py DATA/arxiv > formulas.txt

A dollar ends a formula only outside of braces, as in TeX; line breaks become spaces.
"""
import glob
import json
import re
import subprocess
import sys

ENVIRONMENTS = "equation|align|gather|multline|eqnarray|displaymath|alignat|flalign"
ENVIRONMENT = re.compile(r"\\begin\{((?:%s)\*?)\}.*?\\end\{\1\}" % ENVIRONMENTS, re.S)
DELIMITERS = [("$$", "$$", "D"), ("$", "$", "I"), ("\\(", "\\)", "I"), ("\\[", "\\]", "D")]


def end_of(text, closing, start):
    depth, index = 0, start
    while index < len(text):
        if depth <= 0 and text.startswith(closing, index):
            return index
        character = text[index]
        if character == "$" and depth <= 0:
            return None
        depth += (character == "{") - (character == "}")
        index += 2 if character == "\\" else 1
    return None


def formulas(text):
    index = 0
    while index < len(text):
        if text[index] not in "$\\":
            index += 1
            continue
        if text.startswith(("\\\\", "\\$"), index):
            index += 2
            continue
        match = ENVIRONMENT.match(text, index)
        if match:
            yield "D", match[0]
            index = match.end()
            continue
        for opening, closing, style in DELIMITERS:
            if text.startswith(opening, index):
                start = index + len(opening)
                end = end_of(text, closing, start)
                if end is not None and end > start:
                    yield style, text[start:end]
                    index = end + len(closing) - 1
                break
        index += 1


def main(folder):
    for name in sorted(glob.glob(folder + "/*.jsonl.zst")):
        data = subprocess.run(["zstd", "-dc", name], capture_output=True, check=True).stdout.decode()
        for line in data.split("\n"):
            record = json.loads(line) if line else {}
            for text in (record.get("title", ""), record.get("abstract", "")):
                for style, source in formulas(text):
                    print(style, re.sub(r"\s", " ", source))


if __name__ == "__main__":
    main(sys.argv[1])
