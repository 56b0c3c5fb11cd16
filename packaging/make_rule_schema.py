"""Writes the JSON Schema of rule files, for editors that complete and check while one types.

python packaging/make_rule_schema.py
"""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import msgspec

from desktop_assist.core.checking.rules import RULES_FORMAT, Rule, WordList

TARGET = Path(__file__).parents[1] / "resources" / "rules" / "schema.json"


def rule_schema() -> dict[str, Any]:
    """The schema of a whole file, made out of the types that the program reads it into."""
    shapes, parts = msgspec.json.schema_components((Rule, WordList), ref_template="#/$defs/{name}")
    rule, words = shapes
    for part in parts.values():
        part["description"] = inspect.cleandoc(part.get("description", ""))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Rules of the wording checker",
        "type": "object",
        "additionalProperties": False,
        "required": ["format"],
        "properties": {
            "format": {"type": "integer", "const": RULES_FORMAT},
            "words": {"type": "object", "additionalProperties": words},
            "rules": {"type": "array", "items": rule},
        },
        "$defs": parts,
    }


def written() -> str:
    """The text of the file."""
    return json.dumps(rule_schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8")
