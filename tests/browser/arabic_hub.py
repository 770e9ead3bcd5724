"""A hub in Arabic that shows every template, with English beside it: what a site from right to left must hold."""

import json
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

from hubs import run, write_hub

NAME = "دائرة النهر"
PHONE = "+1 202 555 0114"
SITE = f"""name: {NAME}
tagline: مجموعة دعم أقران تحجز لك مقعدًا
language: ar
languages: [ar, en]
url: https://example.org/hub/
timezone: Africa/Cairo
helplines: [XX]
repository: example/hub
contact: {{email: hello@example.org, phone: "{PHONE}"}}
safety: {{exit_url: https://weather.example/, exit_confirmed: yes}}
"""
LINES = """helplines:
  - id: river
    country: XX
    use: crisis
    name: خط النهر
    what_for: حديث مع شخص يصغي.
    call: "+1 202 555 0119"
    text: {to: "741741", keyword: HOME}
    hours: "24/7"
    source_url: https://example.com/line
    verified_on: 2026-11-01
  - id: emergency
    country: XX
    use: emergency
    name: الطوارئ
    what_for: حياة في خطر.
    call: "911"
    notes: {en: An English note that nobody has translated.}
    source_url: https://example.com/911
    verified_on: 2026-10-01
"""
RESOURCE = """---
title: تنفّس بهدوء
summary: تمرين قصير لتهدئة الجسم.
content_note: ذكر لليالٍ صعبة
needs: [anxious, cannot-sleep]
minutes: 5
format: exercise
topics: [الهدوء]
reviewed: 2026-11-01
sources: [{title: Breathing well, url: https://www.nhs.uk/, by: NHS, year: 2025}]
image: {src: ../chairs.png, alt: كراسٍ في دائرة}
redirects: [/old/]
---

## البداية

شهيق مع العدّ إلى أربعة، ثم زفير أبطأ. للاتصال: [+1 202 555 0119](tel:+12025550119)، وكلمة English في الوسط.

- [x] نافذة مفتوحة
- [ ] ضوء خافت

1. مكان هادئ
2. جلوس مريح

> «خطوة واحدة تكفي.»

| الوقت | ماذا |
|-------|------|
| 21:00 | راحة |

## بعد ذلك

!!! tip
    كوب ماء.

??? note "المزيد"
    نص مطويّ.[^1]

## النهاية

نص.

[^1]: حاشية.
"""
RUN_SHEET = """---
title: سير أمسية
minutes: 15
steps:
  - {minutes: 2, title: ترحيب, text: كلمة ترحيب.}
  - {minutes: 13, title: كلام بالدور, text: كل شخص مرة.}
---

هكذا نجتمع.
"""
STORY = """---
title: ليلة هادئة
alias: س.
content_note: ذكر للشرب
---

نص القصة.
"""
PLACES = """places:
  - id: hall
    name: قاعة النهر
    address: {street: 14 Alder Street, city: القاهرة}
    region: الشمال
    coordinates: [30.05, 31.24]
    directions: الباب الجانبي، ثم الجرس السفلي.
    access: {step_free: yes, hearing_loop: no, parking: unknown}
  - {id: library, name: المكتبة, region: الجنوب}
"""
MEETINGS = """meetings:
  - name: دائرة الثلاثاء
    slug: tuesday-circle
    group: river
    day: tuesday
    time: 19:00
    end_time: 20:15
    place: hall
    online: {url: https://zoom.us/j/5550100, passcode: ask, phone: "+1 202 555 0125,,5550100#"}
    types: [open, newcomers]
    languages: [ar, en]
    contact: {name: أمل, phone: "+1 202 555 0126"}
    topics: [الهدوء]
    notes: دقيقة صمت، ثم كلام بالدور.
    changes:
      - {date: 2026-12-01, cancelled: yes, note: القاعة مغلقة}
      - {date: 2026-12-08, time: 17:00, end_time: 18:00, place: library}
    verified: 2026-11-10
  - name: مائدة مفتوحة
    slug: open-table
    day: thursday
    time: "07:30"
    minutes: 90
    place: library
    repeats: [first, last]
  - name: Night Watch
    slug: night-watch
    day: friday
    time: 23:00
    end_time: 01:00
    online: {url: https://meet.jit.si/X}
"""
ROTA = """rota:
  - {role: فتح القاعة, meeting: tuesday-circle, people: [أمل, سمير, Chris T.], starts: 2026-11-24}
"""
MEETING_NOW = {
    "name": "دائرة الثلاثاء",
    "when": {"day": ["tuesday"], "time": "19:00", "end_time": "20:15"},
    "where": "قاعة النهر, 14 Alder Street, القاهرة",
    "how": "hybrid",
    "state": "on",
}
CHANGES = {
    "meetings": {"tuesday-circle": MEETING_NOW},
    "log": [
        {
            "date": "2026-11-12",
            "slug": "tuesday-circle",
            "name": "دائرة الثلاثاء",
            "what": "time",
            "times": {"day": ["wednesday"], "time": "18:30", "end_time": "20:00"},
        }
    ],
}
FILES: Mapping[str, str] = {
    "site.yaml": SITE,
    "published.json": json.dumps(CHANGES),
    "content/index.md": "---\ntitle: أهلًا\nsummary: مكان يصغي إليك.\n---\n\nكلمة ترحيب.\n",
    "content/index.en.md": "---\ntitle: Welcome\n---\n\nA word of welcome.\n",
    "content/about.md": "---\ntitle: من نحن\nimage: {src: chairs.png, alt: كراسٍ}\n---\n\nنلتقي ونصغي.\n",
    "content/hours.en.md": "---\ntitle: Only in English\n---\n\nText.\n",
    "content/helplines.yaml": LINES,
    "content/resources/breathing.md": RESOURCE,
    "content/resources/sleep.md": "---\ntitle: نوم أهدأ\nneeds: [cannot-sleep]\ntopics: [الهدوء]\n---\n\nنص.\n",
    "content/resources/walk.en.md": "---\ntitle: Take a walk\nsummary: Outside.\nneeds: [angry]\n---\n\nText.\n",
    "content/guidelines/trust.md": "---\ntitle: الثقة\n---\n\nما يُقال هنا يبقى هنا.\n",
    "content/facilitation/evening.md": RUN_SHEET,
    "content/stories/night.md": STORY,
    "content/news/open.md": "---\ntitle: بدأنا\ndate: 2026-11-20\n---\n\nنص.\n",
    "content/places.yaml": PLACES,
    "content/groups.yaml": "groups:\n  - {id: river, name: النهر, about: نلتقي., donations: السلة عند الباب.}\n",
    "content/meetings/all.yaml": MEETINGS,
    "content/rota.yaml": ROTA,
}


def built_arabic_hub(folder: Path) -> Path:
    """Build the hub, and give its output folder."""
    root = write_hub(folder, FILES)
    Image.new("RGB", (1200, 800), (180, 120, 90)).save(root / "content" / "chairs.png")
    answer = run(root, "build")
    assert answer.exit_code == 0, answer.output
    return root / "output"
