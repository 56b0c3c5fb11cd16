"""Where a lead edits each pack: named, published from, and asked for by whoever answers agents."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_assist.channel.held import ChannelFolder
from desktop_assist.channel.signed.publisher import Words
from desktop_assist.channel.sources import Sources
from desktop_assist.errors import AssistError
from tests.e2e.stage.channel import Team, finds_nothing, write_pack


@pytest.fixture
def team(tmp_path: Path) -> Team:
    made = Team(tmp_path)
    made.found()
    return made


def test_publishing_remembers_the_folder_that_was_published_from(
    team: Team, tmp_path: Path
) -> None:
    # GIVEN a pack that lies where nobody would look for it
    pack = write_pack(tmp_path / "desktop" / "六月", "sale", {"a": "您好"})
    publisher = team.publisher("王芳")
    # WHEN it is published
    publisher.publish([publisher.preview(pack, finds_nothing)], Words())
    # THEN this computer knows where the pack is edited
    assert Sources(publisher.access.folder).known() == {"sale": pack}


def test_each_folder_is_listed_once_and_only_while_it_holds_a_pack(tmp_path: Path) -> None:
    sources, packs = Sources(ChannelFolder(tmp_path / "channel")), tmp_path / "packs"
    named = write_pack(packs / "shop", "shop", {"a": "您好"})
    gone = write_pack(tmp_path / "stick" / "vip", "vip", {"a": "您好"})
    (packs / "notes").mkdir()
    for folder in (named, gone):
        sources.add(folder)
    assert set(sources.beside(packs)) == {named, gone}
    (gone / "pack.yaml").unlink()
    assert sources.beside(packs) == (named,)


def test_a_folder_without_a_pack_is_refused_and_nothing_remembered(tmp_path: Path) -> None:
    sources = Sources(ChannelFolder(tmp_path / "channel"))
    with pytest.raises(AssistError, match="holds no pack"):
        sources.add(tmp_path)
    assert sources.known() == {}


def test_a_damaged_list_costs_nothing_but_itself(tmp_path: Path) -> None:
    folder = ChannelFolder(tmp_path / "channel")
    pack = write_pack(tmp_path / "shop", "shop", {"a": "您好"})
    folder.path.mkdir()
    (folder.path / "sources.json").write_bytes(b"\0 torn")
    assert Sources(folder).known() == {}
    Sources(folder).add(pack)
    assert Sources(folder).known() == {"shop": pack}
