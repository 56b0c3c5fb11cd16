"""Typed codes on the real seams, without the windows around them.

    python -m tests.e2e.stage.typist --socket PATH --codes JSON [--excluded CLASS]

`--codes` gives the reply of each trigger. A reply that begins with `?` is asked for first, as by
a form: the order `fill` then answers. Notices and outcomes are told.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from typing import Any

from PySide6.QtWidgets import QApplication

from desktop_assist.core.application import ApplicationProfile, profile_for
from desktop_assist.core.pasting.paste_session import Finish
from desktop_assist.core.pasting.paste_steps import Piece, steps_for
from desktop_assist.core.pasting.typed_code import is_excluded
from desktop_assist.gui.app_ports import close_ports, real_ports
from desktop_assist.gui.loop import QtLoop
from desktop_assist.oslayer.session import session_of
from desktop_assist.oslayer.typing.choose import choose_typing
from desktop_assist.oslayer.windows.base import Target
from desktop_assist.services.paster import PasteJob, Paster
from desktop_assist.services.typed_codes import Replacement, TypedCodes
from desktop_assist.text import Message
from tests.e2e.stage.link import Link
from tests.e2e.stage.qt_link import obey
from tests.e2e.stage.surroundings import plain_surroundings

ASKED = "?"


class Typist:
    """The service, its paster, and the line to the test."""

    def __init__(self, link: Link, replies: dict[str, str], excluded: str) -> None:
        self._link = link
        self._replies = replies
        self._excluded = excluded
        self._asked: Replacement | None = None
        self._loop = QtLoop()
        self._ports, _why = real_ports(plain_surroundings(self._loop), "x11", self._front_changed)
        self._paster = Paster(self._loop, self._ports)
        chosen = choose_typing(session_of(os.environ), os.environ)
        self._codes = TypedCodes(
            self._loop,
            chosen.backend,
            self._ports.windows,
            self._paster,
            wanted=self._wanted,
            welcome_in=self._is_welcome,
            profile=profile,
            tell=self._tell,
        )
        self._codes.apply({trigger: trigger for trigger in replies})
        self._orders = obey(link, self._obey)
        link.tell("ready")

    def close(self) -> None:
        self._codes.stop()
        self._ports.hotkeys.stop()
        close_ports(self._ports)

    def _front_changed(self) -> None:
        self._loop.post(self._paster.front_changed)
        self._loop.post(self._codes.front_changed)

    def _is_welcome(self, target: Target) -> bool:
        excluded = is_excluded(target.application, [self._excluded])
        return profile(target).editable and not excluded

    def _wanted(self, replacement: Replacement) -> None:
        self._link.tell("wanted", ns=time.monotonic_ns(), code=replacement.key)
        if self._replies[replacement.key].startswith(ASKED):
            self._asked = replacement
        else:
            self._paste(replacement, asked=False)

    def _paste(self, replacement: Replacement, *, asked: bool) -> None:
        text = self._replies[replacement.key].removeprefix(ASKED)
        chosen = profile(replacement.target)
        steps = replacement.steps(steps_for([Piece(text)], chosen))

        def told(outcome: Finish) -> None:
            replacement.ended(outcome)
            self._link.tell("outcome", result=outcome.result.name, reason=str(outcome.reason))

        target = replacement.target
        job = PasteJob("reply", steps, target, chosen, told, "", asked, still=replacement.still)
        self._paster.paste(job)

    def _tell(self, message: Message, problem: bool) -> None:
        self._link.tell("notice", said=str(message), problem=problem)

    def _obey(self, _order: dict[str, Any]) -> None:
        if self._asked is not None:
            self._paste(self._asked, asked=True)


def profile(target: Target | None) -> ApplicationProfile:
    return profile_for(target.application if target else "")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--codes", required=True)
    parser.add_argument("--excluded", default="")
    options = parser.parse_args()
    application = QApplication(["stage-typist"])
    typist = Typist(Link(options.socket), json.loads(options.codes), options.excluded)
    application.exec()
    typist.close()


if __name__ == "__main__":
    main()
