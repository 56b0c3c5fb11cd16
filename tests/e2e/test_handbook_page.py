"""The handbook page in a real browser: found by pinyin, copied from, printed, and harmless."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from collections.abc import Iterator

import pytest

from desktop_assist.bundled import resources, snippets
from desktop_assist.core.language.pinyin import PinyinTable
from desktop_assist.core.replies.library import Entry, Library
from desktop_assist.core.replies.snippet import Field, Snippet
from desktop_assist.packs.handbook.page import Design, Handbook, handbook_page
from desktop_assist.packs.reader import read_packs
from tests.e2e.stage.headless import Headless

PINYIN = PinyinTable.from_text((resources() / "pinyin.tsv").read_text("utf-8"))
EXTRA = (
    Snippet(
        id="size",
        title="鹦鹉笼怎么装",
        category=("测试",),
        code="qqcm",
        body="亲，建议您拍{{ size }}码，{{ colour }}色也有。\n第二行",
        fields=(Field(name="size", label="尺码"), Field(name="colour", label="颜色")),
    ),
    Snippet(
        id="hostile",
        title="<script>document.title = 'owned'</script>",
        category=("测试",),
        body="<img src=x onerror=\"document.title = 'owned'\"><b>bold</b>",
        search_terms=("</script><script>document.title = 'owned'</script>",),
    ),
)
SHOWN = "Array.from(document.querySelectorAll('#found article'), (one) => one.id)"
COLOURS = """(selector) => {
  const one = document.querySelector(selector);
  let ground = one;
  const clear = "rgba(0, 0, 0, 0)";
  while (getComputedStyle(ground).backgroundColor === clear) ground = ground.parentElement;
  return [getComputedStyle(one).color, getComputedStyle(ground).backgroundColor]
    .map((colour) => colour.match(/[0-9.]+/g).slice(0, 3).map(Number));
}"""


def entries() -> list[Entry]:
    packs = [one.pack for one in read_packs(snippets()) if one.pack is not None]
    return [*Library(packs), *(Entry(one, "extra", "Extra") for one in EXTRA)]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Headless]:
    if not shutil.which("chromium"):
        pytest.skip("not installed: chromium")
    folder = tmp_path_factory.mktemp("handbook")
    day = datetime.date(2026, 11, 22)
    book = Handbook("话术 & replies", "en", day, entries(), shop="小店")
    design = Design.from_folder(resources() / "handbook")
    (folder / "page.html").write_text(handbook_page(book, design, PINYIN, str), encoding="utf-8")
    with Headless(folder / "profile") as browser:
        browser.open((folder / "page.html").as_uri())
        yield browser


@pytest.fixture(autouse=True)
def _a_fresh_query(page: Headless) -> None:
    page.look("light")
    page.evaluate("query.focus(); clear()")


def found(page: Headless, typed: str) -> list[str]:
    """What is shown after typing, key by key."""
    page.evaluate("query.focus(); clear()")
    page.type(typed)
    shown: list[str] = page.evaluate(SHOWN)
    return shown


@pytest.mark.parametrize(
    "typed",
    [
        "yingwulongzenmezhuang",
        "ywlzmz",
        "yingwul",
        "鹦鹉long",
        "鸚鵡籠",
        "zenmezhuang yingwu",
        "qqcm",
        "/QQCM",
    ],
)
def test_the_right_card_alone_is_seen(page: Headless, typed: str) -> None:
    assert found(page, typed) == ["extra/size"]
    assert page.evaluate("count.value") == "1 found"
    seen = (
        "(() => {const box = document.getElementById('extra/size').getBoundingClientRect();"
        " return box.height > 0 && box.top >= 0 && box.top < innerHeight})()"
    )
    assert page.evaluate(seen)
    assert page.evaluate("document.getElementById('all').getBoundingClientRect().height") == 0


def test_every_title_is_found_by_its_pinyin(page: Headless) -> None:
    chinese = [one for one in entries() if all("一" <= sign <= "鿿" for sign in one.snippet.title)]
    spelled = {
        one.key: "".join(PINYIN.readings(sign)[0] for sign in one.snippet.title) for one in chinese
    }
    script = (
        "(spelled) => Object.entries(spelled).filter(([key, letters]) => {"
        f" query.value = letters; show(); return !{SHOWN}.includes(key)"
        "})"
    )
    assert len(spelled) > 100
    assert page.evaluate(f"({script})({json.dumps(spelled)})") == []


def test_nothing_found_says_what_to_do_and_escape_brings_all_back(page: Headless) -> None:
    before = page.evaluate("document.getElementById('all').textContent.length")
    assert found(page, "zzzzqqq") == []
    assert "Try fewer or shorter words" in page.evaluate("count.value")
    page.press("Escape")
    assert page.evaluate("query.value") == ""
    assert page.evaluate("document.getElementById('all').textContent.length") == before
    order = "Array.from(document.querySelectorAll('article'), (one) => one.id)"
    first = page.evaluate(order)
    found(page, "tui")
    page.press("Escape")
    assert page.evaluate(order) == first


def test_what_a_pack_says_stays_text_and_nothing_is_fetched(page: Headless) -> None:
    assert page.evaluate("document.title") == "话术 & replies"
    card = "document.getElementById('extra/hostile')"
    assert page.evaluate(f"{card}.querySelectorAll('script, img, b').length") == 0
    assert "<b>bold</b>" in page.evaluate(f"{card}.textContent")
    asked = [
        one["params"]["request"]["url"]
        for one in page.events
        if one["method"] == "Network.requestWillBeSent"
    ]
    assert all(address.startswith("file:") and address.endswith("page.html") for address in asked)
    complaints = [
        one for one in page.events if one["method"] in ("Log.entryAdded", "Runtime.exceptionThrown")
    ]
    assert complaints == []


def test_an_unfilled_place_is_never_copied(page: Headless) -> None:
    page.call(
        "Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"]
    )
    page.evaluate("navigator.clipboard.writeText('before')")
    found(page, "qqcm")
    page.click("#found button")
    told = "document.querySelector('#found .act output').value"
    page.wait_for(f"{told} !== ''")
    assert page.evaluate(told) == "Fill in first: 尺码, 颜色"
    assert page.evaluate("navigator.clipboard.readText()") == "before"
    # The first place has the keyboard already.
    page.type("M")
    page.evaluate("document.querySelectorAll('#found .gap')[1].focus()")
    page.type("白")
    page.click("#found button")
    page.wait_for(f"{told} === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == "亲，建议您拍M码，白色也有。\n第二行"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "selector",
    ["h1", "h2", ".name p", ".text", ".gap", ".kind", "dt", "nav a", "small", "button", "#query"],
)
def test_everything_can_be_read(page: Headless, scheme: str, selector: str) -> None:
    page.look(scheme)
    letters, ground = page.evaluate(f"({COLOURS})({json.dumps(selector)})")
    assert contrast(letters, ground) >= 4.5
    bright = page.evaluate(f"({COLOURS})('body')")[1][0] > 128
    assert bright == (scheme == "light")


def contrast(one: list[float], other: list[float]) -> float:
    """The contrast ratio of two colours (WCAG 2.2)."""

    def luminance(colour: list[float]) -> float:
        parts = (part / 255 for part in colour)
        linear = [
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_on_paper_it_is_black_on_white_without_buttons(page: Headless) -> None:
    page.look("dark", "print")
    letters, ground = page.evaluate(f"({COLOURS})('.text')")
    assert (letters, ground) == ([0, 0, 0], [255, 255, 255])
    for gone in (".search", ".act"):
        assert (
            page.evaluate(f"getComputedStyle(document.querySelector('{gone}')).display") == "none"
        )
    label = "getComputedStyle(document.querySelector('.gap'), '::before').content"
    assert "⟦" in page.evaluate(label)


def test_only_what_was_found_is_printed(page: Headless) -> None:
    found(page, "qqcm")
    assert len(re.findall(rb"/Type\s*/Page\b", page.printed())) == 1


def test_it_fits_a_narrow_window(page: Headless) -> None:
    address = page.evaluate("location.href")
    try:
        page.open(address, width=380)
        assert page.evaluate("document.documentElement.scrollWidth") <= 380
        assert page.evaluate("contents.open") is False
    finally:
        page.open(address)
