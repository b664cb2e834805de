"""Undefined values, strict and lenient."""

from cases import Area

area = case = Area("undefined")
EXPRESSIONS = ["missing", "missing.x", "missing['x']", "missing()", "missing + 1", "1 + missing", "missing - 1", "missing * 2", "missing / 2", "missing // 2", "missing % 2", "missing ** 2", "-missing", "+missing", "missing ~ ''", "'' ~ missing",
               "missing < 1", "missing > 1", "missing <= missing", "1 >= missing", "missing == 1", "missing != 1", "missing == missing", "missing == none", "missing == ''", "missing in [1]", "missing in [missing]", "missing not in []", "1 in missing", "missing in 'abc'", "missing in {}", "not missing", "missing and 1 is defined", "missing or 'x'",
               "missing is defined", "missing is undefined", "missing is none", "missing is string", "missing is number", "missing is mapping", "missing is sequence", "missing is iterable", "missing is eq 1", "missing is sameas 1", "missing is in [1]", "missing is true", "missing is boolean", "missing is odd", "missing is lower", "missing is escaped", "missing is lt 1",
               "'a' if missing else 'b'", "missing if true else 1", "(missing if true else 1) is defined", "missing|default('d')", "missing|d('d')|upper", "missing|default", "missing|length", "missing|upper", "missing|list", "missing|join", "missing|first", "missing|first is defined", "missing|int", "missing|float", "missing|string", "missing|safe", "missing|e", "missing|tojson", "missing|items|list", "missing|sort", "missing|sum", "missing|map('upper')|list", "missing|select|list", "missing|reverse|list", "missing|replace('a', 'b')", "missing|trim", "missing|abs", "missing|round", "missing|dictsort", "missing|batch(2)|list", "missing|groupby('a')", "missing|unique|list", "missing|wordcount", "missing|truncate", "missing|urlencode", "missing|title", "missing|format(1)", "missing|indent", "missing|max", "missing|xmlattr", "missing|filesizeformat", "missing|attr('x')", "missing|striptags", "missing|center", "missing|capitalize",
               "'%s'|format(missing)", "'a'|replace('a', missing)", "'a'|default(missing)", "[missing]", "[missing]|length", "{'a': missing}", "{'a': missing}.a is defined", "(missing,)|length", "[missing, 1]|join", "[missing, 1]|select|list", "[missing, 1]|map('default', 0)|list", "[1, missing]|sum", "[missing]|first is defined", "range(missing)", "'abc'[missing]", "'abc'[missing] is defined", "[1, 2][missing] is defined", "{'a': 1}[missing] is defined", "xs[missing:]", "dict(a=missing).a is defined", "missing[0]", "missing[0:1]", "missing.x.y is defined", "xs.nope", "xs.nope.more", "d.nope", "d.nope is defined", "d['nope']|default('x')", "d.a.nope is defined", "d.nope or 'alt'", "d.nope == d.nope", "d.nope == missing", "none.x", "none.x is defined", "xs[5]", "xs[5] is defined", "n.nope is defined", "'abc'.nope is defined", "true.x is defined"]
for number, expression in enumerate(EXPRESSIONS, 1):
    case(f"strict-{number:03}", "{{ " + expression + " }}", xs=[1, 2], d={"a": 1}, n=5)
    case(f"lenient-{number:03}", "[{{ " + expression + " }}]", options={"undefined": "lenient"}, xs=[1, 2], d={"a": 1}, n=5)
for number, expression in enumerate(["[1]|tojson(missing)", "[1]|batch(missing)|list", "[1]|batch(2, missing)|list", "[1]|join(missing)", "[2, 1]|sort(reverse=missing)", "'ab'|truncate(missing)", "'ab'|center(missing)", "dict(missing)", "1.5|round(missing)", "'a'|trim(missing)", "'a'|indent(missing)", "[1]|slice(missing)|list", "'a'|replace('a', 'b', missing)", "[1]|sum(start=missing)", "'5'|float(missing)", "'x'|float(missing) is defined"], 1):
    case(f"argument-{number}", "{{ " + expression + " }}")
case("for-lenient", "[{% for x in missing %}x{% endfor %}]", options={"undefined": "lenient"})
case("for-attribute-lenient", "[{% for x in d.missing %}x{% else %}e{% endfor %}]", options={"undefined": "lenient"}, d={})
case("include-lenient", "{% include missing %}", options={"undefined": "lenient"})
case("set-lenient", "{% set x = missing %}[{{ x }}]", options={"undefined": "lenient"})
case("loop-previtem-lenient", "{% for x in 'ab' %}[{{ loop.previtem }}]{% endfor %}", options={"undefined": "lenient"})
case("macro-argument-lenient", "{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m() }}", options={"undefined": "lenient"})
case("set-passes-on", "{% set x = missing %}{{ x is defined }}{{ x|default('d') }}")
case("argument-passes-on", "{% macro m(a) %}{{ a is defined }}{{ a|default('d') }}{% endmacro %}{{ m(missing) }}")
case("if-and", "{% if d.a and d.nope %}1{% elif not d.nope %}2{% endif %}", d={"a": 1})
case("chain-guard", "{% if d.x and d.x.y %}1{% else %}2{% endif %}", d={})
case("chain-no-guard", "{% if d.x.y %}1{% else %}2{% endif %}", d={})
case("inline-if-without-else", "{{ 'x' if missing }}")
case("inline-if-without-else-guarded", "{{ ('x' if missing) or 'y' }}")
case("untaken-branch", "{% if missing %}{{ missing.x }}{% endif %}ok")
case("short-circuit", "{{ false and missing.x }}{{ true or missing.x }}")
case("with-undefined", "{% with a = missing %}{{ a is defined }}{% endwith %}")
case("tuple-undefined", "{% set a, b = missing %}")
case("attribute-of-text", "{{ 'x'.nope }}")
case("first-of-empty", "{{ ([]|first)|default('none') }}{{ [] | last is defined }}")
case("max-of-empty", "{{ ([]|max)|default('none') }}")
case("print-in-concatenation-of-default", "{{ (missing or '') ~ 'x' }}")
