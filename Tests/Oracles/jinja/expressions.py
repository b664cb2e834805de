"""Random expressions by type, so that most of what is generated succeeds."""

from vocabulary import (
    CHOICES,
    CONSTANTS,
    DICTIONARIES,
    FILTERS,
    INDENTS,
    ITEM_TESTS,
    KEYS,
    LAZY,
    SEPARATORS,
    TEXT_FILTERS,
    TRUNCATIONS,
)


class Expressions:
    """Makes expressions of a type: int, float, str, bool, ints, strs, dicts, dict, any."""

    def __init__(self, random, wrong):
        self.random, self.wrong = random, wrong
        self.loops = 0
        self.macros = []

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *makers):
        maker = self.random.choice(makers)
        return maker() if callable(maker) else maker

    def of(self, kind, depth=2):
        """An expression that mostly has this type, and seldom another one or none at all."""
        if self.chance(self.wrong):
            kind = self.random.choice(["int", "float", "str", "bool", "ints", "strs", "dict", "dicts", "nothing"])
        return getattr(self, kind)(depth)

    def operand(self, kind, depth):
        return f"({self.of(kind, depth)})" if depth > 0 else self.of(kind, 0)

    def nothing(self, depth=0):
        return self.pick("none", "missing", "d.missing", "us[9]", "(missing|default(none))", "xs[99]")

    def careless(self, depth):
        """Any filter with any arguments; most fail, and where Python is lazy the result is consumed at once."""
        name = self.random.choice(list(FILTERS))
        count = self.random.randint(*FILTERS[name])
        arguments = ", ".join(self.of(self.random.choice(["int", "str", "nothing", "float"]), 0) for _ in range(count))
        return f"({self.any(depth - 1)})|{name}({arguments})" + ("|list" if name in LAZY else "")

    def any(self, depth=2):
        if depth > 0 and self.chance(self.wrong * 2):
            return self.careless(depth)
        return self.of(self.random.choice(["int", "float", "str", "str", "str", "bool", "ints", "strs", "dict"]), depth)

    def int(self, depth=2):
        simple = [
            lambda: str(self.random.randint(0, 12)),
            "n",
            "m",
            "i",
            "(j|default(3))",
            "(xs|length)",
            "(s|length)",
            "d.age",
            "-n",
            "(us|length)",
            "ns.count",
            lambda: f"-{self.random.randint(1, 9)}",
        ]
        if self.loops:
            simple += ["loop.index", "loop.index0", "loop.length", "loop.revindex", "loop.depth", "loop.revindex0"]
        if depth <= 0:
            return self.pick(*simple)
        sub = lambda: self.operand("int", depth - 1)
        return self.pick(
            *simple,
            lambda: f"{sub()} {self.pick('+', '-', '*', '+', '-')} {sub()}",
            lambda: f"{sub()} {self.pick('//', '%')} {self.pick('3', '-2', '7', sub)}",
            lambda: f"{sub()} ** {self.pick('2', '3', '0')}",
            lambda: f"{self.operand('ints', depth - 1)}|{self.pick('sum', 'length', 'count')}",
            lambda: f"{self.operand('ints', depth - 1)}|{self.pick('first', 'last', 'max', 'min')}|default({self.random.randint(0, 5)})",
            lambda: f"{self.operand('ints', depth - 1)}[{self.random.randint(-3, 3)}]|default(1)",
            lambda: f"({self.of('str', depth - 1)})|{self.pick('length', 'wordcount', 'int', 'int(7)')}",
            lambda: f"({self.of('float', depth - 1)})|{self.pick('int', 'round|int')}",
            lambda: f"{sub()}|abs",
            lambda: f"{sub()} if {self.of('bool', depth - 1)} else {sub()}",
            lambda: f"{self.pick(*DICTIONARIES)}.{self.pick(*KEYS['int'])}|default(0)",
            lambda: f"{self.pick(*DICTIONARIES)}['{self.pick(*KEYS['int'])}']|default(2)",
            "us|sum(attribute='age')",
            lambda: f"us|map(attribute='{self.pick('age', 'nested.score')}', default={self.pick('0', '1')})|{self.pick('sum', 'max', 'min', 'first', 'list|last', 'list|length')}|default(0)",
            lambda: f"{sub()} {self.pick('or', 'and')} {sub()}",
        )

    def float(self, depth=2):
        simple = ["f", "g", "1.5", "0.25", "-2.75", "1e3", "0.1", "100.0", "3.14159", "1e16", "2.5e-7", "-0.0"]
        if depth <= 0:
            return self.pick(*simple)
        sub = lambda: self.operand("float", depth - 1)
        return self.pick(
            *simple,
            lambda: f"{sub()} {self.pick('+', '-', '*')} {self.pick(sub, lambda: self.operand('int', depth - 1))}",
            lambda: f"{self.operand('int', depth - 1)} / {self.pick('2', '3', '-4', '7.5', sub)}",
            lambda: f"{sub()} {self.pick('//', '%')} {self.pick('0.5', '2', '-3', '1.25')}",
            lambda: f"{sub()}|round({self.pick('', '1', '2', '0', '-1')}{self.pick('', '')})",
            lambda: f"{sub()}|round({self.pick('0', '1', '2')}, '{self.pick('ceil', 'floor', 'common')}')",
            lambda: f"{sub()}|{self.pick('abs', 'float')}",
            lambda: f"({self.of('str', depth - 1)})|float{self.pick('', '(1.5)')}",
            lambda: f"{self.operand('int', depth - 1)}|float",
            lambda: f"{sub()} if {self.of('bool', depth - 1)} else {self.operand('int', depth - 1)}",
        )

    def str(self, depth=2):
        simple = ["s", "t", "u", "(v|default('dv'))", "d.name", "e.kind", *CONSTANTS, "(ws[0]|default(''))", "h"]
        if depth <= 0:
            return self.pick(*simple)
        sub = lambda: self.operand("str", depth - 1)
        return self.pick(
            *simple,
            lambda: f"{sub()} ~ {self.operand('any', depth - 1)}",
            lambda: f"{sub()} + {sub()}",
            lambda: f"{sub()} * {self.pick('2', '0', '3')}",
            *[lambda: f"{sub()}|{self.random.choice(TEXT_FILTERS)}"] * 5,
            lambda: f"{sub()}|{self.random.choice(TEXT_FILTERS)}|{self.random.choice(TEXT_FILTERS)}",
            lambda: f"{sub()}|replace({self.operand('str', 0)}, {self.operand('str', 0)}{self.pick('', '', ', 1', ', count=2')})",
            lambda: f"{sub()}|truncate({self.random.randint(3, 12)}{self.pick(*TRUNCATIONS)})",
            lambda: f"{sub()}|indent({self.pick(*INDENTS)})",
            lambda: f"{self.operand('strs', depth - 1)}|join({self.pick(*SEPARATORS)})",
            lambda: f"{self.operand('ints', depth - 1)}|join({self.pick(*SEPARATORS)})",
            lambda: f"us|{self.pick(*CHOICES)}map(attribute='{self.pick('name', 'kind')}')|join('{self.pick(', ', '<', '')}')",
            lambda: f"{sub()}[{self.slice()}]",
            lambda: f"{sub()}[{self.random.randint(-2, 2)}]|default('-')",
            lambda: f"{sub()} if {self.of('bool', depth - 1)} else {sub()}",
            lambda: f"{sub()} {self.pick('or', 'and')} {sub()}",
            lambda: f"{self.operand('any', depth - 1)}|string",
            lambda: (
                f"'{self.pick('%s', '%s-%s', '<%s>', '%5s|%-6s|', '%s & %s')}'|format({self.operand('any', depth - 1)}, {self.operand('str', 0)})"
                if self.chance(0.3)
                else f"'%s/%d'|format({sub()}, {self.operand('int', 0)})"
            ),
            lambda: f"'{self.pick('%05.2f', '%d', '%x', '%+d', '%8.3f|', '%e', '%g', '%i')}'|format({self.operand('int', depth - 1)}|abs)",
            lambda: f"'{self.pick('%s', '%s!', '%r')}' % ({self.operand('str', 0)},)",
            lambda: f"{self.pick(*DICTIONARIES)}.{self.pick('name', 'kind')}|default('')",
            lambda: f"{self.operand('int', depth - 1)}|abs|filesizeformat{self.pick('', '(true)')}",
            lambda: f"({self.any(depth - 1)})|tojson{self.pick('', '', '(2)')}",
            lambda: f"d|xmlattr{self.pick('', '(false)')}",
            lambda: f"{{'name': {self.operand('str', 0)}, 'n': {self.operand('int', 0)}}}|{self.pick('xmlattr', 'urlencode')}",
            lambda: self.macro_call(depth - 1),
            lambda: self.cycle(),
        )

    def cycle(self):
        return f"loop.cycle({self.of('str', 0)}, {self.of('any', 0)})" if self.loops else self.of("str", 0)

    def macro_call(self, depth):
        if not self.macros:
            return self.of("str", depth)
        name, kinds = self.random.choice(self.macros)
        arguments = [self.of(kind, depth) for kind in kinds]
        if arguments and self.chance(0.2):
            arguments.pop()
        if arguments and self.chance(0.2):
            arguments[-1] = f"{'abc'[len(arguments) - 1]}={arguments[-1]}"
        return f"{name}({', '.join(arguments)})"

    def slice(self):
        number = lambda: self.pick("", "", lambda: str(self.random.randint(-4, 4)))
        return f"{number()}:{number()}" + (f":{self.pick('2', '-1', '1', '-2')}" if self.chance(0.2) else "")

    def bool(self, depth=2):
        simple = ["true", "false", "b", "s", "xs", "missing", "not b", "d.on", "e.on", "es", "n"]
        if self.loops:
            simple += ["loop.first", "loop.last", "not loop.last", "loop.changed(n)"]
        if depth <= 0:
            return self.pick(*simple)
        return self.pick(
            *simple,
            lambda: f"{self.operand('int', depth - 1)} {self.pick('<', '>', '==', '!=', '<=', '>=')} {self.operand('int', depth - 1)}",
            lambda: f"{self.operand('str', depth - 1)} {self.pick('<', '==', '!=', '>=')} {self.operand('str', 0)}",
            lambda: f"{self.operand('int', 0)} < {self.operand('float', depth - 1)} <= {self.operand('int', 0)}",
            lambda: f"{self.operand('any', depth - 1)} {self.pick('==', '!=')} {self.operand('any', depth - 1)}",
            lambda: f"{self.operand('int', 0)} {self.pick('in', 'not in')} {self.operand('ints', depth - 1)}",
            lambda: f"{self.operand('str', 0)} {self.pick('in', 'not in')} {self.operand('str', depth - 1)}",
            lambda: f"{self.operand('str', 0)} in {self.pick('d', 'e', 'ws')}",
            lambda: f"{self.of('bool', depth - 1)} {self.pick('and', 'or')} {self.of('bool', depth - 1)}",
            lambda: f"not {self.operand('bool', depth - 1)}",
            lambda: f"{self.operand('int', depth - 1)} is {self.pick('odd', 'even', 'not odd', 'divisibleby 3', 'divisibleby(2)', 'number', 'string', 'eq 3', 'gt(2)', 'not none', 'boolean', 'integer')}",
            lambda: f"{self.operand('any', depth - 1)} is {self.pick('defined', 'undefined', 'none', 'string', 'number', 'mapping', 'sequence', 'iterable', 'not defined', 'escaped', 'float', 'true', 'false', 'not string')}",
            lambda: f"{self.operand('str', depth - 1)} is {self.pick('lower', 'upper', 'string', 'escaped', 'in [s, t]', 'not eq s')}",
            lambda: f"{self.pick('missing', 'j', 'v', 'q', 'd.missing', 'us[5]', 'k')} is {self.pick('defined', 'undefined', 'not defined')}",
        )

    def lazy(self, kind, depth):
        """A filter that gives an iterator in Python, which has to be consumed at once."""
        source = self.operand(kind + "s", depth - 1)
        return self.pick(
            lambda: f"{source}|{self.pick('select', 'reject')}({self.test(kind)})",
            lambda: f"{source}|{self.pick('unique', 'reverse', 'select', 'reject')}",
            lambda: f"{source}|map({self.map(kind)})",
        )

    def test(self, kind):
        test = self.random.choice(ITEM_TESTS[kind])
        return test if test.startswith("'") else f"'{test}'"

    def map(self, kind):
        return (
            self.pick("'abs'", "'default', 3")
            if kind == "int"
            else self.pick(
                "'upper'",
                "'title'",
                "'replace', 'a', 'o'",
                "'trim'",
                "'escape'",
                "'reverse'",
                "'truncate', 4",
                "'string'",
            )
        )

    def items(self, kind, depth, simple):
        if depth <= 0:
            return self.pick(*simple)
        sub = lambda: self.operand(kind + "s", depth - 1)
        return self.pick(
            *simple,
            lambda: "[" + ", ".join(self.of(kind, depth - 1) for _ in range(self.random.randint(0, 4))) + "]",
            lambda: "(" + "".join(self.of(kind, 0) + ", " for _ in range(self.random.randint(1, 3))) + ")",
            lambda: f"{sub()}|sort{self.pick('', '(reverse=true)', '(true)', '(case_sensitive=true)')}",
            lambda: f"({self.lazy(kind, depth)}|list)",
            lambda: f"({sub()})[{self.slice()}]",
            lambda: f"({sub()}|list + {sub()}|list)",
            lambda: f"({sub()} if {self.of('bool', 0)} else {sub()})",
            lambda: f"{sub()}|{self.pick('list', 'default([])', 'sort|list')}",
        )

    def ints(self, depth=2):
        return self.items(
            "int",
            depth,
            [
                "xs",
                "p",
                "(q|default([4, 5]))",
                "es",
                "(range(4)|list)",
                "[3, 1, 2]",
                "[n, m]",
                "(range(2, 9, 3)|list)",
                "(rows[0]|default([]))",
                "(us|map(attribute='age', default=0)|list)",
            ],
        )

    def strs(self, depth=2):
        return self.items(
            "str",
            depth,
            [
                "ws",
                "['b', 'A', 'c']",
                "es",
                "('héy'|list)",
                "(d|list)",
                "(us|map(attribute='name')|list)",
                "[s, t]",
                "[h, s]",
            ],
        )

    def dict(self, depth=2):
        return self.pick(
            "d",
            "e",
            "d",
            "us|first",
            lambda: f"{{'name': {self.of('str', 0)}, 'age': {self.of('int', 0)}}}",
            lambda: f"dict(name={self.of('str', 0)}, age={self.of('int', 0)})",
            lambda: f"{{{self.of('int', 0)}: {self.of('any', 0)}}}",
            "{}",
        )

    def dicts(self, depth=2):
        return self.pick(
            "us",
            "us",
            "us|sort(attribute='age')",
            "us|sort(attribute='kind,name', reverse=true)",
            "us|selectattr('on', 'defined')|list",
            "us|rejectattr('age', 'gt', 30)|list",
            "us|selectattr('kind', 'eq', 'a')|list",
            "us[1:]",
            "us|reverse|list",
            "us|unique(attribute='kind')|list",
            "us|sort(attribute='nested.score')",
        )

    def iterable(self, kind, depth=2):
        """What a for statement loops over; here iterators may stay lazy."""
        if kind in ("int", "str") and self.chance(0.3):
            return self.lazy(kind, depth)
        return self.of(kind + "s", depth)
