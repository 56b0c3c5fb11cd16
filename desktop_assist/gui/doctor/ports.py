"""What the doctor's page asks of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication

from desktop_assist.core.diagnosis.diagnosis import Diagnosis
from desktop_assist.gui.doctor.self_test import Outcome


@dataclass(frozen=True, slots=True)
class DoctorPorts:
    """`look` may take some seconds: `wait` runs it elsewhere and hands on what it gives.

    `report` is the text of a diagnosis without names, texts and places. `try_paste` tells its
    outcome.
    """

    look: Callable[[], Diagnosis]
    wait: Callable[[Callable[[], Diagnosis], Callable[[Diagnosis], None]], None]
    report: Callable[[Diagnosis], str]
    try_paste: Callable[[Callable[[Outcome], None]], None]
    copy: Callable[[str], None] = lambda text: QGuiApplication.clipboard().setText(text)
