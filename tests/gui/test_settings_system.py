"""What the settings show of the system: start at login, permission to press keys, the doctor."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QListWidget

from desktop_assist.core.diagnosis.diagnosis import Chapter, Check, Diagnosis, State
from desktop_assist.gui.doctor.ports import DoctorPorts
from desktop_assist.gui.doctor.self_test import Outcome
from desktop_assist.gui.doctor.view import DoctorView
from desktop_assist.gui.settings.system import PermissionSwitch, StartSwitch, SystemPorts
from desktop_assist.gui.settings.window import SettingsWindow
from desktop_assist.oslayer.autostart.base import AutostartRefused, AutostartState
from desktop_assist.oslayer.keys.base import Permission
from desktop_assist.settings import Settings
from desktop_assist.text import Message, say


class Login:
    """A login that others may change."""

    def __init__(self) -> None:
        self.now = AutostartState.OFF
        self.refuses = False

    def state(self) -> AutostartState:
        return self.now

    def turn(self, on: bool) -> None:
        if self.refuses:
            raise AutostartRefused(PermissionError(13, "denied"))
        self.now = AutostartState.ON if on else AutostartState.OFF


class Asked:
    """A desktop that was, or was not, asked."""

    def __init__(self) -> None:
        self.applies = True
        self.state = Permission.OFF
        self.reason: Message | None = None


class Stage:
    """The settings over a system of which everything can be set."""

    def __init__(self, *, applies: bool = True) -> None:
        self.login, self.asked = Login(), Asked()
        self.asked.applies = applies
        self.looks = 0
        self.window = SettingsWindow(
            Settings(),
            lambda _action, _keys: None,
            lambda _action: [],
            list,
            lambda: say("Hotkeys", "Heard."),
            system=SystemPorts(self.login, self.asked, self._doctor()),
        )

    @property
    def start(self) -> StartSwitch:
        return self.window.findChildren(StartSwitch)[0]

    @property
    def permission(self) -> PermissionSwitch:
        return self.window.findChildren(PermissionSwitch)[0]

    @property
    def doctor(self) -> DoctorView:
        return self.window.findChildren(DoctorView)[0]

    def _doctor(self) -> DoctorPorts:
        return DoctorPorts(
            look=self._look,
            wait=lambda work, then: then(work()),
            report=lambda _diagnosis: "a report",
            try_paste=lambda told: told(Outcome(True, say("SelfTest", "Pasting works."))),
        )

    def _look(self) -> Diagnosis:
        self.looks += 1
        found = Check("a", say("Doctor", "Tray"), State.FINE, say("Doctor", "is there"))
        return Diagnosis((Chapter(say("Doctor", "Desktop"), (found,)),))


@pytest.fixture
def stage(qapp: QApplication) -> Iterator[Stage]:
    made = Stage()
    made.window.open_at("general")
    yield made
    made.window.close()


def pages(window: SettingsWindow) -> list[str]:
    listed = window.findChildren(QListWidget)[0]
    return [listed.item(row).text() for row in range(listed.count())]


def test_the_start_at_login_is_off_by_default_and_one_tick_away(stage: Stage) -> None:
    assert not stage.start.box.isChecked()
    assert not stage.start.told.isVisible()
    states = []
    for _ in range(2):
        stage.start.box.click()
        states.append(stage.login.now)
    assert states == [AutostartState.ON, AutostartState.OFF]


@pytest.mark.parametrize(
    ("state", "word"),
    [(AutostartState.OTHER, "Another copy"), (AutostartState.STOPPED, "settings of the system")],
)
def test_what_was_changed_elsewhere_is_shown_when_the_window_is_used_again(
    stage: Stage, state: AutostartState, word: str
) -> None:
    stage.start.box.click()
    stage.login.now = state
    assert QTest.qWaitForWindowActive(stage.window, 5_000)
    QApplication.sendEvent(stage.window, QEvent(QEvent.Type.ActivationChange))
    assert not stage.start.box.isChecked()
    assert word in stage.start.told.text()
    assert stage.start.told.isVisible()
    # WHEN it is ticked again THEN it is ours
    stage.start.box.click()
    assert stage.login.now is AutostartState.ON
    assert not stage.start.told.isVisible()


def test_a_start_that_the_system_refuses_is_a_sentence_and_the_tick_stays_true(
    stage: Stage,
) -> None:
    stage.login.refuses = True
    stage.start.box.click()
    assert not stage.start.box.isChecked()
    assert "cannot be changed: access is not allowed" in stage.start.told.text()
    assert stage.start.told.property("role") == "problem"


def test_the_wish_for_the_desktops_keys_is_a_setting(stage: Stage) -> None:
    told = QSignalSpy(stage.window.changed)
    stage.permission.box.click()
    assert told.at(0)[0].portal_keys is True


def test_each_answer_of_the_desktop_is_shown(stage: Stage) -> None:
    stage.window.open_at("paste")
    stage.permission.box.click()
    stage.asked.state = Permission.ASKED
    stage.window.refresh()
    assert "asking you" in stage.permission.told.text()
    stage.asked.state = Permission.REFUSED
    stage.asked.reason = say("Portal", "Not pasted: you said no.")
    stage.window.refresh()
    assert "you said no" in stage.permission.told.text()
    assert "off and on again" in stage.permission.told.text()
    assert stage.permission.box.isChecked()
    stage.asked.state, stage.asked.reason = Permission.GIVEN, None
    stage.window.refresh()
    assert "Allowed" in stage.permission.told.text()


def test_where_no_permission_is_needed_none_is_offered(qapp: QApplication) -> None:
    assert not Stage(applies=False).window.findChildren(PermissionSwitch)


def test_the_doctor_is_the_last_page_and_looks_when_it_is_opened(stage: Stage) -> None:
    assert pages(stage.window)[-1] == "Doctor"
    assert stage.looks == 0
    stage.window.open_at("doctor")
    assert stage.looks == 1
    assert "is there" in stage.doctor.text.toPlainText()


def test_the_doctors_page_outlives_new_settings(stage: Stage) -> None:
    stage.window.open_at("doctor")
    doctor = stage.doctor
    stage.window.show_settings(Settings(shop="晨光家居"))
    assert stage.doctor is doctor
    assert doctor.isVisible()
    assert "is there" in doctor.text.toPlainText()


def test_a_paste_that_was_tried_brings_the_settings_back(stage: Stage) -> None:
    stage.window.open_at("doctor")
    stage.window.hide()
    stage.doctor.trial.click()
    assert stage.window.isVisible()
    assert stage.doctor.told.text() == "Pasting works."


def test_without_a_doctor_there_is_no_page_of_it(qapp: QApplication) -> None:
    plain = SettingsWindow(
        Settings(), lambda _a, _k: None, lambda _a: [], list, lambda: say("Hotkeys", "Heard.")
    )
    assert "Doctor" not in pages(plain)
    assert not plain.findChildren(StartSwitch)
