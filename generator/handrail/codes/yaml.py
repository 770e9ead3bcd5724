"""Y: reading YAML and text."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "Y101",
        ERROR,
        "YAML that cannot be read",
        why="Handrail stopped reading the file here, so nothing behind this place is known.",
        fix="Look at the line and the one above it: a missing quote, a missing space after a colon, or lines that "
        "do not start in the same column.",
        example='title: Coping: a guide        # needs quotes: title: "Coping: a guide"',
    ),
    Code(
        "Y102",
        ERROR,
        "A key is given twice",
        why="Only one of the two can count, and a computer would quietly take the last.",
        fix="Keep the one you mean and delete the other.",
        example="title: Sleep\nsummary: Rest\ntitle: Better sleep",
    ),
    Code(
        "Y103",
        ERROR,
        "References that grow too large",
        why="A few lines of YAML can refer to each other until they fill a computer's memory.",
        fix="Write the values out where they are needed instead of using & and *.",
        example="a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
    ),
    Code(
        "Y104",
        ERROR,
        "A tab at the start of a line",
        why="In YAML only spaces may indent; tabs look the same and mean nothing certain.",
        fix="Replace the tab by spaces, as many as the lines around it have.",
        example="contact:\n\temail: hello@example.org",
    ),
    Code(
        "Y105",
        ERROR,
        "Text that is not UTF-8",
        why="Letters such as é or ñ would come out wrong, or the page could not be read at all.",
        fix='Open the file in your editor and save it again with the encoding "UTF-8".',
        example="a file saved as Latin-1 or Windows-1252",
    ),
    Code(
        "Y106",
        ERROR,
        "A header that never ends",
        why="Without its closing line the header cannot be told from the text, and would be published as text.",
        fix="Put a line with only --- below the last line of the header.",
        example="---\ntitle: Sleep\n\nFirst paragraph",
    ),
    Code(
        "Y107",
        ERROR,
        "Another shape than expected",
        why="The file holds a list or a text where names with values are expected, or the other way round.",
        fix="Compare with the example in the field reference (docs/reference/fields.md).",
        example="- title: Sleep        # a list; expected: title: Sleep",
    ),
    Code(
        "Y108",
        ERROR,
        "A control character in the text",
        why="Such characters cannot be seen, break pages and feeds, and usually come from copying out of a PDF.",
        fix="Delete the character at the place named, and type the text around it again.",
        example="a null byte or an escape character",
    ),
    Code(
        "Y109",
        ERROR,
        "A YAML tag",
        why="Tags (words that start with !) can ask a program to run code; Handrail reads plain values only.",
        fix="Delete the tag; if it is meant as text, put the value in quotes.",
        example="title: !!python/object/apply:os.system [ls]",
    ),
    Code(
        "Y110",
        ERROR,
        "Values nested too deeply",
        why="No page needs brackets within brackets this deep; it is a mistake, or meant to do harm.",
        fix="Write the value on lines of its own, with fewer levels.",
        example="topics: [[[[[[[[…]]]]]]]]",
    ),
    Code(
        "Y111",
        ERROR,
        "A value that is read as a remark",
        why="Behind a blank, the sign # starts a remark in YAML, so the value is lost without a word.",
        fix="Put the value in quotes.",
        example='accent: #2f6f62   (better: accent: "#2f6f62")',
    ),
)
