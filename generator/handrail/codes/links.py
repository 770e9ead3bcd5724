"""K: links between pages."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "K401",
        ERROR,
        "A link to a page or file that does not exist",
        why="Whoever follows it ends at nothing, perhaps at the worst moment.",
        fix="Correct the name, or delete the link.",
        example="[Sleep](../resources/slep.md)",
    ),
    Code(
        "K402",
        ERROR,
        "A link to a heading that does not exist",
        why="The page opens, but not at the place you promise.",
        fix="Use the name of a heading of that page, or leave out the part from # on.",
        example="[At night](sleep.md#at-nigth)",
    ),
    Code(
        "K403",
        ERROR,
        "A link that leaves the hub's folder",
        why="On the finished site there is nothing outside it.",
        fix="Link to a file within content/.",
        example="[Notes](../../../notes.md)",
    ),
    Code(
        "K404",
        WARNING,
        "A link written as an address of this site",
        why="An address cannot be checked, and breaks when the site moves; a link to the file is always right.",
        fix="Link to the Markdown file instead.",
        example="[Sleep](/resources/sleep/)   (better: ../resources/sleep.md)",
    ),
    Code(
        "K405",
        ERROR,
        "A link to a page that is not published",
        why="The page is a draft or past its end date, so the link would end at nothing.",
        fix="Publish the page, or delete the link.",
        example="a link to a page with draft: yes",
    ),
    Code(
        "K406",
        ERROR,
        "The navigation names a page that does not exist",
        why="The menu on every page would have a link that ends at nothing.",
        fix="Use the name of a folder in content/ or of a page in it, without .md.",
        example="navigation: [resorces]",
    ),
)
