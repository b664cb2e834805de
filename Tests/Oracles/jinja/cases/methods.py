"""Methods of Python's texts, lists and dictionaries that themes use."""

from cases import Area

area = case = Area("methods")

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", txt=True, **context)

show("dictionary", "d.items()|list", "d.keys()|list", "d.values()|list", "d.get('a')", "d.get('x')", "d.get('x', 'alt')", "d.get('x') is none", "d.keys()|join(',')", "d.items()|length", "d.values()|sum", "'a' in d.keys()", "d.copy() == d", "d.nope()", "d.items()|sort|list", d={"a": 1, "b": 2})
case("dictionary-loop", "{% for k, v in d.items() %}{{ loop.index }}/{{ loop.length }}{{ k }}={{ v }};{% endfor %}", d={"b": 1, "a": 2})
case("dictionary-update", "{% set d = {'a': 1} %}{% do d.update({'b': 2}) %}{% do d.update(c=3) %}{{ d|length }}{{ d.c }}")
case("dictionary-pop", "{% set d = {'a': 1} %}{{ d.pop('a') }}{{ d|length }}{{ d.pop('x', 'none') }}")
case("dictionary-setdefault", "{% set d = {} %}{{ d.setdefault('a', 1) }}{{ d.setdefault('a', 2) }}")
case("dictionary-key-named-as-method", "{{ d['items'] }}{{ d['keys'] }}", d={"items": 5, "keys": 6})
case("list-append", "{% set l = [] %}{% for i in range(3) %}{% do l.append(i) %}{% endfor %}{{ l }}")
case("list-append-prints-none", "{% set l = [] %}{{ l.append(1) }}")
case("list-append-in-if", "{% set l = [] %}{% if l.append(1) %}{% endif %}{{ l }}")
case("list-methods", "{% set l = [3, 1, 2] %}{% do l.extend([5]) %}{% do l.insert(0, 9) %}{{ l.pop() }}{{ l.pop(0) }}{{ l.index(1) }}{{ l.count(2) }}{% do l.sort() %}{{ l }}{% do l.reverse() %}{{ l }}{% do l.remove(1) %}{{ l }}")
show("text", "'a b'.split()", "'a,b,c'.split(',')", "'a,b,c'.split(',', 1)", "'a  b'.split(' ')", "'-'.join(['a', 'b'])", "'ab'.upper()", "'AB'.lower()", "' x '.strip()", "'xax'.strip('x')", "'xa'.lstrip('x')", "'ax'.rstrip('x')", "'abc'.startswith('a')", "'abc'.endswith('c')", "'abc'.startswith(('x', 'a'))", "'aXa'.replace('a', 'b')", "'aXa'.replace('a', 'b', 1)", "'ab cd'.title()", "'ab cd'.capitalize()", "'abcb'.find('b')", "'abc'.find('z')", "'abcb'.count('b')", "'a\\nb'.splitlines()", "'5'.zfill(3)", "'{} {}'.format(1, 'a')", "'{0}{1}{0}'.format('a', 'b')", "'{x}'.format(x=1)", "'{:.2f}'.format(1.005)", "'{:>5}|{:<5}|{:^5}'.format('a', 'b', 'c')", "'{:,}'.format(1234567)", "'{:05d}'.format(42)", "'{:%}'.format(0.25)", "'12'.isdigit()", "'ab'.isalpha()", "'a1'.isalnum()", "'abc'.index('c')", "'a-b'.partition('-')", "'a-b-c'.rpartition('-')", "'a,b,c'.rsplit(',', 1)", "'x'.ljust(3) ~ '|'", "'x'.rjust(3)", "'x'.center(3) ~ '|'", "'aB'.swapcase()", "'abc'.removeprefix('a')", "'abc'.removesuffix('c')", "'ß'.casefold()", "'ab'.islower()", "'AB'.isupper()", "' '.isspace()", "'abc'.rfind('c')", "'abc'.nope()")
case("text-split-unpack", "{% set a, b = 'x=y'.split('=') %}{{ a }}{{ b }}")
case("text-in-loop", "{% for w in 'a b c'.split() %}[{{ w }}]{% endfor %}")
case("text-join-list", "{{ ', '.join(xs) }}", xs=["a", "<b>"])
case("text-of-variable", "{{ v.upper() }}{{ v.split('-')[0] }}{{ v.split('-')|last }}", v="a-b")
