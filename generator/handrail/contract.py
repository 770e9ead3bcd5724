"""Pure: templates are checked against the view contract before anything is drawn.

A template may use the names that its entry in `views.TEMPLATES` lists, and the fields that their types have. What
the checker cannot follow (arguments of macros, computed attributes) it leaves to `StrictUndefined`; it never raises
a false alarm.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import NoneType, UnionType
from typing import Any, ClassVar, NamedTuple, Union, get_args, get_origin

from jinja2 import Environment, TemplateSyntaxError, nodes

from .plaintext import text_of
from .problems import Problem, Span
from .sources import Source
from .spelling import did_you_mean
from .views import TEMPLATES, fields_of

GLOBALS = frozenset({"_", "ngettext", "loop", "range", "caller", "varargs", "kwargs", "self", "super", "namespace"})

Scope = dict[str, Any]


class Unknown:
    """The type of what the checker cannot follow."""


class Examined(NamedTuple):
    """What is known of a theme's templates once they were read, so that they need not be read again.

    `closures` gives for each template the names of all it extends, includes or imports, itself among them, sorted.
    `texts` holds template, line and text of everything that templates translate.
    """

    closures: Mapping[str, tuple[str, ...]]
    texts: tuple[tuple[str, int, str], ...]
    problems: tuple[Problem, ...]


def examine(environment: Environment, templates: Mapping[str, Source]) -> Examined:
    """Read all templates and check them against the contract. Problems: T502, T503, T504, T508."""
    trees, problems = _parse(environment, templates)
    problems += _contract_problems(environment, trees, templates)
    closures = {name: _closure(name, trees) for name in trees}
    return Examined(closures, tuple(_translated_texts(trees)), tuple(problems))


def _parse(
    environment: Environment, templates: Mapping[str, Source]
) -> tuple[dict[str, nodes.Template], list[Problem]]:
    trees: dict[str, nodes.Template] = {}
    problems: list[Problem] = []
    for name, source in templates.items():
        text, unreadable = text_of(source)
        problems += unreadable
        if text is None:
            continue
        try:
            trees[name] = environment.parse(text, name)
        except TemplateSyntaxError as error:
            message = f"this template cannot be read: {(error.message or 'unknown mistake').rstrip('.').lower()}"
            span = Span(source.path, error.lineno)
            problems.append(Problem("T503", span, message, "look at the tags on this line and around it"))
        except RecursionError:
            message = "this template is nested too deeply"
            problems.append(Problem("T503", Span(source.path), message, "use fewer levels"))
    return trees, problems


def _contract_problems(
    environment: Environment, trees: Mapping[str, nodes.Template], templates: Mapping[str, Source]
) -> Iterator[Problem]:
    for name in TEMPLATES:
        if name not in templates:
            message = f"the theme has no template {name}"
            yield Problem("T502", Span("themes"), message, "add it, or let the theme extend harbor")
    for name, tree in trees.items():
        yield from _other_templates(name, tree, templates)
        yield from _filters(environment, name, tree, templates)
    seen: set[Problem] = set()
    for name, views in TEMPLATES.items():
        for part in _inherited(name, trees):
            for problem in _Checker(templates[part], views).check(trees[part]):
                if problem not in seen:
                    seen.add(problem)
                    yield problem


def _inherited(name: str, trees: Mapping[str, nodes.Template]) -> tuple[str, ...]:
    """Give a template and those it extends or includes, each once; imported macros are not among them."""
    found: list[str] = []
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in trees and current not in found:
            found.append(current)
            for node in trees[current].find_all((nodes.Extends, nodes.Include)):
                waiting += _names(node)
    return tuple(found)


def _closure(name: str, trees: Mapping[str, nodes.Template]) -> tuple[str, ...]:
    """Give the names of a template and of all it extends, includes or imports, sorted: what its output depends on."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in trees and current not in found:
            found.add(current)
            for node in trees[current].find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
                waiting += _names(node)
    return tuple(sorted(found))


def _translated_texts(trees: Mapping[str, nodes.Template]) -> Iterator[tuple[str, int, str]]:
    """Give template, line and text of everything that templates translate."""
    for name, tree in trees.items():
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name in ("_", "ngettext"):
                first = call.args[0] if call.args else None
                if isinstance(first, nodes.Const) and isinstance(first.value, str):
                    yield name, call.lineno, first.value


def _names(node: nodes.Node) -> list[str]:
    template = getattr(node, "template", None)
    if isinstance(template, nodes.Const) and isinstance(template.value, str):
        return [template.value]
    return []


def _other_templates(name: str, tree: nodes.Template, templates: Mapping[str, Source]) -> Iterator[Problem]:
    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        span = Span(templates[name].path, node.lineno)
        names = _names(node)
        if not names:
            message = "the name of another template is computed here"
            yield Problem("T508", span, message, "write its name in quotes")
        for other in names:
            if other not in templates:
                message = f'there is no template "{other}"'
                yield Problem("T502", span, message, did_you_mean(other, templates, "add it to the theme"))


def _filters(
    environment: Environment, name: str, tree: nodes.Template, templates: Mapping[str, Source]
) -> Iterator[Problem]:
    for known, node_type, word in (
        (environment.filters, nodes.Filter, "filter"),
        (environment.tests, nodes.Test, "test"),
    ):
        for node in tree.find_all(node_type):
            if node.name not in known:
                message = f'there is no {word} "{node.name}"'
                yield Problem("T503", Span(templates[name].path, node.lineno), message, did_you_mean(node.name, known))


