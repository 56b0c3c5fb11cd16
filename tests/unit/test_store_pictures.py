"""Pictures of own replies: kept once, whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop_assist.errors import AssistError
from desktop_assist.store.pictures import PictureStore


def test_a_picture_is_found_by_the_name_that_it_was_given(tmp_path: Path) -> None:
    store = PictureStore(tmp_path / "pictures")
    name = store.keep(b"png")
    file = store.file(name)
    assert file is not None
    assert file.read_bytes() == b"png"


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    store = PictureStore(tmp_path)
    assert store.keep(b"png") == store.keep(b"png")
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    "name", ["", "images/a.png", "../own-a.png", "own-../a", "own-missing.png"]
)
def test_other_names_are_not_its_own(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.png").write_bytes(b"png")
    assert PictureStore(tmp_path / "pictures").file(name) is None


def test_on_a_full_disk_nothing_half_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(AssistError, match="the disk is full"):
        PictureStore(tmp_path).keep(b"png")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("a file")
    with pytest.raises(AssistError, match="picture was not kept"):
        PictureStore(tmp_path / "pictures").keep(b"png")
