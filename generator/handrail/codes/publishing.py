"""P: addresses and the output folder."""

from .code import Code, Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

CODES = (
    Code(
        "P601",
        ERROR,
        "Two pages with one address",
        why="One would overwrite the other, and nobody would know which is seen.",
        fix="Rename one of the files, or give one a slug of its own.",
        example="content/sleep.md and content/sleep/index.md",
    ),
    Code(
        "P602",
        ERROR,
        "A redirect from an address in use",
        why="The old address belongs to a page, so it cannot lead elsewhere.",
        fix="Delete the redirect, or rename the page.",
        example="redirects: [/about/] while about.md exists",
    ),
    Code(
        "P603",
        ERROR,
        "An output folder that holds something else",
        why="Handrail would mix its pages with files of yours, or overwrite them.",
        fix="Choose an empty or new folder with --output.",
        example="handrail build --output ~/Documents",
    ),
    Code(
        "P604",
        ERROR,
        "A file that cannot be written",
        why="The site on disk is not complete.",
        fix="Check that the disk is not full and the folder may be written; then build again.",
        example="a read-only output folder",
    ),
    Code(
        "P605",
        WARNING,
        "The address of the site is not known",
        why="Search engines, feeds and previews need whole addresses; they are left out.",
        fix="Add url: https://… to site.yaml, or build with --base-url.",
        example="site.yaml without url",
    ),
    Code(
        "P606",
        ERROR,
        "Two addresses that differ only in case or accents",
        why="On many computers they are one file, and one page would vanish.",
        fix="Rename one of the files.",
        example="content/Sleep.md and content/sleep.md",
    ),
    Code(
        "P607",
        NOTE,
        "What the feed for other finders cannot say",
        why="The Meeting Guide format knows weekly meetings only, and some services and types it does not know at all.",
        fix="Nothing; the site itself, its calendars and its pages say everything.",
        example="a meeting on the first Saturday of the month",
    ),
    Code(
        "P608",
        NOTE,
        "A sheet without its PDF file",
        why="The fonts for PDF have Latin, Greek, Cyrillic and some other letters only, and boxes would help nobody.",
        fix="Nothing; the page itself prints well. A sign such as an emoji in a name can be left out.",
        example="the name of a meeting in Bengali",
    ),
    Code(
        "P609",
        NOTE,
        "What this host cannot protect",
        why="Some protections of visitors can only be sent by the host, beside the pages, and this one cannot.",
        fix="Nothing need be done: each page protects itself as far as a page can. A group whose visitors are watched "
        "may prefer one of the hosts in docs/organizers/publishing.md; then say so under host in site.yaml.",
        example="url: https://group.github.io/hub/",
    ),
)
