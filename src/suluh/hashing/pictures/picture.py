# SPDX-License-Identifier: Apache-2.0
"""The perceptual hash of one picture, or the recorded absence of one."""

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import msgspec
import numpy as np

from suluh.hashing.kernels import border
from suluh.hashing.kinds import Kind, Look, Pixels
from suluh.hashing.pictures import decode
from suluh.hashing.pictures.decode import CannotDecode, Picture
from suluh.model.ids import make_id
from suluh.model.matching import Fingerprint
from suluh.plugins import find

STORED = ", colours as stored under points that are seen through"
"""Of a hash beside the one of what is seen: some lists and tools hash a picture so."""

UNUSABLE = "no usable perceptual hash"
_SMALL = 384
_FORMS = 8


class Damage(NamedTuple):
    """What is missing of a picture that was hashed all the same."""

    reason: str


def kinds() -> tuple[Kind, ...]:
    """Every kind of perceptual hash, by name."""
    return tuple(kind() for kind in find("suluh.hashing.kinds", Kind))


def warm() -> None:
    """Load and compile all that hashing a picture needs, so that a locked process need not."""
    decode.warm()
    for kind in kinds():
        kind.warm()
    border.cut_borders(np.zeros((8, 8), np.uint8))


def fingerprint(sha256: str, file: BinaryIO, *, full: bool = False) -> Fingerprint:
    """The PDQ of a picture: from all its pixels when `full`, else from those a JPEG gives at a reduced scale."""
    found = fingerprints(sha256, file, full=full)
    return next(one for one in found if isinstance(one, Fingerprint) and one.kind == "pdq")


def fingerprints(sha256: str, file: BinaryIO, *, full: bool = False) -> Iterator[Fingerprint | Damage]:
    """One result for each kind of hash, from one decoding, and what is missing of the picture.

    At the first look also the hash of the colours as they are stored, where points can be seen through.
    """
    try:
        picture = decode.decode(file, full=full)
    except CannotDecode as error:
        yield from (_absent(sha256, kind.name, str(error), full=full) for kind in kinds())
        return
    yield from (of(sha256, kind, picture, full=full) for kind in kinds())
    if picture.damage is not None:
        yield Damage(picture.damage)
    if picture.stored is not None and not full:
        yield from (_stored(sha256, kind, picture, picture.stored) for kind in kinds())


def _stored(sha256: str, kind: Kind, picture: Picture, pixels: Pixels) -> Fingerprint:
    """The hash of colours that nobody sees, under the id of a frame."""
    plain = picture._replace(pixels=pixels, decoder=picture.decoder.rpartition(", on ")[0] + STORED)
    found = of(sha256, kind, plain, full=True)
    return msgspec.structs.replace(found, id=make_id("fingerprint", kind.name, "frame", sha256, 0), moment=0)


def _id(sha256: str, kind: str, *, full: bool) -> str:
    return make_id("fingerprint", kind, _mode(full=full), sha256)


def _mode(*, full: bool) -> str:
    return "full" if full else "fast"


def _absent(sha256: str, kind: str, reason: str, *, full: bool) -> Fingerprint:
    """The record that a picture could not be decoded."""
    return Fingerprint(
        id=_id(sha256, kind, full=full), sha256=sha256, kind=kind, mode="full" if full else "fast", reason=reason
    )


def of(sha256: str, kind: Kind, picture: Picture, *, full: bool) -> Fingerprint:
    """The hashes of a decoded picture, or the record that they say nothing."""
    upright, *turned = _forms(kind, picture.pixels)
    usable = upright.quality >= kind.lowest_quality
    return Fingerprint(
        id=_id(sha256, kind.name, full=full),
        sha256=sha256,
        kind=kind.name,
        value=upright.value.hex() if usable else None,
        quality=upright.quality,
        reason=None if usable else UNUSABLE,
        mode="full" if full else "fast",
        colour=picture.colour,
        decoder=picture.decoder,
        scale=picture.scale,
        orientation=picture.orientation,
        width=picture.width,
        height=picture.height,
        cut=_cut(kind, picture),
        forms=tuple(look.value.hex() for look in turned) if usable else (),
    )


def _is_small(pixels: Pixels) -> bool:
    return bool(min(pixels.shape[:2]) < _SMALL)


def points(pixels: Pixels) -> int:
    """How many points it takes to hash a picture in all its forms."""
    height, width = pixels.shape[:2]
    return int(height * width * (_FORMS if _is_small(pixels) else 1))


def _forms(kind: Kind, pixels: Pixels) -> tuple[Look, ...]:
    """All eight forms. Worked out from one hash they drift far in small pictures: those are turned and hashed anew."""
    if not _is_small(pixels):
        return kind.forms(pixels)
    across = pixels.swapaxes(0, 1)
    turns = (np.rot90(pixels, 1), np.rot90(pixels, 2), np.rot90(pixels, 3), pixels[::-1], pixels[:, ::-1])
    return tuple(kind.of(one) for one in (pixels, *turns, across, np.rot90(across, 2)))


def _cut(kind: Kind, picture: Picture) -> str | None:
    """The hash of what uniform borders leave, where that is usable."""
    inner = border.cut_borders(picture.pixels)
    if inner is None:
        return None
    look = kind.of(inner)
    return look.value.hex() if look.quality >= kind.lowest_quality else None
