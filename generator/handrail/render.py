"""Pure: outputs become bytes. Templates see their view and nothing else; they run in a sandbox."""

from collections.abc import Callable, Mapping
from functools import cache

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from .digest import digest_bytes
from .output import File, Output, drawable
from .problems import Outcome, Problem, Span
from .theme import Theme
from .translation import Catalogue, Translator


class _Compiled(BytecodeCache):
    """Templates that this process has compiled, for the next build of a preview.

    Nothing is kept on disk: code that lies in a hub's folder could be anybody's, and would run outside the sandbox.
    """

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code; Jinja compares the digest of its text."""
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code, in place of an older one's."""
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = _Compiled()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, to which views' fields, macros and our own functions are known to be harmless.

    They are nearly all that templates ask for; everything else goes through the sandbox's checks.
    """

    ours: frozenset[int] = frozenset()  # the identities of our own functions

    def getattr(self, obj: object, attribute: str) -> object:
        """Give a field of a view at once."""
        if attribute in _fields(type(obj)):  # type: ignore[arg-type]  # every type has a hash; mypy sees that of values
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Callable[..., object], /, *args: object, **kwargs: object) -> object:
        """Call a macro or one of our own functions at once."""
        if type(obj) is Macro or id(obj) in self.ours:
            for unasked in ("_loop_vars", "_block_vars"):  # what Jinja adds for functions that ask for a context
                kwargs.pop(unasked, None)
            return obj(*args, **kwargs)
        return super().call(context, obj, *args, **kwargs)


@cache
def _fields(kind: type) -> frozenset[str]:
    return frozenset(getattr(kind, "_fields", ()))


def environment_of(theme: Theme) -> _Sandbox:
    """Give the sandbox in which a theme's templates are read and drawn."""
    texts = {name: source.data.decode("utf-8", errors="replace") for name, source in theme.templates.items()}
    return _Sandbox(
        loader=FunctionLoader(lambda name: (texts[name], name, _never_changed) if name in texts else None),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )


class Renderer:
    """Draws outputs with a theme, one at a time.

    Macros of other templates see only what is global, so the texts' language is set before each output.
    """

    def __init__(self, theme: Theme, closures: Mapping[str, tuple[str, ...]]) -> None:
        self.theme = theme
        self.closures = closures
        self.environment = environment_of(theme)
        self.speaker = Translator(Catalogue(""))
        self.environment.globals["_"] = self._gettext
        self.environment.globals["ngettext"] = self._ngettext
        self.environment.ours = frozenset(id(self.environment.globals[name]) for name in ("_", "ngettext"))
        self.translator = cache(self._translator)
        self.recipe_digest = cache(self._recipe_digest)

    def _gettext(self, message: str, /, **values: object) -> Markup:
        return self.speaker.gettext(message, **values)

    def _ngettext(self, one: str, many: str, number: int, /, **values: object) -> Markup:
        return self.speaker.ngettext(one, many, number, **values)

    def _translator(self, language: str) -> Translator:
        catalogues = self.theme.catalogues
        return Translator(
            catalogues.get(language) or catalogues.get(language.split("-", maxsplit=1)[0]) or Catalogue(language)
        )

    def _recipe_digest(self, template: str, language: str) -> str:
        """Digest a template with all it extends, includes or imports, and the texts it may say."""
        parts = [self.theme.templates[name].digest.encode() for name in self.closures[template]]
        catalogue = self.theme.catalogues.get(language) or self.theme.catalogues.get(language.split("-", maxsplit=1)[0])
        texts = repr(sorted(catalogue.messages.items())) if catalogue else ""
        return digest_bytes(template.encode(), *parts, texts.encode())

    def render(self, output: Output, pieces: Mapping[str, bytes]) -> Outcome[File | None]:
        """Make an output's bytes, some of them from finished `pieces`. Problems: T509."""
        if output.make is not None:
            parts = ([pieces[piece.key] for piece in output.pieces],) if output.pieces else ()
            return Outcome(File(output.path, output.make(*parts)))
        self.speaker = self.translator(output.language)
        try:
            template = self.environment.get_template(output.recipe)
            html = template.render(drawable(output.view))
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, RecursionError) as error:
            return Outcome(None, (self._failure(output, error),))
        return Outcome(File(output.path, html.encode()))

    def _failure(self, output: Output, error: Exception) -> Problem:
        """Name the template's line on which drawing failed."""
        name, line = output.recipe, getattr(error, "lineno", None) or 0
        trace = error.__traceback__
        while trace is not None:
            file = trace.tb_frame.f_code.co_filename
            if file in self.theme.templates:
                name, line = file, trace.tb_lineno
            trace = trace.tb_next
        source = self.theme.templates.get(name)
        # Python words this error by where its stack happened to end.
        said = "templates include each other without end" if isinstance(error, RecursionError) else error
        message = f"drawing {output.path} failed here: {said}"
        span = Span(source.path if source else f"themes/{name}", line)
        return Problem("T509", span, message, "guard values that may be missing with {% if %}")


def _never_changed() -> bool:
    return True
