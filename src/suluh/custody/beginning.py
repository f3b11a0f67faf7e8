# SPDX-License-Identifier: Apache-2.0
"""Earlier ledgers that a package proves to be the beginning of its own, so that who kept a checkpoint can compare."""

from base64 import b64encode
from collections.abc import Mapping, Sequence

from suluh.custody.checkpoint import Checkpoint
from suluh.custody.tree import Levels, is_consistent
from suluh.model.body import Part
from suluh.model.errors import BadBody, BrokenCustody

MOST = 256
"""Earlier ledgers that a package proves, the newest: at 20 hashes each they fill less than half a megabyte."""


class Beginning(Part, frozen=True, kw_only=True):
    """An earlier state of the ledger, and the proof that it is the beginning of this one."""

    size: int
    root: str
    """Hex."""

    steps: tuple[str, ...] = ()


def beginnings(levels: Levels, sizes: Sequence[int]) -> tuple[Beginning, ...]:
    """The proof of each earlier ledger of these sizes, of as many as a package carries."""
    wanted = sorted({one for one in sizes if 0 < one < levels.size})[-MOST:]
    return tuple(
        Beginning(size=one, root=levels.root(one).hex(), steps=tuple(step.hex() for step in levels.consistency(one)))
        for one in wanted
    )


def check_beginnings(found: Sequence[Beginning], note: Checkpoint) -> Mapping[int, bytes]:
    """Rule 12 of a package: the root of each, by its size; in the order of sizes. Raises `BadBody`."""
    roots: dict[int, bytes] = {}
    for one in found:
        root, steps = _hex(one.root), [_hex(step) for step in one.steps]
        is_next = max(roots, default=0) < one.size < note.size
        if not is_next or not is_consistent(one.size, note.size, steps, root, note.root):
            raise BadBody(f"it does not prove that the first {one.size} entries are its beginning")
        roots[one.size] = root
    return roots


def _hex(text: str) -> bytes:
    """Lower-case hex in its one form. Raises `BadBody`."""
    try:
        raw = bytes.fromhex(text)
    except ValueError as error:
        raise BadBody(f"{text!r} is no hex") from error
    if raw.hex() != text:
        raise BadBody(f"{text!r} is no lower-case hex")
    return raw


def check_grown(roots: Mapping[int, bytes], own: bytes, name: str, held: bytes) -> int:
    """Rule 13: how many entries a kept checkpoint is over, with which the ledger of a package begins.

    `own` is the checkpoint of the package. Who signed the kept one is not asked: whoever kept it knows what it is.
    Raises `BrokenCustody`.
    """
    ours, lines = (note.decode("utf-8", "backslashreplace").split("\n") for note in (own, held))
    if len(lines) < len(ours) or lines[0] != ours[0] or lines[3]:
        raise _broken(name, "it is no checkpoint of the ledger of this package")
    known = {str(size): b64encode(root).decode("ascii") for size, root in roots.items()} | {ours[1]: ours[2]}
    if known.get(lines[1], lines[2]) != lines[2]:
        raise _broken(name, f"its first {lines[1]} entries are not those of this ledger: one of the two is false")
    if lines[1] not in known:
        raise _broken(name, f"this package proves nothing of {lines[1]} entries: ask the unit for a newer package")
    return int(lines[1])


def _broken(name: str, reason: str) -> BrokenCustody:
    return BrokenCustody(f"checkpoint {name}: {reason}", rule=13, where=f"checkpoint {name}")
