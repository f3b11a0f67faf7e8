# SPDX-License-Identifier: Apache-2.0
"""Verifies a referral package of Suluh with nothing but Python 3.11 or later: ``python3 -I verify.py FOLDER``."""

import sys

if __name__ == "__main__":
    # Nothing that was laid beside this file may stand in for a module of Python.
    beside = {"", *(__file__.rpartition(mark)[0] for mark in "/\\"), *sys.path[: not sys.flags.safe_path]}
    sys.path[:] = [one for one in sys.path if one not in beside]

import argparse
import base64
import calendar
import hashlib
import json
import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NotRequired, TypedDict, TypeVar, cast

from suluh.custody.curve import Broken, canonical, fingerprint, has_form, is_grown, is_included, is_signature, show


class Listed(TypedDict):
    """One file."""

    name: str
    sha256: str
    size: int


class Manifest(TypedDict):
    """``manifest.json``."""

    files: list[Listed]
    format: str


class Signed(TypedDict):
    """An officer, and what they signed."""

    at: str
    code: str
    key: str
    signature: str


class Statement(TypedDict):
    """What the approver signs last."""

    approver: Signed
    author: Signed
    case: str
    digest: str
    draft: str
    files: list[Listed]
    recipient: str


class Release(TypedDict):
    """``release.json``."""

    format: str
    signature: str
    statement: Statement


class Proved(TypedDict):
    """A ledger entry with its proof."""

    body: str
    inclusion: list[str]
    signature: str


class Earlier(TypedDict):
    """An earlier state of the ledger, and the proof that it is the beginning of this one."""

    root: str
    size: int
    steps: NotRequired[list[str]]


class Proof(TypedDict):
    """``custody/proof.json``."""

    approval: Proved
    approver: Proved
    author: Proved
    draft: Proved
    earlier: NotRequired[list[Earlier]]
    format: str


class Told(TypedDict):
    """A ledger entry; what it has nothing to say in is left out."""

    noun: str
    log: str
    seq: int
    prev: str
    at: str
    actor: str
    key: str
    action: str
    object: str
    tool: str
    detail: dict[str, str]
    count: NotRequired[int]
    replaces: NotRequired[list[int]]
    root: NotRequired[str]
    took: NotRequired[str]


class Checked(NamedTuple):
    """What was checked, and holds."""

    files: int
    draft: str
    digest: str
    recipient: str
    kind: str
    author: str
    approver: str
    fingerprints: tuple[str, str]
    admitted: tuple[str, str]
    entries: int
    earlier: dict[int, bytes]


T = TypeVar("T")
RELEASE, MANIFEST = "release.json", "manifest.json"
NOTE, PROOF = "custody/checkpoint.note", "custody/proof.json"
SEALED = [NOTE, PROOF, MANIFEST]
PACKAGE = "package.json"
HEAD = "format kind case unit recipient author at tool country request basis handling"
RECORD = "method limits sets exhibits states unread flaws"
KINDS = {
    "prosecutor": "exhibits contents deals offers accounts withheld",
    "partner": "accounts deals contents withheld",
    "support": "children materials",
    "defence": f"accounts links decisions deals offers contents {RECORD} withheld",
    "commission": "figures",
    "expert": f"{RECORD} contents places",
}
ADDED = {"suluh-package/2": ["offers"], "suluh-package/3": []}
NOTICE = "CATATAN / NOTE: {} didaftarkan {}: tanyai satuan / its {} was admitted by its {}: ask the unit who they are"


def parse(content: bytes, name: str, form: type[T], kind: str, *, rule: int = 2) -> T:
    """JSON of one form and kind in its canonical bytes."""
    try:
        value = json.loads(content.decode("utf-8"))
        is_canonical = canonical(value) == content
    except (ValueError, RecursionError) as error:
        raise Broken(rule, name, str(error)) from error
    if not is_canonical or not has_form(value, form) or kind != value.get("noun", value.get("format")):
        raise Broken(rule, name, f"it is no {kind}, or not in its canonical bytes")
    return cast("T", value)


def unhex(text: str, name: str = RELEASE, rule: int = 2) -> bytes:
    """Bytes from lower-case hex."""
    if not re.fullmatch("(?:[0-9a-f][0-9a-f])*", text):
        raise Broken(rule, name, f"{text!r} is no lower-case hex")
    return bytes.fromhex(text)


def names_in(folder: Path) -> set[str]:
    """Rule 1: every file below a folder; nothing but plain files and folders."""
    paths = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    for name, path in paths.items():
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise Broken(1, name, "it is no plain file")
    return {name for name, path in paths.items() if path.is_file()}


