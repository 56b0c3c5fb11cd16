"""Writing own replies: nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from desktop_assist.core.checking.findings import Finding
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.errors import AssistError
from desktop_assist.gui.editor.window import Editor
from desktop_assist.text import say

REFUND = Snippet(id="own-a", title="退款", category=("售后",), body="已为您退款。", tags=("x",))
SIZE = Snippet(id="own-b", title="Size", category=("Pre-sale",), body="Take a {{ size }}.")
PACKED = Snippet(id="hy", title="欢迎", category=("欢迎",), body="欢迎光临", code="hy", locked=True)


class Own:
    """Own replies in memory."""

    def __init__(self) -> None:
        self.kept = {one.id: one for one in (REFUND, SIZE)}
        self.deleted: dict[str, Snippet] = {}
        self.broken = False

    def all(self) -> Sequence[Snippet]:
        return list(self.kept.values())

    def save(self, snippet: Snippet) -> None:
        if self.broken:
            raise AssistError(say("Store", "The disk is full."), say("Store", "Make room."))
        self.kept[snippet.id] = snippet

    def delete(self, snippet_id: str) -> None:
        self.deleted[snippet_id] = self.kept.pop(snippet_id)

    def bin(self) -> Sequence[Snippet]:
        return list(self.deleted.values())

    def restore(self, snippet_id: str) -> None:
        self.kept[snippet_id] = self.deleted.pop(snippet_id)


class Drafts:
    """Drafts in memory, shared by two editors one after the other."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, str]] = {}

    def load(self) -> Mapping[str, Mapping[str, str]]:
        return self.kept

    def keep(self, drafts: Mapping[str, Mapping[str, str]]) -> None:
        self.kept = {key: dict(value) for key, value in drafts.items()}


def find_but(text: str) -> list[Finding]:
    start = text.find("但是")
    if start < 0:
        return []
    return [Finding("but", "tone", "warn", start, start + 2, "但是", "换成“同时”。")]


def refuse_open_braces(text: str) -> None:
    if text.count("{{") != text.count("}}"):
        raise AssistError(say("Template", "A field is not closed."))


@pytest.fixture
def own() -> Own:
    return Own()


@pytest.fixture
def drafts() -> Drafts:
    return Drafts()


@pytest.fixture
def editor(qapp: QApplication, own: Own, drafts: Drafts) -> Editor:
    return make(own, drafts)


def make(own: Own, drafts: Drafts) -> Editor:
    return Editor(
        own,
        lambda snippet: f"= {snippet.body}",
        find_but,
        drafts=drafts,
        entry=lambda key: Entry(PACKED, "zh", "中文") if key == "zh/hy" else None,
        categories=lambda: [("售后",), ("售前", "尺码")],
        template_check=refuse_open_braces,
    )


def body(editor: Editor) -> str:
    return editor.form.texts["body"].toPlainText()


def type_body(editor: Editor, text: str) -> None:
    editor.form.texts["body"].setPlainText(text)


def test_a_new_reply_is_saved(editor: Editor, own: Own) -> None:
    changed = QSignalSpy(editor.library_changed)
    editor.new()
    editor.form.lines["title"].setText("送别")
    editor.form.lines["category"].setText("售中 / 送别")
    type_body(editor, "感谢光临 🌷")
    assert editor.save()
    saved = next(one for one in own.all() if one.title == "送别")
    assert (saved.category, saved.body) == (("售中", "送别"), "感谢光临 🌷")
    assert changed.count() == 1


def test_an_edit_keeps_what_the_window_does_not_show(editor: Editor, own: Own) -> None:
    editor.edit("own/own-a")
    type_body(editor, "退款已通过。")
    assert editor.save()
    assert own.kept["own-a"].body == "退款已通过。"
    assert own.kept["own-a"].tags == ("x",)


def test_a_fault_is_explained_beside_its_part_and_the_text_stays(editor: Editor, own: Own) -> None:
    editor.edit("own/own-a")
    editor.form.lines["title"].setText("")
    type_body(editor, "改好的文字")
    assert not editor.save()
    assert editor.form.problem("title") != ""
    assert body(editor) == "改好的文字"
    assert own.kept["own-a"] == REFUND


def test_a_template_that_cannot_be_filled_is_not_saved(editor: Editor, own: Own) -> None:
    editor.edit("own/own-a")
    type_body(editor, "您好 {{ customer")
    assert not editor.save()
    assert editor.form.problem("body") == "A field is not closed."


def test_when_saving_fails_the_sentence_is_shown_and_the_text_stays(
    editor: Editor, own: Own, drafts: Drafts
) -> None:
    own.broken = True
    editor.edit("own/own-a")
    type_body(editor, "很重要的文字")
    assert not editor.save()
    assert editor.told == "The disk is full. Make room."
    editor.close()
    assert drafts.kept["own-a"]["body"] == "很重要的文字"


def test_unsaved_text_comes_back_in_the_next_window(
    editor: Editor, own: Own, drafts: Drafts
) -> None:
    editor.show()
    editor.edit("own/own-b")
    type_body(editor, "half written")
    editor.close()
    later = make(own, drafts)
    later.edit("own/own-b")
    assert body(later) == "half written"
    later.revert()
    assert body(later) == SIZE.body
    assert drafts.kept == {}


