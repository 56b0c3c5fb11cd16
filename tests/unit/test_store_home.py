"""The data folder: found, made, or refused with a sentence; and one writer in it."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.store.home import HOME_VARIABLE, Home
from desktop_assist.store.lock import WriterLock

HOLD = """
import sys
from pathlib import Path
from desktop_assist.store.lock import WriterLock
with WriterLock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_the_given_folder_comes_before_the_variable(tmp_path: Path) -> None:
    environment = {HOME_VARIABLE: str(tmp_path / "b")}
    assert Home.find(tmp_path / "a", environment).folder == tmp_path / "a"
    assert Home.find(None, environment).folder == tmp_path / "b"
    assert Home.find(None, {}).folder.name == "desktop-assist"


def test_a_new_folder_is_for_this_user_alone(tmp_path: Path) -> None:
    home = Home(tmp_path / "deep" / "home")
    home.prepare()
    home.prepare()
    assert home.packs.is_dir()
    assert home.folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_used_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AssistError, match=r"cannot be used: .*--home"):
        Home(tmp_path / "file" / "home").prepare()
    with pytest.raises(AssistError, match="cannot be used"):
        Home(tmp_path / "file").prepare()


def test_a_second_process_is_refused_until_the_first_is_gone(tmp_path: Path) -> None:
    file = tmp_path / "writer.lock"
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with first:
        assert first.stdout is not None
        assert first.stdout.readline() == "held\n"
        with pytest.raises(AssistError, match=r"Another Desktop Assist.*quit it"):
            WriterLock(file).acquire()
        first.kill()
    with WriterLock(file):
        pass
    with WriterLock(file):
        pass


def test_a_lock_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(AssistError, match="could not be saved"):
        WriterLock(tmp_path / "file" / "writer.lock").acquire()
