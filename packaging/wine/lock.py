"""Writes `requirements.txt`: the wheels for Windows that `requirements.in` means, by hash.

Run it with a Python 3.11 that has pip: `python packaging/wine/lock.py`.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
WINDOWS = ("--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:")
LEFT_OUT = ("numpy-", "numpy_")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        wanted = ("-r", str(HERE / "requirements.in"), "-d", folder)
        subprocess.run([sys.executable, "-m", "pip", "download", *WINDOWS, *wanted], check=True)
        lines = sorted(map(_line, Path(folder).glob("*.whl")), key=str.lower)
    (HERE / "requirements.txt").write_text("\n".join(filter(None, lines)) + "\n", encoding="utf-8")


def _line(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    if wheel.name.startswith(LEFT_OUT):
        return ""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    return f"{name.replace('_', '-')}=={version} --hash=sha256:{digest}"


if __name__ == "__main__":
    main()
