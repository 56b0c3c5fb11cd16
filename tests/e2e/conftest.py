"""The desktop that the end-to-end tests of one file share, and the programs on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, raw_owner
from tests.e2e.stage.replies import furnish
from tests.e2e.stage.targets import Target

NEEDED = ("Xvfb", "openbox", "trayer", "dbus-daemon")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """A private desktop; the tests are skipped where its programs are not installed."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with Desktop(Path(tmp_path_factory.mktemp("d"))) as opened:
        yield opened


@pytest.fixture(scope="module")
def owner(desktop: Desktop) -> Owner:
    """A program that has copied something, and can do so again."""
    return raw_owner(desktop)


@pytest.fixture(scope="module")
def assist(desktop: Desktop, owner: Owner) -> Assist:
    """The product, running in Chinese with the replies of `stage.replies` and the starter packs."""
    owner.take()
    program = Assist(desktop, desktop.folder / "assist")
    furnish(program.home)
    program.start()
    return program


@pytest.fixture
def keep() -> Iterator[Callable[[Target], Target]]:
    """Keeps a test's chat windows, and closes them whatever happens."""
    targets: list[Target] = []

    def kept(target: Target) -> Target:
        targets.append(target)
        return target

    yield kept
    for target in targets:
        target.close()
