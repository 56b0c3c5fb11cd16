"""From this checkout to the one-folder build, an archive of it and checksums, in one go.

    python packaging/frozen/build.py [--out dist]

The wheel is built, installed with the locked dependencies into an environment of its own
(`build/frozen`), and frozen from there: a build never sees the checkout. On macOS the result is
`Desktop Assist.app`. PyInstaller makes builds only for the system that it runs on.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build"
SUMS = "SHA256SUMS"


def main(argv: Sequence[str] | None = None) -> int:
    """Make everything; print what was made."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    out = parser.parse_args(argv).out.resolve()
    python = environment(BUILD / "frozen")
    run(python, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT))
    wheel = max(out.glob("desktop_assist-*.whl"), key=lambda file: file.stat().st_mtime)
    pip(python, "--no-deps", "--force-reinstall", str(wheel))
    run(python, str(ROOT / "packaging" / "icon_files.py"), str(BUILD / "icons"))
    # Without -P Python would look for modules here first, and freeze the checkout.
    run(
        python, "-P", "-m", "PyInstaller", "--noconfirm", "--distpath", str(out),
        "--workpath", str(BUILD / "work"), str(HERE / "desktop-assist.spec"),
    )  # fmt: skip
    run(python, str(HERE / "trimming.py"), str(out / "desktop-assist"))
    prove(out / "desktop-assist")
    archive(out, wheel.name.split("-")[1])
    write_sums(out)
    return 0


def environment(folder: Path) -> Path:
    """The Python of a fresh environment with the locked dependencies and tools."""
    venv.create(folder, clear=True, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    locks = (ROOT / "packaging" / "requirements.txt", HERE / "requirements.txt")
    for lock in locks:
        pip(python, "--require-hashes", "--no-deps", "-r", str(lock))
    return python


def prove(folder: Path) -> None:
    """Have the frozen program find and fill a reply: its resources, packs and libraries are there.

    Raises:
        subprocess.CalledProcessError: something is missing from the build.
    """
    name = "desktop-assist-cli.exe" if sys.platform == "win32" else "desktop-assist"
    home = ("--home", str(BUILD / "home"))
    for words in (("search", "yf"), ("export", "html", str(BUILD / "page.html"), "--force")):
        run(folder / name, *home, *words)


def archive(out: Path, version: str) -> Path:
    """Pack the build as people download it: a zip on Windows and macOS, else a tar."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    name = str(out / f"desktop-assist-{version}-{system}")
    if sys.platform == "darwin":
        # Only ditto keeps a bundle's links and signatures.
        target = f"{name}.zip"
        run("ditto", "-c", "-k", "--keepParent", str(out / "Desktop Assist.app"), target)
        return Path(target)
    kind = "zip" if sys.platform == "win32" else "gztar"
    return Path(shutil.make_archive(name, kind, out, "desktop-assist"))


def write_sums(folder: Path) -> None:
    """Write the SHA-256 of every file right in `folder`, as `sha256sum -c` reads it."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name != SUMS)
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")


def pip(python: Path, *arguments: str) -> None:
    """Install something into the environment of `python`."""
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *arguments)


def run(*command: str | Path) -> None:
    """Run a command to its end; where it fails, so does this.

    The same source gives the same wheel: its files bear the time of SOURCE_DATE_EPOCH.
    """
    values = {"SOURCE_DATE_EPOCH": "1700000000", **os.environ}
    values.pop("PYTHONPATH", None)
    subprocess.run([str(word) for word in command], check=True, env=values)


if __name__ == "__main__":
    sys.exit(main())
