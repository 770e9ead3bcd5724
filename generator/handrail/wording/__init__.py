"""The generator's own texts, in English: the keys of their translations. Themes bring theirs in their templates."""

from .changes import CHANGE_TEXTS
from .meetings import MEETING_TEXTS
from .printing import PRINT_TEXTS
from .searching import SEARCH_TEXTS
from .tools import TOOL_TEXTS

NEEDS = {
    "craving": "I feel a strong urge",
    "anxious": "I feel anxious",
    "cannot-sleep": "I cannot sleep",
    "lonely": "I feel lonely",
    "angry": "I am angry",
    "after-a-slip": "I have had a slip",
    "grieving": "I am grieving",
    "helping-someone": "I want to help someone",
}
KIND_NAMES = {
    "guideline": "Guideline",
    "resource": "Resource",
    "facilitation": "Run sheet",
    "story": "Story",
    "news": "News",
}
FORMATS = {
    "exercise": "Exercise",
    "reading": "Reading",
    "worksheet": "Worksheet",
    "listening": "Listening",
}
NOTE_TITLES = {
    "note": "Note",
    "tip": "Tip",
    "hint": "Hint",
    "important": "Important",
    "warning": "Warning",
    "danger": "Danger",
}
BODY_WORDS = ("Back to the text", "Table", "Done", "other site")
ACCESS = {
    "step_free": ("Step-free access", "No step-free access", "Step-free access: not known"),
    "accessible_toilet": ("Accessible toilet", "No accessible toilet", "Accessible toilet: not known"),
    "hearing_loop": ("Hearing loop", "No hearing loop", "Hearing loop: not known"),
    "quiet_space": ("Quiet place to step out to", "No quiet place to step out to", "Quiet place: not known"),
    "parking": ("Parking close by", "No parking close by", "Parking: not known"),
    "public_transport": ("Bus or train close by", "No bus or train close by", "Bus or train: not known"),
    "assistance_dogs": ("Assistance dogs welcome", "No assistance dogs", "Assistance dogs: not known"),
    "children": ("Children may come along", "No room for children", "Children: not known"),
}
MAPS = ("Find it on OpenStreetMap", "Find it on Apple Maps", "Find it on Google Maps")

HOME = "Home"
RIGHT_NOW = "What do you need right now?"
HELP = "Need help now?"
LEAVE = "Leave this site"
SAFETY = "Staying private on this site"
PAGE = "Page"
HELP_NEUTRAL = "Contacts"
SAFETY_NEUTRAL = "About this site"
A_TO_Z = "All pages from A to Z"
DISPLAY = "Text size and colours"
OFFLINE = "This site without internet"
REMOVED = "What stays behind"
COPY_FROM = "You are reading a saved copy of this site, from %(date)s."
COPY_IS_OLD = "It is more than two weeks old. Times and numbers may have changed: make sure before you go or call."
SEARCH = "Search"
NOT_FOUND = "This page is not here"
MOVED = "This page has moved"
COMMA, WITH_MORE = ", ", "%(what)s: %(more)s"  # said by Translator.beside and .with_more
STANDS_IN = "This page is not translated yet. Here it is in its own language: %(language)s."

CALL, TEXT = "Call", "Text"  # the number follows; a translation brings what its language puts between
ALL_HOURS = "Day and night, every day"
HOURS_ON = "%(days)s, %(times)s (%(zone)s)"
FREE = "Calls are free"
FREE_OTHERWISE = "It is free"
STANDARD = "Calls cost what your phone plan says"
ON_BILL = "Calls can appear on the phone bill"
OFF_BILL = "Calls do not appear on the phone bill"
MAY_DISPATCH = "If a life is in danger, it may send emergency services"
NEVER_DISPATCHES = "It does not send emergency services"
ANONYMOUS = "You need not give your name"
CHAT = "Chat online"
WEBSITE = "Open the website"
LANGUAGES = "Languages: %(languages)s"
CHECKED_OPERATOR = "Confirmed with the operator"
CHECKED_PUBLISHED = "Compared with published sources"
ALL_COUNTRIES = "Every country"
EUROPE = "European Union"
REGION_OF = "%(country)s: %(region)s"
OTHER = "Other signs"

CORE_TEXTS: tuple[str, ...] = (
    *NEEDS.values(),
    *KIND_NAMES.values(),
    *FORMATS.values(),
    *NOTE_TITLES.values(),
    *BODY_WORDS,
    *(words for facts in ACCESS.values() for words in facts),
    *MAPS,
    *MEETING_TEXTS,
    *CHANGE_TEXTS,
    *PRINT_TEXTS,
    *TOOL_TEXTS,
    *SEARCH_TEXTS,
    *(
        HOME,
        RIGHT_NOW,
        HELP,
        LEAVE,
        SAFETY,
        PAGE,
        HELP_NEUTRAL,
        SAFETY_NEUTRAL,
        A_TO_Z,
        DISPLAY,
        OFFLINE,
        REMOVED,
        COPY_FROM,
        COPY_IS_OLD,
        SEARCH,
        NOT_FOUND,
        MOVED,
        STANDS_IN,
        COMMA,
        WITH_MORE,
        CALL,
        TEXT,
        ALL_HOURS,
        HOURS_ON,
        FREE,
        STANDARD,
        ON_BILL,
        FREE_OTHERWISE,
    ),
    *(OFF_BILL, MAY_DISPATCH, NEVER_DISPATCHES, ANONYMOUS, CHAT, WEBSITE, LANGUAGES, CHECKED_OPERATOR),
    *(CHECKED_PUBLISHED, ALL_COUNTRIES, EUROPE, REGION_OF, OTHER),
)
