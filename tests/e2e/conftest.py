"""The desktop that the end-to-end tests of one file share, and the programs on it."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.stage.assist import Assist
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, raw_owner
from tests.e2e.stage.replies import furnish
from tests.e2e.stage.stores import BreakingLine
from tests.e2e.stage.targets import Target
from tests.e2e.stage.transports import NEEDED_BY, Store, started

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


@pytest.fixture(scope="module", params=["s3", "webdav", "nginx"])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, BreakingLine]]:
    """The kind of a store, and the line to its server."""
    kind: str = request.param
    if lacks := [one for one in NEEDED_BY[kind] if importlib.util.find_spec(one) is None]:
        pytest.skip(f"not installed: {', '.join(lacks)}")
    folder = tmp_path_factory.mktemp(kind)
    process = started(kind, folder)
    line = BreakingLine(process.port)
    yield kind, line
    line.close()
    process.stop()


@pytest.fixture
def store(
    server: tuple[str, BreakingLine], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    """A place of its own for a channel, on each server in turn."""
    kind, line = server
    name = f"chat-{abs(hash(tmp_path)):x}"
    monkeypatch.setenv("HOME", str(tmp_path))
    if kind == "s3":
        at = f"http://127.0.0.1:{line.port}"
        settings = {"ENDPOINT_URL": at, "DEFAULT_REGION": "us-east-1", "MAX_ATTEMPTS": "1",
                    "ACCESS_KEY_ID": "me", "SECRET_ACCESS_KEY": "secret"}  # fmt: skip
        for key, value in settings.items():
            monkeypatch.setenv(f"AWS_{key}", value)
        import s3fs  # noqa: PLC0415  may be missing

        monkeypatch.setattr(s3fs.S3FileSystem, "retries", 1)  # a broken line is soon told as such
        s3fs.S3FileSystem(skip_instance_cache=True).mkdir(name)
        yield Store(kind, f"s3://{name}/team", line)
    else:
        yield Store(kind, f"webdav://127.0.0.1:{line.port}/channel/{name}/team", line)
    line.allow(None)
