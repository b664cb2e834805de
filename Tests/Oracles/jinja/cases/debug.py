"""Where a failure is reported: the line in the template."""

from cases import Area

area = case = Area("debug")

def at(name, main, others=None, options=None, **context):
    case(name, main, others, options, line=True, **context)

at("undefined", "a\nb\n{{ missing }}\nc")
at("undefined-attribute", "a\n{{ d.x.y }}", d={})
at("division", "\n\n\n{{ 1 / 0 }}\n\n\n")
at("in-loop", "{% for x in [1] %}\n{{ x }}\n{{ 1 / (x - 1) }}\n{% endfor %}")
at("in-macro", "{% macro m() %}\n{{ 1 / 0 }}\n{% endmacro %}\n\n{{ m() }}")
at("in-block", "{% block a %}\n\n{{ 1 / 0 }}{% endblock %}")
at("in-include", "a\n{% include 'b' %}", {"b": "x\ny\nz\n{{ 1 / 0 }}"})
at("in-condition", "a\n{% if missing.x %}\n{% endif %}")
at("in-set", "a\nb\n{% set x = 1 / 0 %}")
at("in-for", "a\nb\n{% for x in 5 %}{% endfor %}")
at("syntax-unknown-tag", "a\nb\n  {% nosuchtag %}")
at("syntax-in-print", "a\n{{ 1 + }}")
at("syntax-unexpected", "\n\n{{ a b }}", a=1)
at("syntax-unknown-filter", "a\n{{ 1 }}\n{{ 1|nosuchfilter }}")
at("syntax-character", "a\n{{ ? }}")
case("syntax-end-tag", "a\n{% if 1 %}\n{% endfor %}\n")
at("after-minus", "a\n\n{%- if 1 %}\n{{ 1 / 0 }}{% endif %}")
at("after-minus-end", "{% if 1 -%}\n\n\n{{ 1 / 0 }}{% endif %}")
at("after-raw", "{% raw %}\n\n{% endraw %}\n{{ 1 / 0 }}")
at("after-comment", "{# a\nb\n#}\n{{ 1 / 0 }}")
at("after-text-over-lines", "{{ 'a\nb\nc' }}\n{{ 1 / 0 }}")
at("after-trim-blocks", "{% if 1 %}\n{% endif %}\n{{ 1 / 0 }}", options={"trim_blocks": True, "lstrip_blocks": True})
at("after-crlf", "a\r\nb\r\n{{ 1 / 0 }}")
at("after-lstrip", "  {% set a = 1 %}\n  {% set b = 2 %}\n  {{ 1 / 0 }}", options={"lstrip_blocks": True})
