"""Problems for the preview: a panel over the last good page, put into the response and never into a file."""

from collections.abc import Sequence
from html import escape

from ..problems import Problem
from .counts import counted
from .terminal import place

MOST_SHOWN = 30

STYLE = """
#handrail-problems{position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;padding:1rem 1.5rem;
background:#fff8f5;color:#2b1a14;border-top:.3rem solid #a3341b;font:1rem/1.5 system-ui,sans-serif;text-align:start}
#handrail-problems h2{font-size:1.2rem;margin:0 0 .5rem}
#handrail-problems ol{margin:0;padding-inline-start:1.5rem}
#handrail-problems li{margin-block:.6rem}
#handrail-problems code{font-family:ui-monospace,monospace;color:#8a2b16}
#handrail-problems p{margin:.1rem 0}
#handrail-problems button{float:inline-end;font:inherit;padding:.5rem 1rem;min-height:2.75rem;background:#fff;
color:inherit;border:.1rem solid;border-radius:.4rem;cursor:pointer}
"""
CLOSE = "document.getElementById('handrail-problems').remove()"


def overlay(problems: Sequence[Problem], *, is_stale: bool) -> str:
    """Give HTML to put before `</body>`; empty without problems. `is_stale` says that the page below is older."""
    if not problems:
        return ""
    items = "".join(_item(problem) for problem in problems[:MOST_SHOWN])
    more = len(problems) - MOST_SHOWN
    rest = f"<p>and {more} more; the terminal shows all</p>" if more > 0 else ""
    state = "This is the last page that could be built." if is_stale else "The site was built all the same."
    return (
        f'<section id="handrail-problems" role="alert" aria-label="Problems"><style>{STYLE}</style>'
        f'<button type="button" onclick="{CLOSE}">Close</button>'
        f"<h2>{escape(counted(problems))}</h2><p>{state}</p><ol>{items}</ol>{rest}</section>"
    )


def _item(problem: Problem) -> str:
    hint = f"<p>{escape(problem.hint)}</p>" if problem.hint else ""
    where = f"<code>{escape(place(problem.span))}</code>"
    return (
        f"<li><strong>{escape(problem.message)}</strong> ({problem.severity} {problem.code})<p>{where}</p>{hint}</li>"
    )
