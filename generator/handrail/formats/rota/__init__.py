"""Everything that is published of the rota."""

from .calendars import rota_calendars
from .page import rota_page

__all__ = ["rota_calendars", "rota_page"]
