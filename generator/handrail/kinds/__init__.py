"""The kinds of content, in the order in which menus and lists show them. A new kind is a file here and a line below."""

from . import facilitation, group, guideline, helpline, meeting, news, page, place, resource, rota, story
from .kind import Kind

KINDS: tuple[Kind, ...] = (
    page.KIND,
    meeting.KIND,
    resource.KIND,
    guideline.KIND,
    facilitation.KIND,
    story.KIND,
    news.KIND,
    place.KIND,
    group.KIND,
    rota.KIND,
    helpline.KIND,
)

BY_NAME = {kind.name: kind for kind in KINDS}
BY_SECTION = {kind.section: kind for kind in KINDS if kind.section and not kind.is_data}
BY_DATA_FILE = {f"{kind.data_key}.yaml": kind for kind in KINDS if kind.is_data}
BY_DATA_FOLDER = {kind.data_key: kind for kind in KINDS if kind.has_folder}
