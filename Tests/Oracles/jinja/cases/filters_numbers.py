"""Filters over numbers, and how numbers are printed."""

from cases import Area

area = case = Area("filters_numbers")

def show(prefix, *expressions, **context):
    for number, expression in enumerate(expressions, 1):
        case(f"{prefix}-{number}", "{{ " + expression + " }}", **context)

show("abs", "-1|abs", "1|abs", "-1.5|abs", "(-0.0)|abs", "true|abs", "'a'|abs", "none|abs", "missing|abs", "n|abs", n=-3)
show("round", "2.7|round", "2.1|round", "2.1234|round(3, 'floor')", "2.1|round(0, 'ceil')", "21.3|round(-1)", "21.3|round(-1, 'ceil')", "21.3|round(-1, 'floor')", "2.5|round", "3.5|round", "0.5|round", "1.5|round", "-2.5|round", "2.675|round(2)", "1.005|round(2)", "1.25|round(1)", "1.35|round(1)", "5|round", "5|round(2)", "15|round(-1)", "25|round(-1)", "1234|round(-2)", "5|round(0, 'ceil')", "5|round(1, 'floor')", "42.55|round", "42.55|round(1, 'floor')", "42.55|round|int", "1.5|round('a')", "1.5|round(0, 'nope')", "'1.5'|round", "none|round", "1.1|round(precision=1, method='ceil')", "0.1|round(20)", "123.456|round(-3)", "-1.5|round(0, 'floor')", "-1.5|round(0, 'ceil')", "true|round", "1e20|round", "1e300|round(2)", "missing|round", "1.15|round(1)", "1e16|round(-1)", "0.000123456|round(6)", "99.995|round(2)", "2.5|round(0)", "-0.4|round", "12345.6789|round(2, 'ceil')", "1.1|round(1, 'floor')")
show("round-to-zero", "-0.0|round(2, 'ceil')", "-0.0|round(0, 'floor')", "-0.4|round(0, 'ceil')", "-0.0|round(1)", "(-0.04)|round(1, 'ceil')")
show("float-printing", "0.1 + 0.2", "1.0", "1e15", "1e16", "1.5e16", "123456789012345680.0", "1e-4", "1e-5", "0.00001234", "1 / 3", "2 / 3", "1e100", "1e22", "1e23", "5e-324", "100000000000000000000.0", "-1.5", "-0.0", "0.0", "3.14", "1.7976931348623157e308", "0.1 * 3", "1.1 * 1.1", "9007199254740993.0", "4.35", "2.5e-8", "1234.5678e3", "10.0 ** 15", "10.0 ** 16", "7.0 // 2", "7.5 % 2", "2 ** 0.5", "1e3", "1.0e-10", "4 / 2", "6.02214076e23", "0.1|string ~ 'x'")
show("integer-printing", "9223372036854775807", "-9223372036854775807", "10 ** 18", "1_000_000", "0x10", "true + true", "5 // 1", "2 ** 62", "-5 % 3", "n", "m", n=9007199254740993, m=-12)
case("from-context", "{% for n in ns %}{{ n }} {% endfor %}", ns=[0, -1, 1.0, 1.5, 1e16, 1e-7, 123456789.125, 2**53, -0.5, 100, 1e2, 3.0e-5])
case("bool-arithmetic", "{{ true + 1 }}{{ true * 3 }}{{ false - 1 }}{{ true / 2 }}{{ -true }}{{ true == 1 }}{{ true ~ 1 }}")
case("mixed-comparison", "{{ 1 < 1.5 }}{{ 1 == 1.0 }}{{ 2**53 + 1 == 2.0**53 }}{{ 9007199254740993 > 9007199254740992.0 }}{{ 0.1 < 1 }}")
case("infinity", "{% set inf = n * 1e308 %}{{ inf > 1 }}{{ -inf < 1 }}{{ inf == inf }}{{ inf|string }}{{ inf * -1 }}{{ inf / inf }}", n=100)
case("nan", "{% set nan = s|float %}{{ nan == nan }}{{ nan < 1 }}{{ nan != nan }}{{ nan is number }}{{ nan }}", s="nan")
case("float-key", "{{ {1.5: 'a'}[1.5] }}{{ {2: 'b'}[2.0] }}{{ {1.0: 'c'}[1] }}")
case("integer-index-of-float-key", "{{ [1, 2][0.0] is defined }}")
case("float-power-overflow", "{{ 10.0 ** 400 }}")
case("division-of-large", "{{ 10 ** 18 / 3 }}{{ 10 ** 18 // 7 }}{{ 10 ** 18 % 7 }}")
case("int-of-large-float", "{{ 1e15|int }}{{ 123456789.99|int }}{{ -0.9|int }}")
