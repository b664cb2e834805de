"""Jinja2 with guards for generated templates: what only Python can do ends as an error, as it does in the engine.

What the generator leaves out or these guards turn into errors (each is a line of the engine's COMPATIBILITY page):

* integers outside 64 bits (Python's have no limit): an error here, a diagnostic there;
* complex numbers, from a negative number to a fractional power: an error on both sides;
* repeating texts and lists beyond a size, and ranges beyond 100,000: limits on both sides;
* `map`, `select`, `reject`, `selectattr`, `rejectattr`, `unique`, `batch`, `slice`, `items`, `reverse` give lists in the
  engine and lazy iterators in Python, which print as objects, have no length, are always true and are used up by one
  loop: the grammar consumes them at once, and the guards evaluate them at once, so that a failure in an element that
  no one asks for fails on both sides;
* arguments that have to be integers and are none, where Python doesn't come to use them (`truncate`);
* attributes that are methods or properties of Python's values, other than the ones the engine has: no key of a
  generated context is called as one;
* how Python prints functions, macros, modules, loops, cyclers and namespaces;
* infinite and undefined numbers as constants, for which Jinja2 generates code that fails;
* templates that escape and templates that don't within one chain of `extends`: Jinja2 goes by the name of the child in
  calls of macros and blocks and by the name of the parent in prints, the engine always by the template's own name;
* unknown filters, tests and missing templates in branches that are not taken, which the engine reports when it compiles.
"""

import functools
from collections.abc import Iterator

from jinja2.sandbox import SandboxedEnvironment

LIMIT = 10_000
INTEGERS = {"truncate": (0, 3)}


class Guarded(Exception):
    """A value that only Python can have."""


def checked(value):
    if isinstance(value, complex):
        raise Guarded("complex number")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise Guarded("integer outside 64 bits")
    if isinstance(value, (str, list, tuple)) and len(value) > LIMIT:
        raise Guarded("too large")
    return value


def guard_filter(name, function):
    start = 2 if hasattr(function, "jinja_pass_arg") else 1
    integers = [start + position for position in INTEGERS.get(name, ())]

    @functools.wraps(function)
    def filter(*args, **kwargs):
        if any(not isinstance(args[position], int) for position in integers if position < len(args)):
            raise Guarded("no integer")
        value = function(*args, **kwargs)
        return iter(list(value)) if isinstance(value, Iterator) else checked(value)

    return filter


class GuardedEnvironment(SandboxedEnvironment):
    """An environment whose arithmetic and filters are guarded, and that is no sandbox otherwise."""

    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, function in list(self.filters.items()):
            self.filters[name] = guard_filter(name, function)

    def is_safe_attribute(self, obj, attr, value):
        return True

    def is_safe_callable(self, obj):
        return True

    def call_binop(self, context, operator, left, right):
        if operator == "**" and isinstance(left, int) and isinstance(right, int) and abs(right) > 64 and abs(left) > 1:
            raise Guarded("power")
        if operator == "*":
            for sized, times in ((left, right), (right, left)):
                if isinstance(sized, (str, list, tuple)) and isinstance(times, int) and len(sized) * times > LIMIT:
                    raise Guarded("too large")
        return checked(super().call_binop(context, operator, left, right))
