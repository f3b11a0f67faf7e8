# SPDX-License-Identifier: Apache-2.0
"""Drawn changes to a package: of bytes, of files, of the structure of its JSON, and with its lists worked out anew."""

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path

from suluh.custody import standalone
from suluh.custody.package import check_package
from suluh.model.errors import BrokenCustody

Chance = random.Random
FORMS = ("release.json", "manifest.json", "custody/proof.json")
WORDS = ("", "0", "x", "partner", "suluh-package/1", "S-1", None, 0, 1, True, [], {}, ["x"], {"x": 1})


def names(package: Path) -> list[str]:
    """Every file of a package."""
    return sorted(path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file())


def bytes_changed(package: Path, chance: Chance) -> str:
    """A bit turned, or bytes put in, taken out, doubled, or cut off at the end."""
    path = package / chance.choice(names(package))
    raw = path.read_bytes()
    at, size = chance.randrange(len(raw)), chance.randrange(1, 9)
    turned = raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :]
    path.write_bytes(
        chance.choice(
            (turned, raw[:at] + chance.randbytes(size) + raw[at:], raw[:at] + raw[at + size :], raw[:at], raw * 2)
        )
    )
    return path.name


def file_changed(package: Path, chance: Chance) -> str:
    """A file taken away, added, renamed, swapped with another, linked, or a folder in its place."""
    one, other = chance.sample(names(package), 2)
    path, beside = package / one, package / other
    raw, more = path.read_bytes(), beside.read_bytes()
    match chance.randrange(6):
        case 0:
            path.unlink()
        case 1:
            (package / f"{one}.more").write_bytes(raw)
        case 2:
            path.rename(package / f"{one}x")
        case 3:
            path.write_bytes(more)
            beside.write_bytes(raw)
        case 4:
            path.unlink()
            path.symlink_to(beside)
        case _:
            path.unlink()
            path.mkdir()
    return one


def form_changed(package: Path, chance: Chance) -> str:
    """The structure of a signed form, written in its canonical bytes again."""
    path = package / chance.choice(FORMS)
    value = json.loads(path.read_bytes())
    _turn(value, chance)
    path.write_bytes(standalone.canonical(value))
    return path.name


def listed_anew(package: Path, chance: Chance) -> str:
    """What the package says changed, and every digest worked out anew, but for the signatures."""
    path = package / "package.json"
    value = json.loads(path.read_bytes())
    _turn(value, chance)
    path.write_text(json.dumps(value))
    manifest = json.loads((package / "manifest.json").read_bytes())
    _list(package, manifest["files"])
    (package / "manifest.json").write_bytes(standalone.canonical(manifest))
    release = json.loads((package / "release.json").read_bytes())
    _list(package, release["statement"]["files"])
    release["statement"]["digest"] = release["statement"]["files"][-1]["sha256"]
    (package / "release.json").write_bytes(standalone.canonical(release))
    return path.name


KINDS: tuple[Callable[[Path, Chance], str], ...] = (bytes_changed, file_changed, form_changed, listed_anew)


def _list(package: Path, files: list[dict]) -> None:
    for one in files:
        raw = (package / one["name"]).read_bytes()
        one.update(sha256=hashlib.sha256(raw).hexdigest(), size=len(raw))


def _turn(value: dict | list, chance: Chance) -> None:
    """One change somewhere in a value: a field or item removed, doubled, added, moved or given another value."""
    inner = [
        one for one in (value.values() if isinstance(value, dict) else value) if isinstance(one, dict | list) and one
    ]
    if inner and chance.random() < 0.7:  # mostly deep inside
        _turn(chance.choice(inner), chance)
    elif isinstance(value, dict):
        name = chance.choice(sorted(value))
        chance.choice(
            (
                lambda: value.pop(name),
                lambda: value.update({f"{name}x": value[name]}),
                lambda: value.update({name: chance.choice(WORDS)}),
            )
        )()
    else:
        at = chance.randrange(len(value))
        chance.choice((lambda: value.pop(at), lambda: value.insert(at, value[at]), value.reverse))()


def verdicts(package: Path) -> tuple[object, object]:
    """What each verifier says: all that it checked, or the file and the rule."""
    try:
        ours: object = tuple(check_package(package).__dict__.values())
    except BrokenCustody as error:
        ours = (error.where, error.rule)
    try:
        theirs: object = tuple(standalone.check(package))
    except standalone.Broken as error:
        theirs = (error.where, error.rule)
    return ours, theirs
