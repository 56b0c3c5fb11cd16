"""A channel with an owner, leads and an agent, on real files; and what a stranger does to it."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, MetaFile, TargetFile, Targets

from desktop_assist.channel.held import ChannelFolder, synced_packs
from desktop_assist.channel.joining import Channels
from desktop_assist.channel.limits import DEFAULT_LIFETIMES, DEFAULT_LIMITS, Lifetimes, Limits
from desktop_assist.channel.places import open_place, open_source, scheme_of
from desktop_assist.channel.signed.desk_access import Access
from desktop_assist.channel.signed.keys import (
    KeyFile,
    SigningKey,
    signing_key,
)
from desktop_assist.channel.signed.owner import Created, NewChannel, Owner, create
from desktop_assist.channel.signed.publisher import Publisher, Words
from desktop_assist.channel.signed.subscriber import Subscriber, SyncResult
from desktop_assist.channel.signed.writing import as_bytes
from desktop_assist.channel.unpacking import Unpacker
from desktop_assist.core.checking.findings import Finding
from desktop_assist.packs.reader import read_pack, read_packs
from tests.e2e.stage.stores import await_port, free_port

DAY = datetime.timedelta(days=1)
NO_WORDS = Words()

GOOD = {"hello": "您好，欢迎光临", "bye": "感谢您的光临"}
NEWER = {"hello": "您好，请问需要什么", "bye": "感谢您的光临"}
SHOWN = {f"shop/{name}": body for name, body in GOOD.items()}
FRESH = {f"shop/{name}": body for name, body in NEWER.items()}
"""What the palette shows of either."""


def now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def told(result: SyncResult) -> str:
    """What the agent reads: what happened, and what to do."""
    assert result.problems, "nothing was told"
    assert all(problem.hint for problem in result.problems)
    return " ".join(map(str, result.problems))


def finds_nothing(_text: str) -> list[Finding]:
    return []


def never_waits(_seconds: float) -> None:
    raise AssertionError("nobody else publishes here")


def write_pack(folder: Path, pack: str, replies: dict[str, str], extra: str = "") -> Path:
    """A pack whose replies are `replies` by their ids."""
    (folder / "snippets").mkdir(parents=True, exist_ok=True)
    manifest = folder / "pack.yaml"
    if not manifest.exists():
        manifest.write_text(f'format: 1\nid: {pack}\nversion: "1"\ntitle: 话术 {pack}\n', "utf-8")
    lines = [
        f'  - {{id: {name}, title: {name}, category: [售前], body: "{body}"{extra}}}\n'
        for name, body in replies.items()
    ]
    text = "format: 1\nsnippets:\n" + "".join(lines)
    (folder / "snippets" / "replies.yaml").write_text(text, "utf-8")
    return folder


@dataclass
class Team:
    """A channel in `share`; `address` is where the agent reads it."""

    base: Path
    address: str = ""
    lifetimes: Lifetimes = DEFAULT_LIFETIMES
    limits: Limits = DEFAULT_LIMITS
    clock: Callable[[], datetime.datetime] = now
    made: Created = field(init=False)
    leads: dict[str, KeyFile] = field(default_factory=dict)
    forgotten: list[Path] = field(default_factory=list)

    @property
    def share(self) -> Path:
        return self.base / "share"

    @property
    def place(self) -> str:
        """Where leads publish: the share, which a web server may serve, or a bucket."""
        written = scheme_of(self.address) not in ("", "http", "https")
        return self.address if written else str(self.share)

    def found(self) -> None:
        """Make the channel with the team `main`, whose lead is 王芳."""
        place = self.place
        new = NewChannel("小店", "main", "王芳", place, self.address or place)
        self.made = create(new, open_place(place), self.clock(), self.lifetimes)
        self.leads["王芳"] = self.made.lead

    def begin(self, replies: dict[str, str] = GOOD) -> None:
        """Make the channel and publish `replies`; the agent subscribes and holds them."""
        self.found()
        self.publish(replies)
        self.subscribe()
        assert not self.sync().problems

    def computer(self, name: str) -> Channels:
        """What the computer of `name` knows of channels."""
        return Channels(self.base / name, self.clock, read_pack, self.limits)

    def access(self, who: str, key: KeyFile, wait: Callable[[float], object]) -> Access:
        folder = self.computer(who).settle(self.made.invite, "小店", self.made.root)
        place = open_place(self.place)
        return Access(
            folder, place, signing_key(key), self.clock, wait, self.limits, self.lifetimes
        )

    def owner(self) -> Owner:
        return Owner(self.access("owner", self.made.owner, never_waits), self.made.owner)

    def invite(self, name: str, team: str) -> None:
        self.leads[name] = self.owner().invite(name, team)

    def publisher(self, name: str, wait: Callable[[float], object] = never_waits) -> Publisher:
        return Publisher(self.access(name, self.leads[name], wait))

    def publish(
        self,
        replies: dict[str, str],
        pack: str = "shop",
        lead: str = "王芳",
        words: Words = NO_WORDS,
    ) -> None:
        folder = write_pack(self.base / f"desk-{lead}" / pack, pack, replies)
        publisher = self.publisher(lead)
        publisher.publish([publisher.preview(folder, finds_nothing)], words)

    @property
    def agent(self) -> ChannelFolder:
        return ChannelFolder(self.base / "agent" / self.made.invite.slug)

    def subscribe(self) -> None:
        self.computer("agent").subscribe(str(self.made.invite))

    def subscriber(self, limits: Limits | None = None) -> Subscriber:
        address = self.address or str(self.share)
        source = open_source(address, limits or self.limits)
        unpacker = Unpacker(self.agent, read_pack, self.forgotten.append, limits or self.limits)
        return Subscriber(source, self.clock, unpacker)

    def sync(self, limits: Limits | None = None) -> SyncResult:
        return self.subscriber(limits).sync()

    def replies(self) -> dict[str, str]:
        """What the agent's palette would offer: bodies by `pack/id`."""
        readings = [
            one for folder in synced_packs(self.base / "agent") for one in read_packs(folder)
        ]
        assert all(one.pack is not None and not one.faults for one in readings)
        return {
            f"{one.pack.manifest.id}/{snippet.id}": snippet.body
            for one in readings
            if one.pack is not None
            for snippet in one.pack.snippets
        }

    def list_file(self, role: str) -> Path:
        """The newest file of a signed list."""
        if role == "timestamp":
            return self.share / "metadata" / "timestamp.json"
        files = (self.share / "metadata").glob(f"*.{role}.json")
        return max(files, key=lambda file: int(file.name.partition(".")[0]))

    def zip_file(self, pack: str = "shop") -> Path:
        files = (self.share / "targets").rglob(f"*.{pack}.*.zip")
        return max(files, key=lambda file: int(file.name.split(".")[2]))

    def read_list(self, role: str) -> Metadata[Any]:
        return Metadata.from_bytes(self.list_file(role).read_bytes())

    def key(self, name: str) -> SigningKey:
        return signing_key(self.leads[name])

    def forge(self, role: str, change: Callable[[Any], object], keys: Iterable[SigningKey]) -> None:
        """Change a list, sign it with `keys`, and make the lists above lead to it."""
        keys = tuple(keys)
        forged = self.read_list(role)
        change(forged.signed)
        if role not in ("timestamp", "snapshot"):
            meta = self._put(role, forged, keys)
            self.forge("snapshot", lambda one: one.meta.update({f"{role}.json": meta}), keys)
        elif role == "snapshot":
            meta = self._put(role, forged, keys)
            self.forge("timestamp", lambda one: setattr(one, "snapshot_meta", meta), keys)
        else:
            self._put(role, forged, keys)

    def _put(self, role: str, forged: Metadata[Any], keys: Iterable[SigningKey]) -> MetaFile:
        forged.signed.version += 1
        forged.signatures.clear()
        for key in keys:
            forged.sign(key.signer, append=True)
        data = as_bytes(forged)
        name = f"{forged.signed.version}.{role}.json" if role != "timestamp" else "timestamp.json"
        (self.share / "metadata" / name).write_bytes(data)
        return MetaFile.from_data(forged.signed.version, data, ["sha256"])

    def list_target(self, path: str, data: bytes, team: str = "main", lead: str = "王芳") -> None:
        """What a lead who means harm can do: list any bytes under any path."""
        file = TargetFile.from_data(path, data, ["sha256"])
        file.unrecognized_fields["custom"] = {"title": "坏", "version": "66"}

        def change(targets: Targets) -> None:
            targets.targets[path] = file

        self.forge(team, change, [self.key(lead)])
        folder, _, name = path.rpartition("/")
        place = self.share / "targets" / folder
        if ".." not in path and "\\" not in path and not path.startswith("/"):
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{file.hashes['sha256']}.{name}").write_bytes(data)

    def backup(self, name: str) -> Path:
        """A copy of the whole channel."""
        copy = self.base / f"backup-{name}"
        shutil.copytree(self.share, copy)
        return copy

    def restore(self, copy: Path) -> None:
        shutil.rmtree(self.share)
        shutil.copytree(copy, self.share)


