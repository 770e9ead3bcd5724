"""A visit: a page opened as a certain visitor would, with a record of all it said and asked for."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Error, Page, Request, Route

Scheme = Literal["light", "dark"]

# What the pages are asked in, by function name: all files together, so that they may use each other.
PAGE_SIDE = "\n".join(
    path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "page_side").glob("*.js"))
)

# A service worker takes a while to register; what was begun is awaited before anyone looks.
BEFORE_SCRIPTS = """if (window.ServiceWorkerContainer) {
  const { register } = ServiceWorkerContainer.prototype;
  window.handrailRegistrations = [];
  ServiceWorkerContainer.prototype.register = function (...details) {
    const registration = register.apply(this, details);
    window.handrailRegistrations.push(registration);
    return registration;
  };
}"""


# What takes a visitor without script on to where a page has moved.
REFRESH = re.compile(r'<meta http-equiv="refresh"[^>]*>')


@dataclass(frozen=True, slots=True)
class Setting:
    """How a visitor comes: the window in CSS pixels, whether scripts run, and what the system is set to."""

    width: int = 1280
    height: int = 720
    has_script: bool = True
    scheme: Scheme = "light"
    is_touch: bool = False
    forces_colours: bool = False

    def __str__(self) -> str:
        """Name the setting in a test's name."""
        return f"{self.width}x{self.height}-{'script' if self.has_script else 'no-script'}"


@dataclass(frozen=True, slots=True)
class Visit:
    """A page that was opened: what it asked the network for, and its complaints, in the order they came."""

    page: Page
    session: CDPSession
    url: str
    status: int
    setting: Setting
    requests: list[Request] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, function: str, argument: object = None) -> Any:
        """Call a function of `page_side` in the page; what it needs must not wait for a timer when script is off."""
        return self.page.evaluate(f"argument => {{ {PAGE_SIDE}\n return {function}(argument); }}", argument)

    def turn(self, scheme: Scheme) -> None:
        """Turn the visitor's system light or dark, while the page is open."""
        self.page.emulate_media(media="screen", color_scheme=scheme)

    def put_on_paper(self) -> None:
        """Show the page as it would be printed, until the next visit."""
        self.page.emulate_media(media="print")

    def allow_script(self) -> None:
        """Let timers run again in a page that was loaded without script; its own scripts stay unrun."""
        self.session.send("Emulation.setScriptExecutionDisabled", {"value": False})


class Visitor:
    """Opens pages. Settings keep their window: opening one takes longer than most checks."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._windows: dict[Setting, tuple[Page, CDPSession]] = {}

    @contextmanager
    def visit(self, url: str, setting: Setting, *, stays: bool = False) -> Iterator[Visit]:
        """Open a page, and forget afterwards whatever it stored; `stays` looks at a page that would lead on."""
        page, session = self._window(setting)
        if stays:
            page.route(url, _without_refresh)
        page.set_viewport_size({"width": setting.width, "height": setting.height})
        # The window may be one that an earlier visit turned into paper; what is not named is kept.
        page.emulate_media(media="screen", color_scheme=setting.scheme)
        session.send("Emulation.setScriptExecutionDisabled", {"value": not setting.has_script})
        requests: list[Request] = []
        complaints: list[str] = []

        def note(request: Request) -> None:
            requests.append(request)

        def hear(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                complaints.append(f"console {message.type}: {message.text}")

        def hear_error(error: Error) -> None:
            complaints.append(f"page error: {error.message}")

        page.on("request", note)
        page.on("console", hear)
        page.on("pageerror", hear_error)
        try:
            response = page.goto(url, wait_until="load")
            # Work that a script put off to the next frame belongs to the load. Without script no frame is told.
            if setting.has_script:
                page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
            status = response.status if response else 0
            yield Visit(page, session, page.url, status, setting, requests, complaints)
        finally:
            page.remove_listener("request", note)
            page.remove_listener("console", hear)
            page.remove_listener("pageerror", hear_error)
            page.unroute_all()
            self._forget(page, session, url)

    def _window(self, setting: Setting) -> tuple[Page, CDPSession]:
        if setting not in self._windows:
            context = self._browser.new_context(
                viewport={"width": setting.width, "height": setting.height},
                color_scheme=setting.scheme,
                reduced_motion="reduce",
                forced_colors="active" if setting.forces_colours else "none",
                has_touch=setting.is_touch,
                is_mobile=setting.is_touch,
                service_workers="allow",
            )
            context.add_init_script(BEFORE_SCRIPTS)
            page = context.new_page()
            session = context.new_cdp_session(page)
            # A visit counts as the first one only when nothing comes from a cache.
            session.send("Network.enable")
            session.send("Network.setCacheDisabled", {"cacheDisabled": True})
            self._windows[setting] = (page, session)
        return self._windows[setting]

    def _forget(self, page: Page, session: CDPSession, url: str) -> None:
        page.context.clear_cookies()
        place = urlsplit(url)
        if place.scheme.startswith("http"):
            origin = f"{place.scheme}://{place.netloc}"
            session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})


def _without_refresh(route: Route) -> None:
    response = route.fetch()
    route.fulfill(response=response, body=REFRESH.sub("", response.text()))
