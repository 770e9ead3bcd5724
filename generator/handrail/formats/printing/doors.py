"""A notice for the door of each place where people meet."""

from collections.abc import Iterator

from ...edition import Edition
from ...kinds.place import Place
from ...meetings import LinkedMeeting
from ...output import Late
from ...views import PaperDoorView, PlaceView
from ...voice import Voice
from ...wording import printing as say
from ..records import has_notice, place_view
from .papers import DOOR, Printable
from .rows import paper_days

MOST_IN_LARGE_LETTERS = 4  # meetings that one sheet can hold so that they are read from three metres
MOST_FILES = 100  # places whose notices come as PDF files too; more would make a build slow


def noticed_places(edition: Edition) -> tuple[Place, ...]:
    """Give the places with a notice, in the order of the site."""
    sections = (s for s in edition.site.sections[edition.main_language] if s.kind.name == "place")
    places = (entry.record for section in sections for entry in section.records)
    return tuple(place for place in places if isinstance(place, Place) and has_notice(edition, place))


def door_url(place: Place) -> str:
    """Give the address of a place's notice below `print/`."""
    return f"doors/{place.id}/"


def doors(edition: Edition, language: str) -> Iterator[Printable]:
    """Give the notices of one language."""
    voice = edition.voice(language)
    places = noticed_places(edition)
    for place in places:
        meetings = edition.site.meetings.of("place", place.id)
        name = voice.plain(place.name)
        title = voice.text(say.DOOR, place=name)
        content = Late(door_view, voice, place_view(voice, place, "", ""), meetings)
        yield Printable(DOOR, door_url(place), name, title, content, meetings, has_pdf=len(places) <= MOST_FILES)


def door_view(voice: Voice, place: PlaceView, meetings: tuple[LinkedMeeting, ...]) -> PaperDoorView:
    """Give what meets at a place, and how to get in."""
    days = paper_days(voice, meetings, is_there=True)
    return PaperDoorView(place, days, is_dense=sum(len(day.rows) for day in days) > MOST_IN_LARGE_LETTERS)
