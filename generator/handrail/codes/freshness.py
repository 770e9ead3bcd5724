"""H: help lines and dates."""

from .code import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES = (
    Code(
        "H801",
        WARNING,
        "A help line past its review date",
        why="Numbers change. Somebody in danger could reach nobody.",
        fix="Call or look at the operator's own page, then set verified_on in content/helplines.yaml.",
        example="verified_on more than 180 days ago",
    ),
    Code(
        "H802",
        NOTE,
        "A help line soon to be reviewed",
        why="Three quarters of the time since it was last confirmed have passed.",
        fix="Look at the operator's own page when you can, and set verified_on.",
        example="verified_on 140 days ago",
    ),
    Code(
        "H803",
        WARNING,
        "A page past its review date",
        why="What it says may no longer be true; readers see a note about it.",
        fix="Read the page again, correct it, and set reviewed to that day.",
        example="reviewed: 2024-01-10 with review_every: 12 months",
    ),
    Code(
        "H804",
        ERROR,
        "A region without help lines",
        why="The bar that offers help on every page would be empty.",
        fix="Use a region Handrail knows, or add your lines to content/helplines.yaml.",
        example="helplines: [XX]",
    ),
    Code(
        "H807",
        WARNING,
        "No emergency number",
        why="The regions chosen bring no emergency number, so nobody would find it on the help page.",
        fix="Add the region that has it, such as EU for 112, or your own line with use: emergency.",
        example="helplines: [ES]   (better: [ES, EU])",
    ),
    Code(
        "H805",
        WARNING,
        "A date in the future",
        why="Nobody can have reviewed or confirmed anything after today.",
        fix="Correct the date.",
        example="reviewed: 2062-01-10",
    ),
    Code(
        "H806",
        NOTE,
        "A page past its end date",
        why="It is no longer shown, because its expires date has passed.",
        fix="Delete the page, or set a later date.",
        example="expires: 2025-12-31",
    ),
    Code(
        "H808",
        WARNING,
        "A meeting nobody has confirmed in a year",
        why="Groups move and end without telling anybody; a wrong time is a locked door on somebody's worst evening.",
        fix="Ask the group, then set verified to that day.",
        example="verified: 2024-05-01",
    ),
)
