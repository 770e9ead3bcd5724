"""The library that searches: the very file that its record describes, published below its licence."""

import gzip
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from hubs import REPOSITORY, run, write_hub

VENDORED = REPOSITORY / "themes/harbor/scripts/vendor/minisearch"


def built(root: Path, files: Mapping[str, str | bytes]) -> Path:
    answer = run(write_hub(root, files), "build")
    assert answer.exit_code == 0, answer.output
    return root / "output"


def test_the_library_is_the_file_that_its_record_describes() -> None:
    record = (VENDORED / "VENDORED.md").read_text("utf-8")
    digest = re.search(r"`([0-9a-f]{64})`", record)
    assert digest
    assert sha256((VENDORED / "minisearch.js").read_bytes()).hexdigest() == digest[1]
    assert re.search(r"`minisearch@7\.2\.0` from the npm registry", record)


def test_the_library_is_published_once_below_its_licence(tmp_path: Path) -> None:
    output = built(tmp_path, {"site.yaml": "name: Circle\nlanguages: [en, es]\n"})
    (published,) = output.glob("assets/minisearch.*.js")
    terms = (VENDORED / "LICENSE").read_text("utf-8")
    assert "Permission is hereby granted, free of charge" in terms
    text = published.read_text("utf-8")
    assert text.startswith(f"/*!\n{terms}*/\n")
    assert len(gzip.compress(text.encode())) < 9_000
    assert not re.search(r"\beval\(|new Function|WebAssembly", text)


def test_a_theme_without_the_library_offers_the_list_alone(tmp_path: Path) -> None:
    theme = REPOSITORY / "themes/harbor"
    own: dict[str, str | bytes] = {
        f"themes/bare/{file.relative_to(theme).as_posix()}": file.read_bytes()
        for file in sorted(theme.rglob("*"))
        if file.is_file() and "vendor" not in file.parts
    }
    hub = built(tmp_path, {"site.yaml": "name: Circle\ntheme: {name: bare}\n", **own})
    page = (hub / "search/index.html").read_text("utf-8")
    assert list(hub.glob("assets/*.js")) == []
    assert "hr-without" in page
    assert "<search" not in page
    assert "strict-dynamic" not in page
