"""Browsing the library: places, search, filters, and one reply in full."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu

from desktop_assist.core.replies.filters import Filter
from desktop_assist.core.replies.library import Entry
from desktop_assist.core.replies.snippet import Snippet
from desktop_assist.core.searching.search import Standing
from desktop_assist.gui.library.cards import CARD, AnyIndex
from desktop_assist.gui.library.commands import Command
from desktop_assist.gui.library.detail_page import LONGEST
from desktop_assist.gui.library.places import Holdings, Place
from desktop_assist.gui.library.ports import Example
from desktop_assist.gui.library.window import LibraryWindow
from tests.gui.library_stage import CONTROL, MINE, TEAM, Key, Stage


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Stage:
    stage = Stage(tmp_path)
    stage.own.save(MINE)
    return stage


def test_every_place_says_how_many_replies_it_holds(stage: Stage) -> None:
    stage.favourites.add("team/swap")
    seen = stage.open()
    assert seen.places == {
        "All replies": 5,
        "Favourites": 1,
        "Mine": 1,
        "Bin": 0,
        "售前": 2,
        "售后": 1,
        "换货": 1,
        "投诉": 2,
    }


def test_a_category_holds_what_lies_beneath_it(stage: Stage) -> None:
    seen = stage.open()
    seen.window.tree.choose(Place("category", ("售后",)))
    assert seen.titles == ["换货流程"]
    assert seen.window.count_text == "1 replies"


def test_search_is_the_palettes_and_the_hits_are_counted(stage: Stage) -> None:
    seen = stage.open()
    seen.type_query("抱歉")
    assert seen.titles == ["致歉"]
    assert seen.window.count_text == "1 of 5 replies"


def test_what_has_expired_is_found_although_the_palette_does_not_offer_it(stage: Stage) -> None:
    seen = stage.open()
    assert stage.search("双十一", 5) == []
    seen.type_query("双十一")
    assert seen.titles == ["双十一优惠"]


def test_search_looks_only_in_the_chosen_place(stage: Stage) -> None:
    seen = stage.open()
    seen.window.tree.choose(Place("category", ("投诉",)))
    seen.type_query("换货")
    assert seen.titles == []
    assert "All replies" in seen.window.cards.nothing


def test_filters_narrow_and_are_counted(stage: Stage) -> None:
    seen = stage.open()
    seen.window.filters.set_switch("expired", True)
    assert seen.titles == ["双十一优惠"]
    assert seen.window.count_text == "1 of 5 replies"
    seen.window.filters.clear()
    assert len(seen.titles) == 5


def test_what_was_never_used_can_be_listed(stage: Stage) -> None:
    stage.standing = {"team/swap": Standing(uses=3, last_day=1), "own/own-1": Standing(uses=1)}
    seen = stage.open()
    seen.window.filters.set_switch("unused", True)
    assert seen.titles == ["致歉", "隐私声明", "双十一优惠"]


def test_a_chips_menu_offers_what_there_is_with_counts(stage: Stage) -> None:
    seen = stage.open()
    chip = seen.window.filters.facets["roles"]
    chip.click()
    menu = chip.findChild(QMenu)
    assert menu is not None
    assert {one.text() for one in menu.actions()} == {"售后   1", "投诉   1", "售前   1"}
    next(one for one in menu.actions() if one.text().startswith("投诉")).trigger()
    menu.close()
    assert seen.titles == ["致歉"]
    assert chip.isChecked()
    assert "投诉" in chip.text()


def test_the_page_tells_all_that_is_known_of_a_reply(stage: Stage) -> None:
    stage.standing = {"team/swap": Standing(uses=12, last_day=1)}
    seen = stage.open()
    seen.select("换货流程")
    for told in (
        "可以换成 L 码，请您 2026年11月25日 前寄回。",
        "换货没问题，L 码有货。",
        "亲，L 码给您留着呢～",
        "尺码 = L",
        "团队话术",
        "hh",
        "客户想换尺码",
        "已经超过期限",
        "委婉",
        "能换大一码吗",
        "常用",
        "Used 12 times.",
    ):
        assert told in seen.page


def test_what_stands_in_a_reply_is_text_and_never_markup(stage: Stage) -> None:
    stage.own.save(msgspec.structs.replace(MINE, body="<b>粗</b> & <img src=x>", notes="<hr>"))
    seen = stage.open()
    seen.select("我的问候")
    assert "<b>粗</b> & <img src=x>" in seen.page
    assert "<hr>" in seen.page


def test_of_a_huge_reply_the_beginning_is_shown_and_said_so(stage: Stage) -> None:
    stage.own.save(msgspec.structs.replace(MINE, body="长" * 1_000_000))
    seen = stage.open()
    seen.select("我的问候")
    assert "1000000 characters" in seen.page.replace(",", "")
    assert seen.page.count("长") == LONGEST


def test_a_template_that_cannot_be_filled_is_told_in_a_sentence(stage: Stage) -> None:
    stage.own.save(msgspec.structs.replace(MINE, body="您好 {{ customer"))
    seen = stage.open()
    seen.select("我的问候")
    assert "Copy" in seen.page
    assert "is not closed" in seen.page


def test_a_broken_picture_is_told_and_the_rest_is_read(stage: Stage) -> None:
    stage.own.save(msgspec.structs.replace(MINE, image="own-broken.png"))
    (stage.folder / "pictures").mkdir()
    (stage.folder / "pictures" / "own-broken.png").write_bytes(b"no picture")
    seen = stage.open()
    seen.select("我的问候")
    assert "“own-broken.png” cannot be shown" in seen.page
    assert "很高兴见到您" in seen.page


def test_the_keyboard_alone_goes_through_the_library(stage: Stage) -> None:
    seen = stage.open()
    search, view = seen.window.search, seen.window.cards.view
    search.setFocus()
    seen.press(search, Key.Key_Down)
    assert seen.window.detail.entry is not None
    assert seen.window.detail.entry.snippet.title == seen.titles[1]
    seen.press(search, Key.Key_Return)
    assert view.hasFocus()
    seen.press(view, Key.Key_Down)
    seen.press(view, Key.Key_Return)
    assert seen.edited == ["team/sorry"]
    seen.press(view, Key.Key_F6)
    assert seen.window.detail.hasFocus()
    seen.press(seen.window.detail, Key.Key_F, CONTROL)
    assert search.hasFocus()


def test_escape_takes_back_one_thing_after_the_other_and_then_closes(stage: Stage) -> None:
    seen = stage.open()
    seen.window.filters.set_switch("expired", True)
    seen.type_query("优惠")
    view = seen.window.cards.view
    seen.press(view, Key.Key_Escape)
    assert seen.window.search.text() == ""
    seen.press(view, Key.Key_Escape)
    assert seen.window.filters.filter.is_empty
    seen.press(view, Key.Key_Escape)
    assert not seen.window.isVisible()


def test_commands_ask_for_what_is_theirs_to_ask(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉")
    view = seen.window.cards.view
    seen.press(view, Key.Key_C, CONTROL)
    seen.press(view, Key.Key_P, CONTROL)
    seen.press(view, Key.Key_N, CONTROL)
    assert seen.copied == [("team/sorry", ("非常抱歉。",))]
    assert seen.in_palette == ["team/sorry"]
    assert seen.edited == [""]


def test_each_wording_is_copied_by_its_own_link(stage: Stage) -> None:
    seen = stage.open()
    seen.select("换货流程")
    seen.window.detail.anchorClicked.emit("copy:2")
    assert seen.copied == [("team/swap", ("亲，{{ size }} 码给您留着呢～",))]


def test_favourites_are_made_and_unmade(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉", "换货流程")
    view = seen.window.cards.view
    seen.press(view, Key.Key_D, CONTROL)
    assert stage.favourites == {"team/sorry", "team/swap"}
    assert seen.places["Favourites"] == 2
    seen.press(view, Key.Key_D, CONTROL)
    assert stage.favourites == set()


def test_empty_places_say_what_to_do(qapp: QApplication, tmp_path: Path) -> None:
    seen = Stage(tmp_path, ()).open()
    assert "Ctrl+N" in seen.window.cards.nothing
    for kind, told in (("favourites", "Ctrl+D"), ("own", "Ctrl+N"), ("bin", "restore")):
        seen.window.tree.choose(Place(kind))  # type: ignore[arg-type]
        assert told in seen.window.cards.nothing
    allowed = [one for one, act in seen.window.commands.items() if act.isEnabled()]
    assert allowed == [Command.NEW, Command.IMPORT]


def test_a_pack_that_goes_leaves_the_window_in_order(stage: Stage) -> None:
    seen = stage.open()
    seen.select("致歉")
    seen.window.tree.choose(Place("category", ("售后", "换货")))
    stage.team = []
    seen.window.refresh()
    assert seen.titles == ["我的问候"]
    assert "很高兴见到您" in seen.page


def test_what_is_selected_stays_so_when_the_library_is_read_anew(stage: Stage) -> None:
    seen = stage.open()
    seen.select("隐私声明")
    stage.own.save(Snippet(id="own-2", title="又一条", category=("售前",), body="x"))
    seen.window.refresh()
    assert seen.window.detail.entry is not None
    assert seen.window.detail.entry.snippet.title == "隐私声明"


def test_those_who_hear_the_screen_are_told_what_a_card_is(stage: Stage) -> None:
    seen = stage.open()
    model = seen.window.cards.cards
    spoken = [model.index(row).data(11) for row in range(model.rowCount())]  # Qt.AccessibleTextRole
    assert "双十一优惠, 售前, expired" in spoken
    assert "换货流程, 售后 / 换货, hh" in spoken


def test_twenty_thousand_replies_cost_only_what_is_seen(qapp: QApplication, stage: Stage) -> None:
    # GIVEN a library of 20,000
    entries = tuple(
        Entry(
            msgspec.structs.replace(TEAM[1], id=f"n{at}", category=("c", str(at % 200))),
            "team",
            "团",
        )
        for at in range(20_000)
    )
    rendered = []

    def example(entry: Entry, parts: tuple[str, ...]) -> Example:
        rendered.append(entry.key)
        return Example(parts[0])

    holdings = Holdings(entries, today=datetime.date(2026, 11, 22))
    ports = replace(stage.ports(), holdings=lambda: holdings, example=example)

    # WHEN the window opens and draws itself
    window = LibraryWindow(ports)
    asked = []
    data = window.cards.cards.data

    def counted(index: AnyIndex, role: int = 0) -> object:
        if role == CARD:
            asked.append(index.row())
        return data(index, role)

    window.cards.cards.data = counted  # type: ignore[method-assign]
    window.resize(1000, 700)
    window.show()
    window.grab()

    # THEN one reply was made ready to read, and only cards in sight were asked for
    assert window.count_text.replace(",", "") == "20000 replies"
    assert rendered == ["team/n0"]
    assert 3 < len(set(asked)) < 60


def test_a_filter_of_two_values_widens_and_of_two_parts_narrows(stage: Stage) -> None:
    seen = stage.open()
    bar = seen.window.filters
    bar.choose(Filter(roles=frozenset({"售后", "投诉"})))
    assert seen.titles == ["换货流程", "致歉"]
    bar.choose(Filter(roles=frozenset({"售后", "投诉"}), tones=frozenset({"warm"})))
    assert seen.titles == ["换货流程"]


def test_what_is_typed_after_opening_again_begins_a_new_search(stage: Stage) -> None:
    seen = stage.open()
    seen.type_query("退")
    seen.window.cards.view.setFocus()
    seen.window.close()
    seen.window.show()
    assert seen.window.search.selectedText() == "退"
    assert seen.window.focusWidget() is seen.window.search


def test_importing_can_be_asked_for_in_an_empty_library(qapp: QApplication, tmp_path: Path) -> None:
    seen = Stage(tmp_path, ()).open()
    wanted = QSignalSpy(seen.window.import_wanted)
    seen.window.commands[Command.IMPORT].trigger()
    assert wanted.count() == 1
