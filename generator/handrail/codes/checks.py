"""C: checks over the finished pages."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "C701",
        ERROR,
        "A finished page links to nothing",
        why="The link was made by the theme or by raw HTML and ends at a page that does not exist.",
        fix="Correct the template, or the HTML in the page.",
        example='<a href="../abuot/">',
    ),
    Code(
        "C702",
        ERROR,
        "A finished page links to a heading that does not exist",
        why="The reader lands at the top of the page and has to search.",
        fix="Correct the template or the link.",
        example='<a href="#contnet">',
    ),
    Code(
        "C703",
        ERROR,
        "Headings that skip a level, or not exactly one main heading",
        why="People who use a screen reader move by headings; a gap looks like a missing part (WCAG 1.3.1, 2.4.6).",
        fix="Give the page one h1, and go down one level at a time.",
        example="h2 followed by h4",
    ),
    Code(
        "C704",
        ERROR,
        "A page without a title, or two pages with the same title",
        why="The title is what a screen reader says first and what stands in the tab (WCAG 2.4.2).",
        fix="Give each page a title of its own.",
        example="two pages called Welcome",
    ),
    Code(
        "C705",
        ERROR,
        "A picture without alternative text in a finished page",
        why="People who cannot see it hear nothing, or a file name (WCAG 1.1.1).",
        fix="Add an alt attribute in the template.",
        example='<img src="a.jpg">',
    ),
    Code(
        "C706",
        WARNING,
        "A heavy page",
        why="On a poor phone line it takes many seconds to open.",
        fix="Shorten the page, split it, or use smaller pictures.",
        example="a page of 120 kB",
    ),
    Code(
        "C707",
        WARNING,
        "A page nobody can find",
        why="No link leads to it in three steps from the home page (WCAG 2.4.5).",
        fix="Link to it from a page that people see.",
        example="a page that stands only in the sitemap",
    ),
    Code(
        "C708",
        ERROR,
        "A page that asks another site for something",
        why="That site would learn who reads the page. A hub makes no request to anyone else.",
        fix="Put the file into the hub, or link to it instead.",
        example='<img src="https://example.com/a.png">',
    ),
    Code(
        "C709",
        ERROR,
        "A private value in a published file",
        why="Somebody's number or name would be open to the whole world.",
        fix="Remove it from the text that shows it. If it was ever published, tell the person.",
        example="the number from a contact with publish: no, repeated in a page",
    ),
    Code(
        "C710",
        ERROR,
        "A finished page without its landmarks",
        why="Without language, main region and skip link, people who use a screen reader are lost (WCAG 2.4.1, 3.1.1).",
        fix="Let the template extend base.html.",
        example="a template without <main>",
    ),
    Code(
        "C711",
        ERROR,
        "A meeting feed that readers stumble over",
        why="Apps and websites that read meetings.json drop a meeting, hide it, show it at a wrong time, or stop.",
        fix="Correct what writes the feed as the hint says; if a theme brings meetings.json, leave it out there.",
        example='a record with "day": 7, or with "time": "7:00 PM"',
    ),
    Code(
        "C712",
        WARNING,
        "A discreet site that tells its topic",
        why="Addresses, titles and names of files stay in the history, among bookmarks and in the folder of downloads.",
        fix="Give a page slug_discreet and title_discreet; name other files and records neutrally.",
        example="content/resources/after-a-relapse.md with discretion: discreet",
    ),
)
