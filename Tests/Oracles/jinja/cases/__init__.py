"""The cases, one module for each area."""


class Area:
    """The cases of one area, in the order of the file.

    `area("name", "{{ x }}", x=1)` adds a case whose template is main.html with the context {"x": 1}. Further
    templates and the options of the environment have keywords of their own.
    """

    def __init__(self, name):
        self.name, self.cases = name, []

    def __call__(self, name, main, others=None, options=None, txt=False, line=False, **context):
        templates = {"main.txt" if txt else "main.html": main, **(others or {})}
        case = {"name": name, "area": self.name, "templates": templates}
        if context:
            case["context"] = context
        if options:
            case["options"] = options
        if line:
            case["line"] = None
        self.cases.append(case)

    def each(self, prefix, templates, **keywords):
        """Adds a case for each template, named by its number."""
        for number, template in enumerate(templates, 1):
            self(f"{prefix}-{number}", template, **keywords)
