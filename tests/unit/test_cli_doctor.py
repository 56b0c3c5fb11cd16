"""The doctor's command, where there is no screen: what it prints and how it exits."""

from __future__ import annotations

import argparse
import datetime
import io
import json
from pathlib import Path

import pytest

from desktop_assist.cli.console import Console
from desktop_assist.cli.desk import Desk
from desktop_assist.cli.doctor import doctor
from desktop_assist.cli.speech import Speech
from desktop_assist.services.instance import NoInstance
from desktop_assist.store.home import Home


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A command on a home of its own, on no desktop at all."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    home = Home(tmp_path / "小红 data")
    speech = Speech(home, "en")
    return Desk(
        home, Console(io.StringIO(), io.StringIO(), speech), speech, datetime.datetime.now()
    )


def run(desk: Desk, **chosen: bool) -> tuple[int, str]:
    options = {"json": False, "report": False, "self_test": False, **chosen}
    code = doctor(argparse.Namespace(**options), desk)
    assert isinstance(desk.console.out, io.StringIO)
    return code, desk.console.out.getvalue()


@pytest.mark.skipif("sys.platform != 'linux'", reason="other systems always have a screen")
def test_without_a_screen_it_says_so_and_fails(desk: Desk) -> None:
    code, text = run(desk)
    assert code == 1
    assert "✗ Display: there is no screen" in text


def test_the_document_is_json_and_holds_every_version(desk: Desk) -> None:
    _code, text = run(desk, json=True)
    checks = {one["name"]: one for one in json.loads(text)["checks"]}
    assert checks["version.library.msgspec"]["state"] == "fine"
    assert checks["data.folder"]["state"] == "fine"


def test_a_report_names_no_folder_of_the_user(desk: Desk) -> None:
    _code, text = run(desk, report=True)
    assert "小红" not in text
    assert str(Path.home()) not in text
    assert "DATA" in text


def test_looking_makes_no_folder(desk: Desk) -> None:
    run(desk)
    assert not desk.home.folder.exists()


def test_spoilt_settings_do_not_stop_the_doctor(desk: Desk) -> None:
    desk.home.folder.mkdir()
    desk.home.settings.mkdir()
    _code, text = run(desk)
    assert "Settings: cannot be read" in text


def test_a_test_needs_the_running_program(desk: Desk) -> None:
    with pytest.raises(NoInstance):
        run(desk, self_test=True)
