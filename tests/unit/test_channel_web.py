"""A web address, read straight or through the proxy that the system names."""

from __future__ import annotations

import socket
import threading

import pytest

from desktop_assist.channel.limits import Limits
from desktop_assist.channel.places import NotThere, Unreachable, read_whole
from desktop_assist.channel.web_source import WebSource
from desktop_assist.errors import AssistError


class Answers:
    """A server that answers each connection with the next of its answers, and keeps what came."""

    def __init__(self, *answers: bytes) -> None:
        self.asked: list[bytes] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve, args=(answers,))
        self._thread.start()

    def stop(self) -> None:
        self._thread.join(10)
        self._listening.close()

    def _serve(self, answers: tuple[bytes, ...]) -> None:
        for answer in answers:
            connection, _ = self._listening.accept()
            with connection:
                self.asked.append(connection.recv(4096))
                connection.sendall(answer)


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


def test_a_proxy_is_asked_with_its_login(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Answers(OK, b"HTTP/1.1 407 No\r\n\r\n")
    for name in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(name, f"http://an%20agent:pw@127.0.0.1:{server.port}")
    plain = WebSource("http://packs.example/chat", Limits())
    assert read_whole(plain, "metadata/timestamp.json", 100) == b"{}"
    plain.close()
    secure = WebSource("https://packs.example/chat", Limits())
    with pytest.raises(Unreachable, match="cannot be reached"):
        read_whole(secure, "metadata/timestamp.json", 100)
    server.stop()
    login = b"Proxy-Authorization: Basic YW4gYWdlbnQ6cHc="
    assert server.asked[0].startswith(b"GET http://packs.example/chat/metadata/timestamp.json ")
    assert server.asked[1].startswith(b"CONNECT packs.example:443 ")
    assert all(login in asked for asked in server.asked)


def test_a_connection_that_the_server_closed_while_it_rested_is_opened_again() -> None:
    server = Answers(OK, OK)
    source = WebSource(f"http://127.0.0.1:{server.port}/chat/", Limits())
    assert read_whole(source, "metadata/1.root.json", 100) == b"{}"
    assert read_whole(source, "metadata/timestamp.json", 100) == b"{}"
    source.close()
    server.stop()
    assert [one.split()[1] for one in server.asked] == [
        b"/chat/metadata/1.root.json",
        b"/chat/metadata/timestamp.json",
    ]


@pytest.mark.parametrize("status", [403, 404, 410])
def test_what_a_bucket_or_a_server_says_of_a_missing_file(status: int) -> None:
    server = Answers(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\n\r\n".encode())
    source = WebSource(f"http://127.0.0.1:{server.port}/chat", Limits())
    with pytest.raises(NotThere):
        read_whole(source, "metadata/2.root.json", 100)
    source.close()
    server.stop()


def test_an_address_that_is_none_is_told() -> None:
    source = WebSource("http://host:many/chat", Limits())
    with pytest.raises(AssistError, match="is not a web address"):
        read_whole(source, "metadata/1.root.json", 100)
