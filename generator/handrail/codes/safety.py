"""V: the safety of visitors."""

from .code import Code, Severity

ERROR, WARNING = Severity.ERROR, Severity.WARNING

CODES = (
    Code(
        "V101",
        ERROR,
        "A way out without https",
        why="Whoever shares the line, at home or at work, could see which page the visitor fled to, and when.",
        fix="Write the address with https://, or choose a page that has it.",
        example="exit_url: http://weather.example/",
    ),
    Code(
        "V102",
        ERROR,
        "A way out that stays here",
        why="The visitor has to get away from this site, and its name would still stand in the address bar.",
        fix="Choose a page of another site that anybody could have open: weather or news.",
        example="exit_url: https://example.org/ on the site example.org",
    ),
    Code(
        "V103",
        WARNING,
        "A way out that says where one comes from",
        why="What stands behind ? or # in an address is often there to follow people, and it is kept in the history.",
        fix="Leave that part out.",
        example="exit_url: https://www.weather.gov/?from=hub",
    ),
    Code(
        "V104",
        WARNING,
        "A way out nobody has vouched for",
        why="Some pages greet people by name, show what they looked at last, or first ask for consent over the whole "
        "screen.",
        fix="Open it on a device you have never used. If it shows nothing personal, add exit_confirmed: yes.",
        example="exit_url: https://news.example/ without exit_confirmed",
    ),
    Code(
        "V105",
        WARNING,
        "A name that tells the topic of a discreet site",
        why="Tabs, the history, bookmarks and messengers show it, so there they show no name at all.",
        fix="Add short_name under safety: a name that only those who know it understand.",
        example="name: Riverside Recovery Circle with discretion: discreet",
    ),
)
