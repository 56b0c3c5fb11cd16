"""What the packages hold and what they go without."""

from __future__ import annotations

import configparser
import importlib.util
import re
import struct
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest

from desktop_assist import __version__
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
    pictures = icons.pictures()
    data = icons.ico(pictures)
    count = struct.unpack_from("<HHH", data)[2]
    assert count == len(pictures)
    for number, (size, picture) in enumerate(pictures.items()):
        entry = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        assert entry[0] == size % 256
        assert data[entry[7] : entry[7] + entry[6]] == picture


def test_the_icon_of_macos_is_as_long_as_it_says() -> None:
    data = icons.icns(icons.pictures())
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)


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


def test_the_metadata_knows_this_version_and_launches_the_desktop_file() -> None:
    tree = ElementTree.parse(DESKTOP / "desktop-assist.metainfo.xml")
    launched = tree.findtext("launchable") or ""
    assert (DESKTOP / launched).exists()
    releases = [one.get("version") for one in tree.iter("release")]
    assert __version__ in releases
