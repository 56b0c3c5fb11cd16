"""Make the .deb out of the one-folder build.

    python packaging/debian/build.py --frozen dist/desktop-assist --out dist

The build carries copies of the system's libraries, for systems that lack them. Here those that
belong to Debian packages are left out, and the packages become dependencies. The same input gives
the same file: times come from SOURCE_DATE_EPOCH, owners are root. Needs dpkg-dev.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
RESOURCES = HERE.parents[1] / "resources"
PROGRAM = Path("usr/lib/desktop-assist")
LARGEST_ICON = 512
"""The largest size that the hicolor theme knows."""
KEPT = re.compile(r"lib(python3|ssl|crypto|ffi)\.?")
"""Libraries that stay although Debian has them: their versions differ between its releases."""
_STUB = "Source: desktop-assist\n\nPackage: desktop-assist\nArchitecture: any\n"
"""As much of a source package as dpkg-shlibdeps insists on."""


def main(argv: Sequence[str] | None = None) -> int:
    """Make the package; print its path."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--frozen", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("dist"))
    options = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as place:
        print(build(options.frozen.resolve(), Path(place), options.out.resolve()))
    return 0


def build(frozen: Path, place: Path, out: Path) -> Path:
    """The package of the one-folder build `frozen`, made in the empty folder `place`."""
    root = place / "root"
    shutil.copytree(frozen, root / PROGRAM, symlinks=True)
    version = version_of(frozen)
    _drop_system_libraries(root / PROGRAM / "_internal")
    _install_desktop_files(root, version)
    depends = _dependencies(place, root)
    _write_control(root, version, depends)
    _tidy(root)
    out.mkdir(parents=True, exist_ok=True)
    file = out / f"desktop-assist_{version}_{architecture()}.deb"
    command = ("dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(file))
    _run(*command, environment={"SOURCE_DATE_EPOCH": str(epoch())})
    return file


def version_of(frozen: Path) -> str:
    """The program's version, by the metadata that the build carries."""
    found = next((frozen / "_internal").glob("desktop_assist-*.dist-info"))
    return found.name.removeprefix("desktop_assist-").removesuffix(".dist-info")


def architecture() -> str:
    """Debian's name of this machine's architecture."""
    return _run("dpkg", "--print-architecture").strip()


def epoch() -> int:
    """Seconds since 1970 that every file of the package bears."""
    return int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))


def _drop_system_libraries(folder: Path) -> None:
    """Remove the libraries right in `folder` that Debian packages hold."""
    for file in sorted(folder.glob("lib*.so*")):
        if not file.is_symlink() and not KEPT.match(file.name) and _is_packaged(file.name):
            file.unlink()


def _is_packaged(library: str) -> bool:
    found = subprocess.run(
        ["dpkg", "-S", f"*/{library}"], capture_output=True, text=True, check=False
    ).stdout
    return any("/lib/" in line for line in found.splitlines())


def _install_desktop_files(root: Path, version: str) -> None:
    def put(source: Path, place: str, mode: int = 0o644) -> None:
        file = root / place
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, file)
        file.chmod(mode)

    desktop, icons = RESOURCES / "desktop", RESOURCES / "icons"
    put(desktop / "desktop-assist.desktop", "usr/share/applications/desktop-assist.desktop")
    put(
        desktop / "desktop-assist.metainfo.xml",
        "usr/share/metainfo/invalid.desktopassist.DesktopAssist.metainfo.xml",
    )
    theme = "usr/share/icons/hicolor"
    put(icons / "desktop-assist.svg", f"{theme}/scalable/apps/desktop-assist.svg")
    for size, file in _icons(icons):
        put(file, f"{theme}/{size}x{size}/apps/desktop-assist.png")
    put(HERE.parents[1] / "LICENSE", "usr/share/doc/desktop-assist/copyright")
    _pack(HERE.parents[1] / "CHANGELOG.md", root / "usr/share/doc/desktop-assist/NEWS.gz")
    _pack(_manual(root, version), root / "usr/share/man/man1/desktop-assist.1.gz")
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/desktop-assist").symlink_to("../lib/desktop-assist/desktop-assist")


def _icons(folder: Path) -> Iterator[tuple[int, Path]]:
    for file in folder.rglob("desktop-assist-*.png"):
        size = file.stem.removeprefix("desktop-assist-")
        if size.isdigit() and int(size) <= LARGEST_ICON:
            yield int(size), file


def _manual(root: Path, version: str) -> Path:
    text = (HERE / "desktop-assist.1").read_text("utf-8")
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch()))
    page = root.parent / "desktop-assist.1"
    page.write_text(text.replace("@VERSION@", version).replace("@DATE@", day), "utf-8")
    return page


def _pack(source: Path, file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress(source.read_bytes(), mtime=0))


def _dependencies(place: Path, root: Path) -> str:
    """The packages that hold what the program's files load, with the least versions that do."""
    (root / "DEBIAN").mkdir()  # the sign by which dpkg-shlibdeps knows a package's root
    (place / "debian").mkdir()
    (place / "debian/control").write_text(_STUB, "utf-8")
    internal = root / PROGRAM / "_internal"
    programs = [str(file) for file in internal.rglob("*") if _is_library(file)]
    inside = {str(Path(file).parent) for file in programs}
    told = _run(
        "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", "-xdesktop-assist",
        *(f"-l{folder}" for folder in sorted(inside)), *programs,
        str(root / PROGRAM / "desktop-assist"), folder=place,
    )  # fmt: skip
    found = told.strip().removeprefix("shlibs:Depends=").split(", ")
    return ", ".join(found)


def _is_library(file: Path) -> bool:
    return ".so" in file.name and file.is_file() and not file.is_symlink()


def _write_control(root: Path, version: str, depends: str) -> None:
    size = sum(file.lstat().st_size for file in root.rglob("*") if file.is_file()) // 1024
    values = {
        "VERSION": version,
        "ARCHITECTURE": architecture(),
        "SIZE": str(size),
        "DEPENDS": depends,
    }
    text = (HERE / "control").read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    (root / "DEBIAN/control").write_text(text, "utf-8")


def _tidy(root: Path) -> None:
    """Give every file the rights that Debian expects, and the one time."""
    for file in (root, *root.rglob("*")):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or _may_run(file) else 0o644)
        os.utime(file, (epoch(), epoch()), follow_symlinks=False)


def _may_run(file: Path) -> bool:
    return bool(file.stat().st_mode & stat.S_IXUSR) and ".so" not in file.name


def _run(
    *command: str, folder: Path | None = None, environment: dict[str, str] | None = None
) -> str:
    done = subprocess.run(
        command, cwd=folder, env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
