"""Pure: what a page may do in a visitor's browser, and what else its host is asked to say: one policy, in two places.

The meta element stands in every page, for hosts that send no headers of ours; `HEADERS` holds what a meta element
cannot say (visitors.md 3.2).
"""

import base64
import hashlib
from collections.abc import Iterable

# Features that no page needs. Browsers complain about names they do not know, so only known ones are listed.
DENIED = (
    "camera",
    "microphone",
    "geolocation",
    "browsing-topics",
    "payment",
    "usb",
    "serial",
    "hid",
    "midi",
    "accelerometer",
    "gyroscope",
)
ONE_YEAR = 31_536_000  # seconds
LOADED = "'self' 'strict-dynamic'"
FRAMES = "frame-ancestors 'none'"
HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", FRAMES),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", ", ".join(f"{name}=()" for name in DENIED)),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Strict-Transport-Security", f"max-age={ONE_YEAR}"),
)


def content_policy(styles: Iterable[str], scripts: Iterable[str], reach: Iterable[str] = (), loader: str = "") -> str:
    """Give the content security policy of a page with these inline styles and scripts: nothing else runs or is fetched.

    `reach` names what the page besides may fetch from this site itself: `connect`, `manifest`, `worker`. Where `loader`
    names a policy for trusted types, those scripts may load others of the site by it, and by no other. On a disk, where
    browsers disagree on what 'self' is, and in all new ones, a script can be loaded only by a script that may run;
    older ones know 'self' alone. Source: Content Security Policy Level 3, Trusted Types.
    """
    more = f" {LOADED}" if loader else ""
    run = f"script-src {hashes}{more}; " if (hashes := _hashes(scripts)) else ""
    own = "".join(f"{kind}-src 'self'; " for kind in reach)
    by = f"; trusted-types {loader}" if loader else ""
    return (
        f"default-src 'none'; {run}style-src {_hashes(styles)}; img-src 'self' data:; font-src 'self'; {own}"
        f"base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'{by}"
    )


def _hashes(codes: Iterable[str]) -> str:
    """Give the hashes by which a policy allows inline code (CSP Level 3, 2.3.1)."""
    return " ".join(f"'{_hash(code)}'" for code in codes)


def _hash(code: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}"