def check_files(folder: Path, files: list[Listed], names: set[str], lister: str) -> None:
    """Rule 3: every listed file is there with its digest."""
    given = [one["name"] for one in files]
    if given != (SEALED if lister == RELEASE else sorted(set(given))):
        raise Broken(2, lister, "it lists other files than it must")
    for one in files:
        if one["name"] not in names:
            raise Broken(3, one["name"], "it is missing")
        content = (folder / one["name"]).read_bytes()
        if len(content) != one["size"] or hashlib.sha256(content).hexdigest() != one["sha256"]:
            raise Broken(3, one["name"], "it has another SHA-256 than was signed")


def check_signatures(release: Release) -> None:
    """Rules 4 to 6: two officers with two keys signed, each their part."""
    told = release["statement"]
    author, approver = told["author"], told["approver"]
    author_key, approver_key = unhex(author["key"]), unhex(approver["key"])
    if author["code"] == approver["code"] or author["key"] == approver["key"]:
        raise Broken(4, RELEASE, "author and approver are one officer")
    last = b"suluh package 1\n" + canonical(told)
    if not is_signature(approver_key, last, unhex(release["signature"])):
        raise Broken(6, RELEASE, f"the last signature is not that of {approver['code']}")
    drafted = f"suluh draft 1\n{told['recipient']}\n{told['digest']}".encode()
    if not is_signature(author_key, drafted, unhex(author["signature"])):
        raise Broken(5, RELEASE, f"the signature on the draft is not that of {author['code']}")
    released = f"suluh release 1\n{told['draft']}\n{told['digest']}".encode()
    if not is_signature(approver_key, released, unhex(approver["signature"])):
        raise Broken(6, RELEASE, f"the signature on the release is not that of {approver['code']}")


def check_kind(folder: Path, told: Statement, listed: list[Listed]) -> str:
    """Rule 10: what the package says is for this recipient, and it has the tables of its kind and no others."""
    names = [one["name"] for one in listed]
    if PACKAGE not in names:
        raise Broken(10, MANIFEST, f"it lists no {PACKAGE}")
    try:
        said = json.loads((folder / PACKAGE).read_bytes().decode("utf-8"))
        json.dumps(said, allow_nan=False, ensure_ascii=False).encode("utf-8")  # refuses what is no number or no text
    except (ValueError, RecursionError) as error:
        raise Broken(10, PACKAGE, "it is no JSON object") from error
    if not isinstance(said, dict) or (said.get("case"), said.get("recipient")) != (told["case"], told["recipient"]):
        raise Broken(10, PACKAGE, "it speaks of another case or recipient")
    if said.get("format") == "suluh-package/1":
        return ""
    kind = said.get("kind")
    if str(said.get("format")) not in ADDED or not isinstance(kind, str) or kind not in KINDS:
        raise Broken(10, PACKAGE, "it is of no kind that is known")
    tables = [name for name in KINDS[kind].split() if name not in ADDED[said["format"]]]
    if set(said) != {*HEAD.split(), *tables}:
        raise Broken(10, PACKAGE, f"it has other tables than a package for {kind}")
    annexes = [f"annex-{name}.csv" for name in tables]
    if names != sorted(["README.txt", "package.html", PACKAGE, "verify.py", *annexes]):
        raise Broken(10, MANIFEST, f"it lists other files than a package for {kind} has")
    return kind


def read_note(content: bytes, officer: Signed) -> tuple[str, int, bytes]:
    """Rule 7: origin, size and root of a checkpoint that this officer signed."""
    text = r"(([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n)\n— ([^\s+]+) ([A-Za-z0-9+/]{91}=)\n"
    form = re.fullmatch(text, content.decode("utf-8", "backslashreplace"))
    if form is None:
        raise Broken(7, NOTE, "this is no checkpoint of one signature")
    signed, origin, size, root, signer, stamp = form.groups()
    key, code, raw = unhex(officer["key"]), officer["code"], base64.b64decode(stamp)
    is_theirs = (signer, raw[:4]) == (code, hashlib.sha256(code.encode() + b"\n\x01" + key).digest()[:4])
    if not is_theirs or base64.b64encode(raw).decode() != stamp or not is_signature(key, signed.encode(), raw[4:]):
        raise Broken(7, NOTE, f"its signature is not that of {code}")
    return origin, int(size), base64.b64decode(root)


