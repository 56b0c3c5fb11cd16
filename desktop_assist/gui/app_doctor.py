"""The doctor in the running program: the seams in use, looked at where they live."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSystemTrayIcon

from desktop_assist.core.diagnosis.diagnosis import Diagnosis
from desktop_assist.core.diagnosis.facts import Backends
from desktop_assist.core.diagnosis.judging import diagnose
from desktop_assist.core.loop import Loop
from desktop_assist.gui.app_ports import typing_here
from desktop_assist.gui.background import Background
from desktop_assist.gui.doctor.ports import DoctorPorts
from desktop_assist.gui.doctor.self_test import Outcome, SelfTest
from desktop_assist.oslayer.survey.desktop import desktop_facts
from desktop_assist.services.doctor import report_text, versions
from desktop_assist.services.hotkeys import HotkeyService
from desktop_assist.services.paster import Paster, Ports
from desktop_assist.store.health import health_of
from desktop_assist.store.home import Home
from desktop_assist.text import Message


class Doctor(QObject):
    """Looks for its page in the settings, and tries pastes for it and for the commands."""

    def __init__(
        self,
        home: Home,
        loop: Loop,
        background: Background,
        ports: Ports,
        why_hotkeys: Message,
        hotkeys: HotkeyService,
        paster: Paster,
    ) -> None:
        super().__init__()
        self._home = home
        self._background = background
        self._seams = ports
        self._why_hotkeys = why_hotkeys
        self._hotkeys = hotkeys
        self._test = SelfTest(loop, ports.windows, paster)

    def ports(self) -> DoctorPorts:
        """What its page asks for."""
        return DoctorPorts(
            look=self._look,
            wait=self._background.run,
            report=lambda diagnosis: report_text(diagnosis, self._home.folder),
            try_paste=self.try_paste,
        )

    def try_paste(self, told: Callable[[Outcome], None]) -> None:
        """Paste into a window of our own; `told` hears of it within some 4 s."""
        self._test.run(told)

    def _look(self) -> Diagnosis:
        tray = QSystemTrayIcon.isSystemTrayAvailable()
        facts = replace(desktop_facts(os.environ), tray=tray)
        return diagnose(facts, self._backends(), health_of(self._home), versions())

    def _backends(self) -> Backends:
        seams = self._seams
        clipboard = seams.clipboards.get("both") or seams.clipboards["clipboard"]
        return Backends(
            hotkeys=seams.hotkeys.name,
            why_hotkeys=self._why_hotkeys,
            keys=seams.injector.name,
            windows=seams.windows.name,
            clipboard=clipboard.name,
            confirms_reads=clipboard.confirms_reads,
            typing_problem=typing_here(os.environ)[1],
            refused=tuple(self._hotkeys.problems.values()),
        )
