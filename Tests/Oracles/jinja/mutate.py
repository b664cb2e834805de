#!/usr/bin/env python3
"""Writes damaged cases, judged by Jinja2, as JSON Lines: where the engine's syntax is wider or narrower than Jinja2's.

    mutate.py --seed S --count N > cases.jsonl

The cases of `cases/` are taken apart into tokens, of which a few are removed, doubled, swapped or replaced by those of
another case. Results that show Python's own objects are left out.
"""

import argparse
import json
import random
import re
import signal
import sys
import warnings

import make_cases
import oracle
from guarded import GuardedEnvironment

TOKEN = re.compile(r"\{[%{#][-+]?|[-+]?[%}#]\}|\w+|'[^']*'|\s+|.", re.DOTALL)
PYTHON = re.compile(
    r"<(built-in|bound|class|function|generator|Macro|Undefined|module|method|\w+ (object|Cycler))| at 0x|&lt;(built-in|bound|class|func|gener|Macro|Temp|Loop|Name|Block|jinja2|mark|dict_|method|slot|item|list_|map|filter|rev)|dict_(keys|values|items)|<Loop|<Temp|<Block|<Name|<jinja2"
)


class TooSlow(Exception):
    """A case that doesn't end."""


def corpus():
    cases = [case for area in make_cases.areas() for case in area.cases if area.name not in ("methods", "debug")]
    return [case for case in cases if all(len(text) < 400 for text in case["templates"].values())]


def mutated(text, others, source):
    tokens = TOKEN.findall(text)
    for _ in range(source.randint(1, 2)):
        place = source.randrange(len(tokens) + 1)
        kind = source.randrange(5)
        if kind == 0:
            del tokens[place : place + source.randint(1, 2)]
        elif kind == 1:
            tokens[place:place] = tokens[place : place + source.randint(1, 3)]
        elif kind == 2 and len(tokens) > 1:
            other = source.randrange(len(tokens))
            place = min(place, len(tokens) - 1)
            tokens[place], tokens[other] = tokens[other], tokens[place]
        else:
            donor = TOKEN.findall(source.choice(others))
            start = source.randrange(len(donor) + 1)
            tokens[place : place + source.randint(0, 2)] = donor[start : start + source.randint(1, 3)]
    return "".join(tokens)


def compiles(case):
    """Whether all templates compile: the engine compiles those that no one reaches as well."""
    env = oracle.environment(case["templates"], case.get("options", {}), GuardedEnvironment)
    try:
        return [env.get_template(name) for name in case["templates"]]
    except Exception:
        return []


def judged(case):
    if len(case["templates"]) > 1 and not compiles(case):
        return None
    signal.setitimer(signal.ITIMER_REAL, 2)
    try:
        result, _ = oracle.judge(case, GuardedEnvironment)
    except TooSlow:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return None if PYTHON.search(result.get("output", "")) or result.get("error") == "TooSlow" else result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1000)
    arguments = parser.parse_args()
    source, cases = random.Random(arguments.seed), corpus()
    texts = [text for case in cases for text in case["templates"].values() if text]
    for number in range(arguments.count):
        case = source.choice(cases)
        name = source.choice(list(case["templates"]))
        templates = {**case["templates"], name: mutated(case["templates"][name], texts, source)}
        case = {**case, "name": f"{arguments.seed}-{number}", "area": "mutated", "templates": templates}
        case.pop("line", None)
        if result := judged(case):
            print(json.dumps(result, ensure_ascii=False))


def alarm(*_):
    raise TooSlow


if __name__ == "__main__":
    signal.signal(signal.SIGALRM, alarm)
    sys.stdout.reconfigure(encoding="utf-8", errors="surrogatepass")
    warnings.simplefilter("ignore", SyntaxWarning)
    main()
