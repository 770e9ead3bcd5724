"""T: themes."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "T501",
        ERROR,
        "A theme that does not exist",
        why="Without its theme no page can be drawn.",
        fix="Use harbor, or the name of a folder in themes/.",
        example="theme: {name: habor}",
    ),
    Code(
        "T502",
        ERROR,
        "A template that is missing",
        why="A kind of page could not be drawn at all.",
        fix="Add the template to the theme, or let the theme extend harbor.",
        example="a theme without entry.html",
    ),
    Code(
        "T503",
        ERROR,
        "A template that cannot be read",
        why="The template has a mistake in its Jinja code, so no page that uses it can be drawn.",
        fix="Look at the line named and the tags around it.",
        example="{% if page.title %} without {% endif %}",
    ),
    Code(
        "T504",
        ERROR,
        "A template uses a name that does not exist",
        why="The page would show nothing in that place, or stop the build.",
        fix="Use a name of the view contract (docs/reference/views.md).",
        example="{{ page.titel }}",
    ),
    Code(
        "T505",
        ERROR,
        "Themes that extend each other",
        why="Following them would never end.",
        fix="Let the last theme of the chain extend nothing.",
        example="themes/a extends b, themes/b extends a",
    ),
    Code(
        "T506",
        ERROR,
        "A colour that cannot be read against the page",
        why="People with poor sight, or an old phone in sunlight, could not read links and buttons.",
        fix="Use the colour the message proposes: the nearest one that reaches a contrast of 7 to 1.",
        example='accent: "#ffe94a"',
    ),
    Code(
        "T507",
        WARNING,
        "A text without a translation",
        why="Readers of that language meet words in English, read out with the wrong voice.",
        fix="Add the text to the theme's file translations/LANGUAGE.po.",
        example="msgid without msgstr",
    ),
    Code(
        "T508",
        ERROR,
        "A template that computes the name of another",
        why="Handrail could not know what the page depends on, and would leave it out of date.",
        fix="Name the other template in quotes.",
        example="{% include kind ~ '.html' %}",
    ),
    Code(
        "T509",
        ERROR,
        "A template that fails while drawing a page",
        why="The page cannot be made with this content.",
        fix="Look at the line named; guard optional values with {% if %}.",
        example="{{ entry.image.src }} on a page without image",
    ),
    Code(
        "T510",
        ERROR,
        "A translation file that cannot be read",
        why="The texts of that language would be missing.",
        fix="Open the file in a translation editor such as Poedit, which shows the mistake.",
        example="a msgstr without closing quote",
    ),
)
