"""A test that can only fail by raising shows nothing: each one asserts, expects or waits."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
EXPECTING = {"raises", "warns", "becomes", "assert_same"}
"""Calls that fail where something is not so, beside `wait_…`, which fails in the end."""
IN_A_PROCESS_OF_ITS_OWN = {"test_numpy_is_not_loaded_for_a_small_library"}
"""Their assertion is in the program that they run."""


def shows_something(test: ast.FunctionDef) -> bool:
    """Whether `test` fails where a promise is broken, and not only where something breaks."""
    return any(isinstance(node, ast.Assert) or called(node) in EXPECTING or waits(node)
               for node in ast.walk(test))  # fmt: skip


def called(node: ast.AST) -> str:
    """The name of the function that `node` calls, without what it belongs to."""
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def waits(node: ast.AST) -> bool:
    return called(node).startswith("wait_")


def functions_in(source: str) -> Iterator[ast.FunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node


def test_every_test_shows_something() -> None:
    silent = [
        f"{file.relative_to(TESTS)}:{test.lineno} {test.name}"
        for file in sorted(TESTS.rglob("test_*.py"))
        for test in functions_in(file.read_text("utf-8"))
        if not shows_something(test) and test.name not in IN_A_PROCESS_OF_ITS_OWN
    ]
    assert silent == []


@pytest.mark.parametrize(
    ("body", "shows"),
    [
        ("parse(text)", False),
        ("told.frame(wanted, 'the place')", False),
        ("assert parse(text)", True),
        ("with pytest.raises(ValueError): parse(text)", True),
        ("target.wait_for_text('x')", True),
        ("becomes(desktop, copied)", True),
    ],
)
def test_a_test_that_only_calls_shows_nothing(body: str, shows: bool) -> None:
    (test,) = functions_in(f"def test_it():\n    {body}\n")
    assert shows_something(test) is shows
