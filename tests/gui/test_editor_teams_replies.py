"""The editor over a team's replies, pictures, long texts and insertions."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.editing import typed
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.form import LONGEST_CHECKED
from desktop_assist.gui.editor.ports import EditorExtras
from desktop_assist.gui.editor.window import Editor
from desktop_assist.text import say
from tests.gui.library_stage import MINE, Stage, png
from tests.gui.test_editor import Drafts


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.own.save(MINE)
    return stage


@pytest.fixture
def drafts() -> Drafts:
    return Drafts()


@pytest.fixture
def editor(stage: Stage, drafts: Drafts) -> Editor:
    return make(stage, drafts)


def make(stage: Stage, drafts: Drafts) -> Editor:
    checked: list[str] = []

    def check(text: str) -> list[Finding]:
        checked.append(text)
        at = text.find("但是")
        return [Finding("but", "tone", "warn", at, at + 2, "但是", "…")] if at >= 0 else []

    return Editor(
        stage.own,
        lambda snippet: snippet.body.replace("{{ size }}", "L"),
        check,
        drafts=drafts,
        entry=lambda key: stage.library.get(key),  # noqa: PLW0108  the library of then
        extras=EditorExtras(
            changes=stage.changes,
            keep_picture=stage.pictures.keep,
            picture=stage.picture,
            limits=lambda: [("千牛", 10)],
            offers=lambda: {"role": ["售前", "售后"]},
        ),
    )


def say_body(editor: Editor, text: str) -> None:
    editor.form.texts["body"].setPlainText(text)


def body(editor: Editor) -> str:
    return editor.form.texts["body"].toPlainText()


def entry(stage: Stage, key: str) -> Entry:
    found = stage.library.get(key)
    assert found is not None
    return found


def test_a_teams_reply_is_edited_as_ones_own_version_of_it(stage: Stage, editor: Editor) -> None:
    editor.edit("team/swap")
    assert "your own version" in editor.note
    say_body(editor, "马上给您换 {{ size }} 码。")
    assert editor.save()
    assert entry(stage, "team/swap").changed == ("body",)
    assert entry(stage, "team/swap").snippet.tones == stage.team[0].tones
    assert stage.own.all() == [MINE]
    assert [one.kind for one in stage.changes.history("team/swap")] == ["edit"]


def test_every_part_is_shown_and_saved_untouched(stage: Stage, editor: Editor) -> None:
    team = stage.team[0]
    editor.edit("team/swap")
    values = editor.form.values()
    assert {name: values[name] for name in typed(team)} == typed(team)
    assert editor.save()
    assert entry(stage, "team/swap").changed == ()


def test_tones_notes_and_days_are_edited(stage: Stage, editor: Editor) -> None:
    editor.edit("own/own-1")
    form = editor.form
    form.texts["formal"].setPlainText("您好。")
    form.texts["when_to_avoid"].setPlainText("投诉时")
    form.lines["tags"].setText("常用，send back")
    form.lines["valid_until"].setText("2026-12-31")
    assert editor.save()
    (mine,) = stage.own.all()
    assert mine.tones == {"formal": "您好。"}
    assert (mine.when_to_avoid, mine.tags) == ("投诉时", ("常用", "send back"))
    assert str(mine.valid_until) == "2026-12-31"


def test_a_day_that_is_none_is_explained_beside_it(stage: Stage, editor: Editor) -> None:
    editor.edit("own/own-1")
    editor.form.lines["valid_until"].setText("next week")
    assert not editor.save()
    assert "such as 2026-11-22" in editor.form.problem("valid_until")


def test_what_is_locked_is_opened_as_a_copy(stage: Stage, editor: Editor) -> None:
    editor.edit("team/law")
    assert "locked" in editor.note
    assert editor.save()
    assert entry(stage, "team/law").changed == ()
    assert "隐私声明" in {one.title for one in stage.own.all()}


def test_of_a_reply_whose_pack_has_gone_the_text_is_kept_as_ones_own(
    stage: Stage, editor: Editor
) -> None:
    editor.edit("team/swap")
    say_body(editor, "写了很久的文字")
    stage.team = []
    assert editor.save()
    assert "Its pack is gone" in editor.told
    assert body(editor) == "写了很久的文字"
    assert "写了很久的文字" in {one.body for one in stage.own.all()}


def test_an_unsaved_version_of_a_teams_reply_comes_back(
    stage: Stage, editor: Editor, drafts: Drafts
) -> None:
    editor.show()
    editor.edit("team/swap")
    say_body(editor, "写到一半")
    editor.close()
    later = make(stage, drafts)
    later.edit("team/swap")
    assert body(later) == "写到一半"
    later.revert()
    assert body(later) == stage.team[0].body
    assert drafts.kept == {}


def test_an_unsaved_version_survives_its_pack(stage: Stage, editor: Editor, drafts: Drafts) -> None:
    editor.edit("team/swap")
    say_body(editor, "写到一半")
    editor.close()
    stage.team = []
    later = make(stage, drafts)
    later.edit("team/swap")
    assert body(later) == "写到一半"
    assert later.save()
    assert "写到一半" in {one.body for one in stage.own.all()}


def test_a_draft_of_an_older_version_takes_nothing_away(stage: Stage, drafts: Drafts) -> None:
    # GIVEN a draft that knows nothing of tags
    stage.own.save(msgspec.structs.replace(MINE, tags=("常用",), tones={"warm": "亲～"}))
    drafts.kept = {"own-1": {"title": "新标题", "body": MINE.body, "category": "售前"}}
    editor = make(stage, drafts)
    editor.edit("own/own-1")
    assert editor.save()
    (mine,) = stage.own.all()
    assert (mine.title, mine.tags, mine.tones) == ("新标题", ("常用",), {"warm": "亲～"})


def test_when_the_disk_is_full_the_text_stays(
    stage: Stage, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise AssistError(say("Store", "The disk is full."))

    monkeypatch.setattr(stage.own.layer, "apply", full)
    editor.edit("team/swap")
    say_body(editor, "很重要的文字")
    assert not editor.save()
    assert editor.told == "The disk is full."
    assert body(editor) == "很重要的文字"


def test_the_length_is_counted_as_the_customer_reads_it(editor: Editor) -> None:
    editor.edit("own/own-1")
    say_body(editor, "{{ size }} 码")
    assert editor.form.counter.text() == "3 characters"
    say_body(editor, "一二三四五六七八九十一")
    assert "too long for 千牛 (at most 10 a message)" in editor.form.counter.text()


def test_messages_are_counted_one_by_one(editor: Editor) -> None:
    editor.edit("own/own-1")
    say_body(editor, "")
    editor.form.texts["messages"].setPlainText("一二三\n---\n四五")
    assert editor.form.counter.text() == "2 messages: 3 + 2 characters"


def test_a_field_is_inserted_where_the_cursor_stands(stage: Stage, editor: Editor) -> None:
    editor.edit("team/swap")
    editor.show()
    editor.activateWindow()
    assert QTest.qWaitForWindowActive(editor)
    warm = editor.form.texts["warm"]
    warm.setFocus()
    warm.moveCursor(warm.textCursor().MoveOperation.Start)
    editor.form.insert.open()
    menu = editor.form.insert.menu_shown
    offered = [one.text() for one in menu.actions() if one.text()]
    assert offered[:2] == ["尺码   size", "寄回日期   day"]
    assert any(one.endswith("   customer") for one in offered)
    next(one for one in menu.actions() if one.text().endswith("size")).trigger()
    menu.close()
    assert warm.toPlainText().startswith("{{ size }}亲")


def test_a_new_field_is_declared_from_the_menu(editor: Editor) -> None:
    editor.edit("own/own-1")
    menu = editor.form.insert.menu_shown
    menu.aboutToShow.emit()
    menu.actions()[-1].trigger()
    assert editor.form.fields.table.rowCount() == 1


def test_a_dropped_picture_belongs_to_the_reply(
    stage: Stage, editor: Editor, tmp_path: Path
) -> None:
    editor.edit("own/own-1")
    box = editor.form.picture
    assert box is not None
    data = QMimeData()
    data.setImageData(QImage(str(png(tmp_path))))
    box.take(data)
    assert editor.save()
    (mine,) = stage.own.all()
    assert stage.pictures.file(mine.image) is not None


def test_a_broken_picture_is_refused_and_the_old_one_stays(
    stage: Stage, editor: Editor, tmp_path: Path
) -> None:
    editor.edit("own/own-1")
    box = editor.form.picture
    assert box is not None
    box.take_file(png(tmp_path))
    before = box.name
    (tmp_path / "letter.jpg").write_text("no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "letter.jpg"))])
    box.take(data)
    assert "“letter.jpg” is no picture" in editor.told
    assert box.name == before


def test_a_huge_text_is_kept_counted_and_not_checked(stage: Stage, editor: Editor) -> None:
    huge = "但是" + "长" * 1_000_000
    editor.edit("own/own-1")
    say_body(editor, huge)
    editor.form.show_findings()
    assert editor.form.texts["body"].extraSelections() == []
    assert "1000002" in editor.form.counter.text().replace(",", "")
    assert len(editor.preview_text) == LONGEST_CHECKED
    assert editor.save()
    assert stage.own.all()[0].body == huge


def test_fields_of_a_reply_can_be_seen_before_it_has_a_title(editor: Editor) -> None:
    editor.new()
    say_body(editor, "{{ size }} 码")
    assert editor.preview_text == "L 码"


def test_a_reply_of_fields_survives(stage: Stage, editor: Editor) -> None:
    stage.own.save(
        Snippet(id="own-2", title="t", category=("c",), body="x", fields=(Field(name="n"),))
    )
    editor.edit("own/own-2")
    editor.form.lines["title"].setText("u")
    assert editor.save()
    assert stage.own.all()[1].fields == (Field(name="n"),)


def test_where_nothing_is_written_yet_it_says_what_to_do(
    qapp: QApplication, tmp_path: Path, drafts: Drafts
) -> None:
    editor = make(Stage(tmp_path), drafts)
    editor.show()
    assert "“New” begins one" in editor.list.nothing.text()
    assert editor.list.nothing.isVisible()
    editor.list.show_bin(True)
    assert "bin is empty" in editor.list.nothing.text()
