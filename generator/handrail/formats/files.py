"""Files beside pages: pictures in all their sizes, and documents that a page links to."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from ..edition import (
    Edition,
    asset_path,
    fallback_kind,
    fallback_width,
    has_sizes,
    picture_path,
)
from ..model import Picture
from ..output import Output
from ..pictures import widths_for
from ..site import Link, Page, PictureUse, Target
from ..sources import Source


def asset_files(edition: Edition) -> Iterator[Output]:
    """Plan the theme's files, and every picture and document that some page uses; nothing else is published."""
    seen: set[str] = set()
    for name, source in edition.theme.static.items():
        path = asset_path(name, source.digest)
        seen.add(path)
        yield Output(path, "copy", {"digest": source.digest}, make=partial(bytes, source.data))
    for page in edition.site.pages:
        for target in _targets(page):
            for output in _of_target(edition, target):
                if output.path not in seen:
                    seen.add(output.path)
                    yield output


def _targets(page: Page) -> Iterable[Target]:
    if page.image:
        yield page.image
    for body in (page.body, *page.texts.values()):
        yield from body.targets


def _of_target(edition: Edition, target: Target) -> Iterator[Output]:
    if isinstance(target, PictureUse):
        yield from _sizes(edition, target.picture)
    elif isinstance(target, Link) and target.url.startswith("="):
        source = edition.site.attachments[target.url[1:]]
        picture = edition.site.pictures.get(source.path)
        if picture is None:
            yield _copied(source, "copy", partial(bytes, source.data))
        elif has_sizes(picture):
            yield _photo(source, picture, widths_for(picture)[-1], fallback_kind(picture))
        else:
            yield _whole(source, picture)


def _sizes(edition: Edition, picture: Picture) -> Iterator[Output]:
    source = edition.site.attachments[picture.source]
    if not has_sizes(picture):
        yield _whole(source, picture)
        return
    for width in widths_for(picture):
        yield _photo(source, picture, width, "webp")
    yield _photo(source, picture, fallback_width(picture), fallback_kind(picture))


def _whole(source: Source, picture: Picture) -> Output:
    """Plan a drawing, which was found harmless, or an animation without its comments."""
    if picture.format == "svg":
        return _copied(source, "copy", partial(bytes, source.data))
    return _copied(source, "animation", partial(_redrawn, source.data))


def _copied(source: Source, recipe: str, make: Callable[[], bytes]) -> Output:
    path = asset_path(source.path, source.digest)
    return Output(path, recipe, {"digest": source.digest}, source=source.path, make=make)


def _photo(source: Source, picture: Picture, width: int, kind: str) -> Output:
    view = {"digest": source.digest, "width": width, "kind": kind}
    make = partial(_drawn, source.data, width, kind)
    return Output(picture_path(picture, width, kind), "photo", view, source=source.path, make=make)


def _drawn(data: bytes, width: int, kind: str) -> bytes:
    from ..photos import draw_copy  # noqa: PLC0415  # slow to load, and few builds draw a photo

    return draw_copy(data, width, kind)


def _redrawn(data: bytes) -> bytes:
    from ..photos import copy_animation  # noqa: PLC0415  # as above

    return copy_animation(data)
