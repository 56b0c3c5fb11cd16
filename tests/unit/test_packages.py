"""What the packages hold and what they go without."""

from __future__ import annotations

import configparser
import importlib.util
import re
import shutil
import struct
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from desktop_assist import __version__
from desktop_assist.oslayer.autostart.macos import APPLICATION_ID
from desktop_assist.services.doctor import LIBRARIES

ROOT = Path(__file__).parents[2]
DESKTOP = ROOT / "resources" / "desktop"


def loaded(path: str) -> ModuleType:
    """A script of `packaging/`, which is no package."""
    name = f"packaging_{Path(path).stem}"
    spec = importlib.util.spec_from_file_location(name, ROOT / "packaging" / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


trimming = loaded("frozen/trimming.py")
icons = loaded("icon_files.py")
frozen = loaded("frozen/build.py")


def dependencies() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    found = (re.match(r"[\w.-]+", one) for one in project["dependencies"])
    return {plain(name[0]) for name in found if name}


def plain(name: str) -> str:
    return name.lower().replace("_", "-")


def test_the_frozen_program_can_tell_the_version_of_every_dependency() -> None:
    assert dependencies() <= set(map(plain, trimming.DISTRIBUTIONS))


def test_the_doctor_asks_only_for_what_every_installation_has() -> None:
    assert set(map(plain, LIBRARIES)) <= dependencies()


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/translations/qtbase_zh_CN.qm",
        "PySide6/Qt/lib/libQt6Widgets.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6\\Qt6Gui.dll",
        "PySide6/QtCore.abi3.so",
        "desktop_assist/_bundled/resources/pinyin.tsv",
        "libpython3.11.so.1.0",
        "babel/global.dat",
    ],
)
def test_what_people_need_stays(name: str) -> None:
    assert trimming.is_needed(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6\\Qt6Quick.dll",
        "PySide6/opengl32sw.dll",
        "libQt6OpenGL.so.6",
        "babel/locale-data/sw_KE.dat",
    ],
)
def test_what_nobody_uses_goes(name: str) -> None:
    assert not trimming.is_needed(name)


def test_a_library_goes_with_the_last_one_that_loads_it() -> None:
    # GIVEN a plug-in that stays, and the libraries of a theme that does not
    entries = [
        ("PySide6/platforms/libqxcb.so", "/q/libqxcb.so", "BINARY"),
        ("libxcb.so.1", "/l/libxcb.so.1", "BINARY"),
        ("libXau.so.6", "/l/libXau.so.6", "BINARY"),
        ("libgtk-3.so.0", "/l/libgtk-3.so.0", "BINARY"),
        ("libpython3.11.so.1.0", "/l/libpython3.11.so.1.0", "BINARY"),
    ]
    loads = {
        "/q/libqxcb.so": ["libxcb.so.1"],
        "/l/libxcb.so.1": ["libXau.so.6"],
        "/l/libgtk-3.so.0": ["libxcb.so.1"],
    }
    kept = trimming.without_orphans(entries, lambda path: loads.get(path, []))
    # THEN what is loaded, also in turn, stays, and Python itself
    assert {Path(name).name for name, _path, _kind in kept} == {
        "libqxcb.so", "libxcb.so.1", "libXau.so.6", "libpython3.11.so.1.0",
    }  # fmt: skip


def test_the_icon_of_windows_holds_every_size() -> None:
    pictures = icons.pictures(icons.ICO_SIZES)
    data = icons.ico(pictures)
    count = struct.unpack_from("<HHH", data)[2]
    assert count == len(pictures)
    for number, (size, picture) in enumerate(pictures.items()):
        entry = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert entry[0] == size % 256
        assert data[entry[7] : entry[7] + entry[6]] == picture


def test_the_icon_of_macos_holds_every_size_under_apples_name() -> None:
    data = icons.icns(icons.pictures(icons.ICNS_KINDS.values()))
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    found, place = {}, 8
    while place < len(data):
        kind, length = struct.unpack_from(">4sI", data, place)
        assert data[place + 8 : place + 16] == b"\x89PNG\r\n\x1a\n"
        found[kind] = struct.unpack_from(">I", data, place + 24)[0]  # the width in PNG's header
        place += length
    assert found == icons.ICNS_KINDS


def test_every_icon_is_as_large_as_its_name_says() -> None:
    sizes = set()
    for file in (ROOT / "resources" / "icons").rglob("desktop-assist-*.png"):
        size = int(file.stem.rpartition("-")[2])
        assert struct.unpack_from(">II", file.read_bytes(), 16) == (size, size)
        sizes.add(size)
    assert {16, 22, 24, 32, 48, 64, 128, 256, 512} <= sizes


def test_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"a")
    (tmp_path / "folder").mkdir()
    frozen.write_sums(tmp_path)
    frozen.write_sums(tmp_path)
    digest = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
    assert (tmp_path / frozen.SUMS).read_text("utf-8") == f"{digest}  a.zip\n"


@pytest.mark.parametrize("name", ["desktop-assist", "desktop-assist-autostart"])
def test_a_desktop_file_speaks_both_languages(name: str) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(DESKTOP / f"{name}.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"].split()[0] == main["TryExec"] == "desktop-assist"
    assert main["Name"]
    assert main["Name[zh_CN]"]
    assert (ROOT / "resources" / "icons" / f"{main['Icon']}.svg").exists()


def test_every_package_bears_the_same_name_and_claims_nobodys_domain() -> None:
    metadata = ElementTree.parse(DESKTOP / "desktop-assist.metainfo.xml").findtext("id")
    assert metadata == APPLICATION_ID
    assert re.fullmatch(r"[A-Za-z0-9.]+", APPLICATION_ID)  # Apple allows no more, but for hyphens
    for place in ("frozen/desktop-assist.spec", "debian/build.py"):
        assert APPLICATION_ID in (ROOT / "packaging" / place).read_text("utf-8"), place
    domain = ".".join(reversed(APPLICATION_ID.split(".")[:2]))
    control = (ROOT / "packaging" / "debian" / "control").read_text("utf-8")
    assert f"@{domain}>" in control


def test_what_the_installer_starts_at_login_is_what_the_settings_show() -> None:
    script = (ROOT / "packaging" / "windows" / "installer.nsi").read_text("utf-8")
    autostart = (ROOT / "desktop_assist/oslayer/autostart/windows.py").read_text("utf-8")
    name = re.search(r'!define NAME "(.+)"', script)
    assert name is not None
    assert f'_NAME = "{name[1]}"' in autostart
    assert """WriteRegStr HKCU "${RUN}" "${NAME}" '"$INSTDIR\\desktop-assist.exe"'""" in script


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="needs appstream")
def test_shops_take_the_metadata() -> None:
    file = DESKTOP / "desktop-assist.metainfo.xml"
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", str(file)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils")
def test_desktops_take_the_desktop_files() -> None:
    files = [str(file) for file in DESKTOP.glob("*.desktop")]
    assert subprocess.run(["desktop-file-validate", *files], check=False).returncode == 0


def test_the_metadata_knows_this_version_and_launches_the_desktop_file() -> None:
    tree = ElementTree.parse(DESKTOP / "desktop-assist.metainfo.xml")
    launched = tree.findtext("launchable") or ""
    assert (DESKTOP / launched).exists()
    releases = [one.get("version") for one in tree.iter("release")]
    assert __version__ in releases