def test_opening_another_reply_keeps_the_text_of_this_one(editor: Editor) -> None:
    editor.edit("own/own-a")
    type_body(editor, "写到一半")
    editor.edit("own/own-b")
    assert body(editor) == SIZE.body
    editor.edit("own/own-a")
    assert body(editor) == "写到一半"


def test_a_new_reply_that_was_never_saved_stands_in_the_list(editor: Editor, own: Own) -> None:
    editor.new()
    editor.form.lines["title"].setText("未完成")
    editor.new()
    rows = [editor.list.items.item(row) for row in range(editor.list.items.count())]
    draft = next(item for item in rows if "未完成" in item.text())
    editor.list.items.setCurrentItem(draft)
    assert editor.form.lines["title"].text() == "未完成"


def test_text_is_kept_while_typing_rests(editor: Editor, drafts: Drafts) -> None:
    editor.edit("own/own-a")
    type_body(editor, "abc")
    editor.rest.timeout.emit()
    assert drafts.kept["own-a"]["body"] == "abc"


def test_a_saved_reply_leaves_no_draft(editor: Editor, drafts: Drafts) -> None:
    editor.edit("own/own-a")
    type_body(editor, "abc")
    editor.rest.timeout.emit()
    assert editor.save()
    editor.edit("own/own-b")
    assert drafts.kept == {}


def test_a_packs_reply_is_opened_as_a_copy(editor: Editor, own: Own) -> None:
    editor.edit("zh/hy")
    assert body(editor) == "欢迎光临"
    assert editor.save()
    copy = next(one for one in own.all() if one.title == "欢迎")
    assert copy.id != "hy"
    assert (copy.code, copy.locked) == ("", False)


def test_a_deleted_reply_can_be_restored(editor: Editor, own: Own, drafts: Drafts) -> None:
    editor.edit("own/own-a")
    editor.delete()
    assert "own-a" not in own.kept
    assert drafts.kept == {}
    editor.list.show_bin(True)
    editor.list.select("own-a")
    editor.list.restore.click()
    assert own.kept["own-a"] == REFUND
    assert body(editor) == REFUND.body


def test_the_filter_finds_titles_and_texts(editor: Editor) -> None:
    editor.list.filter.setText("take SIZE")
    shown = [
        editor.list.items.item(row).text()
        for row in range(editor.list.items.count())
        if not editor.list.items.item(row).isHidden()
    ]
    assert shown == ["Size"]


def test_findings_are_underlined_at_the_right_place_after_an_emoji(editor: Editor) -> None:
    type_body(editor, "好🙏但是")
    editor.form.show_findings()
    (mark,) = editor.form.texts["body"].extraSelections()
    assert mark.cursor.selectedText() == "但是"


def test_what_is_told_of_findings_has_room(editor: Editor) -> None:
    editor.show()
    QApplication.processEvents()
    label = editor.form.findings
    label.setText("\n".join(["但是这件事情我们真的没有办法，您自己看着办吧。" * 3] * 4))
    label.show()
    QApplication.processEvents()
    assert label.height() >= label.heightForWidth(label.width())


def test_text_that_is_being_composed_is_not_checked(editor: Editor) -> None:
    box = editor.form.texts["body"]
    box.setPlainText("")
    QApplication.sendEvent(box, QInputMethodEvent("但是", []))
    editor.form.show_findings()
    assert box.extraSelections() == []
    assert editor.form.values()["body"] == ""


def test_the_preview_follows(editor: Editor) -> None:
    editor.edit("own/own-a")
    type_body(editor, "新的")
    assert editor.preview_text == "= 新的"


def test_declared_fields_are_edited_in_a_table(editor: Editor, own: Own) -> None:
    editor.edit("own/own-b")
    table = editor.form.fields
    table.set_fields([Field(name="size", kind="choice", choices=("S", "M"))])
    table.edited.emit()
    assert editor.save()
    assert own.kept["own-b"].fields == (Field(name="size", kind="choice", choices=("S", "M")),)


def test_the_cursor_stays_where_it_was_after_saving(editor: Editor) -> None:
    editor.edit("own/own-a")
    box = editor.form.texts["body"]
    box.moveCursor(QTextCursor.MoveOperation.End)
    box.insertPlainText("马上到账")
    assert editor.save()
    box.insertPlainText("！")
    assert body(editor) == "已为您退款。马上到账！"


def test_a_draft_that_was_never_saved_is_opened_by_its_key(
    editor: Editor, own: Own, drafts: Drafts
) -> None:
    type_body(editor, "还没存")
    editor.close()
    later = make(own, drafts)
    later.edit(editor.key)
    assert body(later) == "还没存"
    assert later.key == editor.key


def test_drafts_that_cannot_be_read_are_told_and_never_written_over(
    qapp: QApplication, own: Own
) -> None:
    class Broken(Drafts):
        def load(self) -> Mapping[str, Mapping[str, str]]:
            raise AssistError(say("Store", "The drafts cannot be read."))

    broken = Broken()
    editor = make(own, broken)
    assert editor.told == "The drafts cannot be read."
    type_body(editor, "新的")
    editor.close()
    assert broken.kept == {}


def test_restoring_says_so(editor: Editor) -> None:
    editor.edit("own/own-a")
    editor.delete()
    editor.restore("own-a")
    assert editor.told == "Restored."
