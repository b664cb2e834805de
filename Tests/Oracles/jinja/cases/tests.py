"""The tests after `is`, and their names in select and reject."""

from cases import Area

area = case = Area("tests")

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", **context)

show("defined", "missing is defined", "true is defined", "foo.bar is defined", "foo.nope is defined", "missing is undefined", "foo is undefined", "foo is not defined", "not foo is defined",
     "none is defined", "foo.nope.more is defined", "missing.x is undefined", "(missing or 1) is defined", "[1][3] is defined", foo={"bar": 1})
show("even-odd", "1 is even", "2 is even", "1 is odd", "2 is odd", "-1 is odd", "-2 is even", "0 is even", "1.0 is odd", "2.5 is even", "'a' is even", "missing is odd", "true is odd", "none is even")
show("divisibleby", "6 is divisibleby 3", "7 is divisibleby 3", "7 is divisibleby(3)", "6 is divisibleby 0", "6.0 is divisibleby 3", "-6 is divisibleby 3", "6 is divisibleby", "6 is divisibleby(3, 2)", "6 is divisibleby(num=2)")
show("lower-upper", "'foo' is lower", "'FOO' is lower", "'Foo' is lower", "'FOO' is upper", "'foo' is upper", "'f1' is lower", "'1' is upper", "'' is lower", "'É' is upper", "'é' is lower", "1 is lower", "'A B' is upper")
show("types", "1 is number", "1.5 is number", "'1' is number", "true is number", "1 is integer", "1.5 is integer", "true is integer", "1.0 is float", "1 is float", "true is boolean", "1 is boolean",
     "'a' is string", "1 is string", "('a'|safe) is string", "{} is mapping", "[] is mapping", "[] is sequence", "'a' is sequence", "{} is sequence", "(1,) is sequence", "1 is sequence", "[] is iterable", "'a' is iterable", "{} is iterable", "1 is iterable", "none is iterable",
     "none is none", "0 is none", "true is true", "1 is true", "false is false", "0 is false", "none is false", "range(3) is sequence", "range(3) is iterable", "range is callable", "1 is callable", "dict is callable", "none is number", "missing is none", "missing is string", "missing is mapping", "missing is sequence", "missing is number", "missing is iterable", "none is sequence", "none is mapping")
show("equality", "foo is eq 12", "foo is eq 0", "foo is eq (3 * 4)", "bar is eq 'baz'", "bar is eq 'zab'", "bar is eq ('ba' + 'z')", "bar is eq bar", "bar is eq foo", "foo is equalto 12", "foo is equalto(12)", "foo is sameas foo", "none is sameas none", "true is sameas 1", "foo is eq 12.0", "missing is eq missing", "missing is eq 1", foo=12, bar="baz")
case("sameas-false", "{{ foo is sameas false }}{{ 0 is sameas false }}", foo=False)
case("sameas-list", "{% set a = [1] %}{% set b = a %}{{ a is sameas b }}{{ a is sameas [1] }}")
show("comparison", "2 is eq 2", "2 is eq 3", "2 is ne 3", "2 is ne 2", "2 is lt 3", "2 is lt 2", "2 is le 2", "2 is le 1", "2 is gt 1", "2 is gt 2", "2 is ge 2", "2 is ge 3", "2 is lessthan 3", "2 is greaterthan 1",
     "2 is == 2", "2 is gt('a')", "'a' is lt 'b'", "2 is ne(3)", "none is lt 1", "missing is lt 1")
case("no-parentheses", "{{ foo is sameas foo }}{{ 1 is lt 2 and 2 is lt 3 }}", foo=3)
case("argument-is-a-primary", "{{ 4 is divisibleby 2 + 2 }}")
case("argument-with-attribute", "{{ 4 is divisibleby d.n }}{{ 4 is divisibleby d['n'] }}{{ 4 is divisibleby xs[0] }}", d={"n": 2}, xs=[3])
case("argument-filter", "{{ 'A' is eq 'a'|upper }}")
case("chained", "{{ 1 is eq 1 is true }}")
case("multiple", "{{ 'us-west-1' is in ['us-east-1', 'us-west-1'] and 'x' is string }}")
case("negated", "{{ 1 is not odd }}{{ 1 is not even }}{{ missing is not defined }}{{ not 1 is odd }}{{ 1 is not eq 1 }}")
case("negated-argument", "{{ 2 is not divisibleby 2 }}{{ 3 is not divisibleby(2) }}")
show("escaped", "'a' is escaped", "('a'|safe) is escaped", "('a'|e) is escaped", "('a'|safe|string) is escaped", "1 is escaped", "('a' ~ ('b'|safe)) is escaped", "('a'|safe + 'b') is escaped", "('a'|safe|upper) is escaped", "('a'|safe)[0] is escaped", "missing is escaped")
show("in", "'o' is in 'foo'", "'foo' is in 'foo'", "'b' is in 'foo'", "1 is in ((1, 2))", "3 is in ((1, 2))", "1 is in [1, 2]", "3 is in [1, 2]", "'foo' is in {'foo': 1}", "'baz' is in {'bar': 1}", "1 is not in [2]", "1 is in 5")
show("filter-test", "'upper' is filter", "'nosuchfilter' is filter", "'odd' is test", "'nosuchtest' is test", "'' is filter", "'escape' is filter", "'==' is test")
case("unknown", "{{ 1 is nosuchtest }}")
case("unknown-negated", "{{ 1 is not nosuchtest }}")
case("wrong-arguments", "{{ 1 is odd(3) }}")
case("missing-argument", "{{ 1 is eq }}")
case("in-select", "{{ xs|select('odd')|join }}{{ xs|select('gt', 3)|join }}{{ xs|reject('==', 2)|join }}{{ xs|select('divisibleby', 2)|join }}{{ xs|select('in', [1, 5])|join }}{{ xs|select('<=', 2)|join }}", xs=[1, 2, 3, 4, 5])
case("operators-as-names", "{{ xs|select('<', 3)|join }}{{ xs|select('>', 3)|join }}{{ xs|select('>=', 3)|join }}{{ xs|select('!=', 3)|join }}{{ xs|select('lt', 3)|join }}{{ xs|select('ge', 3)|join }}", xs=[1, 2, 3, 4, 5])
case("in-condition", "{{ 'y' if x is defined and x is not none else 'n' }}{{ 'y' if x is none else 'n' }}", x=None)
case("on-call", "{{ range(3)|list is sequence }}{{ dict() is mapping }}")
case("on-attribute", "{{ a.b is string }}{{ a.c is undefined }}", a={"b": "x"})
case("on-filter-result", "{{ 'abc'|length is odd }}{{ xs|first is none }}", xs=[None])
case("on-loop", "{% for x in [1] %}{{ loop is callable }}{{ loop is defined }}{% endfor %}")
case("on-macro", "{% macro m() %}{% endmacro %}{{ m is callable }}{{ m is defined }}{{ m is string }}")
case("on-namespace", "{% set ns = namespace(a=1) %}{{ ns is mapping }}{{ ns is iterable }}{{ ns.a is number }}")
