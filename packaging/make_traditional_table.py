"""Makes desktop_assist/core/language/traditional.py out of OpenCC's data. Run by hand.

    pip install opencc-python-reimplemented && python packaging/make_traditional_table.py

Every traditional character of the Basic Multilingual Plane that OpenCC's character table
(TSCharacters) writes otherwise in simplified Chinese, with its first, that is usual, spelling.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "desktop_assist" / "core" / "traditional.py"
PAIRS_IN_A_LINE = 44
LAST = "\u9fff"

HEADER = '''\
"""Traditional characters, each before its simplified one.

Made by packaging/make_traditional_table.py out of TSCharacters of OpenCC (Apache License 2.0,
https://github.com/BYVoid/OpenCC), as it comes with opencc-python-reimplemented.
"""

from __future__ import annotations

PAIRS = (
'''


def table() -> Path:
    """The character table of the installed package.

    Raises:
        SystemExit: the package is not there.
    """
    found = importlib.util.find_spec("opencc")
    if found is None or found.origin is None:
        raise SystemExit("pip install opencc-python-reimplemented")
    return Path(found.origin).parent / "dictionary" / "TSCharacters.txt"


def pairs(lines: list[str]) -> Iterator[str]:
    """Of `繁<TAB>简 others` the first two."""
    for line in lines:
        traditional, _, simplified = line.partition("\t")
        usual = simplified.split()[0]
        if traditional != usual and len(usual) == 1 and max(traditional, usual) <= LAST:
            yield traditional + usual


def written(found: list[str]) -> str:
    """The module that holds `found`."""
    rows = (found[at : at + PAIRS_IN_A_LINE] for at in range(0, len(found), PAIRS_IN_A_LINE))
    return HEADER + "".join(f'    "{"".join(row)}"\n' for row in rows) + ")\n"


def main() -> None:
    found = sorted(pairs(table().read_text("utf-8").splitlines()))
    TARGET.write_text(written(found), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(found)} characters")


if __name__ == "__main__":
    main()