def check_proof(folder: Path, told: Statement) -> tuple[tuple[str, str], int, dict[int, bytes]]:
    """Rules 7 to 9 and 12: the ledger holds both acts; who admitted the two officers, its size, and earlier states."""
    note = read_note((folder / NOTE).read_bytes(), told["approver"])
    proof = parse((folder / PROOF).read_bytes(), PROOF, Proof, "suluh-proof/1")
    author, approver = told["author"], told["approver"]
    for action, proved, officer in (("draft", proof["draft"], author), ("approve", proof["approval"], approver)):
        entry = check_entry(proved, note)
        said = (entry["action"], entry["object"], entry["actor"], entry["key"], entry["detail"].get("digest"))
        if said != (action, told["draft"], officer["code"], officer["key"], told["digest"]):
            raise Broken(8, PROOF, f"its {action} entry speaks of something else")
    one, two = check_entry(proof["author"], note), check_entry(proof["approver"], note)
    admitted = admitted_by(one, author, approver), admitted_by(two, approver, author)
    for entry, code in ((two, approver["code"]), (one, author["code"])):
        if code in (approver["code"], admitted[1]) and entry["detail"].get("access") != "supervisor":
            raise Broken(9, PROOF, f"{code} was not admitted as a supervisor")
    return admitted, note[1], check_earlier(proof.get("earlier", []), note)


def check_earlier(earlier: list[Earlier], note: tuple[str, int, bytes]) -> dict[int, bytes]:
    """Rule 12: each earlier state that it names, in the order of sizes, is the beginning of this ledger."""
    roots: dict[int, bytes] = {}
    for one in earlier:
        size, steps = one["size"], [unhex(step, PROOF, 12) for step in one.get("steps", [])]
        root = unhex(one["root"], PROOF, 12)
        if not max(roots, default=0) < size < note[1] or not is_grown(size, note[1], steps, root, note[2]):
            raise Broken(12, PROOF, f"it does not prove that the first {size} entries are its beginning")
        roots[size] = root
    return roots


def grown(held: Path, note: Path, found: Checked) -> int:
    """Rule 13: how many entries a checkpoint is over that somebody kept, and with which this ledger begins."""
    lines, own = (path.read_bytes().decode("utf-8", "backslashreplace").split("\n") for path in (held, note))
    known = {str(size): base64.b64encode(root).decode() for size, root in found.earlier.items()} | {own[1]: own[2]}
    if len(lines) < len(own) or lines[0] != own[0] or lines[3]:
        raise Broken(13, held.name, "it is no checkpoint of this ledger")
    if known.get(lines[1], lines[2]) != lines[2]:
        raise Broken(13, held.name, f"its first {lines[1]} entries are not those of this ledger: one of them is false")
    if lines[1] not in known:
        raise Broken(13, held.name, f"this package proves nothing of {lines[1]} entries: ask for a newer one")
    return int(lines[1])


def check_entry(proved: Proved, note: tuple[str, int, bytes]) -> Told:
    """Rule 8: an entry of this ledger, under the checkpoint, signed by the key that it names."""
    content = proved["body"].encode()
    entry = parse(content, PROOF, Told, "entry/1", rule=8)
    key, signature = unhex(entry["key"], PROOF), unhex(proved["signature"], PROOF)
    if f"suluh/{entry['log']}" != note[0] or not is_signature(key, b"suluh entry 1\n" + content, signature):
        raise Broken(8, PROOF, f"its {entry['action']} entry is of another case, or not signed by {entry['actor']}")
    steps = [unhex(one, PROOF) for one in proved["inclusion"]]
    if not is_included(content, entry["seq"] - 1, note[1], steps, note[2]):
        raise Broken(8, PROOF, f"its {entry['action']} entry does not stand under the checkpoint")
    return entry


def admitted_by(entry: Told, officer: Signed, other: Signed) -> str:
    """Rule 9: who admitted this officer, with this very key; whoever started the case: themself."""
    own, by, told = (officer["code"], officer["key"]), (entry["actor"], entry["key"]), entry["detail"]
    is_founder = (entry["action"], entry["seq"]) == ("new", 1) and by == own
    is_admitted = (entry["action"], entry["object"]) == ("officer", own[0]) and by[0] != own[0] and by[1] != own[1]
    is_one = (by[0] == other["code"]) == (by[1] == other["key"])
    if not (is_founder or is_admitted) or not is_one or (told.get("officer"), told.get("key")) != own:
        raise Broken(9, PROOF, f"it does not show who admitted {own[0]}")
    return by[0]


