"""Texts of the tools that a script needs in all their forms, or that stand in files."""

COUNTED = {
    "day": ("%(num)s day", "%(num)s days"),
    "week": ("%(num)s week", "%(num)s weeks"),
    "month": ("%(num)s month", "%(num)s months"),
    "year": ("%(num)s year", "%(num)s years"),
}
NOTES = "Notes"  # the first line of a saved file on a discreet site; papers have it too

TOOL_TEXTS: tuple[str, ...] = (*(one for one, _ in COUNTED.values()), NOTES)
