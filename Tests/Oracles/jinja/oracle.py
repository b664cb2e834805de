"""The judge of the template engine: Jinja2 3.1.6 with MarkupSafe 3.0.3, set up as the engine sets itself up."""

import traceback

import jinja2
import markupsafe
from jinja2 import compiler, filters, nodes

JINJA, MARKUPSAFE = "3.1.6", "3.0.3"


class StrictUndefined(jinja2.Undefined):
    """The engine's rule for undefined values, between Jinja2's default and its own strict class.

    Accepted: `is defined`, `default`, truth (`if`, `and`, `or`, `not`, the inline if), `==`, `!=`, and `in` over a
    list, and printing a list that has one. Refused, as in every Jinja2: calls, attributes, items, arithmetic, ordering. Refused here as well: printing,
    concatenating, iterating, the length, `in` with it on the right.
    """

    __slots__ = ()
    __str__ = __iter__ = __len__ = __contains__ = __format__ = jinja2.Undefined._fail_with_undefined_error


def needing_values(function):
    """`map`, `select` and their kin ask an iterable for its truth before iterating; an undefined one is refused."""

    def filter(context, value, *args, **kwargs):
        if isinstance(value, StrictUndefined):
            iter(value)
        return function(context, value, *args, **kwargs)

    return jinja2.pass_context(filter)


class UnfoldedGenerator(compiler.CodeGenerator):
    """Jinja2 computes constants when it compiles and then forgets that one is safe, or that `autoescape` has changed:
    'a' ~ ('<b>'|safe) would be escaped where x ~ ('<b>'|safe) isn't. The engine does for constants what both do for
    variables, so constants are computed when rendering here.
    """

    def _output_child_to_const(self, node, frame, finalize):
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


UNDEFINED = {"strict": StrictUndefined, "lenient": jinja2.Undefined}
EXTENSIONS = ["jinja2.ext.do", "jinja2.ext.loopcontrols"]


def environment(templates, options, cls=jinja2.Environment):
    """An environment that has these templates and the options of a case."""
    options = dict(options)
    undefined = UNDEFINED[options.pop("undefined", "strict")]
    autoescape = options.pop("autoescape", None)
    env = cls(
        loader=jinja2.DictLoader(templates),
        undefined=undefined,
        extensions=EXTENSIONS,
        autoescape=jinja2.select_autoescape() if autoescape is None else autoescape,
        optimized=False,
        **options,
    )
    env.code_generator_class = UnfoldedGenerator
    for name in ("map", "select", "reject", "selectattr", "rejectattr"):
        env.filters[name] = needing_values(filters.FILTERS[name])
    return env


def main_template(templates):
    """The template that is rendered: the one called main."""
    return next(name for name in templates if name.startswith("main."))


def judge(case, cls=jinja2.Environment):
    """The case with what Jinja2 makes of it: the output, or the class of the error and its place."""
    templates = case["templates"]
    try:
        env = environment(templates, case.get("options", {}), cls)
        output = env.get_template(main_template(templates)).render(case.get("context", {}))
    except Exception as error:
        return {**case, "error": type(error).__name__}, error
    return {**case, "output": output}, None


def place(error, templates):
    """The template and line where an error arose: of a syntax error, or the innermost template frame."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        return error.name, error.lineno
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == "<template>"]
    return None, frames[-1].lineno if frames else None


def check_versions():
    """Stops where the installed judge is another one."""
    from importlib.metadata import version

    found = version("jinja2"), version("markupsafe")
    if found != (JINJA, MARKUPSAFE):
        raise SystemExit(f"needs Jinja2 {JINJA} and MarkupSafe {MARKUPSAFE}, found {found[0]} and {found[1]}")
