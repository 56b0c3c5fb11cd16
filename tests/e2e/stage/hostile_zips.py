"""Zips that a lead who means harm could publish, each with a part of the sentence it earns."""

from __future__ import annotations

import io
import stat
import zipfile

MANIFEST = b'format: 1\nid: shop\nversion: "66"\ntitle: Bad\n'
REPLIES = b'format: 1\nsnippets:\n  - {id: bad, title: Bad, category: [x], body: "bad"}\n'


def a_zip(files: dict[str, bytes], link: str = "") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kind = stat.S_IFLNK if name == link else stat.S_IFREG
            entry.external_attr = (kind | 0o644) << 16
            archive.writestr(entry, data)
    return whole.getvalue()


def pack_with(name: str) -> bytes:
    """A pack's zip with one more file in it."""
    return a_zip({"pack.yaml": MANIFEST, name: b"{}"})


def twice(name: str) -> bytes:
    """A zip that names one file two times; zipfile itself warns of writing such a one."""
    other = "snippets/" + "~" * (len(name) - len("snippets/"))
    data = a_zip({"pack.yaml": MANIFEST, name: REPLIES, other: REPLIES})
    return data.replace(other.encode(), name.encode())


HOSTILE_ZIPS: dict[str, tuple[bytes, str]] = {
    "a path that climbs out": (pack_with("../../held.json"), "leads out of the pack"),
    "an absolute path": (pack_with("/tmp/evil.yaml"), "leads out of the pack"),
    "a path with backslashes": (pack_with("snippets\\..\\..\\evil.yaml"), "leads out of the pack"),
    "a drive's letter": (pack_with("c:evil.yaml"), "leads out of the pack"),
    "a stream of a file": (pack_with("images/a.png:evil"), "leads out of the pack"),
    "a link": (
        a_zip({"pack.yaml": MANIFEST, "images/a.png": b"/etc/passwd"}, link="images/a.png"),
        "no ordinary file",
    ),
    "a name twice": (twice("snippets/a.yaml"), "stands in it twice"),
    "names that differ in capitals": (
        a_zip({"pack.yaml": MANIFEST, "snippets/a.yaml": REPLIES, "snippets/A.yaml": REPLIES}),
        "differ in capital letters only",
    ),
    "a device of Windows": (pack_with("images/CON.png"), "Windows keeps for itself"),
    "a dot at the end": (pack_with("images/a."), "Windows keeps for itself"),
    "a bomb": (a_zip({"pack.yaml": MANIFEST, "images/a.png": bytes(60_000_000)}), "would swell"),
    "too many files": (
        a_zip({"pack.yaml": MANIFEST, **{f"images/{n}.png": b"x" for n in range(6_000)}}),
        "it holds 6001 files",
    ),
    "too deep": (pack_with("images/a/b/c/d/e.png"), "lies too deep"),
    "no zip at all": (b"PK<html>" * 50, "no whole zip"),
    "no pack in it": (a_zip({"readme.txt": b"x"}), "cannot be read"),
    "another pack's manifest": (
        a_zip({"pack.yaml": MANIFEST.replace(b"shop", b"other")}),
        "cannot be read",
    ),
    "a newer format": (
        a_zip({"pack.yaml": MANIFEST.replace(b"format: 1", b"format: 99")}),
        "cannot be read",
    ),
}
