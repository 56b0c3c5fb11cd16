"""Proves the shipped checker rules once, so that no first start has to: resources/rules.

    python packaging/make_proven_rules.py

Run it whenever a shipped rule or the way in which rules are read has changed; a test tells.
"""

from __future__ import annotations

from pathlib import Path

from desktop_assist.packs.proven_rules import SHIPPED, packed_for
from desktop_assist.packs.rules import prove_rules

RULES = Path(__file__).resolve().parent.parent / "resources" / "rules"
TARGET = RULES / SHIPPED


def written(folder: Path = RULES) -> bytes:
    """The proven rules of `folder`, packed.

    Raises:
        SystemExit: a rule is broken.
    """
    files = sorted(folder.rglob("*.yaml"))
    reading, proven = prove_rules(files)
    if proven is None:
        raise SystemExit("\n".join(map(str, reading.faults)))
    return packed_for(folder, files, proven)


def main() -> None:
    TARGET.write_bytes(written())
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
