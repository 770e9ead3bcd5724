"""L: files and folders."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "L101",
        ERROR,
        "No site.yaml",
        why="site.yaml holds the name of the group and its languages; without it there is no hub here.",
        fix="Run the command in the folder that holds site.yaml, name it with --root, or start a hub with "
        "handrail new DIR.",
        example="handrail build --root my-hub",
    ),
    Code(
        "L102",
        ERROR,
        "A file that cannot be opened",
        why="A page that cannot be read cannot be published, and nobody would notice it missing.",
        fix="Check that the file may be read, and that no other program keeps it locked.",
        example="a file without read permission",
    ),
    Code(
        "L103",
        ERROR,
        "A link to a file outside the hub",
        why="The file lies elsewhere on this computer: it would be published by accident, or be missing for others.",
        fix="Copy the file into the hub in place of the link.",
        example="content/notes.md -> /home/ana/private.md",
    ),
    Code(
        "L104",
        ERROR,
        "A folder named like a page",
        why="A name that ends in .md belongs to a page; a folder of that name is nearly always an accident.",
        fix="Rename the folder, or move its file up and delete it.",
        example="content/sleep.md/",
    ),
    Code(
        "L105",
        ERROR,
        "A file that is too large",
        why="People who come to the site may be on an old phone and pay for every megabyte; a file like this is "
        "usually there by accident.",
        fix="Make the file smaller, split it, or put it elsewhere and link to it.",
        example="a text file of 50 MB",
    ),
    Code(
        "L106",
        WARNING,
        "A kind of file that is not published",
        why="Handrail publishes pictures, documents and sound that browsers show safely. Web pages and scripts among "
        "the content could harm the people who come.",
        fix="Save it as PDF, ODT, DOCX, CSV or a picture, or move it out of content/.",
        example="content/resources/form.html",
    ),
    Code(
        "L107",
        ERROR,
        "A file name that cannot be an address",
        why="The file name becomes part of the page's address, and some hosts and phones cannot follow this one.",
        fix="Rename the file with letters, digits and hyphens.",
        example="content/What now?.md   (better: content/what-now.md)",
    ),
    Code(
        "L108",
        ERROR,
        "A file with a name nobody reads",
        why="Handrail does not know what this data file is for, so its content would be silently left out.",
        fix="Use one of the names Handrail reads, or delete the file.",
        example="content/place.yaml   (expected: content/places.yaml)",
    ),
    Code(
        "L109",
        WARNING,
        "No pages yet",
        why="The folder content/ is missing or empty, so the site would be too.",
        fix="Write content/index.md, the first page, or start from a ready hub with handrail new DIR.",
        example="an empty folder content/",
    ),
    Code(
        "L110",
        ERROR,
        "A record of what was published that cannot be read",
        why="Without it nobody can be told which meetings are new, moved or ended; a new record would hide it.",
        fix="Take the last good file from git, or delete it to start anew.",
        example="published.json with a conflict mark of git in it",
    ),
)
