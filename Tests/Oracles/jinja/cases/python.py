"""What is Python in Jinja2: how values print, equal, and order."""

from cases import Area

area = case = Area("python")

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", txt=True, **context)

show("list-printed", "[]", "[1, 2.0, 'a', none, true]", "[[1], [2, [3]]]", "['a\"b', \"a'b\", 'a\\'b\"c']", "['\\n\\t\\\\']", "['é😀']", "['\\x00\\x1f\\x7f']", "['\u00a0\u2028\u200b']", "[1e16, 0.1]", "[('a',), ()]", "[{'a': 1}]", "['<'|safe]", "['']", "[range(3)]", "['\u00ad\ufeff']", "['\\ue000']", "['\u0301']")
show("dictionary-printed", "{}", "{'a': 1, 'b': [2]}", "{1: none, 2.5: true, none: 'x'}", "{'a': {'b': {}}}", "{(1, 2): 3}", "{\"it's\": 1}", "d", d={"k": [1, {"x": None}], "é": "ü\n"})
show("tuple-printed", "()", "(1,)", "(1, 'a')", "((1, 2), 3)", "1, 2")
show("constant-printed", "true", "none", "false", "not none", "none is none", "1 == 1", "range(3)", "range(1, 5, 2)", "range(0, 3)", "range(2, 5)")
show("equality", "1 == true", "1.0 == 1", "'1' == 1", "[1, 2] == [1, 2]", "[1] == (1,)", "(1, 2) == (1.0, 2)", "{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "{} == []", "none == false", "'' == false", "0 == false", "range(3) == range(3)", "range(0) == range(1, 1)", "[] == range(0)", "{'a': [1]} == {'a': [1.0]}", "[none] == [none]", "range(0, 3, 2) == range(0, 4, 2)")
show("order", "[1, 2] < [1, 2, 0]", "[2] > [1, 9]", "(1, 'a') < (1, 'b')", "[1] < (2,)", "'a' < 'aa'", "'Z' < 'a'", "'😀' > '\uffff'", "true < 2", "false < true", "1 < none", "{} < {}", "range(1) < range(2)", "[[1], [2]] < [[1], [3]]", "[1, 'a'] < [2, 3]", "[1, 'a'] < [1, 3]", "'' < 'a'", "[] < [1]", "1 <= true")
show("truth", "'y' if [] else 'n'", "'y' if [0] else 'n'", "'y' if {} else 'n'", "'y' if 0.0 else 'n'", "'y' if '0' else 'n'", "'y' if ' ' else 'n'", "'y' if none else 'n'", "'y' if () else 'n'", "'y' if range(0) else 'n'", "'y' if range(1) else 'n'", "'y' if (''|safe) else 'n'", "'y' if -0.0 else 'n'")
show("membership", "1 in {1: 'a'}", "'a' in ['a']", "1.0 in {1: 2}", "none in {}", "[] in {}", "(1,) in {(1,): 1}", "'ab' in 'cabd'", "3 in range(0, 10, 3)", "4 in range(0, 10, 3)", "3.0 in range(5)", "'a' in range(3)", "true in [1]", "'' in ''", "'é' in 'né'", "[1] in [[1]]")
show("floor", "-7 // 2", "7 // -2", "-7 % 3", "7 % -3", "-7.5 // 2", "-7.5 % 2", "-0.5 // 1", "0 // 5", "1e300 // 1e-5 > 0", "5.5 % -2", "-6 % 3", "-6 // 3", "0.3 // 0.1", "0.3 % 0.1", "1 // 0.1", "6.0 % 3", "-6.0 % 3")
show("text-repeat", "'ab' * 3", "'ab' * 0", "'ab' * -3", "[0] * 3", "(1, 2) * 2", "3 * 'x'", "'x' * true", "'x' * 2.0", "[1] * 'a'")
show("index", "'héllo'[1]", "'héllo'[-1]", "[1, 2, 3][-3]", "[1, 2, 3][-4] is defined", "(1, 2)[0]", "range(5)[2]", "range(5)[-1]", "range(5)[9] is defined", "{'a': 1}['a']", "'abc'['x'] is defined", "[1, 2][true]", "[1, 2]['0'] is defined", "[[1, 2], [3, 4]][1][0]", "d[1]", "d[2] is defined", "5[0] is defined", "none['a'] is defined", d={"1": "text"})
show("slices", "range(10)[2:5]", "range(10)[::3]|list", "range(10)[::-1]|list", "(1, 2, 3)[1:]", "'héllo'[1:4]", "'héllo'[::-1]", "[1, 2, 3][-2:]", "[1, 2, 3][:-1]", "[1, 2, 3][5:]", "[1, 2, 3][::2]", "[1, 2, 3, 4][3:0:-1]", "[1, 2, 3][None:2]", "'abc'[-100:2]", "'abc'[:100]", "[1, 2][0:true]")
show("unhashable", "{[1]: 2}", "{{}: 1}", "{(1, [2]): 1}", "{'a': 1}[[1]] is defined", "[1] in {}", "{none: 1}[none]", "{true: 1}[1]", "{1: 'a', true: 'b'}", "{'a': 1, 'a': 2}", "{range(2): 1}|length")
show("unicode", "'straße'|upper", "'İ'|lower|length", "'ǆ'|title", "'ﬀ'|capitalize", "'éÉ'|lower", "'ΣΑΣ'|lower", "'ﬁn'|title", "'и́'|length", "'👨‍👩‍👧'|length", "'👨‍👩‍👧'|reverse|length", "'e\u0301'|length", "'\u1e9e'|lower", "'ŉ'|title", "'ა'|upper", "'Ა'|lower")
show("number-text", "1 ~ ''", "1.0 ~ ''", "1e3 ~ ''", "-0.0 ~ ''", "1e-7 ~ ''", "true ~ ''", "none ~ ''", "[1] ~ ''", "(1,) ~ ''", "{'a': 1} ~ ''", "10 ** 15 ~ ''", "10 ** -3 ~ ''", "7 / 7 ~ ''")
case("sort-is-stable", "{% for x in xs|sort(attribute='k') %}{{ x.k }}{{ x.n }} {% endfor %}{% for x in xs|sort(attribute='k', reverse=true) %}{{ x.k }}{{ x.n }} {% endfor %}", xs=[{"k": k, "n": i} for i, k in enumerate([2, 1, 2, 1, 3, 1, 2])])
case("sort-ignores-case-stable", "{{ ['b', 'B', 'a', 'A', 'c', 'C']|sort|join }}{{ ['B', 'b', 'A', 'a']|sort|join }}{{ ['B', 'b', 'A', 'a']|sort(reverse=true)|join }}")
case("dictionary-order", "{% for k in d %}{{ k }}{% endfor %}{{ d }}", d={"z": 1, "a": 2, "m": 3})
case("dictionary-duplicate-key-keeps-place", "{{ {'a': 1, 'b': 2, 'a': 3} }}", txt=True)
case("dictionary-number-keys", "{{ {1: 'int', 1.0: 'float', true: 'bool'} }}", txt=True)
case("max-first-of-equal", "{{ [1, 1.0, true]|max }}{{ [true, 1, 1.0]|min }}{{ ['a', 'A']|max }}{{ ['A', 'a']|max }}")
case("and-or-give-values", "{{ 1 and 'x' }}{{ 0 and 'x' }}{{ 0 or 'y' }}{{ '' or [] }}{{ none and 1 }}")
case("chained-comparison-once", "{% set ns = namespace(n=0) %}{% macro f() %}{% set ns.n = ns.n + 1 %}{{ ns.n }}{% endmacro %}{{ '0' < f() < '9' }}{{ ns.n }}")
case("list-shared", "{% set a = [1] %}{% set b = a %}{% do b.append(2) %}{{ a }}")
case("list-addition-copies", "{% set a = [1] %}{% set b = a + [2] %}{{ a }}{{ b }}")
case("big-list-printed", "{{ xs }}", xs=list(range(50)))
case("deep-list-printed", "{{ [[[[[[1]]]]]] }}")
case("escape-of-repr", "{{ ['<', \"it's\"] }}{{ {'a': '\"'} }}")
case("slice-of-number", "{{ n[1:] is defined }}", n=5)
case("slice-of-dictionary", "{{ d[1:] is defined }}", d={"a": 1})
case("slice-of-none", "{{ z[1:] is defined }}", z=None)
