# SPDX-License-Identifier: Apache-2.0
"""Packages: bytes, files, forms, and proofs that show something else; both verifiers say the same of each."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.referral import mutations
from tools.tamper.bed import Bed
from tools.tamper.kind import FOUND, NONE, Kind, chance_of, missed

from suluh.custody import standalone

APART = "the verifiers do not agree"
BYTES, PROOFS, DRAWN = 20_000, 2_000, 3_000
SIGNED = ("release.json", "manifest.json", "custody/proof.json", "custody/checkpoint.note")
"""What holds a package together."""


def byte(bed: Bed, number: int) -> str:
    """T2: a byte of what holds a package together, given another value; most of it twice or more."""
    package = _package(bed, number)
    chance = chance_of("byte", number)
    path = package / SIGNED[number // len(bed.packages) % len(SIGNED)]
    raw = path.read_bytes()
    at = number // (len(bed.packages) * len(SIGNED)) % len(raw)
    path.write_bytes(raw[:at] + bytes([(raw[at] + chance.randrange(1, 256)) % 256]) + raw[at + 1 :])
    return _judged(package, whole=False)


def proof(bed: Bed, number: int) -> str:
    """T10: a proof of something else, or a checkpoint written in another way."""
    package = _package(bed, number)
    chance = chance_of("proof", number)
    way = PROOF_WAYS[number // len(bed.packages) % len(PROOF_WAYS)]
    before = {name: (package / name).read_bytes() for name in SIGNED}
    way(package, chance)
    _listed_anew(package)
    return _judged(package, whole=before == {name: (package / name).read_bytes() for name in SIGNED})


def any_change(bed: Bed, number: int) -> str:
    """Any of the drawn changes of `tests/referral/mutations.py`."""
    package = _package(bed, number)
    before = _bytes(package)
    chance = chance_of("package", number)
    chance.choice(mutations.KINDS)(package, chance)
    return _judged(package, whole=_bytes(package) == before)


def _package(bed: Bed, number: int) -> Path:
    """A copy of one of the packages."""
    return bed.copy(bed.packages[number % len(bed.packages)], "package")


def _judged(package: Path, *, whole: bool) -> str:
    ours, theirs = mutations.verdicts(package)
    if ours != theirs:
        return missed(f"{APART}: {ours} and {theirs}")
    if isinstance(ours, tuple) and len(ours) == 2:  # noqa: PLR2004 # a file and a rule
        return FOUND
    return NONE if whole else missed(f"both say {ours}")


def _bytes(package: Path) -> dict[str, bytes]:
    return {name: (package / name).read_bytes() for name in mutations.names(package)}


def _listed_anew(package: Path) -> None:
    """Whoever changes a proof lists its digest anew: only signatures and proof are left to find it."""
    path = package / "release.json"
    release = json.loads(path.read_bytes())
    mutations._list(package, release["statement"]["files"])
    path.write_bytes(standalone.canonical(release))


def _proofs(package: Path, change: Callable[[dict[str, dict[str, object]]], object]) -> None:
    path = package / "custody" / "proof.json"
    held = json.loads(path.read_bytes())
    change(held)
    path.write_bytes(standalone.canonical(held))


def _other_leaf(package: Path, chance: Random) -> None:
    one, other = chance.sample(("draft", "approval", "author", "approver"), 2)
    field = chance.choice(("body", "inclusion", "signature"))
    _proofs(package, lambda held: held[one].__setitem__(field, held[other][field]))


def _other_step(package: Path, chance: Random) -> None:
    one = chance.choice(("draft", "approval", "author", "approver"))

    def change(held: dict[str, dict[str, object]]) -> None:
        steps = held[one]["inclusion"]
        assert isinstance(steps, list)  # noqa: S101 # by the form of a proof
        at = chance.randrange(len(steps))
        ways = (
            lambda: steps.pop(at),
            lambda: steps.insert(at, steps[at]),
            steps.reverse,
            lambda: steps.__setitem__(at, "00" * 32),
            lambda: steps.append("00" * 32),
        )
        chance.choice(ways)()

    _proofs(package, change)


def _note(change: Callable[[str, Random], str]) -> Callable[[Path, Random], None]:
    """A way to write the checkpoint otherwise."""

    def way(package: Path, chance: Random) -> None:
        path = package / "custody" / "checkpoint.note"
        path.write_bytes(change(path.read_bytes().decode("utf-8"), chance).encode("utf-8"))

    return way


def _line(number: int, change: Callable[[str, Random], str]) -> Callable[[Path, Random], None]:
    """A line of the checkpoint written otherwise."""

    def whole(text: str, chance: Random) -> str:
        lines = text.split("\n")
        lines[number] = change(lines[number], chance)
        return "\n".join(lines)

    return _note(whole)


def _signature(line: str, chance: Random) -> str:
    """The same key named, and other bytes signed; or bytes of another key."""
    name, _, stamp = line.rpartition(" ")
    raw = bytearray(base64.b64decode(stamp))
    raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
    return f"{name} {base64.b64encode(raw).decode()}"


PROOF_WAYS: tuple[Callable[[Path, Random], None], ...] = (
    _other_leaf,
    _other_step,
    _line(0, lambda line, chance: f"{line[:-1]}{chance.choice('abcdefgh')}"),
    _line(1, lambda line, chance: str(int(line) + chance.choice((-2, -1, 1, 2, 7)))),
    _line(1, lambda line, chance: chance.choice(("0", "+", " ")) + line),
    _line(2, lambda _, chance: base64.b64encode(chance.randbytes(32)).decode()),
    _line(2, lambda line, chance: chance.choice((f"{line}=", line.rstrip("="), f"{line} ", f" {line}"))),
    _line(4, _signature),
    _line(4, lambda line, chance: chance.choice((f"{line}=", line.rstrip("="), f"{line} ", f"x{line}"))),
    _note(lambda text, _: text.replace("\n", "\r\n")),
    _note(lambda text, chance: text + chance.choice(("\n", " ", "\n\n", "\0"))),
    _note(lambda text, _: text + text.rpartition("\n\n")[2]),
    _note(lambda text, chance: text.replace("\n\n", chance.choice(("\n", "\n\n\n", "\n \n")))),
    _note(lambda text, chance: text[: chance.randrange(len(text))]),
)
"""Another leaf, other steps, another origin, size and root, padding, other signatures, line ends, doubled lines."""

KINDS = (
    Kind("T2 bytes of what holds a package together", lambda _: BYTES, byte),
    Kind("T10 proofs of something else", lambda _: PROOFS, proof),
    Kind("any change of a package", lambda _: DRAWN, any_change),
)
