"""Compares the operator dictionary in OperatorDictionary.swift with the spaces that Chromium sets.

usage: operators.py CHROMIUM ../../../Sources/TeXMath/Symbols/OperatorDictionary.swift

Measures every character from U+0021 to U+2B5F as first, middle and last operator of a row, and prints those whose
space differs from the file's.
"""
import re
import subprocess
import sys
import tempfile

PAGE = """<!doctype html><meta charset=utf-8><pre id=o></pre><div id=t style="font:100px serif"></div><script>
const NS="http://www.w3.org/1998/Math/MathML",out=[];
function el(n,t){const e=document.createElementNS(NS,n);if(t!=null)e.textContent=t;return e}
function space(){const s=el('mspace');s.setAttribute('width','10px');return s}
function row(c,place){const m=el('math'),r=el('mrow'),x=el('mi','x'),y=el('mi','x'),o=el('mo',c);
if(place)r.append(space());r.append(o);if(place<2)r.append(space());m.append(x,r,y);return [m,x,o,y,place]}
const cs=[];for(let i=0x21;i<0x2b60;i++)if(!(i>=0x7f&&i<0xa1||i>0x3ff&&i<0x2010))cs.push(String.fromCodePoint(i));
for(let k=0;k<cs.length;k+=200){const all=cs.slice(k,k+200).flatMap(c=>[0,1,2].map(p=>[c,row(c,p)]));
t.append(...all.map(a=>a[1][0]));const of={};
for(const [c,[m,x,o,y,p]] of all){const r=e=>e.getBoundingClientRect(),mu=v=>Math.round(v*18/100);
(of[c]??=[]).push(mu(r(o).left-r(x).right-(p?10:0))+','+mu(r(y).left-r(o).right-(p<2?10:0)))}
for(const c in of)out.push(c.codePointAt(0)+' '+of[c].join(' '));t.textContent=''}
o.textContent=out.join('\\n')</script>"""

# The converter sets these as identifiers and roots, never as operators.
NEVER_OPERATORS = {0x2145, 0x2146, 0x2202, 0x221A, 0x221B, 0x221C}

# First, middle, last.
SPACES = {
    "standard": "5,5 5,5 5,5", "tight": "0,0 0,0 0,0", "thin": "3,3 3,3 3,3", "medium": "4,4 4,4 4,4",
    "sign": "0,0 4,4 4,4", "separator": "0,3 0,3 0,3", "similar": "0,0 5,5 5,5", "bar": "0,0 5,5 0,0",
    "percent": "3,3 3,3 0,0",
}


def categories(path):
    text = open(path, encoding="utf-8").read()
    found = {}
    for values, name in re.findall(r"case ((?:0x\w+(?:, )?)+): \.(\w+)", text):
        for value in values.split(", "):
            found.setdefault(int(value, 16), name)
    for name, body in re.findall(r"let (\w+)Ranges.*?\[\n(.*?)\]", text, re.S):
        for low, high in re.findall(r"0x(\w+)\.\.\.0x(\w+)", body):
            for value in range(int(low, 16), int(high, 16) + 1):
                found.setdefault(value, name)
    return found


def measured(chromium):
    with tempfile.NamedTemporaryFile("w", suffix=".html") as file:
        file.write(PAGE)
        file.flush()
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=100000", "--dump-dom"]
        page = subprocess.run(command + [file.name], capture_output=True, text=True).stdout
    for line in re.search(r"<pre.*?>(.*?)</pre>", page, re.S)[1].split("\n"):
        code, spaces = line.split(" ", 1)
        yield int(code), spaces


def main():
    known = categories(sys.argv[2])
    count = differing = 0
    for code, spaces in measured(sys.argv[1]):
        count += 1
        name = known.get(code, "standard")
        if SPACES[name] != spaces and code not in NEVER_OPERATORS:
            differing += 1
            print(f"U+{code:04X} {chr(code)}  file: {name} {SPACES[name]}  browser: {spaces}")
    print(f"{count} characters, {differing} differ")


if __name__ == "__main__":
    main()
