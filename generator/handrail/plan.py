"""Pure: every output of a site with its key: the digest of all it is made from. Nothing is tracked."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from .digest import Digester, digest_bytes
from .edition import Edition
from .formats import FORMATS, REMARKS
from .output import Output
from .paths import folded
from .problems import Outcome, Problem, Related, Span


class Key(NamedTuple):
    """What decides whether an output is made again, in parts, so that one can say why it was."""

    recipe: str
    view: str
    engine: str

    @property
    def whole(self) -> str:
        """The three in one."""
        return digest_bytes(self.recipe.encode(), self.view.encode(), self.engine.encode())


class Planned(NamedTuple):
    """An output and its key."""

    output: Output
    key: Key


def plan(edition: Edition, recipe_digest: Callable[[str, str], str], engine: str) -> Outcome[tuple[Planned, ...]]:
    """List all outputs, sorted by path, those that tell of the others at the end.

    `recipe_digest` gives the digest of a template in a language.

    Problems: P601, P602, P606, P607.
    """
    outputs = [output for make in FORMATS for output in make(edition)]
    problems = (*_collisions(outputs), *(problem for remark in REMARKS for problem in remark(edition)))
    digester = Digester()
    planned: list[Planned] = []
    for output in sorted(outputs, key=lambda o: (o.is_last, o.path)):
        recipe = output.recipe if output.make else recipe_digest(output.recipe, output.language)
        others = {"others": [item.key.whole for item in planned if not item.output.is_last]} if output.is_last else {}
        planned.append(Planned(output, Key(recipe, digester.digest({**output.view, **others}), engine)))
    return Outcome(tuple(planned), problems)


def _collisions(outputs: Iterable[Output]) -> Iterable[Problem]:
    """Find outputs that would be one file, here or on a file system that ignores case and Unicode forms."""
    seen: dict[str, Output] = {}
    for output in outputs:
        first = seen.setdefault(folded(output.path), output)
        if first is not output:
            yield _collision(first, output)


def _collision(first: Output, second: Output) -> Problem:
    if first.recipe == second.recipe == "moved.html":
        address = f"/{second.path.removesuffix('index.html')}"
        twin = Related(Span(first.source), "the first one")
        message = f'two pages redirect from the old address "{address}"'
        return Problem("P602", Span(second.source, 1), message, "keep the redirect in one of them", (twin,))
    if "moved.html" in (first.recipe, second.recipe):
        moved = first if first.recipe == "moved.html" else second
        message = f'the old address "/{moved.path.removesuffix("index.html")}" belongs to a page'
        return Problem("P602", Span(moved.source, 1), message, "delete that redirect, or rename the page")
    address = f"/{second.path.removesuffix('index.html')}"
    related = (Related(Span(first.source), "the first one"),) if first.source else ()
    if first.path != second.path:
        message = f'the addresses "/{first.path}" and "/{second.path}" differ only in case or accents'
        return Problem("P606", Span(second.source or "site.yaml"), message, "rename one of the files", related)
    message = f'two pages would have the address "{address}"'
    return Problem("P601", Span(second.source or "site.yaml"), message, "rename one, or give it a slug", related)
