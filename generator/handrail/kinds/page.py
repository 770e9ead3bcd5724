"""Pages: whatever a hub wants to say that is no other kind; they may lie anywhere in `content/`."""

from .header import Header
from .kind import Kind

KIND = Kind(name="page", section="", title="Pages", model=Header, template="page.html")
