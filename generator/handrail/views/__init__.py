"""The template contract: everything a theme can show, and nothing else.

Each template receives the names that `TEMPLATES` lists for it. All texts are in the page's language unless a
`language` beside them says otherwise, and a `TextView` says it by itself; all addresses are relative and ready for
`href`; lists are in the order in which they should be shown and may be empty; values that may be missing are `None`.
`Html` and `Markup` are finished HTML.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, get_type_hints

from markupsafe import Markup

from .content import (
    CardView,
    EntryView,
    HeadingView,
    NewsView,
    ResourceView,
    RunSheetView,
    SourceView,
    StepView,
    StoryView,
)
from .html import Html
from .lists import (
    CopyView,
    DisplayView,
    HomeView,
    LetterView,
    LostView,
    MapView,
    MovedView,
    NeedView,
    RightNowView,
    SafetyView,
    SectionLinkView,
    SectionView,
)
from .meetings import (
    ChangeDayView,
    ChangeView,
    ChoiceView,
    DayView,
    FinderView,
    JoinView,
    MeetingListView,
    MeetingRowView,
    MeetingView,
    OccasionView,
    OptionView,
    WeekCellView,
    WeekHourView,
    WeekItemView,
    WeekView,
)
from .page import (
    ActionView,
    AlternateView,
    DateView,
    ExitView,
    HelpBarView,
    ImageView,
    LinkView,
    NavigationView,
    PageView,
    SiteView,
    TextView,
    VariantView,
)
from .printing import (
    PaperCardView,
    PaperDayView,
    PaperDoorView,
    PaperLineView,
    PaperListView,
    PaperMeetingView,
    PaperPlaceView,
    PaperPosterView,
    PaperView,
    PosterRowView,
    PrintablesView,
    PrintableView,
)
from .records import (
    ContactView,
    FactView,
    GroupView,
    HelpView,
    LineView,
    PlaceView,
    RegionView,
    SpokenLineView,
    SpokenView,
)
from .rota import RotaMeetingView, RotaPersonView, RotaRowView, RotaTurnsView, RotaView
from .searching import FirstView, SearchView
from .tools import ToolView

__all__ = [
    "EVERY_PAGE",
    "TEMPLATES",
    "ActionView",
    "AlternateView",
    "CardView",
    "ChangeDayView",
    "ChangeView",
    "ChoiceView",
    "ContactView",
    "CopyView",
    "DateView",
    "DayView",
    "DisplayView",
    "EntryView",
    "ExitView",
    "FactView",
    "FinderView",
    "FirstView",
    "GroupView",
    "HeadingView",
    "HelpBarView",
    "HelpView",
    "HomeView",
    "Html",
    "ImageView",
    "JoinView",
    "LetterView",
    "LineView",
    "LinkView",
    "LostView",
    "MapView",
    "MeetingListView",
    "MeetingRowView",
    "MeetingView",
    "MovedView",
    "NavigationView",
    "NeedView",
    "NewsView",
    "OccasionView",
    "OptionView",
    "PageView",
    "PaperCardView",
    "PaperDayView",
    "PaperDoorView",
    "PaperLineView",
    "PaperListView",
    "PaperMeetingView",
    "PaperPlaceView",
    "PaperPosterView",
    "PaperView",
    "PlaceView",
    "PosterRowView",
    "PrintableView",
    "PrintablesView",
    "RegionView",
    "ResourceView",
    "RightNowView",
    "RotaMeetingView",
    "RotaPersonView",
    "RotaRowView",
    "RotaTurnsView",
    "RotaView",
    "RunSheetView",
    "SafetyView",
    "SearchView",
    "SectionLinkView",
    "SectionView",
    "SiteView",
    "SourceView",
    "SpokenLineView",
    "SpokenView",
    "StepView",
    "StoryView",
    "TextView",
    "ToolView",
    "VariantView",
    "WeekCellView",
    "WeekHourView",
    "WeekItemView",
    "WeekView",
    "fields_of",
]


@cache
def fields_of(kind: Any) -> Mapping[str, Any]:
    """Give the types of a view's fields by name; none for every other type."""
    is_view = isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields")
    return get_type_hints(kind) if is_view else {}


EVERY_PAGE: dict[str, type] = {
    "site": SiteView,
    "page": PageView,
    "navigation": NavigationView,
    "help_bar": HelpBarView,
}

TEMPLATES: dict[str, dict[str, Any]] = {
    "home.html": {**EVERY_PAGE, "home": HomeView},
    "page.html": {**EVERY_PAGE, "entry": EntryView},
    "guideline.html": {**EVERY_PAGE, "entry": EntryView},
    "resource.html": {**EVERY_PAGE, "entry": EntryView, "resource": ResourceView, "tool": ToolView | None},
    "story.html": {**EVERY_PAGE, "entry": EntryView, "story": StoryView},
    "facilitation.html": {**EVERY_PAGE, "entry": EntryView, "run_sheet": RunSheetView},
    "news.html": {**EVERY_PAGE, "entry": EntryView, "news": NewsView},
    "place.html": {
        **EVERY_PAGE,
        "place": PlaceView,
        "meetings": MeetingListView,
        "notice": str | None,
        "script": Markup,
    },
    "group.html": {**EVERY_PAGE, "group": GroupView, "meetings": MeetingListView},
    "meeting.html": {**EVERY_PAGE, "meeting": MeetingView, "script": Markup},
    "meetings.html": {**EVERY_PAGE, "section": SectionView, "finder": FinderView},
    "meeting-list.html": {**EVERY_PAGE, "list": MeetingListView},
    "meeting-week.html": {**EVERY_PAGE, "week": WeekView},
    "meeting-changes.html": {**EVERY_PAGE, "days": tuple[ChangeDayView, ...], "feed": str | None},
    "section.html": {**EVERY_PAGE, "section": SectionView},
    "resources.html": {**EVERY_PAGE, "section": SectionView, "needs": tuple[NeedView, ...]},
    "places.html": {**EVERY_PAGE, "section": SectionView, "places": tuple[PlaceView, ...]},
    "groups.html": {**EVERY_PAGE, "section": SectionView, "groups": tuple[GroupView, ...]},
    "rota.html": {**EVERY_PAGE, "section": SectionView, "rota": RotaView},
    "print.html": {**EVERY_PAGE, "printables": PrintablesView},
    "print-list.html": {**EVERY_PAGE, "paper": PaperView, "list": PaperListView},
    "print-door.html": {**EVERY_PAGE, "paper": PaperView, "door": PaperDoorView},
    "print-card.html": {**EVERY_PAGE, "paper": PaperView, "card": PaperCardView},
    "print-poster.html": {**EVERY_PAGE, "paper": PaperView, "poster": PaperPosterView},
    "right-now.html": {**EVERY_PAGE, "right_now": RightNowView},
    "help.html": {**EVERY_PAGE, "help": HelpView},
    "safety.html": {**EVERY_PAGE, "safety": SafetyView},
    "display.html": {**EVERY_PAGE, "display": DisplayView},
    "offline.html": {**EVERY_PAGE, "copy": CopyView},
    "forget.html": {**EVERY_PAGE, "copy": CopyView},
    "map.html": {**EVERY_PAGE, "map": MapView},
    "search.html": {**EVERY_PAGE, "search": SearchView},
    "404.html": {**EVERY_PAGE, "lost": LostView},
    "moved.html": {**EVERY_PAGE, "moved": MovedView},
}
