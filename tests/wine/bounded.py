"""Commands that end in their time: a hang costs its command, never the run."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

_LAST_WORDS_S = 2.0


class OverrunError(RuntimeError):
    """A command did not end in time; it was ended, with all that it had started."""


def bounded(
    command: Sequence[str],
    environment: Mapping[str, str],
    limit_s: float,
    heard: Callable[[str], None] = lambda _line: None,
    folder: Path | None = None,
) -> int:
    """Run `command` for `limit_s` seconds at most; `heard` gets each line of its output.

    Wine writes to no file that it is given as output, only to a pipe. Its services inherit the
    pipe and outlive the command, so the end of the command counts and not the end of the pipe:
    who reads up to that waits for ever, and a timeout of `subprocess.run` does not help.

    Raises:
        OverrunError: it took longer.
    """
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    assert process.stdout is not None
    reader = threading.Thread(target=_pass_on, args=(process.stdout, heard), daemon=True)
    reader.start()
    try:
        return process.wait(timeout=limit_s)
    except subprocess.TimeoutExpired as error:
        raise OverrunError(f"{command[0]} was ended after {limit_s:g} s") from error
    finally:
        if process.poll() is None:
            end_group(process)
        reader.join(_LAST_WORDS_S)


def end_group(process: subprocess.Popen[bytes]) -> None:
    """Kill the session that `process` leads."""
    with contextlib.suppress(ProcessLookupError):  # it has ended by itself meanwhile
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _pass_on(stream: IO[bytes], heard: Callable[[str], None]) -> None:
    with stream:
        for line in stream:
            heard(line.decode("utf-8", "replace"))
