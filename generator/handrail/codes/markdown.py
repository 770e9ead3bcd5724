"""M: Markdown and pictures."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "M301",
        WARNING,
        "HTML that was removed",
        why="Scripts, styles and frames in a page could harm or track the people who read it.",
        fix="Delete it, or say the same in Markdown.",
        example='<iframe src="https://video.example/1"></iframe>',
    ),
    Code(
        "M302",
        ERROR,
        "A link of an unsafe kind",
        why="Such links can run a program in the reader's browser.",
        fix="Link to a page of the hub, or to an address that starts with https:, mailto:, tel: or sms:.",
        example="[press](javascript:alert(1))",
    ),
    Code(
        "M303",
        ERROR,
        "A picture without a description",
        why="People who cannot see the picture hear nothing at all.",
        fix="Write between the brackets what the picture tells. If it only decorates, add { .decorative } behind it.",
        example="![](circle.jpg)",
    ),
    Code(
        "M304",
        ERROR,
        "A picture that cannot be used",
        why="It would be missing from the page, or could carry a program.",
        fix="Save the picture again as JPEG, PNG or WebP.",
        example="a damaged photo",
    ),
    Code(
        "M305",
        WARNING,
        "A title repeated as a heading",
        why="The title stands above the page already; a screen reader would say it twice.",
        fix="Delete the heading.",
        example="title: Sleep, and then # Sleep",
    ),
    Code(
        "M306",
        ERROR,
        "A page that cannot be turned into HTML",
        why="The text is built so that reading it would take for ever, or more levels than any page needs.",
        fix="Write the text with fewer levels of lists or quotes.",
        example="hundreds of > signs in one line",
    ),
    Code(
        "M307",
        WARNING,
        "A picture from another site",
        why="Loading it would tell that site who reads your page.",
        fix="Put the picture into the hub beside the page, if you may, and link to that.",
        example="![Our hall](https://example.com/hall.jpg)",
    ),
)
