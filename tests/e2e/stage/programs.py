"""Programs that paste a reply at a hotkey: the product and, to compare it with, its peers."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import msgspec

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.services.instance import NoInstance, Request, ask_instance
from desktop_assist.settings import Settings
from desktop_assist.store.atomic import AtomicStorage
from desktop_assist.store.home import Home
from desktop_assist.store.own_snippets import OwnSnippets
from desktop_assist.store.settings_store import SettingsStore
from tests.e2e.stage.desktop import Desktop
from tests.e2e.stage.waiting import NeverHappenedError, wait_until

HOTKEY = "ctrl+alt+1"


class PastingProgram(Protocol):
    """Installed once, started on a desktop; `HOTKEY` pastes the reply from then on."""

    name: str

    def start(self, desktop: Desktop, reply: str) -> int:
        """Run with `reply` behind `HOTKEY`, wait until it serves; gives the process number."""


class AutoKey:
    """AutoKey from Debian, with a phrase that is pasted by the clipboard and Ctrl+V."""

    name = "AutoKey"

    def start(self, desktop: Desktop, reply: str) -> int:
        folder = desktop.folder / "config" / "autokey"
        phrases = folder / "data" / "replies"
        phrases.mkdir(parents=True, exist_ok=True)
        (phrases / "reply.txt").write_text(reply, encoding="utf-8")
        _write_json(phrases / ".folder.json", _autokey_item("folder", title="replies"))
        _write_json(phrases / ".reply.json", self._phrase())
        _write_json(folder / "autokey.json", self._configuration())
        process = desktop.start("autokey-gtk", name="autokey")
        wait_until(lambda: self._serves(desktop), "AutoKey's start", within=30, every=0.2)
        return process.pid

    def _serves(self, desktop: Desktop) -> bool:
        return _has_bus_name(desktop, "org.autokey.Service")

    def _phrase(self) -> Mapping[str, object]:
        return _autokey_item(
            "phrase",
            description="reply",
            prompt=False,
            omitTrigger=False,
            matchCase=False,
            sendMode="<ctrl>+v",
            modes=[3],
            hotkey={"modifiers": ["<alt>", "<ctrl>"], "hotKey": "1"},
        )

    def _configuration(self) -> Mapping[str, object]:
        no_key = {"enabled": False, "modifiers": [], "hotKey": None}
        return {
            "version": "0.95.10",
            "userCodeDir": None,
            "settings": {"isFirstRun": False, "showTrayIcon": True, "serviceRunning": True},
            "folders": [],
            "toggleServiceHotkey": no_key,
            "configHotkey": no_key,
        }


class CopyQ:
    """CopyQ from Debian, with a global shortcut that selects an item and pastes it."""

    name = "CopyQ"

    def start(self, desktop: Desktop, reply: str) -> int:
        folder = desktop.folder / "config" / "copyq"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "copyq-commands.ini").write_text(
            "[Commands]\n"
            "1\\Name=Paste the reply\n"
            "1\\Command=\"copyq: tab('replies'); select(0); paste()\"\n"
            "1\\IsGlobalShortcut=true\n"
            f"1\\GlobalShortcut={HOTKEY}\n"
            "size=1\n",
            encoding="utf-8",
        )
        process = start_copyq(desktop)
        desktop.run("copyq", "tab", "replies", "write", "text/plain", "-", given=reply.encode())
        return process


def start_copyq(desktop: Desktop) -> int:
    """CopyQ alone, as the clipboard manager that watches; gives the process number."""
    process = desktop.start("copyq", name="copyq")
    wait_until(
        lambda: desktop.run("copyq", "eval", "1+1").stdout.strip() == b"2",
        "CopyQ's start", within=30, every=0.2,
    )  # fmt: skip
    return process.pid


class Product:
    """Desktop Assist itself, with the reply as an own snippet behind the first quick slot."""

    name = "Desktop Assist"

    def start(self, desktop: Desktop, reply: str) -> int:
        home = desktop.folder / "assist"
        prepare_home(home, reply)
        return start_product(desktop, home)


def start_product(desktop: Desktop, home: Path, **environment: str) -> int:
    """The tray application on `home`, once it says that it is ready; gives the process number."""
    process = desktop.start(*product_command(home), name="assist", environment=environment)
    ended = "has ended"
    found = wait_until(
        lambda: ended if process.poll() is not None else product_status(home), "“ready”", within=30
    )
    if found == ended:
        raise NeverHappenedError(f"the product ended with {process.returncode}; see its log")
    return process.pid


def product_command(home: Path, *arguments: str) -> tuple[str, ...]:
    """The command line of the product on `home`."""
    return (sys.executable, "-m", "desktop_assist", "--home", str(home), *arguments)


def product_status(home: Path) -> Mapping[str, object]:
    """What the running product says of itself; empty while nothing answers or it is not ready."""
    try:
        reply = ask_instance(home, Request(command="status"))
    except NoInstance:
        return {}
    return reply.data if reply.data.get("ready") else {}


def prepare_home(home: Path, *replies: str, settings: Settings | None = None) -> None:
    """A data folder with `replies` as own snippets, the first behind `slot_1`, and so on."""
    home.mkdir(parents=True, exist_ok=True)
    places = Home(home)
    own = OwnSnippets(AtomicStorage(places.own_snippets, datetime.date.today))
    slots: dict[str, str] = {}
    for number, reply in enumerate(replies, start=1):
        name = f"stage-{number}"
        own.save(Snippet(id=name, title=f"Stage {number}", category=("stage",), body=reply))
        slots[f"slot_{number}"] = f"own/{name}"
    chosen = settings or Settings(language="en", notices="none")
    store = SettingsStore(AtomicStorage(places.settings, datetime.date.today))
    store.save(msgspec.structs.replace(chosen, slots=slots))


def _has_bus_name(desktop: Desktop, name: str) -> bool:
    done = desktop.run(
        "dbus-send", "--session", "--print-reply=literal", "--dest=org.freedesktop.DBus", "/",
        "org.freedesktop.DBus.NameHasOwner", f"string:{name}",
    )  # fmt: skip
    return b"true" in done.stdout


def _autokey_item(kind: str, **values: object) -> Mapping[str, object]:
    return {
        "type": kind,
        "modes": [],
        "usageCount": 0,
        "showInTrayMenu": False,
        "abbreviation": {
            "abbreviations": [],
            "backspace": True,
            "ignoreCase": False,
            "immediate": False,
            "triggerInside": False,
            "wordChars": "[\\w]",
        },
        "hotkey": {"modifiers": [], "hotKey": None},
        "filter": {"regex": None, "isRecursive": False},
        **values,
    }


def _write_json(path: Path, document: Mapping[str, object]) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
