"""A text in one or several languages, as organizers write it: `Hello` or `{en: Hello, es: Hola}`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Localised:
    """Texts by language, in the order written; the language `""` stands for a text without one."""

    by_language: tuple[tuple[str, str], ...]

    def in_language(self, language: str, default: str) -> "TextIn":
        """Give the text in a language, else in the default one, else the first; and the language it really is in."""
        texts = dict(self.by_language)
        if "" in texts:
            return TextIn(texts[""], default)
        for candidate in (language, language.split("-", maxsplit=1)[0], default):
            if candidate in texts:
                return TextIn(texts[candidate], candidate)
        first, words = self.by_language[0]
        return TextIn(words, first)

    def as_written(self) -> str | dict[str, str]:
        """Give plain data in the form organizers write."""
        texts = dict(self.by_language)
        return texts.get("", texts)


@dataclass(frozen=True, slots=True)
class TextIn:
    """A text and the language it is really in, which need not be the one asked for."""

    text: str
    language: str