class Nginx:
    """Debian's nginx, unprivileged, on a free port of this computer, serving `root`."""

    def __init__(
        self, folder: Path, root: Path, location: str = "", certificate: Path | None = None
    ) -> None:
        self.folder = folder
        self._scheme = "https" if certificate else "http"
        secure = (
            ""
            if certificate is None
            else (f"ssl; ssl_certificate {certificate}; ssl_certificate_key {certificate}")
        )
        folder.mkdir(parents=True)
        self.log = folder / "access.log"
        self.port = free_port()
        config = _NGINX.format(
            folder=folder, port=self.port, root=root, location=location, secure=secure
        )
        (folder / "nginx.conf").write_text(config, "utf-8")
        self._process = subprocess.Popen(
            ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e",
             str(folder / "error.log")]
        )  # fmt: skip
        await_port(self.port, self._process, folder / "error.log")

    @property
    def address(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self.port}/channel"

    def lines(self) -> list[list[str]]:
        """What was asked, in order: path, status, bytes of the request, bytes of the answer."""
        return [line.split() for line in self.log.read_text("utf-8").splitlines()]

    def stop(self) -> None:
        self._process.send_signal(signal.SIGTERM)
        self._process.wait(10)


_NGINX = """
daemon off; worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
user root;
events {{ worker_connections 4096; }}
http {{
  log_format plain '$uri $status $request_length $bytes_sent';
  access_log {folder}/access.log plain;
  client_body_temp_path {folder}/1; proxy_temp_path {folder}/2; fastcgi_temp_path {folder}/3;
  uwsgi_temp_path {folder}/4; scgi_temp_path {folder}/5;
  server {{
    listen 127.0.0.1:{port} backlog=4096 {secure};
    keepalive_requests 1000000;
    location /channel/ {{ alias {root}/; {location} }}
  }}
}}
"""


def kill_at(number: int, work: Callable[[], object]) -> bool:
    """Run `work` in a process of its own that is killed right before its file operation `number`.

    Gives whether it was killed; False where it came to its end before.
    """
    child = os.fork()
    if child == 0:
        _die_at(number)
        try:
            work()
        except BaseException:
            os._exit(3)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


def _die_at(number: int) -> None:
    count = 0
    writes = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.link"}

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal count
        writing = event == "open" and isinstance(arguments[2], int) and arguments[2] & 0o3
        if event in writes or writing:
            count += 1
            if count == number:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)
