"""Changing the library: every change is told, is on the disk, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.library.asking import AskCategory, AskMerge, AskTags
from desktop_assist.gui.library.commands import Command
from desktop_assist.gui.library.joined import words_in_use
from desktop_assist.gui.library.places import Place
from desktop_assist.packs.reader import read_pack
from desktop_assist.text import say
from tests.gui.library_stage import CONTROL, MINE, Key, Stage, Window, png


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.own.save(MINE)
    return stage


def asked(seen: Window, kind: type[QDialog]) -> QDialog:
    dialog = seen.window.findChild(kind)
    assert isinstance(dialog, kind)
    return dialog


def drop(seen: Window, titles: list[str], place: Place) -> None:
    """Drag the cards over the line of `place`, and let go of them there."""
    cards, tree = seen.window.cards.cards, seen.window.tree
    line = tree.places.index_of(place)
    tree.expand(line.parent())
    data = cards.mimeData([cards.index(seen.titles.index(title)) for title in titles])
    drag(tree.viewport(), tree.visualRect(line).center(), data, cards.supportedDragActions())


def drag(onto: QWidget, where: QPoint, data: QMimeData, actions: Qt.DropAction) -> None:
    """Drag `data` over a part of the window, and let go where it is taken."""
    button, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(where, actions, data, button, plain)
        QApplication.sendEvent(onto, event)
    if event.isAccepted():
        QApplication.sendEvent(onto, QDropEvent(QPointF(where), actions, data, button, plain))


def test_what_is_deleted_lies_in_the_bin_and_comes_back_by_one_press(stage: Stage) -> None:
    seen = stage.open()
    seen.select("我的问候")
    seen.press(seen.window.cards.view, Key.Key_Delete)
    assert "我的问候" not in seen.titles
    assert (seen.places["Bin"], seen.changes) == (1, 1)
    assert seen.undo_text == "1 in the bin or hidden now."
    seen.press(seen.window.cards.view, Key.Key_Z, CONTROL)
    assert "我的问候" in seen.titles
    assert stage.own.all() == [MINE]


def test_the_bin_restores(stage: Stage) -> None:
    stage.own.delete("own-1")
    seen = stage.open()
    seen.window.tree.choose(Place("bin"))
    assert seen.titles == ["我的问候"]
    assert "Restore it" in seen.page
    seen.press(seen.window.cards.view, Key.Key_R, CONTROL)
    assert stage.own.all() == [MINE]
    assert "bin is empty" in seen.window.cards.nothing


def test_a_teams_reply_that_is_deleted_is_hidden_and_can_be_shown_again(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉")
    seen.window.act(Command.DELETE)
    assert "致歉" not in seen.titles
    seen.window.tree.choose(Place("hidden"))
    assert seen.titles == ["致歉"]
    seen.window.act(Command.RESTORE)
    assert "Hidden" not in seen.places
    assert stage.library.hidden() == []


def test_replies_are_dragged_into_another_category(stage: Stage) -> None:
    seen = stage.open()
    drop(seen, ["致歉", "我的问候"], Place("category", ("售后", "换货")))
    moved = {one.snippet.title: one.snippet.category for one in stage.library}
    assert moved["致歉"] == moved["我的问候"] == ("售后", "换货")
    assert seen.undo_text == "2 moved to “售后 / 换货”."
    seen.window.undo_line.undo()
    assert {one.snippet.category for one in stage.library if one.snippet.title == "致歉"} == {
        ("投诉",)
    }


def test_what_is_dropped_on_the_bin_is_deleted(stage: Stage) -> None:
    seen = stage.open()
    drop(seen, ["我的问候"], Place("bin"))
    assert stage.own.bin() == [MINE]


def test_nothing_can_be_dropped_on_favourites(stage: Stage) -> None:
    seen = stage.open()
    drop(seen, ["我的问候"], Place("favourites"))
    assert seen.changes == 0


def test_what_the_team_has_locked_stays_and_that_is_told(stage: Stage) -> None:
    seen = stage.open()
    drop(seen, ["隐私声明", "致歉"], Place("category", ("售前",)))
    assert "1 moved" in seen.undo_text
    assert "1 stayed as they were: the team has locked them." in seen.undo_text


def test_several_are_moved_by_asking_for_the_category(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉", "我的问候")
    assert "2 selected" in seen.window.count_text
    seen.press(seen.window.cards.view, Key.Key_M, CONTROL)
    ask = asked(seen, AskCategory)
    assert isinstance(ask, AskCategory)
    ask.box.setCurrentText("新分类 / 一")
    ask.accept()
    assert seen.places["新分类"] == 2


def test_an_empty_category_is_refused_with_a_sentence(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉")
    seen.window.act(Command.MOVE)
    ask = asked(seen, AskCategory)
    assert isinstance(ask, AskCategory)
    ask.box.setCurrentText(" / ")
    ask.accept()
    assert "Give it a category" in seen.window.told
    assert seen.changes == 0


def test_common_tags_of_several_are_changed_and_the_others_stay(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉", "换货流程")
    seen.window.act(Command.TAG)
    ask = asked(seen, AskTags)
    assert isinstance(ask, AskTags)
    assert ask.line.text() == ""
    ask.line.setText("重要，新人")
    ask.accept()
    tags = {one.snippet.title: one.snippet.tags for one in stage.library}
    assert tags["换货流程"] == ("常用", "重要", "新人")
    assert tags["致歉"] == ("重要", "新人")


def test_a_copy_is_made_among_the_own_replies_and_is_selected(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉")
    seen.window.act(Command.DUPLICATE)
    assert seen.places["Mine"] == 2
    assert seen.window.detail.entry is not None
    assert seen.window.detail.entry.origin == "own"
    assert seen.window.detail.entry.snippet.body == "非常抱歉。"
    seen.window.undo_line.undo()
    assert seen.places["Mine"] == 1


def test_replies_that_are_nearly_the_same_are_found_and_merged(stage: Stage) -> None:
    # GIVEN two own replies that say nearly the same
    said = "非常抱歉让您久等了，我们马上为您处理，请您稍等片刻好吗"
    stage.own.save(Snippet(id="a", title="一", category=("x",), body=f"{said}？", tags=("t",)))
    stage.own.save(Snippet(id="b", title="二", category=("x",), body=f"{said}呢？"))
    seen = stage.open()

    # WHEN they are looked for
    seen.window.filters.set_switch("duplicates", True)
    assert "Looking" in seen.window.cards.nothing
    stage.worker.work_off()
    assert seen.titles == ["一", "二"]

    # AND the second is kept
    seen.select("二")
    seen.window.act(Command.MERGE)
    ask = asked(seen, AskMerge)
    assert isinstance(ask, AskMerge)
    ask.choices.button(1).click()
    ask.accept()

    # THEN it has what the other had, and one press takes it back
    assert [(one.title, one.tags) for one in stage.own.all() if one.id in "ab"] == [("二", ("t",))]
    assert [one.title for one in stage.own.bin()] == ["一"]
    seen.window.undo_line.undo()
    assert [one.tags for one in stage.own.all() if one.id == "b"] == [()]


def test_where_no_two_are_the_same_it_says_so(stage: Stage) -> None:
    seen = stage.open()
    seen.window.filters.set_switch("duplicates", True)
    stage.worker.work_off()
    assert seen.window.cards.nothing == "No two replies here are nearly the same."


def test_ones_own_version_of_a_teams_reply_is_reset(stage: Stage) -> None:
    stage.changes.save("team/sorry", edited(stage, "sorry", body="实在抱歉！"))
    seen = stage.open()
    seen.window.filters.set_switch("changed", True)
    assert seen.titles == ["致歉"]
    assert "You have changed: Reply." in seen.page
    seen.window.detail.anchorClicked.emit("reset:")
    assert "You have changed" not in seen.page
    assert seen.undo_text == "1 reset to the team’s version."
    seen.window.undo_line.undo()
    seen.window.filters.clear()
    seen.select("致歉")
    assert "实在抱歉！" in seen.page


@pytest.mark.parametrize(
    ("link", "after"), [("keep:body", "实在抱歉！"), ("take:body", "很抱歉。")]
)
def test_what_both_have_changed_is_shown_side_by_side_and_answered(
    stage: Stage, link: str, after: str
) -> None:
    stage.changes.save("team/sorry", edited(stage, "sorry", body="实在抱歉！"))
    stage.team_says("sorry", body="很抱歉。")
    seen = stage.open()
    seen.select("致歉")
    for told in ("The team has changed “Reply” since you did.", "Mine: 实在抱歉！", "很抱歉。"):
        assert told in seen.page
    seen.window.detail.anchorClicked.emit(link)
    assert "since you did" not in seen.page
    assert next(one for one in stage.library if one.snippet.id == "sorry").snippet.body == after


def test_the_history_says_when_what_was_changed(stage: Stage) -> None:
    stage.changes.save("own/own-1", msgspec.structs.replace(MINE, title="问好"))
    seen = stage.open()
    seen.select("问好")
    assert "2026-11-22 09:30 · changed · Title: “我的问候” → “问好”" in seen.page


def test_a_picture_is_pasted_and_taken_back(stage: Stage, tmp_path: Path) -> None:
    seen = stage.open()
    seen.select("我的问候")
    QGuiApplication.clipboard().setImage(QImage(str(png(tmp_path))))
    seen.window.act(Command.PICTURE)
    (mine,) = stage.own.all()
    kept = stage.pictures.file(mine.image)
    assert kept is not None
    assert QImage(str(kept)).width() == 40
    seen.window.undo_line.undo()
    assert stage.own.all() == [MINE]


def test_without_a_copied_picture_it_says_so(stage: Stage) -> None:
    seen = stage.open()
    seen.select("我的问候")
    QGuiApplication.clipboard().setText("no picture")
    seen.window.act(Command.PICTURE)
    assert "no picture on the clipboard" in seen.window.told


def test_a_file_that_is_no_picture_is_refused(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "letter.png"
    file.write_text("not a picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    seen = stage.open()
    seen.select("我的问候")
    QGuiApplication.clipboard().setMimeData(data)
    seen.window.act(Command.PICTURE)
    assert "“letter.png” is no picture" in seen.window.told
    assert stage.own.all() == [MINE]


def test_a_selection_is_exported_as_a_pack(stage: Stage, tmp_path: Path) -> None:
    seen = stage.open()
    seen.select("换货流程", "我的问候")
    seen.window.export_to(tmp_path / "out", seen.window.cards.selected)
    assert "2 replies are in" in seen.window.told
    reading = read_pack(tmp_path / "out")
    assert reading.faults == ()
    assert reading.pack is not None
    assert {one.title for one in reading.pack.snippets} == {"换货流程", "我的问候"}


def test_a_folder_that_is_not_empty_is_not_written_into(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.txt").write_text("mine")
    seen = stage.open()
    seen.window.export_to(tmp_path / "out", seen.window.cards.selected)
    assert "Nothing was written" in seen.window.told
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["letter.txt"]


def test_what_cannot_be_saved_is_told_and_nothing_has_changed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AssistError(say("Store", "The disk is full."), say("Store", "Make room."))

    seen = stage.open()
    seen.select("我的问候")
    monkeypatch.setattr(stage.own.layer, "apply", full)
    seen.window.act(Command.DELETE)
    assert seen.window.told == "The disk is full. Make room."
    assert "我的问候" in seen.titles
    assert seen.undo_text == ""


def test_a_reply_whose_pack_went_away_meanwhile_is_told_of(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉")
    stage.team = []
    seen.window.act(Command.DELETE)
    assert "“team/sorry” is no longer there" in seen.window.told
    assert seen.titles == ["我的问候"]


def edited(stage: Stage, snippet_id: str, **parts: object) -> Snippet:
    snippet = next(one for one in stage.team if one.id == snippet_id)
    return msgspec.structs.replace(snippet, **parts)


def test_the_editor_is_offered_what_other_replies_say(stage: Stage) -> None:
    words = words_in_use(stage.library)
    assert words["role"] == ["售后", "投诉", "售前"]
    assert words["technique"] == ["委婉"]
    assert words["customer"] == []


def test_a_dropped_picture_belongs_to_the_reply_that_is_read(stage: Stage, tmp_path: Path) -> None:
    seen = stage.open()
    seen.select("致歉")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(png(tmp_path)))])
    viewport = seen.window.detail.viewport()
    drag(viewport, viewport.rect().center(), data, Qt.DropAction.CopyAction)
    entry = stage.library.get("team/sorry")
    assert entry is not None
    assert entry.changed == ("image",)
    assert seen.undo_text == "The reply has a picture now."


def test_undo_works_where_the_deleted_reply_was_the_only_one_found(stage: Stage) -> None:
    seen = stage.open()
    seen.window.activateWindow()
    seen.type_query("我的问候")
    seen.window.cards.view.setFocus()
    seen.press(seen.window.cards.view, Key.Key_Delete)
    assert seen.titles == []
    focused = QApplication.focusWidget() or seen.window

    seen.press(focused, Key.Key_Z, CONTROL)
    assert seen.titles == ["我的问候"]
