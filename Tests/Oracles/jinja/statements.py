"""Random statements."""

from expressions import Expressions
from vocabulary import NAMES, TEXTS


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
        common = [self.text, self.set, self.condition, self.condition, self.loop, self.loop, self.loop]
        blocks = [self.set_block, self.with_, self.filter, self.macro, self.call, self.autoescape, self.block]
        others = [self.namespace, self.unpacking, self.tree, self.group, self.joiner, self.leave, self.do, self.include]
        makers = 2 * common + 4 * [self.print_any] + blocks + others + [self.comment, self.raw]
        return self.random.choice(makers)(depth)

    def text(self, depth=0):
        return "".join(self.random.choice(TEXTS) for _ in range(self.random.randint(1, 3)))

    def print_any(self, depth=0):
        return self.print(self.any(self.random.choice([1, 1, 2, 2, 3])))

    def comment(self, depth=0):
        return self.pick("{# note #}", "{#- note -#}", "{#- {{ x }}\n#}", "{# it's #}")

    def raw(self, depth=0):
        return self.pick(
            "{% raw %}{{ x }}{% endraw %}", "{%- raw -%} {% if %} {%- endraw -%}", "{% raw %}<&\n{% endraw %}"
        )

    def set(self, depth=0):
        if self.chance(0.1):
            return self.tag(f"set i, u = {self.of('int', 1)}, {self.of('str', 1)}")
        kind = self.random.choice(["int", "str", "ints"])
        return self.tag(f"set {self.random.choice(NAMES[kind])} = {self.of(kind, 2)}")

    def set_block(self, depth):
        filters = self.pick("", "", "", " | upper", " | trim", " | replace('a', '<')", " | indent | trim")
        return (
            self.tag(f"set {self.random.choice(NAMES['str'])}{filters}") + self.body(depth - 1, 3) + self.tag("endset")
        )

    def namespace(self, depth):
        return self.pick(
            lambda: self.tag(f"set ns.count = {self.of('int', 1)}"),
            lambda: self.tag(f"set ns.text = {self.of('str', 1)}") + self.print("ns.text"),
            lambda: self.tag("set ns.count = ns.count + 1"),
        )

    def do(self, depth):
        return (
            self.tag("set acc = []")
            + self.tag(f"for x in {self.of('ints', 1)}")
            + self.tag(f"do acc.append(x * {self.of('int', 0)})")
            + self.tag("endfor")
            + self.print("acc")
        )

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
        return (
            self.tag(f"if {self.of('bool', 1)}")
            + self.tag(self.random.choice(["break", "continue"]))
            + self.tag("endif")
        )

    def unpacking(self, depth):
        source = self.pick(
            "d|dictsort",
            "e|items",
            "[(1, 'a'), (2, '<')]",
            "d.items()",
            "{'q': 1, 'r': none}|dictsort(reverse=true)",
            "rows",
        )
        return (
            self.tag(f"for k, w in {source}")
            + self.print("k")
            + self.print("w")
            + self.looped(depth, length=2)
            + self.tag("endfor")
        )

    def tree(self, depth):
        body = self.print("o.v") + self.looped(1, breakable=False, length=2)
        return (
            self.tag("for o in tree recursive")
            + body
            + self.tag("if o.c")
            + "("
            + self.print("loop(o.c)")
            + ")"
            + self.tag("endif")
            + self.tag("endfor")
        )

    def group(self, depth):
        key, default = self.random.choice([("kind", ""), ("age", ""), ("on", ", default=false"), ("nested.score", "")])
        return (
            self.tag(f"for key, group in us|groupby('{key}'{default})")
            + self.print("key")
            + self.print("group|map(attribute='name')|join('/')")
            + self.looped(depth, length=2)
            + self.tag("endfor")
        )

    def joiner(self, depth):
        return (
            self.tag("set sep = joiner(', ')")
            + self.tag(f"for x in {self.of('strs', 1)}")
            + self.print("sep()")
            + self.print("x")
            + self.tag("endfor")
        )

    def with_(self, depth):
        kind = self.random.choice(list(NAMES))
        return (
            self.tag(
                f"with {self.random.choice(NAMES[kind])} = {self.of(kind, 1)}"
                + (f", acc = {self.of('any', 1)}" if self.chance(0.3) else "")
            )
            + self.body(depth - 1, 3)
            + self.tag("endwith")
        )

    def filter(self, depth):
        filters = self.pick(
            "upper",
            "trim",
            "replace('a', '<')",
            "indent(2)",
            "escape",
            "title",
            "upper | replace('E', 'e')",
            "striptags",
            "truncate(20)",
        )
        return (
            self.tag(f"filter {filters}") + self.outside_breaks(lambda: self.body(depth - 1, 3)) + self.tag("endfilter")
        )

    def outside_breaks(self, make):
        outer, self.breakable = self.breakable, 0
        text = make()
        self.breakable = outer
        return text

    def autoescape(self, depth):
        return (
            self.tag(f"autoescape {self.pick('true', 'false', 'b')}")
            + self.outside_breaks(lambda: self.body(depth - 1, 3))
            + self.tag("endautoescape")
        )

    def macro(self, depth):
        name = f"m{self.name}{len(self.macros)}"
        kinds = [self.random.choice(["int", "str", "any"]) for _ in range(self.random.randint(0, 3))]
        defaults = self.random.randint(0, len(kinds))
        parameters = [
            ("abc"[i] + (f"={self.outside(lambda: self.of(kind, 1))}" if i >= defaults else ""))
            for i, kind in enumerate(kinds)
        ]
        uses = "".join(self.print(f"{'abc'[i]}|default('-')") for i in range(len(kinds)))
        text = (
            self.tag(f"macro {name}({', '.join(parameters)})")
            + uses
            + self.outside(lambda: self.body(depth - 1, 3))
            + self.tag("endmacro")
        )
        known = [*self.macros]
        self.macros.append((name, kinds))
        text += self.print(self.macro_call(1))
        self.macros = known if self.chance(0.3) else self.macros
        return text

    def call(self, depth):
        name = f"c{self.random.randint(0, 99)}"
        argument = self.chance(0.5)
        text = (
            self.tag(f"macro {name}(t='d')")
            + "["
            + self.print("t")
            + self.print(f"caller({self.outside(lambda: self.of('str', 1)) if argument else ''})")
            + "]"
            + self.tag("endmacro")
        )
        text += self.tag(
            f"call{'(arg)' if argument else ''} {name}({self.of('str', 1) if self.chance(0.5) else ''})"
        ) + (self.print("arg") if argument else "")
        return text + self.outside_breaks(lambda: self.outside(lambda: self.body(depth - 1, 3))) + self.tag("endcall")

    def include(self, depth):
        if not self.includes:
            return self.print_any()
        name = self.random.choice(self.includes)
        return self.tag(
            "include "
            + self.pick(
                f"'{name}'",
                f"'{name}'",
                f"['nope.html', '{name}']",
                f"'{name}' ignore missing",
                f"'{name}' with context",
                "'nope.html' ignore missing",
            )
        )

    def block(self, depth):
        if self.name != "base":
            return self.print_any()
        self.blocks += 1
        name = f"b{self.blocks}"
        content = self.outside(lambda: self.body(depth - 1, 3))
        return (
            self.tag(f"block {name}{self.pick('', ' scoped')}")
            + content
            + self.tag(f"endblock{self.pick('', ' ' + name)}")
        )
