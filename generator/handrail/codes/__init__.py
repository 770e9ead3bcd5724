"""The table of problem codes: every mistake Handrail knows, why it matters, and how to mend it.

The letter tells the part: Y reading YAML and text, L files and folders, F fields, M Markdown and pictures,
K links, T themes, P publishing, C checks over the finished pages, H help and dates, S schedules of meetings, V the
safety of visitors.
"""

from . import checks, fields, files, freshness, links, markdown, publishing, safety, schedules, themes, yaml
from .code import Code, Severity

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = {
    code.code: code
    for family in (yaml, files, fields, markdown, links, themes, publishing, checks, freshness, schedules, safety)
    for code in family.CODES
}
