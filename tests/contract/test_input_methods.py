"""Input methods are asked over real sockets; where one cannot answer, it counts as composing."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_assist.oslayer.typing.input_method import InputMethods
from desktop_assist.oslayer.typing.message_bus import Call, NoAnswer, ask
from tests.e2e.stage.desktop import Desktop

BUS = "org.freedesktop.DBus"


def owner_of(name: str) -> Call:
    return Call(BUS, "/org/freedesktop/DBus", BUS, "NameHasOwner", (name,))


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[str]:
    """The address of somebody who takes calls and never answers."""
    place = tmp_path / "s"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        server.listen(1)
        yield f"unix:path={place}"


@pytest.fixture
def rude(tmp_path: Path) -> Iterator[str]:
    """The address of somebody who answers rubbish."""
    place = tmp_path / "r"
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(place))
    server.listen(1)

    def answer() -> None:
        line, _ = server.accept()
        with line:
            line.recv(512)
            line.sendall(b"OK 1\r\n")
            line.recv(512)
            line.sendall(b"\xff" * 64)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    yield f"unix:path={place}"
    thread.join(timeout=5)
    server.close()


def test_a_real_bus_answers(private_desktop: Desktop) -> None:
    address = private_desktop.environment["DBUS_SESSION_BUS_ADDRESS"]
    assert ask(address, owner_of(BUS)).number() == 1
    assert ask(address, owner_of("org.example.Nobody")).number() == 0
    with pytest.raises(NoAnswer):
        ask(address, Call(BUS, "/org/freedesktop/DBus", BUS, "NoSuchMethod"))


@pytest.mark.parametrize("address", ["", "tcp:host=x", "unix:path=/nowhere", "unix:abstract=no"])
def test_where_no_bus_is_there_is_no_answer(address: str) -> None:
    with pytest.raises(NoAnswer):
        ask(address, owner_of(BUS))


def test_silence_and_rubbish_are_no_answer(silent: str, rude: str) -> None:
    for address in (silent, rude):
        with pytest.raises(NoAnswer):
            ask(address, owner_of(BUS))


def test_an_input_method_that_does_not_answer_counts_as_composing(silent: str) -> None:
    assert not InputMethods({"IBUS_ADDRESS": silent}).are_direct()


def test_an_address_that_is_left_over_is_no_input_method(tmp_path: Path) -> None:
    assert InputMethods({"IBUS_ADDRESS": f"unix:path={tmp_path}/gone"}).are_direct()


def test_no_input_method_leaves_keys_as_they_are(tmp_path: Path) -> None:
    assert InputMethods({"HOME": str(tmp_path), "DISPLAY": ":1"}).are_direct()


@pytest.mark.parametrize(("named", "direct"), [("SCIM", False), ("ibus", True), ("none", True)])
def test_an_input_method_that_cannot_be_asked_counts_as_composing(
    tmp_path: Path, named: str, direct: bool
) -> None:
    environment = {"HOME": str(tmp_path), "XMODIFIERS": f"@im={named}"}
    assert InputMethods(environment).are_direct() is direct


def test_the_file_of_this_display_is_read(tmp_path: Path, silent: str) -> None:
    folder = tmp_path / ".config/ibus/bus"
    folder.mkdir(parents=True)
    (folder / "0123-unix-7").write_text(f"# ibus\nIBUS_ADDRESS={silent}\n", encoding="utf-8")
    assert not InputMethods({"HOME": str(tmp_path), "DISPLAY": ":7.0"}).are_direct()
    assert InputMethods({"HOME": str(tmp_path), "DISPLAY": ":8"}).are_direct()
