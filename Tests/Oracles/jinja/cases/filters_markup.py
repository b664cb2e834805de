"""Filters where the text is safe or the template escapes: MarkupSafe's rules."""

from cases import Area

area = case = Area("filters_markup")
M = "('<b>'|safe)"

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", **context)

show("safe", "'<b>'|safe", "x|safe", "1|safe", "none|safe", "missing|safe", "[1, '<']|safe", "'<b>'|safe|safe", "true|safe is escaped", x="<i>&</i>")
show("escape", "'<\">&'|escape", "'<\">&\\''|e", f"{M}|e", "1|e", "none|e", "'<'|e|e", "'<'|escape|string", "[1, '<']|e", "missing|e", "x|e is escaped", "'é\\x00'|e", "'a&amp;b'|e", x="<")
show("forceescape", f"{M}|forceescape", "'<'|forceescape", "'<'|e|forceescape", "5|forceescape", "none|forceescape", "missing|forceescape", "['<']|forceescape")
for number, name in enumerate(["upper", "lower", "title", "capitalize", "trim", "center(7)", "reverse", "striptags", "string", "first", "last", "replace('b', 'i')", "replace('b', '<')", "replace('<', 'x')", "truncate(2, true, '', 0)", "indent", "wordwrap(2)", "length", "list", "join('-')", "default('x')", "urlize", "tojson", "urlencode", "format", "wordcount", "int", "float", "abs", "batch(2)|list", "slice(2)|list", "unique|list", "sort", "max", "min", "map('upper')|list", "select|list", "forceescape", "e", "d", "dictsort", "xmlattr", "sum", "round", "filesizeformat", "groupby(0)", "items|list", "attr('x') is defined", "count"], 1):
    case(f"on-markup-{number:02}", "{{ " + f"{M}|{name}" + " }}|{{ (" + f"{M}|{name}" + ") is escaped }}")
for number, operation in enumerate([f"{M} + '<'", f"'<' + {M}", f"{M} + {M}", f"{M} ~ '<'", f"'<' ~ {M}", f"{M} * 2", f"2 * {M}", f"{M}[0]", f"{M}[1:]", f"{M} == '<b>'", f"{M} in ['<b>']", f"'b' in {M}", f"{M} < 'a'", f"{{{M}: 1}}['<b>']", f"{{'<b>': 1}}[{M}]", f"1 ~ {M}", f"{M} ~ 1", f"[{M}]|first", f"{M} and '<'", f"'' or {M}", f"{M} if true else 1", f"{M} + 1", f"{M} % 1", f"('%s'|safe) % '<'", f"('%s'|safe) % {M}", f"('%d'|safe) % 5", f"('%s %s'|safe) % ('<', 1)", f"('%(a)s'|safe) % {{'a': '<'}}", f"{M} ~ none", f"{M} ~ ['<']", f"('%r'|safe) % '<'", f"({M},)|first", f"('%s'|safe) % [1, '<']"], 1):
    case(f"operation-{number:02}", "{{ " + operation + " }}|{{ (" + operation + ") is escaped }}")
case("replace-old-is-markup", "{{ 'a<b'|replace('<'|safe, 'x') }}{{ 'a<b'|replace('a'|safe, '<') }}")
case("replace-new-is-markup", "{{ 'a<b'|replace('a', '<br>'|safe) }}{{ 'a<b'|replace('<', '<br>'|safe) }}")
case("replace-all-markup", "{{ ('a<b'|safe)|replace('a'|safe, '<i>'|safe) }}{{ ('a<b'|safe)|replace('a', '<') }}{{ ('a<b'|safe)|replace('<', '>') }}")
case("replace-is-escaped", "{{ 'a'|replace('a', 'b'|safe) is escaped }}{{ 'a'|replace('a'|safe, 'b') is escaped }}{{ ('a'|safe)|replace('a', 'b') is escaped }}{{ 'a'|replace('a', 'b') is escaped }}")
case("replace-markup-in-text", "{{ ('a<b'|safe)|replace('a', '<') is escaped }}{{ ('a<b'|safe)|replace('a', '<') }}", txt=True)
case("join-in-text", "{{ ['<'|safe, '>']|join('&') }}{{ ['<'|safe, '>']|join('&') is escaped }}", txt=True)
case("escape-in-text", "{{ '<'|e }}{{ '<'|e ~ '>' }}{{ '<'|e + '>' }}{{ '<'|e|upper }}{{ ['<'|e, '>']|join }}", txt=True)
case("center-markup", "[{{ ('<b>'|safe)|center(9) }}]")
case("set-and-print", "{% set x = '<b>'|safe %}{{ x }}{{ x ~ '<' }}{{ x|string }}{{ '%s'|format(x) }}")
case("list-repr", "{{ ['<'] }}{{ ['<'|safe] }}{{ {'a': '<'|safe} }}")
case("split-markup", "{{ ('<a> <b>'|safe).split()|join('|') }}{{ ('<a> <b>'|safe).split()[0] is escaped }}")
case("markup-methods", "{{ ('<b>'|safe).upper() }}{{ ('a'|safe).replace('a', '<') }}{{ ('-'|safe).join(['<', '>']) }}{{ ('{}'|safe).format('<') }}{{ ('<b>x</b>'|safe).striptags() }}{{ ('&lt;'|safe).unescape() }}")
case("macro-result", "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m('<') }}{{ m('<') is escaped }}{{ m('<') ~ '<' }}{{ m('<')|upper }}{{ m('<')|length }}")
case("macro-result-in-text", "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m('<') }}{{ m('<') is escaped }}{{ m('<') ~ '<' }}", txt=True)
case("attribute-quotes", "<a title=\"{{ x }}\" alt='{{ x }}'>", x="a\"b'c")
case("entities", "{{ '&<>\"\\'' }}")
case("long-text-escaped", "{{ x }}", x="plain text " * 20 + "<tag> & \"quote\" " + "é" * 50 + "'")
