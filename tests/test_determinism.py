"""The same hub gives the same bytes: in any folder, locale, time zone and hash seed, whatever order files came in."""

import os
import random
import shutil
import stat
from pathlib import Path

import pytest

from hubs import REPOSITORY, run_process, tree

CIRCUMSTANCES = {
    "another zone and locale": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"},
    "a locale of UTF-8 and another seed": {"TZ": "America/New_York", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "4242"},
}


def copy_in_random_order(target: Path) -> None:
    """Copy the sample hub file by file, so that the file system lists it in another order."""
    files = [REPOSITORY / "site.yaml", *(file for file in (REPOSITORY / "content").rglob("*") if file.is_file())]
    random.Random(str(target)).shuffle(files)  # noqa: S311  # an order, not a secret
    for file in files:
        copy = target / file.relative_to(REPOSITORY)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    root = tmp_path_factory.mktemp("reference")
    copy_in_random_order(root)
    assert run_process(root, "build", "--jobs", "1", TZ="UTC", PYTHONHASHSEED="0").exit_code == 0
    return tree(root / "output")


@pytest.mark.parametrize("environment", CIRCUMSTANCES.values(), ids=CIRCUMSTANCES)
def test_circumstances_change_no_byte(environment: dict[str, str], reference: dict[str, bytes], tmp_path: Path) -> None:
    root = tmp_path / "a folder with another name" / "hub"
    copy_in_random_order(root)
    assert run_process(root, "build", "--jobs", "2", **environment).exit_code == 0
    assert tree(root / "output") == reference


def test_files_can_be_read_by_all_and_written_by_their_owner(tmp_path: Path) -> None:
    copy_in_random_order(tmp_path)
    before = os.umask(0o077)
    try:
        assert run_process(tmp_path, "build").exit_code == 0
    finally:
        os.umask(before)
    modes = {(path.is_dir(), stat.S_IMODE(path.stat().st_mode)) for path in (tmp_path / "output").rglob("*")}
    assert modes == {(True, 0o755), (False, 0o644)}
    assert stat.S_IMODE((tmp_path / "output").stat().st_mode) == 0o755
