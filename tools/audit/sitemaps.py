"""The sitemap: by a schema, and by what a schema cannot say about the pages it lists."""

from collections.abc import Iterator

from lxml import etree, html
from tools.browser import SamplePage

from .judging import Finding, JudgeFailedError, Judgement, Site
from .xml_files import is_published, read

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TWIN = "{http://www.w3.org/1999/xhtml}link"

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 2**20

# Pages that are nobody's aim.
UNLISTED = ("404", "moved")


def judge(site: Site) -> Judgement:
    """Read the one sitemap."""
    file = site.folder / "sitemap.xml"
    if not file.is_file():
        raise JudgeFailedError("the hub has no sitemap")
    found: list[Finding] = []
    for each in (file, site.bad_folder / "sitemap.xml"):
        urlset = read(each, "sitemap.rng", site, found)
        if urlset is not None:
            path = site.page_at(str(each))
            found += [Finding(path, rule, said, "correct the format `sitemap`") for rule, said in faults(urlset, site)]
    if file.stat().st_size > MOST_BYTES:
        found.append(Finding("sitemap.xml", "size", "is larger than readers take", "write several"))
    return Judgement(found, "1 sitemap")


def faults(urlset: etree._Element, site: Site) -> Iterator[tuple[str, str]]:
    """Give a rule and how it is broken."""
    twins = {
        url.findtext(f"{SITEMAP}loc", ""): {str(link.get("hreflang")): str(link.get("href")) for link in url.iter(TWIN)}
        for url in urlset
    }
    if not len(twins) == len(urlset) <= MOST_ADDRESSES:
        yield "unique addresses", "lists an address twice, or too many"
    listed = {site.page_at(address) for address in twins}
    for page in site.pages:
        why_not = reason_against(page, site)
        if page.path in listed and why_not:
            yield "hidden pages", f"lists {page.path}, which {why_not}"
        if page.path not in listed and not why_not:
            yield "all pages", f"does not list {page.path}"
    for address, alternates in twins.items():
        if not is_published(address, site):
            yield "addresses", f"lists {address}, which the site does not have"
        if alternates and address not in alternates.values():
            yield "languages", f"{address} is not among its own languages"
        for language, other in alternates.items():
            if twins.get(other) != alternates:
                yield "languages", f"{address} names {other} ({language}), which does not name it in return"


def reason_against(page: SamplePage, site: Site) -> str:
    """Say why a page does not belong into the sitemap, by its own head; nothing when it does."""
    root = html.parse(site.folder / page.path).getroot()
    if page.template in UNLISTED:
        return "is nobody's aim"
    if "noindex" in root.xpath("string(//meta[@name='robots']/@content)"):
        return "asks not to be found"
    other = root.xpath("string(//link[@rel='canonical']/@href)")
    return f"says that it is to be found at {other}" if other and site.page_at(other) != page.path else ""