def check(folder: Path) -> Checked:
    """Check a package. Raises `Broken` that names the first file that is wrong."""
    if not (folder / RELEASE).is_file():
        raise Broken(2, RELEASE, "there is none: this is no package")
    names = names_in(folder)
    release = parse((folder / RELEASE).read_bytes(), RELEASE, Release, "suluh-release/1")
    told = release["statement"]
    check_signatures(release)
    check_files(folder, told["files"], names, RELEASE)
    if told["files"][-1]["sha256"] != told["digest"]:
        raise Broken(2, RELEASE, "it lists another manifest than was signed")
    manifest = parse((folder / MANIFEST).read_bytes(), MANIFEST, Manifest, "suluh-manifest/1")
    check_files(folder, manifest["files"], names, MANIFEST)
    allowed = {RELEASE, *SEALED, *(one["name"] for one in manifest["files"])}
    for name in sorted(names - allowed):
        raise Broken(1, name, "it is no part of the package")
    kind = check_kind(folder, told, manifest["files"])
    keys = (fingerprint(told["author"]["key"]), fingerprint(told["approver"]["key"]))
    named = (told["draft"], told["digest"], told["recipient"], kind, told["author"]["code"], told["approver"]["code"])
    return Checked(len(allowed), *named, keys, *check_proof(folder, told))


def stamped(note: Path, token: Path, certificates: Path) -> str:
    """Rule 11: when another office saw the checkpoint, by its time stamp and the `openssl` of this machine, if any."""
    if (program := shutil.which("openssl")) is None:
        return "TIDAK DIPERIKSA / NOT CHECKED: openssl"
    answer, roots = str(token.resolve(strict=True)), str(certificates.resolve(strict=True))

    def ask(*words: str) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run([program, "ts", *words, "-in", answer], capture_output=True, check=False)  # noqa: S603 # no shell, and no word of the package

    text = ask("-reply", "-text").stdout.decode("ascii", "replace")
    found = re.search(r"Time stamp: (\w{3} +\d+ \d\d:\d\d:\d\d)(?:\.\d+)?( \d{4}) GMT", text)
    if found is None or "Hash Algorithm: sha256\n" not in text:
        raise Broken(11, token.name, "it is no time stamp of a SHA-256")
    at, digest = found.group(1) + found.group(2), hashlib.sha256(note.read_bytes()).hexdigest()
    then = ("-attime", str(calendar.timegm(time.strptime(at, "%b %d %H:%M:%S %Y"))))
    if ask("-verify", "-digest", digest, "-CAfile", roots, "-untrusted", roots, *then).returncode:
        raise Broken(11, token.name, "openssl does not take it for a time stamp of this checkpoint under these roots")
    return f"{at} GMT"


def main(arguments: Sequence[str]) -> int:
    """Check the folder that is named, or the one that this file lies in; 0 when all holds, 1 when not."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?", type=Path, default=Path(__file__).resolve().parent)
    asked.add_argument("--token", metavar="FILE.tsr", type=Path, help="a time stamp of custody/checkpoint.note")
    asked.add_argument("--certificates", metavar="FILE.pem", type=Path, help="its root, received another way")
    asked.add_argument("--checkpoint", metavar="FILE.note", type=Path, help="an earlier one that you kept")
    given = asked.parse_args(arguments)
    if bool(given.token) != bool(given.certificates):
        asked.error("--token and --certificates belong together")
    try:
        found = check(given.folder)
        at = stamped(given.folder / NOTE, given.token, given.certificates) if given.token else ""
        kept = grown(given.checkpoint, given.folder / NOTE, found) if given.checkpoint else 0
    except (Broken, OSError) as error:
        show(f"SALAH / WRONG: {error}")
        return 1
    show(f"BENAR / GOOD: {found.files} file")
    show(f"digest                {found.digest}")
    show(f"penerima / recipient  {found.recipient}{found.kind and f' ({found.kind})'}")
    show(f"penyusun / author     {found.author}, kunci / key {found.fingerprints[0]}")
    show(f"penyetuju / approver  {found.approver}, kunci / key {found.fingerprints[1]}")
    show(f"pendaftar / admitted by  penyusun / author: {found.admitted[0]}, penyetuju / approver: {found.admitted[1]}")
    show("                      (yang memulai perkara: dirinya / whoever started the case: themself)")
    show(f"buku jejak / ledger   {found.entries} catatan / entries")
    if at:
        show(f"cap waktu / time stamp {at}")
    if kept:
        show(f"titik periksa Anda / your checkpoint: {kept} catatan pertama / first entries")
    if found.admitted[1] == found.author:
        show(NOTICE.format("penyetuju", "penyusun", "approver", "author"))
    if found.admitted[0] == found.approver:
        show(NOTICE.format("penyusun", "penyetuju", "author", "approver"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
