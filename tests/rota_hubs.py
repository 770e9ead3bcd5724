"""A small hub with a rota, for tests. Does I/O: writes into the folder it is given."""

import re
from html import unescape
from pathlib import Path

from hubs import run, tree, write_hub

SITE = """name: Riverside Circle
url: https://example.org/hub/
timezone: America/New_York
languages: [en, es]
helplines: [US]
"""
MEETINGS = """meetings:
  - name: {en: Tuesday Circle, es: Círculo del martes}
    slug: tuesday-circle
    day: tuesday
    time: 19:00
    end_time: 20:15
    place: {name: Town Hall, region: North}
    verified: 2026-11-10
    changes:
      - {date: 2026-12-08, cancelled: yes, note: Hall closed}
      - {date: 2026-12-15, moved_to: 2026-12-16, time: 18:00}
  - name: Open Table
    slug: open-table
    day: thursday
    time: 18:30
    minutes: 90
    online: {url: https://zoom.us/j/5550100}
"""
OPENING = """  - role: {en: Opening the room, es: Abrir la sala}
    meeting: tuesday-circle
    people: [Annika, Benedikt, Chidi T.]
    starts: 2026-11-24
    swaps: [{date: 2026-12-22, person: Zebulon}]
"""
TEA = """  - role: Tea
    meeting: tuesday-circle
    people: [Rosalind, Annika]
    starts: 2026-12-01
    turn: 2
"""
GREETING = """  - role: Saying hello
    meeting: open-table
    people: [Fenella, Grigori]
    starts: 2026-11-05
    turn: month
"""
NAMES = ("Annika", "Benedikt", "Chidi", "Zebulon", "Rosalind", "Fenella", "Grigori")


def hub(root: Path, *roles: str, site: str = SITE, meetings: str = MEETINGS) -> Path:
    """Write the hub with these roles, or without a rota."""
    files = {
        "site.yaml": site,
        "content/meetings/all.yaml": meetings,
        "content/facilitation/opening.md": "---\ntitle: An opening\nreviewed: 2026-11-01\n---\n\nSay hello.\n",
        "content/news/2026-11-16-open.md": "---\ntitle: We open\ndate: 2026-11-16\n---\n\nCome.\n",
    }
    rota = {"content/rota.yaml": "rota:\n" + "".join(roles)} if roles else {}
    return write_hub(root, {**files, **rota})


def built(root: Path, *roles: str, today: str = "2026-11-22", **more: str) -> dict[str, bytes]:
    """Build the hub and give its site."""
    answer = run(hub(root, *roles, **more), "build", "--today", today)
    assert answer.exit_code == 0, answer.output
    return tree(root / "output")


def words_of(html: bytes) -> str:
    """Give what the main part of a page says."""
    main = html.decode().partition("<main")[2].partition(">")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).replace("\u202f", " ").split())


def table_of(html: bytes, number: int = 0) -> list[list[str]]:
    """Give the rows of a table, cell by cell, without the words that stand there for small screens only."""
    table = html.decode().split("<table")[number + 1].partition("</table>")[0]
    table = re.sub(r'<span class="hr-narrow".*?</span>', "", table)
    rows = (re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.DOTALL) for row in table.split("<tr")[1:])
    return [[" ".join(unescape(re.sub(r"<[^>]*>", " ", cell)).split()) for cell in row] for row in rows]
