"""The data folder: found, made, or refused with a sentence."""

from pathlib import Path

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.store.home import HOME_VARIABLE, Home


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
