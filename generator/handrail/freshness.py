"""Pure: what is past its date, and what will soon be."""

from collections.abc import Iterable
from datetime import date, timedelta

from .kinds.header import Header, is_expired
from .kinds.helpline import Helpline
from .model import Entry
from .problems import Problem

DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
SOON = 0.75  # visitors.md 4.3: warn when three quarters of the term have passed


def days_in(period: str) -> int:
    """Give the days of a period such as `6 months`, with months and years of average length."""
    number, unit = period.split()
    return round(int(number) * DAYS[unit.rstrip("s")])


def is_page_overdue(header: Header, today: date) -> bool:
    """Tell whether a page should have been read again by now."""
    if header.reviewed is None or header.review_every is None:
        return False
    return header.reviewed + timedelta(days=days_in(header.review_every)) < today


def is_line_overdue(line: Helpline, today: date) -> bool:
    """Tell whether a help line should have been confirmed again by now."""
    return line.verified_on + timedelta(days=line.review_days) < today


def page_dates(entries: Iterable[Entry], today: date) -> Iterable[Problem]:
    """Find pages past their review or end date, or dated in the future. Problems: H803, H805, H806."""
    for entry in entries:
        header = entry.record
        if not isinstance(header, Header):
            continue
        if is_expired(header, today):
            message = f"this page is no longer shown: it ended on {header.expires}"
            yield Problem("H806", entry.span, message, "delete it, or give it a later end date")
        elif is_page_overdue(header, today):
            message = f"this page was last reviewed on {header.reviewed}, longer ago than {header.review_every}"
            yield Problem("H803", entry.span, message, "read it again, then set reviewed to that day")
        if header.reviewed and header.reviewed > today:
            message = f"reviewed: {header.reviewed} lies in the future"
            yield Problem("H805", entry.span, message, "correct the date")


def line_dates(lines: Iterable[Entry], today: date) -> Iterable[Problem]:
    """Find help lines that nobody confirmed in time, or soon should. Problems: H801, H802, H805."""
    for entry in lines:
        line = entry.record
        if not isinstance(line, Helpline):
            continue
        hint = f"look at {line.source_url}, then add the line with a new verified_on to content/helplines.yaml"
        age = (today - line.verified_on).days
        name = f'the help line "{line.id}"'
        if age > line.review_days:
            message = f"{name} was last confirmed {age} days ago; that holds for {line.review_days} days"
            yield Problem("H801", entry.span, message, hint)
        elif age > line.review_days * SOON:
            left = line.review_days - age
            yield Problem("H802", entry.span, f"{name} should be confirmed within {left} days", hint)
        elif age < 0:
            message = f"{name} is said to be confirmed on {line.verified_on}, which lies in the future"
            yield Problem("H805", entry.span, message, "correct the date")
