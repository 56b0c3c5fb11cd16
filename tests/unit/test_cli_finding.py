"""`search` and `suggest` as a person or a script uses them, without an instance."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_assist.__main__ import main
from desktop_assist.core.suggesting.picks import Pick
from desktop_assist.core.suggesting.suggest import Suggester
from desktop_assist.store.home import Home
from desktop_assist.store.picks import PickStore

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: str) -> tuple[int, str, str]:
        code = main(["--home", str(tmp_path), "--language", "en", *words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def found(told: tuple[int, str, str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(told[1])
    return rows


def test_search_tells_where_it_matched(run: Run) -> None:
    told = run("search", "退货流程", "--json", "--limit", "2")
    (first, *_) = found(told)
    assert told[0] == 0
    assert (first["id"], first["pack"]) == ("return-guide", "zh-cn-starter")
    assert {"field": "title", "start": 0, "end": 4} in first["matched"]
    assert first["score"] > 0


def test_suggest_prints_the_best_first_with_the_reason(run: Run) -> None:
    code, out, err = run("suggest", "啥时候发货呀")
    lines = [line.split("\t") for line in out.splitlines()]
    assert (code, err, len(lines)) == (0, "", 3)
    assert (lines[0][0], lines[0][-1]) == ("zh-cn-starter/shipping-when", "啥时候发货")


def test_suggest_as_json_for_programs(run: Run) -> None:
    told = run("suggest", "where is my refund", "--json", "--limit", "1")
    (only,) = found(told)
    assert (only["key"], only["title"]) == ("en-cross-border/refund-issued", "Refund issued")
    assert (only["why"], only["learnt"]) == ("where is my refund", False)
    assert only["score"] > 0


def test_suggest_reads_what_is_piped_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    piped = io.TextIOWrapper(io.BytesIO("能开发票吗\n".encode()), "utf-8")
    monkeypatch.setattr(sys, "stdin", piped)
    code, out, _ = run("suggest", "-")
    assert (code, out.split("\t")[0]) == (0, "zh-cn-starter/invoice-issue")


@pytest.mark.parametrize("message", ["", "   ", "😀", "12345", "x" * 10_000, "qwrtp zxcvb"])
def test_suggest_without_a_fitting_reply_says_so(run: Run, message: str) -> None:
    told = run("suggest", message, "--json")
    assert (told[0], found(told)) == (1, [])
    assert told[2].splitlines()[0] == "No reply fits this message."


def test_suggest_without_a_message_has_nothing_to_print_as_json(run: Run) -> None:
    code, out, err = run("suggest", "--json")
    assert (code, out) == (2, "")
    assert "needs the customer’s message" in err


def test_suggest_goes_by_former_picks_and_writes_nothing(run: Run, tmp_path: Path) -> None:
    message = "背面那层膜要撕掉吗"
    home = Home(tmp_path)
    store = PickStore(home.picks, home.follow_ups, lambda error: pytest.fail(str(error)))
    grams = Suggester([]).grams_to_keep(message)
    store.picked(Pick(grams, "zh-cn-starter/product-usage", 10**6))
    before = home.picks.read_bytes()
    (first, *_) = found(run("suggest", message, "--json"))
    assert (first["key"], first["learnt"]) == ("zh-cn-starter/product-usage", True)
    assert home.picks.read_bytes() == before
    assert not home.follow_ups.exists()
