"""Lint finds what the reader lets pass."""

from pathlib import Path

import pytest

from desktop_assist.packs.lint import lint

HEAD = "  - id: {id}\n    title: 退款\n    category: [售后]\n"
GOOD = HEAD + "    body: 您好\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "snippets").mkdir()
    (tmp_path / "pack.yaml").write_text('id: zh\nversion: "1"\ntitle: t\n', "utf-8")
    return tmp_path


def linted(folder: Path, snippets: str) -> list[str]:
    (folder / "snippets" / "a.yaml").write_text(f"format: 1\nsnippets:\n{snippets}", "utf-8")
    return [str(fault) for fault in lint(folder)]


def test_a_sound_pack_has_no_faults(folder: Path) -> None:
    body = (
        "    body: '{{ customer }}{{ greeting }}，{{ days }}天内到账'\n"
        "    fields: [{name: days, kind: number}]\n"
    )
    assert linted(folder, HEAD.format(id="a") + body) == []


@pytest.mark.parametrize(
    ("snippet", "line", "words"),
    [
        (HEAD + "    body: 优惠 #满减\n", 6, "drops “#满减”"),
        (HEAD + "    body: '{{ custmer }}'\n", 6, "“custmer”, which nobody fills"),
        (HEAD + "    body: '{{ customer'\n", 6, ""),
        (GOOD + "    alternatives: ['{{ nobody }}']\n", 7, "“nobody”"),
        (GOOD + "    fields: [{name: days}]\n", 7, "never used"),
        (HEAD + "    body: '{{ c }}'\n    fields: [{name: c, kind: choice}]\n", 7, "choices"),
        (HEAD + "    body: '{{ c }}'\n    fields: [{name: c}, {name: c}]\n", 7, "declared twice"),
        (GOOD + "    image: images/none.png\n", 7, "not in the pack"),
        (GOOD + "    valid_from: 2026-02-01\n    valid_until: 2026-01-01\n", 8, "ends on"),
        (GOOD + "    locked: maybe\n", 7, "true or false"),
    ],
)  # fmt: skip
def test_faults_are_found_by_line(folder: Path, snippet: str, line: int, words: str) -> None:
    faults = linted(folder, snippet.replace("{id}", "a"))
    assert faults
    assert f"a.yaml:{line}:" in faults[0]
    assert words in faults[0]


def test_a_code_belongs_to_one_reply(folder: Path) -> None:
    snippets = GOOD.format(id="a") + "    code: tk\n" + GOOD.format(id="b") + "    code: TK\n"
    (fault,) = linted(folder, snippets)
    assert "a.yaml:12:11: The code “TK” also belongs to “a”." in fault


def test_an_image_in_the_pack_is_fine(folder: Path) -> None:
    (folder / "images").mkdir()
    (folder / "images" / "a.png").write_bytes(b"png")
    assert linted(folder, GOOD.format(id="a") + "    image: images/a.png\n") == []
