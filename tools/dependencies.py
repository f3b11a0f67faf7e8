# SPDX-License-Identifier: Apache-2.0
"""Writes docs/dependencies.md from the lock and from what is installed, and finds licences that we cannot take."""

import mmap
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "requirements.lock"
MOST = 60
"""Distributions in the base install."""

HEAD = """# What Suluh is made of

Made by `make dependencies` from `requirements.lock` and from the metadata of what is installed.
`tests/test_dependencies.py` holds page and licences: nothing under the GPL or AGPL, no library inside a wheel whose
licence does not stand below, no x264 or x265 in any of them, at most 60 distributions. Extras are not part of the base
install: `suluh[video]` (PyAV, whose wheel carries GPL codecs: decision 0005), `suluh[cluster]` (Ray: decision 0006)
and `suluh[images]` (The Sleuth Kit: decision 0018).
Why each was taken: decision 0004.
"""

FOR = {
    "argon2-cffi": "officers' passphrases",
    "babel": "two languages",
    "cryptography": "signatures, keys, sealed sets",
    "ijson": "large JSON in constant memory",
    "jinja2": "pages and reports",
    "msgspec": "nouns and their canonical JSON",
    "numba": "the PDQ kernel and the exact join as machine code",
    "numpy": "columns of hashes",
    "olefile": "thumbnail stores of old Windows and other OLE files",
    "phonenumbers": "numbers in E.164",
    "pi-heif": "HEIC pictures",
    "pillow": "all other pictures",
    "puremagic": "types of files",
    "pynacl": "signatures of a long ledger, checked by libsodium",
    "pypdfium2": "text and pictures of PDF files",
    "python-calamine": "workbooks of banks",
    "rich": "the command line's tables",
    "scipy": "assignment of payments to offers",
    "setuptools": "installs the project itself from its folder",
    "starlette": "the desk's pages",
    "typer": "the command line",
    "typst": "papers as tagged PDF (decision 0020)",
    "uvicorn": "serves the desk on this machine",
    "xlsxwriter": "forms as XLSX",
    "zstandard": "members packed with Zstandard",
}
"""What is asked for by name; the rest comes along with these."""

ELSEWHERE = {"colorama": ("BSD-3-Clause", "click")}
"""Of another operating system, never installed here: its licence, and what asks for it."""

LIBRARIES = {
    "libXau": "MIT",
    "libavif": "BSD-2-Clause; holds libaom and dav1d (BSD-2-Clause)",
    "libbrotlicommon": "MIT",
    "libbrotlidec": "MIT",
    "libde265": "LGPL-3.0-or-later, linked at run time",
    "libfreetype": "FTL",
    "libgfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libharfbuzz": "MIT",
    "libheif": "LGPL-3.0-or-later, linked at run time",
    "libjpeg": "IJG AND BSD-3-Clause",
    "liblcms2": "MIT",
    "liblzma": "0BSD",
    "libopenjp2": "BSD-2-Clause",
    "libpng16": "libpng-2.0",
    "libquadmath": "LGPL-2.1-or-later, linked at run time",
    "libscipy_openblas": "BSD-3-Clause",
    "libscipy_openblas64_": "BSD-3-Clause",
    "libsharpyuv": "BSD-3-Clause",
    "libtiff": "libtiff",
    "libwebp": "BSD-3-Clause",
    "libwebpdemux": "BSD-3-Clause",
    "libwebpmux": "BSD-3-Clause",
    "libxcb": "MIT",
    "libyajl": "ISC",
    "libzstd": "BSD-3-Clause",
}
"""Libraries that wheels bring along, and what their makers state. GCC's exception frees what uses its library."""

NEVER = ("libx264", "libx265")

_PINNED = re.compile(r"^([a-z0-9][a-z0-9.-]*)==(\S+)", re.MULTILINE)
_REQUIRED = re.compile(r"^([A-Za-z0-9._-]+)")
_BUNDLED = re.compile(r"^(lib[A-Za-z0-9_]+?)(?:-[0-9A-Za-z]|\.so)")
_COPYLEFT = re.compile(r"\bA?GPL|GNU (Affero )?General Public", re.IGNORECASE)
_ENCODERS = (b"x264_encoder_open", b"x265_encoder_open")
_LONGEST = 60


@dataclass(frozen=True)
class Part:
    """One distribution of the base install."""

    name: str
    versions: tuple[str, ...]
    licence: str
    wanted_by: tuple[str, ...] = ()
    libraries: tuple[str, ...] = ()
    """What its wheel brings along, without version."""

    encoders: tuple[str, ...] = ()
    """Files in it that hold an encoder under the GPL."""


