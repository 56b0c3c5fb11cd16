"""The stores that a channel can lie in, each a real server behind a line that can break."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.e2e.stage.channel import Nginx
from tests.e2e.stage.stores import BreakingLine, ServerProcess, s3_server, webdav_server

NEEDED_BY: Mapping[str, Sequence[str]] = {
    "s3": ("s3fs", "moto", "flask", "flask_cors"),
    "webdav": ("webdav4", "wsgidav"),
    "nginx": ("webdav4",),
}
"""The packages that each kind of store needs."""

# The drivers warn of their own drivers, and close their sockets when the interpreter ends.
DRIVERS_WARN = [
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@dataclass
class Store:
    """A server with the address of a channel in it; the way there is `line`."""

    kind: str
    address: str
    line: BreakingLine


def started(kind: str, folder: Path) -> ServerProcess | Nginx:
    """The server of that kind; the test is skipped where it is not installed."""
    if kind == "s3":
        return s3_server(folder)
    if kind == "webdav":
        return webdav_server(folder, folder / "root")
    if shutil.which("nginx") is None:
        pytest.skip("not installed: nginx")
    (folder / "root").mkdir()
    settings = "dav_methods PUT DELETE MKCOL MOVE; create_full_put_path on;"
    return Nginx(folder / "nginx", folder / "root", settings)
