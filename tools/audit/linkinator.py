"""linkinator: every link, picture, style and anchor, asked of the server from the home page on."""

from .judging import Finding, JudgeFailedError, Judgement, Site, as_report
from .programs import node, run, script

# Links to other sites are not asked: a site that is away today is no fault of these pages, and nobody there asked for
# a visit from each test run. `handrail check` says which addresses have a form that leads nowhere.
ELSEWHERE = "^(?!{home}|{bad_home})"

# Pages that no link leads to, and why.
UNLINKED = {
    "404": "The host shows it for any address that is not there.",
    "moved": "The old address of a page: the links lead to the new one.",
}


def judge(site: Site) -> Judgement:
    """Let it walk through the site, and say which pages it never came to."""
    options = ("--recurse", "--check-fragments", "--check-css", "--format", "json", "--concurrency", "8")
    program = script("linkinator/build/src/cli.js")
    skip = ELSEWHERE.format(home=site.home, bad_home=site.bad_home)
    command = [node(), program, site.home, site.bad_home, *options, "--skip", skip]
    report = run(command, may_exit_with=(0, 1)).stdout
    found, seen = findings(report, site)
    return Judgement(found + lost(site, seen), f"{len(seen)} addresses")


def findings(report: str, site: Site) -> tuple[list[Finding], set[str]]:
    """Read its report; give the paths it came to as well."""
    links = [link for link in as_report(report, "linkinator").get("links", []) if link["state"] != "SKIPPED"]
    seen = {site.page_at(link["url"]) for link in links}
    if not {"index.html", site.page_at(site.bad_home)} <= seen:
        raise JudgeFailedError("linkinator did not come to the home page")
    found = [
        Finding(
            site.page_at(link.get("parent", link["url"])),
            f"broken link ({link.get('status', 'no answer')})",
            f"leads to {link['url']}, which is not there" if "#" not in link["url"] else f"no anchor {link['url']}",
            "correct the link, or the address of what it leads to",
        )
        for link in links
        if link["state"] == "BROKEN"
    ]
    return found, seen


def lost(site: Site, seen: set[str]) -> list[Finding]:
    """Give the pages that cannot be found by following links."""
    advice = "link it from a list or from the map of the site"
    return [
        Finding(page.path, "unreachable page", "no link leads here from the home page", advice)
        for page in site.pages
        if page.template not in UNLINKED and page.path not in seen
    ]
