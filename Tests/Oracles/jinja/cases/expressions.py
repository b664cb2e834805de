"""Operators, precedence, comparisons, attributes, items, slices, calls and conditions."""

from cases import Area

area = case = Area("expressions")

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", **context)

show("addition", "1 + 2", "1 + 2.5", "'a' + 'b'", "[1] + [2]", "(1,) + (2,)", "true + 1", "1 + 'a'", "'a' + 1", "none + 1", "[1] + 2")
show("subtraction", "5 - 3", "3 - 5", "0.5 - 1", "1 - true", "'a' - 'b'")
show("multiplication", "6 * 7", "1.5 * 2", "'ab' * 3", "3 * 'ab'", "[1, 2] * 2", "'ab' * 0", "'ab' * -1", "'a' * 1.5", "-3 * 4")
show("division", "1 / 2", "4 / 2", "-7 / 2", "7 / 0", "7.0 / 0", "1 / 3", "'a' / 2", "10 / 4.0")
show("floor-division", "7 // 2", "-7 // 2", "7 // -2", "-7 // -2", "7.5 // 2", "-7.5 // 2", "1 // 0", "7 // 2.0", "-0.0 // 1", "1 // -3.0")
show("modulo", "7 % 3", "-7 % 3", "7 % -3", "-7 % -3", "7.5 % 2", "-7.5 % 2", "1 % 0", "5 % 5.0", "-1 % 3.5", "6 % -3.0")
show("power", "2 ** 10", "2 ** -1", "2 ** 0.5", "(-2) ** 3", "-2 ** 2", "2 ** 3 ** 2", "0 ** 0", "0 ** -1", "2.5 ** 2", "10 ** 18", "1 ** 100")
show("unary", "+3", "-3", "--3", "-+3", "+-3", "-foo", "-'a'", "+none", "-true", "-1.5", foo=4)
show("precedence", "2 + 3 * 4", "(2 + 3) * 4", "2 * 3 + 4 * 5", "-2 ** 2", "2 ** -1", "1 + 2 ~ 3", "1 ~ 2 + 3", "1 ~ 2 * 3", "10 - 3 - 2",
     "100 / 10 / 2", "7 // 2 * 2", "2 * 7 // 2", "7 - 2 % 4", "not 1 + 1", "not true or true", "true or false and false",
     "1 + 1 == 2", "1 == 1 and 2 == 2", "not 1 == 2", "1 + 2 in [3]", "-1|abs", "(-1)|abs", "1 + -1|abs", "2 + 3 * 4 + 5 - 6 + 25 / 5 * 2 // 3 ** 2",
     "'a' ~ 'b' == 'ab'", "1 < 2 == true", "-foo.bar", "- foo['bar'] ** 2", "2 * foo.bar", "not foo is defined", "1 + 1 is even",
     "3 * 2 is even", "foo is mapping and true", "false == false is none", "1 if 0 else 2 if 0 else 3", "1 or 2 if 0 else 3", foo={"bar": 3})
show("concatenation", "'a' ~ 1", "1 ~ 2", "1.0 ~ none", "true ~ 'x'", "[1] ~ (2, 'a')", "1 ~ '<' ~ 2", "'a' ~ missing", "'' ~ ''", "'a' ~ ('<b>'|safe)", "('<b>'|safe) ~ '<'", "foo ~ 'x' ~ foo", foo="<")
show("comparison", "1 < 2", "2 <= 2", "3 > 2", "3 >= 4", "1 == 1.0", "1 != 1", "'a' < 'b'", "'a' < 'B'", "'10' < '9'", "[1, 2] < [1, 3]", "(1, 2) < (1, 2, 0)",
     "1 < 'a'", "none < 1", "none == none", "true == 1", "false == 0", "'1' == 1", "[1] == (1,)", "[1, 'a'] == [1.0, 'a']", "{'a': 1} == {'a': 1.0}",
     "{'a': 1} < {'a': 2}", "'' == none", "none != false", "0.1 + 0.2 == 0.3", "[] == []", "[1] != [1, 2]", "'é' > 'z'", "[1] < ['a']", "true < 2", "1 < 2.5")
show("comparison-chain", "1 < 2 < 3", "1 < 3 < 2", "3 > 2 > 1", "1 < 2 > 1", "1 == 1 == 1", "1 < 2 <= 2 < 5", "1 != 2 != 1", "0 < n < 10", "10 < n < missing.x",
     "1 in [1, 2] == true", "0 < n in [5]", n=5)
show("in", "1 in [1, 2]", "3 in [1, 2]", "'a' in 'abc'", "'' in 'abc'", "'d' in 'abc'", "'k' in {'k': 1}", "1 in {'k': 1}", "1 in (1,)", "1 not in [1]", "not 1 in [1]",
     "not (1 in [1])", "1 in 'abc'", "1 in 5", "none in [none]", "1.0 in [1]", "true in [1]", "[1] in [[1]]", "missing in [1]", "1 in missing", "'a' in none",
     "2 in range(3)", "'a' not in 'abc'", "1 not in [2] and 1 in [1]")
show("logic", "true and false", "true or false", "not true", "1 and 2", "0 and 2", "0 or 'x'", "'' or [] or 0", "1 or missing", "missing or 1", "missing and 1 or 2",
     "none or 'n'", "not not 5", "not ''", "(1 and 0) == 0", "1 and 'a' and [1]", "true and not false", "missing and missing.x", "'<' or 'b'", "false or false", "not missing")
