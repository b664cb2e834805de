"""What Jinja2's own lexer and parser tests name."""

from cases import Area

area = case = Area("lexing")

case("raw-1", "{% raw %}foo{% endraw %}|{%raw%}{{ bar }}|{% baz %}{%       endraw    %}")
case("raw-2", "1  {%- raw -%}   2   {%- endraw -%}   3")
case("raw-3", "bar\n{% raw %}\n  {{baz}}2 spaces\n{% endraw %}\nfoo", options={"trim_blocks": True, "lstrip_blocks": True}, baz="test")
case("raw-4", "bar\n{%- raw -%}\n\n  \n  2 spaces\n space{%- endraw -%}\nfoo", options={"trim_blocks": True})
case("balancing", "{% for item in seq %}{{ {'foo': item}['foo'] }}{% endfor %}", seq=[0, 1, 2])
case("balancing-deep", "{{ {'a': {'b': {'c': [1, {'d': 2}]}}}['a']['b'].c[1]['d'] }}")
case("comments", "<ul>\n{# for item in seq #}\n  <li>{{ item }}</li>\n{#- endfor #}\n</ul>", item=1)
case("start-comment", "{# foo comment\nand bar comment #}\n{% macro blub() %}foo{% endmacro %}\n{{ blub() }}")
case("text-escapes", r"{{ '\t' }}{{ '\r' }}{{ '\n' }}{{ '\'' }}{{ " + '"\\""' + r" }}{{ '\u2668' }}")
case("byte-fallback", "{{ 'foo'|format }}|{{ 'bär'|string }}")
case("operators", "{{ 1 + 2 - 3 * 4 / 5 // 6 % 7 ** 8 }}{{ 1 == 1 != 2 }}{{ 1 > 0 >= 0 < 3 <= 3 }}{{ 'a' ~ 'b' }}")
case("operators-no-spaces", "{{1+2-3*4/5//6%7**8}}{{1==1!=2}}{{1>0>=0<3<=3}}{{'a'~'b'}}{{[1,2][0:1]|join}}{{{'a':1}.a}}")
case("normalizing", "1\n2\r\n3\n4\n")
case("trailing-newline-empty", "")
case("trailing-newline-no", "no\nnewline")
case("trailing-newline-with", "with\nnewline\n")
case("trailing-newline-two", "with\nseveral\n\n\n")
case("unicode-names", "{{ ä + ñandú + _übung }}", **{"ä": 1, "ñandú": 2, "_übung": 3})
case("unicode-name-not-start", "{{ ٣a }}")
case("unicode-name-digit", "{{ a٣ }}", **{"a٣": 5})
case("emoji-is-no-name", "{{ 😀 }}")
case("superscript-is-no-name", "{{ a² }}", a=1)
case("php-in-data", "<?php echo 1; ?>{{ 1 }}<% erb %><!-- c -->")
case("block-end-name", "{% block a %}x{% endblock a %}{% block b %}y{% endblock %}")
case("block-end-name-wrong", "{% block a %}x{% endblock b %}")
case("block-name-hyphen", "{% block a-b %}x{% endblock %}")
case("block-name-digits", "{% block 1a %}x{% endblock %}")
case("endblock-extra", "{% block a %}x{% endblock a b %}")
case("constant-casing", "{{ true }}|{{ True }}|{{ none }}|{{ None }}|{{ false }}|{{ False }}")
case("constant-casing-upper", "{{ TRUE is defined }}|{{ FALSE is defined }}|{{ NONE is defined }}")
case("chaining-tests", "{{ ['<foo>', '<bar>']|first|upper|escape }}")
case("text-concatenation", '{{ "foo" "bar" "baz" }}')
case("not-in", "{{ not 1 in [1] }}{{ 1 not in [2] }}{{ not (1 not in [2]) }}")
case("operator-precedence", "{{ 2 * 3 + 4 % 2 + 1 - 2 }}")
case("implicit-subscribed-tuple", "{{ d[1, 2] is defined }}", d={})
case("implicit-subscribed-tuple-of-literal", "{{ {(1, 2): 'x'}[1, 2] }}")
case("parse-unary", "{{ -foo['bar'] }}{{ -foo['bar']|abs }}{{ +foo.bar }}", foo={"bar": 42})
case("negative-filter-priority", "{{ -1|abs }}{{ -foo|string }}", foo=3)
case("const-assign-true", "{% set true = 42 %}")
case("const-assign-for", "{% for none in [] %}{% endfor %}")
case("localset", "{% set foo = 0 %}{% for item in [1, 2] %}{% set foo = 1 %}{% endfor %}{{ foo }}")
case("grouping", "{{ (true and false) or (false and true) and not false }}")
case("trailing-comma", "{{ (1, 2,)|list }}|{{ [1, 2,]|list }}|{{ {1: 2,}|list }}")
case("conditional", "{{ 0 if true else 1 }}{{ 0 if false else 1 }}")
case("conditional-short", "<{{ 1 if false }}>", options={"undefined": "lenient"})
case("filter-priority", '{{ "foo"|upper + "bar"|upper }}')
case("function-calls-ok", "{{ dict(*[]) }}{{ dict(**{}) }}{{ dict(a=1, *[]) }}{{ dict(a=1, **{'b': 2}) }}")
for number, arguments in enumerate(["*foo, bar", "*foo, *bar", "**foo, *bar", "**foo, bar", "**foo, **bar", "**foo, bar=42", "foo=1, bar", "a b", "a=", "=1", ",", "1,,2", "*", "**", "1=2", "a.b=2"], 1):
    case(f"function-calls-wrong-{number}", "{{ range(" + arguments + ") }}", foo=[], bar=1)
