"""How filters are called, and the small ones: default, string, attr, tojson, urlencode, xmlattr."""

from cases import Area

area = case = Area("filters")

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", **context)

def text(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", txt=True, **context)

show("calling", "[1, 2, 3]|sum", "[1, 2, 3]|sum()", "'a'|upper()", "'a'|nosuchfilter", "'a'|upper(1)", "'a'|default", "'ab'|replace('a')", "'ab'|replace(old='a', new='b')", "'ab'|replace('a', new='c')", "'ab'|replace('a', 'b', nope=1)", "'ab'|replace(*['a', 'c'])",
     "'ab'|replace(**{'old': 'a', 'new': 'd'})", "'ab'|truncate(length=1, end='')", "'x'|d.e", "missing|upper", "none|upper", "1|upper", "[1]|upper", "none|trim|length", "'a'|upper|nosuchfilter", "missing|nosuchfilter", "'ab'|replace('a', 'b', 1, 2)", "'a'|default('b', true, 1)", "5|string|upper|length", "'x'|batch", "'b'|center(width=5)")
show("default", "missing|default('no')", "false|default('no')", "false|default('no', true)", "given|default('no')", "missing|default", "missing|d('x')", "none|default('no')", "none|d('no', true)", "''|default('e', boolean=true)", "0|default(1, true)", "missing|default(default_value='x')", "missing.x|default('y')", "given.nope|default('y')",
     "missing|default(missing)|default('z')", "missing|default([1])|first", "missing|default(none)", "missing|default(1) + 1", "given|default(1 / 0)", "missing|default(given)|upper", given="yes")
show("string", "1|string + 'a'", "none|string", "1.5|string", "[1, 'a']|string", "('<b>'|safe)|string", "'<b>'|string", "true|string|length", "missing|string", "{'a': 1}|string|length", "('<b>'|safe)|string is escaped")
show("attr", "foo|attr('bar') is defined", "foo|attr('nope')|default('d')", "'a'|attr('nope') is defined", foo={"bar": 1})
text("tojson", "1|tojson", "1.5|tojson", "'a'|tojson", "none|tojson", "true|tojson", "[1, 'a', none]|tojson", "{'b': 1, 'a': [true]}|tojson", "'\"'|tojson", "'<>&\\''|tojson", "'é😀'|tojson", "'\\n\\t\\\\'|tojson", "'\\x01\\x7f'|tojson", "[]|tojson", "{}|tojson", "(1, 2)|tojson", "missing|tojson", "[missing]|tojson",
     "{'a': {'b': [1, 2]}}|tojson(2)", "[]|tojson(2)", "{}|tojson(2)", "[1, [2, []]]|tojson(1)", "[1]|tojson(indent=4)", "{1: 2}|tojson", "{'a': 1, 'B': 2, 'é': 3}|tojson", "1e100|tojson", "1.0|tojson", "-0.0|tojson", "('<b>'|safe)|tojson", "{none: 1}|tojson", "{true: 1}|tojson", "range(3)|tojson", "'</script>'|tojson", "[1, 2]|tojson(0)", "'\u2028\u2029'|tojson")
case("tojson-is-safe", "<script>var x = {{ x|tojson }};</script><a d='{{ x|tojson }}'>", x={"a": "<'&>", "b": [1, None, False]})
case("tojson-forceescape", '<a d="{{ x|tojson|forceescape }}">', x={"a": "<'&>"})
show("urlencode", "'Hello, world!'|urlencode", "'Hello, world\u203d'|urlencode", "{'f': 1}|urlencode", "{'f': 1, 'z': 2}|urlencode", "{'\u203d': 1}|urlencode", "{0: 1}|urlencode", "[('f', 1), ('z', 2)]|urlencode", "'a/b c'|urlencode", "{'a/b': 'c d/e'}|urlencode", "'~-_.!*()'|urlencode", "5|urlencode", "none|urlencode", "1.5|urlencode", "'a+b&c=d'|urlencode", "[['x', 'y']]|urlencode", "''|urlencode", "{}|urlencode", "[1]|urlencode", "'<>\"'|urlencode", "missing|urlencode", "true|urlencode", "{'a': none}|urlencode", "{'a': ' '}|urlencode", "'50%'|urlencode", "('a b'|safe)|urlencode", "'ab'|urlencode|upper")
show("xmlattr", "{'foo': 42, 'bar': 23}|xmlattr", "{'foo': 42, 'spam': missing, 'n': none, 'blub:blub': '<?>'}|xmlattr", "{}|xmlattr", "{'a': missing}|xmlattr", "{'a': 1}|xmlattr(false)", "{'a': 1}|xmlattr(autospace=false)", "{'a b': 1}|xmlattr", "{'a/b': 1}|xmlattr", "{'a>b': 1}|xmlattr", "{'a=b': 1}|xmlattr", "{'a\\tb': 1}|xmlattr", "{'a\"b': 1}|xmlattr", "{'a<': '<'}|xmlattr", "{'a': '<b>'|safe}|xmlattr", "{'a': true}|xmlattr", "[1]|xmlattr", "{'a': ''}|xmlattr", "{'a b': none}|xmlattr")
text("xmlattr-text", "{'a': '<'}|xmlattr", "{'a': '<'}|xmlattr|upper", "{'a': 1}|xmlattr is escaped")
show("items", "{'a': 1, 'b': 2}|items|list", "{}|items|list", "missing|items|list", "[]|items|list", "'a'|items|list", "none|items|list", "{'a': 1}|items|first|last")
case("items-loop", "{% for k, v in d|items %}{{ k }}={{ v }};{% endfor %}", d={"b": 1, "a": 2})
case("in-condition-arguments", "{{ 'x'|default('a' if y else 'b')|upper }}{{ z|default('a' if y else 'b') }}", y=0)
case("over-lines", "{{ 'a b'\n  | upper\n  | replace(\n    'A', 'x') }}")
case("filter-tag", "{% filter upper|replace('FOO', 'foo') %}foobar{% endfilter %}")
case("nested-call", "{{ [[3, 1], [2]]|map('sort')|map('join', '-')|join(' ') }}")
case("argument-is-expression", "{{ 'abc'|replace('a' ~ 'b', x + 'y') }}", x="X")
case("argument-is-filter", "{{ 'ABC'|replace('a'|upper, 'b'|upper) }}")
case("unknown-in-map", "{{ [1]|map('nosuchfilter')|list }}")
case("unknown-test-in-select", "{{ [1]|select('nosuchtest')|list }}")
case("unknown-name-is-not-evaluated-late", "{{ missing|nosuchfilter|default('x') }}")