show("condition", "1 if true else 2", "1 if false else 2", "'a' if missing else 'b'", "1 if x == 1 else 2 if x == 2 else 3", "(1 if true else 2) + 1", "1 if true else missing",
     "missing if false else 'ok'", "'<' if x else '>'", "1 if true", "1 if false", "(1 if false) is defined", "(1 if false)|default('d')", "[1 if x else 2, 3]|join",
     "1 if x and x > 1 else 0", "x if x is odd else -x", "1 if not x else 2", x=2)
case("condition-short-lenient", "[{{ 1 if false }}]", options={"undefined": "lenient"})
show("attribute", "foo.bar", "foo['bar']", "foo.list.0", "foo.list[0]", "foo.list[-1]", "foo.deep.deeper.deepest", "foo['deep']['deeper'].deepest", "foo.missing", "foo.missing.more",
     "foo.missing is defined", "foo.list.9 is defined", "foo.list[9]", "foo.none.x", "foo.none.x is defined", "foo['a b']", "foo.list['x'] is defined", "foo['missing']|default('d')", "foo[key]",
     "foo.list[one]", "foo.bar.nope", "foo.list[1.0] is defined", "foo[none] is defined", "5 .x is defined", "'abc'.nope is defined", "'abc'[1]", "'abc'[-1]", "'abc'[5] is defined", "foo.text[0]", "(1, 2, 3)[1]",
     "{'a': 1}.a", "{'a': {'b': 2}}.a.b", "[[1, 2], [3]][0][1]", "foo.42", "foo['42']", "foo.list.0.x is defined", "(foo).bar", "foo .bar", "foo. bar", "foo [ 'bar' ]", "foo.true", "foo.list[true]", "{1: 'a'}[1]", "{1: 'a'}[1.0]", "{1: 'a'}[true]",
     foo={"bar": 1, "list": [10, 20, 30], "deep": {"deeper": {"deepest": "x"}}, "none": None, "a b": "sp", "text": "añb", "42": "n", "true": "t"}, key="bar", one=1)
show("slice", "xs[:]", "xs[1:]", "xs[:2]", "xs[1:3]", "xs[::2]", "xs[::-1]", "xs[-2:]", "xs[:-1]", "xs[-1:-4:-1]", "xs[10:]", "xs[1:1]", "xs[3:1]", "xs[::-2]", "xs[-100:100]",
     "'hello'[1:3]", "'hello'[::-1]", "'añ😀z'[1:3]", "(1, 2, 3)[1:]", "xs[a:b]", "xs[1:none]", "xs[none:2]", "xs[::0] is defined", "xs['a':] is defined", "xs[1:3][0]", "xs[:2]|join", "xs[:, 1] is defined", "range(10)[2:4]|list", "'abc'[3:]", "xs[5:0:-2]", "xs[1.5:] is defined",
     xs=[0, 1, 2, 3, 4], a=1, b=-1)
show("call", "range(3)|list", "range(1, 3)|list", "range(*[1, 3])|list", "dict(a=1)", "dict(a=1, b='x').b", "dict({'a': 1}, b=2)|length", "dict(**{'a': 5}).a", "missing()", "5()", "'a'()", "foo()", "foo.bar()", "range('a')", "range(1, 2, 3, 4)",
     "dict(a=1)['a']", "dict()|length", "range(3,)|list", "range(x=1)", "dict(*[], **{})", "dict([('a', 1)]).a", foo={"bar": 1})
case("call-syntax", "{% macro f(a, b) %}{{ a }}{{ b }}{{ kwargs.c }}{{ kwargs.e }}{{ kwargs.g }}{% endmacro %}{{ f('a', c='d', e='f', *['b'], **{'g': 'h'}) }}")
case("call-positional-after-keyword", "{{ dict(a=1, 2) }}")
case("call-keyword-twice", "{{ dict(a=1, a=2) }}")
case("call-star-twice", "{{ range(*[1], *[2]) }}")
case("call-keyword-after-double-star", "{{ dict(**{'a': 1}, b=2).b }}")
case("call-positional-after-star", "{{ range(*[1], 3)|list }}")
case("call-on-several-lines", "{{ dict(\n  a = 1,\n  b = 2\n)|length }}")
case("call-unclosed", "{{ range(1 }}")
show("tuples", "()|length", "(1,)|length", "(1, 2)|join('-')", "(1)", "1, 2", "(1, (2, 3))[1][0]", "(1, 2,)|length", "((1))", "(1,)[0]", "() == ()")
show("collections", "[]|length", "[1, 2,]|length", "{}|length", "{'a': 1,}|length", "[[1], [2]][1][0]", "{'a': [1, {'b': 2}]}.a[1].b", "[1, 'a', none, true, 1.5]|length", "{'a': 1, 'a': 2}.a", "{a: 1}.x", "{1: 2, 1.0: 3}|length", "{'a' ~ 'b': 1}.ab", "[missing]|length", "{'k': missing}|length", a="x")
show("filters-in-expressions", "1 + 2|abs", "(1 + 2)|string ~ 'x'", "'a'|upper ~ 'b'|upper", "-5|abs + 1", "'ab'|upper|lower|length", "[3, 1]|sort|first + 1", "not 'x'|length", "'a' in 'ABC'|lower", "'x'|upper == 'X'",
     "foo.bar|upper", "foo|length > 1", "'%s-%s'|format(1, 2)", "'a'|default('b')|upper", "[1, 2]|sum * 2", "(1, 2)|first", "{'a': 1}|length", "2 ** 3|float", "'abc'|length // 2", "foo['bar']|first|upper", foo={"bar": "xyz", "b": 1})
show("django-attributes", "[1, 2, 3].0", "[[1]].0.0", "{'0': 'z'}.0 is defined", "'abc'.1")
show("filter-calls", "'a'.upper|default('d') is defined", "'a b'|title|replace('A', 'x')", "'x'|\n upper", "'x' | upper", "1|string|length|string")
