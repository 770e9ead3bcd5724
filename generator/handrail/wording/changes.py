"""The generator's own texts about what has changed, in English: the keys of their translations."""

CHANGES = "What has changed"
HAPPENED = {
    "new": "New meeting",
    "time": "Another time",
    "place": "Another place",
    "how": "Another way to take part",
    "name": "Another name",
    "paused": "Paused",
    "resumed": "On again",
    "ended": "Ended",
}
BEFORE = "before: %(words)s"

CHANGE_TEXTS: tuple[str, ...] = (CHANGES, *HAPPENED.values(), BEFORE)
