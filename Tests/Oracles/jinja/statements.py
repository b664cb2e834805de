"""Random statements, templates and contexts."""

from expressions import WORDS, Expressions

TEXTS = ["text ", "\n", "<p>", "</p>\n", " ", "é—ü ", "a & b ", "{ ", "} ", "% ", "# ", "  \n  ", "\t", "x", "{}", "'\"", "<li>", "\n\n", "100% ", ". "]
NAMES = {"int": ["i", "j", "k"], "str": ["u", "v", "w"], "ints": ["p", "q"]}


class Statements(Expressions):
    """Makes template texts."""

    def __init__(self, random, wrong, marks):
        super().__init__(random, wrong)
        self.marks = marks
        self.includes, self.blocks = [], 0
        self.breakable = 0
        self.name = ""

    def tag(self, text):
        """A statement's tag, sometimes with signs that strip whitespace."""
        start = self.random.choice(["-", "+"]) if self.chance(self.marks) else ""
        end = self.random.choice(["-", "-", "+"]) if self.chance(self.marks) else ""
        return f"{{%{start} {text} {end}%}}"

    def print(self, expression):
        start, end = ("-" if self.chance(self.marks / 2) else "" for _ in range(2))
        return f"{{{{{start} {expression} {end}}}}}"

    def body(self, depth, length=4):
        return "".join(self.statement(depth) for _ in range(self.random.randint(1, length)))

    def statement(self, depth):
        if depth <= 0:
            return self.pick(self.text, self.print_any, self.print_any, self.set)
        return self.random.choice([self.text, self.text, self.print_any, self.print_any, self.print_any, self.print_any, self.set, self.set, self.comment, self.raw] + 2 * [
            self.condition, self.condition, self.loop, self.loop, self.loop] + [self.set_block, self.with_, self.filter, self.macro, self.call,
            self.include, self.autoescape, self.namespace, self.unpacking, self.tree, self.group, self.block, self.joiner, self.leave, self.do])(depth)

    def text(self, depth=0):
        return "".join(self.random.choice(TEXTS) for _ in range(self.random.randint(1, 3)))

    def print_any(self, depth=0):
        return self.print(self.any(self.random.choice([1, 1, 2, 2, 3])))

    def comment(self, depth=0):
        return self.pick("{# note #}", "{#- note -#}", "{#- {{ x }}\n#}", "{# it's #}")

    def raw(self, depth=0):
        return self.pick("{% raw %}{{ x }}{% endraw %}", "{%- raw -%} {% if %} {%- endraw -%}", "{% raw %}<&\n{% endraw %}")

    def set(self, depth=0):
        if self.chance(0.1):
            return self.tag(f"set i, u = {self.of('int', 1)}, {self.of('str', 1)}")
        kind = self.random.choice(["int", "str", "ints"])
        return self.tag(f"set {self.random.choice(NAMES[kind])} = {self.of(kind, 2)}")

    def set_block(self, depth):
        filters = self.pick("", "", "", " | upper", " | trim", " | replace('a', '<')", " | indent | trim")
        return self.tag(f"set {self.random.choice(NAMES['str'])}{filters}") + self.body(depth - 1, 3) + self.tag("endset")

    def namespace(self, depth):
        return self.pick(lambda: self.tag(f"set ns.count = {self.of('int', 1)}"), lambda: self.tag(f"set ns.text = {self.of('str', 1)}") + self.print("ns.text"), lambda: self.tag("set ns.count = ns.count + 1"))

    def do(self, depth):
        return self.tag("set acc = []") + self.tag(f"for x in {self.of('ints', 1)}") + self.tag(f"do acc.append(x * {self.of('int', 0)})") + self.tag("endfor") + self.print("acc")

    def condition(self, depth):
        text = self.tag(f"if {self.of('bool', 2)}") + self.body(depth - 1, 3)
        for _ in range(self.random.choice([0, 0, 1, 2])):
            text += self.tag(f"elif {self.of('bool', 2)}") + self.body(depth - 1, 2)
        if self.chance(0.5):
            text += self.tag("else") + self.body(depth - 1, 2)
        return text + self.tag("endif")

    def looped(self, depth, breakable=True, length=4):
        outer = self.loops, self.breakable
        self.loops, self.breakable = 1, int(breakable)
        text = self.body(depth - 1, length)
        self.loops, self.breakable = outer
        return text

    def loop(self, depth):
        kind = self.random.choice(["int", "int", "str", "str", "dict"])
        name = {"int": ["i", "j", "x"], "str": ["u", "v", "y"], "dict": ["d", "e", "o"]}[kind]
        name = self.random.choice(name)
        condition = f" if {self.outside(lambda: self.of('bool', 1))}" if self.chance(0.2) else ""
        text = self.tag(f"for {name} in {self.of('dicts') if kind == 'dict' else self.iterable(kind)}{condition}")
        text += (self.print(f"{name}.name") if kind == "dict" else self.print(name)) + self.looped(depth)
        if self.chance(0.2):
            text += self.tag("else") + self.outside(lambda: self.body(depth - 1, 2))
        return text + self.tag("endfor")

    def outside(self, make):
        """What can't name the loop variable: the condition and the else branch of a loop."""
        outer = self.loops, self.breakable
        self.loops = self.breakable = 0
        text = make()
        self.loops, self.breakable = outer
        return text

    def leave(self, depth):
        if not self.breakable:
            return self.print_any()
        return self.tag(f"if {self.of('bool', 1)}") + self.tag(self.random.choice(["break", "continue"])) + self.tag("endif")

    def unpacking(self, depth):
        source = self.pick("d|dictsort", "e|items", "[(1, 'a'), (2, '<')]", "d.items()", "{'q': 1, 'r': none}|dictsort(reverse=true)", "rows")
        return self.tag(f"for k, w in {source}") + self.print("k") + self.print("w") + self.looped(depth, length=2) + self.tag("endfor")

    def tree(self, depth):
        body = self.print("o.v") + self.looped(1, breakable=False, length=2)
        return self.tag("for o in tree recursive") + body + self.tag("if o.c") + "(" + self.print("loop(o.c)") + ")" + self.tag("endif") + self.tag("endfor")

    def group(self, depth):
        key, default = self.random.choice([("kind", ""), ("age", ""), ("on", ", default=false"), ("nested.score", "")])
        return self.tag(f"for key, group in us|groupby('{key}'{default})") + self.print("key") + self.print("group|map(attribute='name')|join('/')") + self.looped(depth, length=2) + self.tag("endfor")

    def joiner(self, depth):
        return self.tag("set sep = joiner(', ')") + self.tag(f"for x in {self.of('strs', 1)}") + self.print("sep()") + self.print("x") + self.tag("endfor")

    def with_(self, depth):
        kind = self.random.choice(list(NAMES))
        return self.tag(f"with {self.random.choice(NAMES[kind])} = {self.of(kind, 1)}" + (f", acc = {self.of('any', 1)}" if self.chance(0.3) else "")) + self.body(depth - 1, 3) + self.tag("endwith")

    def filter(self, depth):
        filters = self.pick("upper", "trim", "replace('a', '<')", "indent(2)", "escape", "title", "upper | replace('E', 'e')", "striptags", "truncate(20)")
        return self.tag(f"filter {filters}") + self.outside_breaks(lambda: self.body(depth - 1, 3)) + self.tag("endfilter")

    def outside_breaks(self, make):
        outer, self.breakable = self.breakable, 0
        text = make()
        self.breakable = outer
        return text

    def autoescape(self, depth):
        return self.tag(f"autoescape {self.pick('true', 'false', 'b')}") + self.outside_breaks(lambda: self.body(depth - 1, 3)) + self.tag("endautoescape")

    def macro(self, depth):
        name = f"m{self.name}{len(self.macros)}"
        kinds = [self.random.choice(["int", "str", "any"]) for _ in range(self.random.randint(0, 3))]
        defaults = self.random.randint(0, len(kinds))
        parameters = [("abc"[i] + (f"={self.outside(lambda: self.of(kind, 1))}" if i >= defaults else "")) for i, kind in enumerate(kinds)]
        uses = "".join(self.print(f"{'abc'[i]}|default('-')") for i in range(len(kinds)))
        text = self.tag(f"macro {name}({', '.join(parameters)})") + uses + self.outside(lambda: self.body(depth - 1, 3)) + self.tag("endmacro")
        known = [*self.macros]
        self.macros.append((name, kinds))
        text += self.print(self.macro_call(1))
        self.macros = known if self.chance(0.3) else self.macros
        return text

    def call(self, depth):
        name = f"c{self.random.randint(0, 99)}"
        argument = self.chance(0.5)
        text = self.tag(f"macro {name}(t='d')") + "[" + self.print("t") + self.print(f"caller({self.outside(lambda: self.of('str', 1)) if argument else ''})") + "]" + self.tag("endmacro")
        text += self.tag(f"call{'(arg)' if argument else ''} {name}({self.of('str', 1) if self.chance(0.5) else ''})") + (self.print("arg") if argument else "")
        return text + self.outside_breaks(lambda: self.outside(lambda: self.body(depth - 1, 3))) + self.tag("endcall")

    def include(self, depth):
        if not self.includes:
            return self.print_any()
        name = self.random.choice(self.includes)
        return self.tag("include " + self.pick(f"'{name}'", f"'{name}'", f"['nope.html', '{name}']", f"'{name}' ignore missing", f"'{name}' with context", "'nope.html' ignore missing"))

    def block(self, depth):
        if self.name != "base":
            return self.print_any()
        self.blocks += 1
        name = f"b{self.blocks}"
        content = self.outside(lambda: self.body(depth - 1, 3))
        return self.tag(f"block {name}{self.pick('', ' scoped')}") + content + self.tag(f"endblock{self.pick('', ' ' + name)}")


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
            templates[part] = "{% if ns is not defined %}{% set ns = namespace(count=0, text='') %}{% endif %}" + templates[part]
        return templates

    def module(self, templates):
        if self.random.random() > 0.2:
            return ""
        library = self.statements("lib")
        name = f"lib.{self.extension()}"
        templates[name] = "{% set ns = namespace(count=1, text='') %}" + library.macro(2) + library.macro(1) + "{% set exported = 'e<' %}"
        context = self.random.choice([" with context"] * 9 + [""])
        text = f"{{% import '{name}' as lib{context} %}}{{{{ lib.exported }}}}{{{{ lib.nope is defined }}}}"
        if library.macros and context:
            macro = library.macros[0][0]
            text += f"{{% from '{name}' import {macro} as one, exported with context %}}{{{{ exported }}}}{{{{ one() }}}}"
        return text

    def inheritance(self, main, parts, start):
        base = self.statements("base", parts)
        base_name, middle = f"base.{self.extension()}", f"middle.{self.extension()}"
        text = start + "".join(base.block(2) + base.text() for _ in range(2)) + base.body(2, 4)
        templates = {base_name: text}
        parent = base_name
        for name in [middle, main] if self.random.random() < 0.4 else [main]:
            child = self.statements("child", parts)
            text = f"{{% extends '{parent}' %}}" + self.random.choice(["", "ignored {{ n }}", "{% set i = 77 %}", "\n"]) + start
            for number in range(1, base.blocks + 1):
                if self.random.random() < 0.6:
                    around = self.random.choice(["", "{{ super() }}", "{{ super()|upper }}", "{{ self.b1() }}" if number > 1 else ""])
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
        person = lambda: {"name": word(), "age": random.randint(1, 60), "kind": random.choice("abAB"), "score": number(), "nested": {"score": random.randint(0, 3)}, **({"on": random.choice([True, False])} if random.random() < 0.8 else {})}
        return {
            "n": number(), "m": random.choice([0, 1, 2, 3, -7, 100]), "i": number(), "f": random.choice([0.5, -1.25, 3.0, 2.675, 1e-5, 123456.789, 1e20]), "g": round(random.uniform(-50, 50), random.randint(0, 4)),
            "s": word(), "t": word(), "u": word(), "h": random.choice(["<em>x</em>", "&lt;", "a<br>b"]), "b": random.choice([True, False]), "z": None, "es": [],
            "xs": [number() for _ in range(random.randint(0, 5))], "p": [number() for _ in range(random.randint(1, 4))], "ws": [word() for _ in range(random.randint(0, 5))],
            "d": {"name": word(), "age": number(), "kind": word(), "on": random.choice([True, False]), "score": number()}, "e": {"name": word(), "kind": word()},
            "us": [person() for _ in range(random.randint(1, 4))], "rows": [[number(), number()] for _ in range(random.randint(0, 3))],
            "tree": [{"v": word(), "c": [{"v": number(), "c": []}, {"v": word(), "c": [{"v": 1, "c": []}]}][: random.randint(0, 2)]} for _ in range(random.randint(1, 2))],
        }