for number, tuple_ in enumerate(["()", "(1, 2)", "(1, 2,)", "1,", "1, 2", "(1,)", "(,)", "(1 2)", ","], 1):
    case(f"tuple-{number}", "{{ " + tuple_ + " }}")
for number, text in enumerate(["{{ a b }}", "{{ a. }}", "{{ .a }}", "{{ a[] }}", "{{ a[1 }}", "{{ a(] }}", "{{ 'a }}", "{% if a %}", "{% for %}", "{% block %}{% endblock %}", "{% extends %}", "{% include %}",
                              "{% import 'a' %}", "{% from 'a' %}", "{% macro %}{% endmacro %}", "{% macro a %}{% endmacro %}", "{% macro a( %}{% endmacro %}", "{% call %}{% endcall %}", "{% set %}", "{% filter %}{% endfilter %}",
                              "{% with a = %}{% endwith %}", "{% autoescape %}{% endautoescape %}", "{% do %}", "{% break %}", "{% continue %}", "{% if a b %}{% endif %}", "{% else %}", "{% elif a %}", "{% endfor %}", "{{", "{%", "{# a", "{{ a", "{% if a",
                              "{{ a }", "{% if a }}x{% endif %}", "{{ a %}", "{% raw %} ", "{% raw x %}{% endraw %}", "{% 5 %}", "{% 'a' %}", "{{ a|5 }}", "{{ a is 5 }}", "{{ a if }}", "{{ if a }}", "{{ a else b }}", "{{ not }}", "{{ a ~ }}", "{{ a and }}", "{{ a == }}", "{{ a < > b }}",
                              "{{ {1} }}", "{{ {1:} }}", "{{ {:1} }}", "{{ [1 2] }}", "{{ (1 }}", "{{ 1) }}", "{{ lambda x: x }}", "{{ a := 1 }}", "{{ @a }}", "{{ a\\b }}", "{{ a @ b }}", "{% set a = 1, %}{{ a|length }}", "{% if a, b %}x{% endif %}", "{% for a in b c %}{% endfor %}", "{% for a in b if %}{% endfor %}",
                              "{% block a b %}{% endblock %}", "{% block a scoped %}{% endblock %}", "{% include 'x' ignore %}", "{% include 'x' with %}", "{% import 'x' as %}", "{% from 'x' import %}", "{% from 'x' import a as %}", "{% from 'x' import _a %}", "{% macro 1() %}{% endmacro %}", "{% macro a(1) %}{% endmacro %}", "{% macro a(b=1, c) %}{% endmacro %}", "{% macro a(b.c) %}{% endmacro %}",
                              "{% call a %}{% endcall %}", "{% call a + 1 %}{% endcall %}", "{% call(1) a() %}{% endcall %}"], 1):
    case(f"syntax-{number:02}", text, a=1, b=2, c=3)
case("deep-parentheses", "{{ " + "(" * 40 + "1" + ")" * 40 + " }}")
case("long-chain", "{{ " + " + ".join(["1"] * 200) + " }}")
case("long-concatenation", "{{ " + " ~ ".join(["'a'"] * 150) + " }}")
case("deep-nesting", "".join(f"{{% if a %}}" for _ in range(15)) + "x" + "{% endif %}" * 15, a=1)
case("many-filters", "{{ 'a'" + "|upper|lower" * 30 + " }}")
case("many-tags", "{% set x = 1 %}" * 200 + "{{ x }}")
case("long-text", "x" * 5000 + "{{ 1 }}" + "é" * 2000)
