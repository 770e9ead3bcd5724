"""axe-core: the rules for accessibility that a machine can decide, by light and by dark.

The browser tests ask the same of a page of each template at four sizes, with script and without
(tests/browser/axe.py, where the rules stand with their reasons); here it sees every page of the languages the hub is
written in, and one of each template in the others, whose pages are mostly the same texts again.
"""

from tools.browser import chromium

from browser.axe import violations
from browser.visits import Setting, Visitor

from .judging import BAD, Finding, Judgement, Site

# A phone, whose window the page's own bar and lists have least room in.
PHONE = Setting(360, 640)
SCRIPTLESS = Setting(360, 640, has_script=False)


def judge(site: Site) -> Judgement:
    """Open every page in one browser; a page that moved is looked at without script, since it would lead on."""
    findings = []
    pages = [page for page in site.pages if page.language in site.written_in or page in site.samples]
    with chromium() as browser:
        visitor = Visitor(browser)
        for page in pages:
            moved = page.template == "moved"
            with visitor.visit(site.home + page.url, SCRIPTLESS if moved else PHONE, stays=moved) as visit:
                findings += [finding(page.path, said) for said in violations(visit, ("light", "dark"))]
        with visitor.visit(site.bad_home, PHONE) as visit:
            findings += [finding(f"{BAD}index.html", said) for said in violations(visit)]
    return Judgement(findings, f"{len(pages)} pages")


def finding(page: str, said: str) -> Finding:
    """Take a line of the browser tests apart: "light: axe RULE at PLACE: what to do"."""
    scheme, _, rest = said.partition(": axe ")
    rule, _, rest = rest.partition(" at ")
    place, _, advice = rest.partition(": ")
    return Finding(page, rule or "axe", f"{scheme}: at {place}", advice)
