"""A private X server with a window manager, for every backend that talks to one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.oslayer.clipboard.x11 import X11Clipboard
from tests.contract.clipboard_stages import Here, Stage, X11World, reencode
from tests.contract.library_keyboard import LibraryKeyboard
from tests.contract.window_stages import FakeStage, WindowStage, X11Stage
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.owners import Owner, raw_owner
from tests.fakes.macos import FakeMac
from tests.fakes.portal import Manners

NEEDED = ("Xvfb", "openbox", "dbus-daemon")


@pytest.fixture(scope="session")
def private_desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with Desktop(Path(tmp_path_factory.mktemp("c")), tray=False) as opened:
        yield opened


@pytest.fixture
def screen(private_desktop: Desktop, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """The private desktop, found by whatever connects to the display of the environment."""
    monkeypatch.setenv("DISPLAY", private_desktop.display_name)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return private_desktop


@pytest.fixture
def x11_windows(screen: Desktop) -> Iterator[X11Stage]:
    """Programs with windows on the private desktop."""
    made = X11Stage(screen)
    yield made
    made.end()


@pytest.fixture(params=["fake", "x11"])
def windows(request: pytest.FixtureRequest) -> WindowStage:
    """Programs with windows, for every backend and the fake."""
    if request.param == "fake":
        return FakeStage()
    made: WindowStage = request.getfixturevalue("x11_windows")
    return made


@pytest.fixture(scope="session")
def library_keyboard() -> Iterator[LibraryKeyboard]:
    """A keyboard of our own for the `keyboard` library, where one can be made."""
    reason = LibraryKeyboard.impossible()
    if reason:
        pytest.skip(reason)
    # The library reads it until the process ends; only its name in the file system goes.
    keyboard = LibraryKeyboard()
    yield keyboard
    keyboard.remove()


@pytest.fixture
def mac() -> FakeMac:
    """A Mac that behaves as Apple's documentation says."""
    return FakeMac()


@pytest.fixture
def manners() -> Manners:
    """How the desktop's portal behaves; a test changes it before its stage asks."""
    return Manners()


@pytest.fixture(scope="module")
def owner(private_desktop: Desktop) -> Iterator[Owner]:
    program = raw_owner(private_desktop)
    yield program
    program.close()


@pytest.fixture
def x11_world(screen: Desktop, owner: Owner) -> Iterator[X11World]:
    world = X11World(screen, owner)
    yield world
    world.close()


@pytest.fixture
def x11(x11_world: X11World) -> Iterator[Stage]:
    port = X11Clipboard(reencode)
    yield Stage(Here(port), x11_world)
    port.close()
