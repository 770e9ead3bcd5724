"""F: fields of site.yaml, of page headers and of data files."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "F201",
        ERROR,
        "An unknown field",
        why="A misspelt field is ignored by most programs, and what you meant to say never appears.",
        fix="Correct the spelling, or delete the line. The field reference lists all fields.",
        example="titel: Sleep",
    ),
    Code(
        "F202",
        ERROR,
        "A missing field",
        why="The page or record cannot be shown well without it.",
        fix="Add the field.",
        example="a page without title",
    ),
    Code(
        "F203",
        ERROR,
        "A value in another form than expected",
        why="Handrail does not guess: a wrongly guessed date or number could send somebody to a locked door.",
        fix="Write the value as the message shows.",
        example="reviewed: 3/4/26        # expected: reviewed: 2026-04-03",
    ),
    Code(
        "F204",
        ERROR,
        "Not one of the choices",
        why="The field takes one of a few words, because the site does something different for each.",
        fix="Use one of the words named in the message.",
        example="format: excercise",
    ),
    Code(
        "F205",
        ERROR,
        "A list, a text or a group of fields in the wrong place",
        why="The value has another shape than the field needs, so it cannot be read.",
        fix="Write it in the shape the message shows.",
        example="topics: sleep        # expected: topics: [sleep]",
    ),
    Code(
        "F206",
        ERROR,
        "An unsafe or unusable address",
        why="Links are followed by people who trust you: only plain web, mail and phone addresses are safe.",
        fix="Write the whole address, starting with https://.",
        example="url: javascript:alert(1)",
    ),
    Code(
        "F207",
        ERROR,
        "A time zone that does not exist",
        why="Times would be shown wrongly, and people would come at the wrong hour.",
        fix="Use a name from the tz database: a region, a slash, a city.",
        example="timezone: EST        # expected: timezone: America/New_York",
    ),
    Code(
        "F208",
        ERROR,
        "A language that is not known",
        why="Screen readers choose their voice by it.",
        fix="Use a language code such as en, es or pt-BR, and list it under languages in site.yaml.",
        example="language: english",
    ),
    Code(
        "F209",
        ERROR,
        "Steps that do not add up",
        why="A facilitator who trusts the clock would run out of time.",
        fix="Correct minutes, or the minutes of a step, until they agree.",
        example="minutes: 60 with steps of 10, 30 and 15 minutes",
    ),
    Code(
        "F210",
        ERROR,
        "Two records with one id",
        why="Whoever refers to this id could get the wrong one.",
        fix="Give each record an id of its own.",
        example="two places with id: library",
    ),
    Code(
        "F211",
        WARNING,
        "A text that is too long",
        why="Long titles are cut off in browser tabs and search results, and read slowly by screen readers.",
        fix="Say it shorter; put the rest in the summary or the text.",
        example="a title of 130 characters",
    ),
    Code(
        "F212",
        ERROR,
        "A name that refers to nothing",
        why="Something is left out of the site, because what it refers to does not exist.",
        fix="Correct the spelling, or add what it refers to.",
        example="needs: [craveing]",
    ),
)