class _Checker:
    """Walks one template with the types of its names."""

    def __init__(self, source: Source, views: Mapping[str, type]) -> None:
        self.path = source.path
        self.views = views
        self.problems: list[Problem] = []

    def check(self, tree: nodes.Template) -> list[Problem]:
        scope: Scope = dict(self.views)
        for macro in tree.find_all(nodes.Macro):
            scope[macro.name] = Unknown
        self.body(tree.body, scope)
        return self.problems

    def body(self, statements: Iterable[nodes.Node], scope: Scope) -> None:
        for statement in statements:
            self.statement(statement, scope)

    def statement(self, node: nodes.Node, scope: Scope) -> None:
        handler = self.handlers.get(type(node))
        if handler:
            handler(self, node, scope)
        elif isinstance(node, nodes.Expr):
            self.type_of(node, scope)
        else:
            for child in node.iter_child_nodes():
                self.statement(child, scope)

    def loop(self, node: nodes.For, scope: Scope) -> None:
        item = _item_type(self.type_of(node.iter, scope))
        inner = {**scope, "loop": Unknown, **_targets(node.target, item)}
        if node.test is not None:
            self.type_of(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def assignment(self, node: nodes.Assign, scope: Scope) -> None:
        scope.update(_targets(node.target, self.type_of(node.node, scope)))

    def macro(self, node: nodes.Macro, scope: Scope) -> None:
        self.body(node.body, {**scope, **{argument.name: Unknown for argument in node.args}})

    def call(self, node: nodes.CallBlock, scope: Scope) -> None:
        self.type_of(node.call, scope)
        self.body(node.body, {**scope, **{argument.name: Unknown for argument in node.args}})

    def imported(self, node: nodes.Import, scope: Scope) -> None:
        scope[node.target] = Unknown

    def imported_names(self, node: nodes.FromImport, scope: Scope) -> None:
        scope.update({name if isinstance(name, str) else name[1]: Unknown for name in node.names})

    def block_of_names(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        for target, value in zip(node.targets, node.values, strict=True):
            inner.update(_targets(target, self.type_of(value, scope)))
        self.body(node.body, inner)

    def choice(self, node: nodes.If, scope: Scope) -> None:
        self.type_of(node.test, scope)
        for part in (node.body, node.elif_, node.else_):
            self.body(part, scope)

    handlers: ClassVar[dict[type[nodes.Node], Callable[["_Checker", Any, Scope], None]]] = {
        nodes.For: loop,
        nodes.Assign: assignment,
        nodes.Macro: macro,
        nodes.CallBlock: call,
        nodes.Import: imported,
        nodes.FromImport: imported_names,
        nodes.With: block_of_names,
        nodes.If: choice,
    }

    def type_of(self, node: nodes.Node, scope: Scope) -> Any:
        """Give the type of an expression, after checking every name and field in it."""
        if isinstance(node, nodes.Name):
            return self.name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self.field(node, node.attr, self.type_of(node.node, scope))
        for child in node.iter_child_nodes():
            self.type_of(child, scope)
        if isinstance(node, nodes.Getitem):
            return self.item(node, scope)
        if isinstance(node, nodes.Filter) and node.name in ("first", "last") and node.node is not None:
            return _item_type(self.type_of(node.node, scope))
        if isinstance(node, nodes.Const):
            return type(node.value)
        return Unknown

    def item(self, node: nodes.Getitem, scope: Scope) -> Any:
        owner = self.type_of(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.field(node, node.arg.value, owner)
        return owner if isinstance(node.arg, nodes.Slice) else _item_type(owner)

    def name(self, node: nodes.Name, scope: Scope) -> Any:
        if node.name in scope:
            return scope[node.name]
        if node.name not in GLOBALS and node.ctx == "load":
            message = f'there is no "{node.name}" in this template'
            self.report(node, message, did_you_mean(node.name, self.views, f"it has {', '.join(self.views)}"))
        return Unknown

    def field(self, node: nodes.Node, name: str, owner: Any) -> Any:
        owners = [kind for kind in _options(owner) if fields_of(kind)]
        if not owners or len(owners) != len([kind for kind in _options(owner) if kind is not NoneType]):
            return Unknown
        found = [fields_of(kind)[name] for kind in owners if name in fields_of(kind)]
        if not found:
            known = [known for kind in owners for known in fields_of(kind)]
            label = owners[0].__name__
            message = f'a {label} has no "{name}"'
            self.report(node, message, did_you_mean(name, known, f"it has {', '.join(known)}"))
        return found[0] if found else Unknown

    def report(self, node: nodes.Node, message: str, hint: str) -> None:
        self.problems.append(Problem("T504", Span(self.path, node.lineno), message, hint))


def _options(kind: Any) -> tuple[Any, ...]:
    """Give the types a value can have: those of a union, else the one."""
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _item_type(kind: Any) -> Any:
    """Give the type of a tuple's items; `Unknown` for everything else."""
    for option in _options(kind):
        if get_origin(option) is tuple:
            return get_args(option)[0]
    return Unknown


def _targets(target: nodes.Node, kind: Any) -> Scope:
    if isinstance(target, nodes.Name):
        return {target.name: kind}
    return {name.name: Unknown for name in target.find_all(nodes.Name)}
