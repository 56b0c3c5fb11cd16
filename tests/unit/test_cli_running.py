"""Commands that the running instance carries out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.__main__ import main
from desktop_assist.services.instance import InstanceServer, Reply, Request


class Instance:
    """Notes what it is asked and answers what it is told to."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.reply = Reply()

    def handle(self, request: Request) -> Reply:
        self.requests.append(request)
        return self.reply


@pytest.fixture
def instance(tmp_path: Path) -> Iterator[Instance]:
    running = Instance()
    server = InstanceServer(tmp_path, running.handle)
    server.start()
    yield running
    server.close()


def run(home: Path, *words: str) -> int:
    return main(["--home", str(home), "--language", "en", *words])


BARE = ["palette", "welcome", "polish", "suggest", "pause", "resume", "quit"]


@pytest.mark.parametrize("command", BARE)
def test_a_bare_command_is_handed_on(instance: Instance, tmp_path: Path, command: str) -> None:
    assert run(tmp_path, command) == 0
    assert instance.requests == [Request(command=command)]


@pytest.mark.parametrize("command", [*BARE, "status"])
def test_without_an_instance_it_is_said_plainly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert run(tmp_path, command) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Desktop Assist is not running.",
        "Start it with: desktop-assist",
    ]


def test_paste_carries_the_reply_and_its_values(instance: Instance, tmp_path: Path) -> None:
    assert run(tmp_path, "paste", "own/1", "--set", "amount=3=4", "--set", "who=小林") == 0
    values = {"amount": "3=4", "who": "小林"}
    assert instance.requests == [Request(command="paste", key="own/1", values=values)]


def test_a_refusal_is_told_as_trouble(
    instance: Instance, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    instance.reply = Reply(ok=False, message="No window has the keyboard.", hint="Click into one.")
    assert run(tmp_path, "welcome") == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "No window has the keyboard.\nClick into one.\n")


def test_status_as_json_tells_what_the_instance_tells(
    instance: Instance, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    instance.reply = Reply(message="Ready.", data={"ready": True, "hotkeys": "x11"})
    assert run(tmp_path, "status", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"running": True, "ready": True, "hotkeys": "x11"}


def test_status_as_json_without_an_instance(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "status", "--json") == 1
    assert json.loads(capsys.readouterr().out) == {"running": False}


def test_a_second_start_opens_the_palette_of_the_first(instance: Instance, tmp_path: Path) -> None:
    assert run(tmp_path) == 0
    assert instance.requests == [Request(command="palette")]
