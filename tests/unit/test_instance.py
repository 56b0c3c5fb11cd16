"""One instance a home folder, and what callers of every kind get from it."""

from __future__ import annotations

import socket
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.services import instance
from desktop_assist.services.instance import (
    AlreadyRunning,
    InstanceServer,
    NoAnswer,
    NoInstance,
    Reply,
    Request,
    ask_instance,
)
from desktop_assist.text import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speaks to the socket by hand")


def echo(request: Request) -> Reply:
    return Reply(message=request.command, data={"key": request.key, **request.values})


@pytest.fixture
def server(tmp_path: Path) -> Iterator[InstanceServer]:
    running = InstanceServer(tmp_path, echo)
    running.start()
    yield running
    running.close()


def test_a_request_is_answered(server: InstanceServer, tmp_path: Path) -> None:
    request = Request(command="paste", key="own/1", values={"customer": "小林"})
    reply = ask_instance(tmp_path, request)
    assert reply == Reply(message="paste", data={"key": "own/1", "customer": "小林"})


def test_without_an_instance_the_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(NoInstance, match="not running") as told:
        ask_instance(tmp_path, Request(command="status"))
    assert told.value.exit_code == 1


def test_a_second_instance_is_refused_and_the_first_lives_on(
    server: InstanceServer, tmp_path: Path
) -> None:
    with pytest.raises(AlreadyRunning):
        InstanceServer(tmp_path, echo).start()
    assert ask_instance(tmp_path, Request(command="status")).ok


def test_another_home_has_another_instance(server: InstanceServer, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    neighbour = InstanceServer(other, lambda _request: Reply(message="neighbour"))
    neighbour.start()
    assert ask_instance(other, Request(command="status")).message == "neighbour"
    neighbour.close()


def test_a_closed_instance_leaves_nothing_and_can_be_followed(tmp_path: Path) -> None:
    first = InstanceServer(tmp_path, echo)
    first.start()
    first.close()
    first.close()
    with pytest.raises(NoInstance):
        ask_instance(tmp_path, Request(command="status"))
    second = InstanceServer(tmp_path, echo)
    second.start()
    assert ask_instance(tmp_path, Request(command="status")).ok
    second.close()


_DIES = """
import os, sys
from pathlib import Path
from desktop_assist.services.instance import InstanceServer, Reply
InstanceServer(Path(sys.argv[1]), lambda request: Reply()).start()
os._exit(9)
"""


def test_a_dead_instances_socket_is_replaced(tmp_path: Path) -> None:
    # GIVEN an instance that died and left its socket
    subprocess.run([sys.executable, "-c", _DIES, str(tmp_path)], check=False)
    assert (tmp_path / "instance.socket").exists()
    with pytest.raises(NoInstance):
        ask_instance(tmp_path, Request(command="status"))
    # WHEN another one starts
    follower = InstanceServer(tmp_path, echo)
    follower.start()
    # THEN it answers
    assert ask_instance(tmp_path, Request(command="status")).ok
    follower.close()


def test_key_and_socket_are_the_users_own(server: InstanceServer, tmp_path: Path) -> None:
    for name in ("instance.key", "instance.socket"):
        assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_long_home_path_works(tmp_path: Path) -> None:
    home = tmp_path / ("长" * 30) / ("x" * 100)
    home.mkdir(parents=True)
    server = InstanceServer(home, echo)
    server.start()
    assert ask_instance(home, Request(command="status")).ok
    server.close()


@pytest.mark.parametrize(
    "bytes_sent",
    [b"", b"\x00", b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 64, b"\x7f\xff\xff\xff" + b"x" * 4096],
)
def test_garbage_costs_only_its_sender(
    server: InstanceServer, tmp_path: Path, bytes_sent: bytes
) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(tmp_path / "instance.socket"))
        line.sendall(bytes_sent)
    assert ask_instance(tmp_path, Request(command="status")).ok


def test_an_endless_sender_is_cut_off(server: InstanceServer, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(str(tmp_path / "instance.socket"))
        with pytest.raises((BrokenPipeError, ConnectionResetError)):
            line.sendall(b"\x00\x10\x00\x00" + b"x" * 40_000_000)
    assert ask_instance(tmp_path, Request(command="status")).ok


def test_silent_callers_are_hung_up_on(
    server: InstanceServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # GIVEN as many callers as are let in, of which none says a word
    monkeypatch.setattr(instance, "CONVERSATION_SECONDS", 0.2)
    silent = [socket.socket(socket.AF_UNIX) for _ in range(instance.CONVERSATIONS)]
    for line in silent:
        line.settimeout(10)
        line.connect(str(tmp_path / "instance.socket"))
    # WHEN the instance has hung up on each (its challenge, then the end)
    for line in silent:
        while line.recv(4096):
            pass
        line.close()
    # THEN there is room again
    assert _answered_soon(tmp_path)


def _answered_soon(home: Path) -> bool:
    """The seats are given back a moment after the line is cut."""
    for _ in range(200):
        try:
            return ask_instance(home, Request(command="status")).ok
        except NoAnswer:
            threading.Event().wait(0.02)
    return False


def test_a_wrong_key_is_turned_away(server: InstanceServer, tmp_path: Path) -> None:
    (tmp_path / "instance.key").write_bytes(b"someone else's")
    with pytest.raises(NoAnswer):
        ask_instance(tmp_path, Request(command="status"))


def test_bytes_that_are_no_text_are_refused_before_anything_is_asked(tmp_path: Path) -> None:
    with pytest.raises(AssistError, match="no UTF-8 text"):
        ask_instance(tmp_path, Request(command="paste", key="\udcff"))


@pytest.mark.parametrize("message", [b"{", b"[]", b'{"command": 1}', b"\xff", b"\x80\x04N."])
def test_a_request_that_is_none_gets_a_sentence(
    server: InstanceServer, tmp_path: Path, message: bytes
) -> None:
    key = (tmp_path / "instance.key").read_bytes()
    with Client(str(tmp_path / "instance.socket"), authkey=key) as connection:
        connection.send_bytes(message)
        assert b"not understood" in connection.recv_bytes()


def test_a_request_of_a_newer_program_gets_a_sentence(
    server: InstanceServer, tmp_path: Path
) -> None:
    reply = ask_instance(tmp_path, Request(command="status", protocol=99))
    assert (reply.ok, reply.message) == (False, "The request comes from a newer version.")


def test_an_error_of_the_handler_arrives_as_a_sentence(tmp_path: Path) -> None:
    def refuse(_request: Request) -> Reply:
        raise AssistError(say("Test", "No such reply."), say("Test", "Look it up."))

    server = InstanceServer(tmp_path, refuse)
    server.start()
    reply = ask_instance(tmp_path, Request(command="paste"))
    server.close()
    assert reply == Reply(ok=False, message="No such reply.", hint="Look it up.")


def test_an_instance_that_hangs_is_not_waited_for_longer_than_asked(tmp_path: Path) -> None:
    free = threading.Event()

    def hang(_request: Request) -> Reply:
        free.wait()
        return Reply()

    server = InstanceServer(tmp_path, hang)
    server.start()
    with pytest.raises(NoAnswer):
        ask_instance(tmp_path, Request(command="status"), timeout=0.2)
    free.set()
    server.close()


def test_a_folder_that_is_no_folder_is_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(AssistError, match="cannot be used"):
        InstanceServer(file, echo).start()
