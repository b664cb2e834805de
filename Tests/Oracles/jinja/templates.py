"""Random sets of templates, and contexts for them."""

from statements import Statements
from vocabulary import WORDS


class Templates:
    """A set of templates and contexts for it."""

    def __init__(self, random):
        self.random = random
        self.wrong = random.choice([0, 0, 0.002, 0.01, 0.03])
        self.marks = random.choice([0, 0.1, 0.3])

    def statements(self, name, includes=()):
        statements = Statements(self.random, self.wrong, self.marks)
        statements.name, statements.includes = name, list(includes)
        return statements

    def extension(self):
        return self.random.choice(["html", "html", "txt"])

    def set(self):
        templates, parts = {}, []
        for number in range(self.random.choice([0, 0, 0, 1, 2])):
            name = f"part{number}.{self.extension()}"
            templates[name] = self.statements(f"p{number}", parts).body(2, 4)
            parts.append(name)
        main = f"main.{self.extension()}"
        start = "{% set ns = namespace(count=0, text='') %}"
        if self.random.random() < 0.2:
            templates |= self.inheritance(main, parts, start)
        else:
            module = self.module(templates)
            templates[main] = start + module + self.statements("", parts).body(3, 9)
        for part in parts:
            templates[part] = (
                "{% if ns is not defined %}{% set ns = namespace(count=0, text='') %}{% endif %}" + templates[part]
            )
        return templates

    def module(self, templates):
        if self.random.random() > 0.2:
            return ""
        library = self.statements("lib")
        name = f"lib.{self.extension()}"
        templates[name] = (
            "{% set ns = namespace(count=1, text='') %}"
            + library.macro(2)
            + library.macro(1)
            + "{% set exported = 'e<' %}"
        )
        context = self.random.choice([" with context"] * 9 + [""])
        text = f"{{% import '{name}' as lib{context} %}}{{{{ lib.exported }}}}{{{{ lib.nope is defined }}}}"
        if library.macros and context:
            macro = library.macros[0][0]
            text += (
                f"{{% from '{name}' import {macro} as one, exported with context %}}{{{{ exported }}}}{{{{ one() }}}}"
            )
        return text

    def inheritance(self, main, parts, start):
        base = self.statements("base", parts)
        extension = main.rpartition(".")[2]
        base_name, middle = f"base.{extension}", f"middle.{extension}"
        text = start + "".join(base.block(2) + base.text() for _ in range(2)) + base.body(2, 4)
        templates = {base_name: text}
        parent = base_name
        for name in [middle, main] if self.random.random() < 0.4 else [main]:
            child = self.statements("child", parts)
            text = (
                f"{{% extends '{parent}' %}}"
                + self.random.choice(["", "ignored {{ n }}", "{% set i = 77 %}", "\n"])
                + start
            )
            for number in range(1, base.blocks + 1):
                if self.random.random() < 0.6:
                    around = self.random.choice(
                        ["", "{{ super() }}", "{{ super()|upper }}", "{{ self.b1() }}" if number > 1 else ""]
                    )
                    text += f"{{% block b{number} %}}{around}" + start + child.body(2, 3) + "{% endblock %}\n"
            templates[name] = text
            parent = name
        return templates

    def options(self):
        options = {}
        for name, probability in [("trim_blocks", 0.25), ("lstrip_blocks", 0.25), ("keep_trailing_newline", 0.2)]:
            if self.random.random() < probability:
                options[name] = True
        if self.random.random() < 0.2:
            options["undefined"] = "lenient"
        return options

    def context(self):
        random = self.random
        word, number = lambda: random.choice(WORDS), lambda: random.randint(-9, 40)
        person = lambda: {
            "name": word(),
            "age": random.randint(1, 60),
            "kind": random.choice("abAB"),
            "score": number(),
            "nested": {"score": random.randint(0, 3)},
            **({"on": random.choice([True, False])} if random.random() < 0.8 else {}),
        }
        return {
            "n": number(),
            "m": random.choice([0, 1, 2, 3, -7, 100]),
            "i": number(),
            "f": random.choice([0.5, -1.25, 3.0, 2.675, 1e-5, 123456.789, 1e20]),
            "g": round(random.uniform(-50, 50), random.randint(0, 4)),
            "s": word(),
            "t": word(),
            "u": word(),
            "h": random.choice(["<em>x</em>", "&lt;", "a<br>b"]),
            "b": random.choice([True, False]),
            "z": None,
            "es": [],
            "xs": [number() for _ in range(random.randint(0, 5))],
            "p": [number() for _ in range(random.randint(1, 4))],
            "ws": [word() for _ in range(random.randint(0, 5))],
            "d": {
                "name": word(),
                "age": number(),
                "kind": word(),
                "on": random.choice([True, False]),
                "score": number(),
            },
            "e": {"name": word(), "kind": word()},
            "us": [person() for _ in range(random.randint(1, 4))],
            "rows": [[number(), number()] for _ in range(random.randint(0, 3))],
            "tree": [
                {
                    "v": word(),
                    "c": [{"v": number(), "c": []}, {"v": word(), "c": [{"v": 1, "c": []}]}][: random.randint(0, 2)],
                }
                for _ in range(random.randint(1, 2))
            ],
        }
