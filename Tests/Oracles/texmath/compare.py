"""Compares the converter's trees with those of pandoc and latex2mathml.

usage: compare.py TEXMATH FORMULAS [COUNT] [SEED]

TEXMATH is the executable of Benchmarks/TeXMath, FORMULAS what formulas.py printed. Trees are compared after
normalising what converters may do in different ways: rows within rows, spaces, attributes, letters of other alphabets,
words as one or several identifiers, the invisible function application. Prints how many trees agree with each tool and
the differences that are left, by the commands in the formula. DIFFERENCES.md in Sources/TeXMath judges them.
"""
import collections
import json
import random
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree

SAME = {
    "−": "-", "∗": "*", "′": "'", "″": "''", "‴": "'''", "⁗": "''''", "∣": "|", "‖": "∥", "¯": "‾", "ˉ": "‾", "_": "‾", "‾": "‾",
    "ˆ": "^", "\u0302": "^", "\u0305": "‾", "\u0332": "‾", "~": "∼", "⟂": "⊥", "⧵": "\\", "˜": "∼", "\u0303": "∼", "˙": "˙", "ϵ": "ε", "ϕ": "φ", "⋅": "·", "…": "...", "⋯": "...",
    "⟨": "<", "⟩": ">", "〈": "<", "〉": ">", "∖": "\\", "⋆": "*", "\u2061": "", "ℎ": "h", "★": "*", "⩽": "≤", "⩾": "≥", "∅": "∅",
    "⌀": "∅", "\u00a0": "", "\u2009": "", "\u2003": "", "⊙": "⊙", "⃗": "→", "́": "´", "→": "→", "∘": "∘", "•": "∙", "―": "‾",
}


def text_of(text):
    text = unicodedata.normalize("NFKC", "".join(SAME.get(c, c) for c in text or ""))
    return "".join("".join(SAME.get(c, c) for c in text).split())


def normal(element):
    """An element as a string: leaves as their text, structures as their short name with parts in brackets."""
    name = element.tag.split("}")[-1]
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return text_of(element.text)
    if name in ("mspace", "annotation", "maligngroup", "malignmark"):
        return ""
    parts = [normal(child) for child in element]
    if name in ("mrow", "math", "semantics", "mstyle", "mpadded", "mtd"):
        if "border-top" in element.get("style", ""):
            return "over[%s][‾]" % "".join(parts)
        if "border-bottom" in element.get("style", ""):
            return "under[%s][‾]" % "".join(parts)
        return "".join(parts)
    if name in ("msub", "munder"):
        return "%s_[%s]" % tuple(parts) if len(parts) == 2 else "?"
    if name in ("msup", "mover"):
        return "%s^[%s]" % tuple(parts) if len(parts) == 2 else "?"
    if name in ("msubsup", "munderover"):
        return "%s_[%s]^[%s]" % tuple(parts) if len(parts) == 3 else "?"
    if name == "mphantom":
        return ""
    if name == "menclose":
        return "".join(parts)
    if name == "msqrt":
        return "sqrt[%s]" % "".join(parts)
    return name[1:] + "".join("[%s]" % part for part in parts)


def tree(markup):
    """The normal form of markup; a prime is the same beside and above its letter, and so are lines and underlines."""
    plain = re.sub(r"over\[(.*?)\]\[‾\]", r"\1^[‾]", re.sub(r"under\[(.*?)\]\[‾\]", r"\1_[‾]", normal(ElementTree.fromstring(markup))))
    plain = re.sub(r"\^\[('+)\]", r"\1", plain)
    return re.sub(r"([\^_])\[[‾∼^ ]*([‾∼^])\]", r"\1[\2]", plain).replace("\\", "")


def ours(executable, formulas):
    data = "\n".join(formulas)
    lines = subprocess.run([executable, "mathml"], input=data, capture_output=True, text=True, check=True).stdout
    return [tree(line) if line != "!" else None for line in lines.split("\n")[: len(formulas)]]


def pandoc(formulas):
    blocks = [
        {"t": "Para", "c": [{"t": "Math", "c": [{"t": "DisplayMath" if f[0] == "D" else "InlineMath"}, f[2:]]}]}
        for f in formulas
    ]
    document = json.dumps({"pandoc-api-version": [1, 22, 2, 1], "meta": {}, "blocks": blocks})
    html = subprocess.run(
        ["pandoc", "-f", "json", "-t", "html", "--mathml", "--wrap=none"], input=document, capture_output=True, text=True, check=True
    ).stdout
    found = re.findall(r"<p>(.*?)</p>", html, re.S)
    assert len(found) == len(formulas), (len(found), len(formulas))
    result = []
    for markup in found:
        match = re.search(r"<math.*?</math>", markup, re.S)
        try:
            result.append(tree(match[0]) if match else None)
        except ElementTree.ParseError:
            result.append(None)
    return result


def latex2mathml(formulas):
    from latex2mathml.converter import convert

    result = []
    for formula in formulas:
        try:
            result.append(tree(convert(formula[2:], display="block" if formula[0] == "D" else "inline")))
        except Exception:
            result.append(None)
    return result


def report(name, formulas, mine, theirs):
    both = [(f, a, b) for f, a, b in zip(formulas, mine, theirs) if a is not None and b is not None]
    different = [(f, a, b) for f, a, b in both if a != b]
    print(f"== {name}: {len(both)} of {len(formulas)} converted by both, {len(different)} trees differ")
    classes = collections.defaultdict(list)
    for f, a, b in different:
        start = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
        classes[(a[max(0, start - 1) : start + 5], b[max(0, start - 1) : start + 5])].append((f, a, b))
    for (x, y), cases in sorted(classes.items(), key=lambda item: -len(item[1]))[: int(sys.argv[5]) if len(sys.argv) > 5 else 60]:
        f, a, b = min(cases, key=lambda case: len(case[0]))
        print(f"{len(cases):5d}  {f[:90]}\n       ours   {a[:110]}\n       theirs {b[:110]}")


def main():
    executable, path = sys.argv[1:3]
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 8000
    random.seed(int(sys.argv[4]) if len(sys.argv) > 4 else 1)
    with open(path, encoding="utf-8") as file:
        formulas = sorted({line.rstrip("\n") for line in file if 5 <= len(line) <= 300})
    formulas = random.sample(formulas, min(count, len(formulas)))
    mine = ours(executable, formulas)
    report("pandoc", formulas, mine, pandoc(formulas))
    report("latex2mathml", formulas, mine, latex2mathml(formulas))


if __name__ == "__main__":
    main()
