"""The generator's own texts about what is made to be printed, in English: the keys of their translations."""

TO_PRINT = "To print"
TITLES = {
    "list": "List on one sheet",
    "pocket": "Pocket list",
    "large": "Large print",
    "card": "Wallet card",
    "guide": "Pocket guide",
    "poster": "Poster",
}
PURPOSES = {
    "list": "All meetings by day, in small letters. For the notice board, or the door of a fridge.",
    "pocket": "All meetings in two columns. Folded three times, it fits a pocket.",
    "large": "All meetings in letters of 16 points and more.",
    "card": "Numbers to call, and room for your own. The size of a bank card.",
    "guide": "A small book from one sheet, folded and cut once: steps for hard moments, numbers, room for your own.",
    "poster": "Who we are and when we meet, with strips to tear off.",
}
HOW = {
    "list": "Print it on A4 or Letter.",
    "pocket": "Print it on A4 or Letter, on both sides if it is longer than one. Fold the sheet lengthwise between the "
    "columns, then twice across.",
    "large": "Print it on A4 or Letter.",
    "card": "Print it on A4 or Letter, on thick paper if you have some. Cut along the lines, then fold each strip in "
    "the middle.",
    "guide": "Print it on A4 or Letter, on one side only. Choose landscape if your browser asks.",
    "door": "Print it on A4 or Letter, and hang it where people look for the door.",
    "poster": "Print it on A4 or Letter. Cut between the strips at the foot, so that each can be torn off.",
}
DOOR = "Door notice: %(place)s"
NOT_ON_NOW = "Not on at present"
NEXT_DATES = "Next: %(dates)s"

FROM_DATA = "From data of %(date)s."
CONFIRMED = "The meetings were last confirmed on %(date)s."
CONFIRMED_BETWEEN = "The meetings were last confirmed between %(first)s and %(last)s."
ONE_UNCONFIRMED, SOME_UNCONFIRMED = (
    "Of one, nobody has said when it was last confirmed.",
    "Of %(num)s, nobody has said when they were last confirmed.",
)
CURRENT = "What holds today: %(address)s"
LEFT_OUT = "Not on this sheet: %(things)s."
NO_LINKS = "links and passcodes of online meetings"
NO_HOMES = "addresses of private homes, which one gets when one asks"
NO_ENDED = "meetings that have ended"
NO_NOTES = "notes on single meetings"
NO_DIRECTIONS = "how to find the door"
NO_LATER = "what is different after %(date)s"
NO_LINES = "more help lines"
NO_DATES = "meetings that are not regular, what is different on single dates, how to find the door"
NO_OTHERS = "meetings at other places and online"

GUIDE = "Small steps for hard moments"
IN_DANGER = "If you are in danger now"
TO_TALK = "To talk to somebody"
MEET = "When we meet"
COME_NEXT = "These come next. There are more."
MORE = "More on the site."
MORE_AT = "More: %(address)s"

PDF = "The same as a PDF file"

ADDRESSES = "Where"
AT_HOME = "A private home. You get the address when you ask."
UNKNOWN = "What is not said of a place is not known."
ONE_REGULAR, MANY_REGULAR = "One regular meeting", "%(num)s regular meetings"
SITE_CODE = "A square code that opens %(address)s"
TEXT_TO = "Text %(keyword)s to %(number)s"
WAY = "How to get there"
AT_EASE = "Getting in and feeling at ease"
ELSEWHERE = "Online, and without a region"
ALL_TIMES = "All times are in %(zone)s unless a meeting says otherwise."

PRINT_TEXTS: tuple[str, ...] = (
    *TITLES.values(),
    *PURPOSES.values(),
    *HOW.values(),
    *(TO_PRINT, DOOR, NOT_ON_NOW, NEXT_DATES, FROM_DATA, CONFIRMED, CONFIRMED_BETWEEN, ONE_UNCONFIRMED, CURRENT),
    *(LEFT_OUT, NO_LINKS, NO_HOMES, NO_ENDED, NO_NOTES, NO_DIRECTIONS, NO_LATER, NO_LINES, NO_OTHERS, NO_DATES, PDF),
    *(GUIDE, IN_DANGER, TO_TALK, MEET, COME_NEXT, MORE, MORE_AT),
    *(ADDRESSES, AT_HOME, UNKNOWN, ONE_REGULAR, SITE_CODE, ELSEWHERE, ALL_TIMES, TEXT_TO, WAY, AT_EASE),
)
