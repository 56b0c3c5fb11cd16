"""`desktop-assist doctor`: what works here, what does not, and the command that mends it.

It loads no Qt, for it also has to tell why Qt does not start.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import replace

from desktop_assist.cli.desk import Desk
from desktop_assist.core.diagnosis.diagnosis import Diagnosis, State
from desktop_assist.core.diagnosis.facts import Backends
from desktop_assist.core.diagnosis.judging import diagnose
from desktop_assist.errors import FINDINGS, AssistError
from desktop_assist.services.doctor import report_text, versions
from desktop_assist.settings import Settings
from desktop_assist.store.health import health_of


def doctor(arguments: argparse.Namespace, desk: Desk) -> int:
    """Print the diagnosis; 1 where something does not work."""
    if arguments.self_test:
        return _self_test(desk)
    diagnosis = _diagnosis(desk)
    translate = desk.console.translate
    if arguments.report:
        desk.console.line(report_text(diagnosis, desk.home.folder).rstrip())
    elif arguments.json:
        desk.console.json(diagnosis.document(translate))
    else:
        for line in diagnosis.lines(translate):
            desk.console.line(line)
    return FINDINGS if diagnosis.worst is State.BROKEN else 0


def _diagnosis(desk: Desk) -> Diagnosis:
    from desktop_assist.oslayer.survey.desktop import desktop_facts  # noqa: PLC0415  only here

    return diagnose(desktop_facts(os.environ), _backends(desk), health_of(desk.home), versions())


def _backends(desk: Desk) -> Backends:
    """Tried out; where an instance runs, its hotkeys are its own and are not asked for again."""
    from desktop_assist.oslayer.survey.backends import try_backends  # noqa: PLC0415  only here

    settings = _settings(desk)
    runs = _instance_runs(desk)
    combinations = () if runs else settings.hotkeys.values()
    tried = try_backends(os.environ, settings.hotkey_backend, combinations)
    return replace(tried, answered=None) if runs else tried


def _settings(desk: Desk) -> Settings:
    try:
        return desk.settings()
    except AssistError:
        return Settings()  # the chapter about the data folder tells of it


def _instance_runs(desk: Desk) -> bool:
    from desktop_assist.services.instance import (  # noqa: PLC0415  loads multiprocessing
        Request,
        ask_instance,
    )

    try:
        ask_instance(desk.home.folder, Request(command="status"))
    except AssistError:
        return False
    return True


def _self_test(desk: Desk) -> int:
    """Have the running program paste into a window of its own.

    Raises:
        NoInstance: none runs.
    """
    from desktop_assist.services.instance import (  # noqa: PLC0415  loads multiprocessing
        Request,
        ask_instance,
    )

    reply = ask_instance(desk.home.folder, Request(command="self-test"))
    tell = desk.console.line if reply.ok else desk.console.warn
    for sentence in filter(None, (reply.message, reply.hint)):
        tell(sentence)
    return 0 if reply.ok else FINDINGS