def parts(lock: str) -> tuple[Part, ...]:
    """Every distribution of a lock. Raises `PackageNotFoundError` for one that is not installed here."""
    pinned: dict[str, list[str]] = {}
    for name, version in _PINNED.findall(lock):
        pinned.setdefault(name, []).append(version)
    found = {name: distribution(name) for name in sorted(pinned) if name not in ELSEWHERE}
    return tuple(_part(name, tuple(versions), found) for name, versions in sorted(pinned.items()))


def _part(name: str, versions: tuple[str, ...], found: dict[str, Distribution]) -> Part:
    if name in ELSEWHERE:
        licence, by = ELSEWHERE[name]
        return Part(name, versions, licence, (by,))
    one = found[name]
    files = [Path(str(file.locate())) for file in one.files or () if ".so" in file.name]
    bundled = {match[1] for file in files if file.parent.suffix == ".libs" and (match := _BUNDLED.match(file.name))}
    return Part(
        name,
        versions,
        licence_of(one),
        tuple(other for other, its in found.items() if name in _needs(its)),
        tuple(sorted(bundled)),
        tuple(sorted(file.name for file in files if _encodes(file))),
    )


def licence_of(one: Distribution) -> str:
    """What its metadata says: the expression, else the short text and the classifiers."""
    expression = one.metadata.get("License-Expression")
    if expression:
        return str(expression)
    text = str(one.metadata.get("License") or "").strip()
    said = [text] if text and len(text) <= _LONGEST and "\n" not in text else []
    marks = [line.split("::")[-1].strip() for line in one.metadata.get_all("Classifier") or () if "License ::" in line]
    return "; ".join(dict.fromkeys([*said, *marks])) or "not stated"


def _needs(one: Distribution) -> set[str]:
    """Names that it needs without any extra."""
    needed = (line for line in one.requires or () if "extra ==" not in line)
    return {_plain(match[1]) for line in needed if (match := _REQUIRED.match(line))}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _encodes(file: Path) -> bool:
    """Whether a library holds x264 or x265, whatever it is called."""
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return any(whole.find(name) >= 0 for name in _ENCODERS)


def faults(found: Iterable[Part]) -> list[str]:
    """Every reason why these cannot be the base install."""
    every = list(found)
    crowd = [f"{len(every)} distributions are more than {MOST}"] if len(every) > MOST else []
    return crowd + [fault for one in every for fault in _faults_of(one)]


def _faults_of(one: Part) -> Iterator[str]:
    if one.licence == "not stated":
        yield f"{one.name} states no licence"
    if _COPYLEFT.search(one.licence.replace("GNU Lesser", "").replace("LGPL", "")):
        yield f"{one.name} is under {one.licence}"
    for name in one.libraries:
        if name in NEVER:
            yield f"{one.name} brings {name}, which is under the GPL"
        elif name not in LIBRARIES:
            yield f"{one.name} brings {name}, whose licence nobody looked up"
    yield from (f"{one.name} holds an encoder under the GPL in {name}" for name in one.encoders)


def text(found: Iterable[Part]) -> str:
    """The whole page."""
    every = list(found)
    rows = (f"| {one.name} | {', '.join(one.versions)} | {one.licence} | {_purpose(one)} |" for one in every)
    bundled = {name: [one.name for one in every if name in one.libraries] for name in sorted(LIBRARIES)}
    inside = (f"| {name} | {', '.join(by)} | {LIBRARIES[name]} |" for name, by in bundled.items() if by)
    heads = ("| name | version | licence | what it is for |", "| library | in | licence |")
    table = ["", f"{len(every)} distributions:", "", heads[0], "|---|---|---|---|", *rows]
    table += ["", "Libraries inside their wheels:", "", heads[1], "|---|---|---|", *inside]
    return HEAD + "\n".join(table) + "\n"


def _purpose(one: Part) -> str:
    return FOR.get(one.name) or f"for {', '.join(one.wanted_by)}"


def main(page: Path) -> int:
    """Write the page; 1 when something cannot stay."""
    try:
        found = parts(LOCK.read_text("ascii"))
    except PackageNotFoundError as error:
        print(f"{error.name} is in the lock and not installed: run `make demo` first")
        return 1
    page.write_text(text(found), "utf-8")
    for fault in faults(found):
        print(fault)
    return min(len(faults(found)), 1)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
