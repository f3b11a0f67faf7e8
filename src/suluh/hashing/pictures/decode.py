# SPDX-License-Identifier: Apache-2.0
"""Decodes pictures to pixels, for hashing alone: nothing of them is shown, kept or sent."""

import re
import struct
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from typing import BinaryIO, Literal, NamedTuple

import numpy as np
import pi_heif
import PIL
from numpy.typing import NDArray
from PIL import (
    AvifImagePlugin,
    Image,
    ImageChops,
    ImageCms,
    ImageFile,
    ImageOps,
    ImagePalette,
    ImageSequence,
    JpegPresets,
    UnidentifiedImageError,
    features,
)
from PIL.ExifTags import Base

from suluh.hashing.pictures import heif
from suluh.hashing.pictures.ground import laid

Pixels = NDArray[np.uint8]

ANIMATED = ("AVIF", "GIF", "PNG", "WEBP")
SHORTEST_FRAME = 11
USUAL_FRAME = 100
"""Milliseconds that a frame stands where its picture says next to nothing, as browsers have it."""

FORMATS = (
    *("AVIF", "BMP", "DIB", "GIF", "HEIF", "ICO", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP"),
    *("DDS", "ICNS", "PCX", "PSD", "QOI", "SGI", "TGA"),
)
"""What is decoded; a TGA has no mark, so it is tried last. Of several pictures in one file, this is the first one."""

PAGED = ("HEIF", "TIFF")
"""What may hold further pictures beside the first one, which stand there and do not move."""

# Only headers are read this way: see heif.py.
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)

MOST_PIXELS = 64_000_000
"""So many points are decoded."""

MOST_REDUCED = 512_000_000
"""A JPEG may have so many, for it is decoded at a reduced scale."""

_POINTS_A_BYTE = 8 * 8 * 8
_SCALES = (1, 2, 4, 8)
_BRANDS = 64
"""Bytes at the head that name the brands of a picture in boxes."""

SHORTEST_SIDE = 512
"""A reduced picture is never smaller than this on its short side, and never resized a second time."""

_REFUSALS = (
    *(OSError, SyntaxError, ValueError, RuntimeError, EOFError, OverflowError, struct.error),
    *(IndexError, KeyError, TypeError),
    Image.DecompressionBombError,
)
"""What Pillow raises for damaged pictures."""

_CUT = ("truncated", "broken data stream", "unrecognized data stream", "not enough", "decoding error", "incomplete")
"""Words of a decoder that met the end, or damage, too early."""

CUT_ROWS = (
    "the picture is cut off or damaged: it was hashed as far as it can be decoded, about {share} % of its rows are "
    "missing; its hash may lie further from that of the whole picture than a near match allows"
)
CUT_DETAIL = (
    "the picture is cut off or damaged: it was hashed as far as it can be decoded, no row is missing, and its hash may "
    "differ a little from that of the whole picture"
)

_USED_LATER = (ImageChops, ImageCms, ImageOps, ImagePalette, ImageSequence, JpegPresets)
"""Parts of the library that it would load itself when a picture asks for them: a locked worker cannot."""

_CODECS = {"JPEG": "libjpeg_turbo", "MPO": "libjpeg_turbo", "WEBP": "webp", "AVIF": "avif", "TIFF": "libtiff"}


class CannotDecode(ValueError):
    """A picture that gives no pixels, and why."""


class Picture(NamedTuple):
    """Pixels as stored, and how they came about."""

    pixels: Pixels
    colour: Literal["colour", "grey"]
    decoder: str
    scale: int
    width: int
    height: int
    orientation: int | None
    """As EXIF states it; it is not applied."""

    stored: Pixels | None = None
    """The colours as stored, where points can be seen through and others are seen."""

    damage: str | None = None
    """What is missing of it, in words."""


class Frame(NamedTuple):
    """One frame of an animation, and when it comes."""

    milliseconds: int
    picture: Picture


class Blocks(NamedTuple):
    """What stands in the header of a picture besides."""

    exif: bytes = b""
    photoshop: Mapping[int, bytes] = {}


class Stopped(NamedTuple):
    """Where an animation or a video was left before its end."""

    milliseconds: int
    reason: str
    stream: int = 0
    """Of a video: which moving picture of the file was left."""


def warm() -> None:
    """Load every decoder, so that a locked process need not; none may start threads, which the lock refuses."""
    ImageCms.createProfile("LAB")
    Image.init()
    heif.library()
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    for codec in sorted(set(_CODECS.values())):
        features.version(codec)


def formats(file: BinaryIO) -> tuple[str, ...]:
    """The formats to try. AVIF and HEIC may name the same brand first and would both claim such a file."""
    file.seek(0)
    brands = file.read(_BRANDS)[8:]
    file.seek(0)
    other = "HEIF" if b"avif" in brands or b"avis" in brands else "AVIF"
    return tuple(one for one in FORMATS if one != other)


def decode(file: BinaryIO, *, full: bool) -> Picture:
    """The pixels of a picture: all of them, or those that a JPEG gives at a reduced scale. Raises `CannotDecode`.

    What is cut off is decoded as far as it goes, and says so.
    """
    try:
        with _reasons(), _opened(file) as image:
            _hold_to(image, file)
            return _decode(image, file, full=full)
    except CannotDecode as error:
        if not _is_cut(error):
            raise
        found = _as_far_as_it_goes(file, full=full)
        if found is None:
            raise
        return found


def _hold_to(image: Image.Image, file: BinaryIO) -> None:
    """Hold a JPEG to what its header says: each square of 8 points takes one bit at least. Raises `CannotDecode`.

    Its decoder fills up with grey what is not there, and says nothing of it.
    """
    size = file.seek(0, 2)
    width, height = image.size
    if image.format in {"JPEG", "MPO"} and size * _POINTS_A_BYTE < width * height:
        raise CannotDecode(f"not enough bytes for what its header says, {width} by {height} points: {size}")


@contextmanager
def _opened(file: BinaryIO) -> Iterator[Image.Image]:
    """A picture, open; one that is decoded at a reduced scale may be larger than others."""
    most, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, MOST_REDUCED
    try:
        with Image.open(file, formats=formats(file)) as image:
            yield image
    finally:
        Image.MAX_IMAGE_PIXELS = most


def _is_cut(error: CannotDecode) -> bool:
    """Whether a decoder stopped because bytes are missing or damaged behind others that are sound."""
    return any(word in str(error) for word in _CUT)


def _as_far_as_it_goes(file: BinaryIO, *, full: bool) -> Picture | None:
    """The pixels that come before the damage, the rest plain; null where less than half of the rows come."""
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, True
    try:
        with _reasons(), _opened(file) as image:
            found = _decode(image, file, full=full)
    except CannotDecode:
        return None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
    missing = _plain_rows(found.pixels)
    if 2 * missing > len(found.pixels):
        return None  # so little is left that it would be near whatever begins alike
    share = -(-100 * missing // len(found.pixels))
    return found._replace(damage=CUT_ROWS.format(share=share) if missing > 1 else CUT_DETAIL)


def _plain_rows(pixels: Pixels) -> int:
    """How many rows at the lower edge are all the same, or at the upper one: some formats begin below."""
    most = 0
    for rows in (pixels[::-1], pixels):
        same = (rows == rows[0]).reshape(len(rows), -1).all(axis=1)
        most = max(most, int(len(same) if same.all() else same.argmin()))
    return most


def frames(file: BinaryIO) -> Iterator[Frame | Stopped]:
    """The frames of an animation, as far as it can be read; none of a picture that stands still or is none."""
    try:
        with _reasons():
            image = Image.open(file, formats=formats(file))
            is_animated = image.format in (*ANIMATED, *PAGED) and getattr(image, "n_frames", 1) > 1
    except CannotDecode:
        return
    with image:
        if is_animated:
            yield from _pages(image, file) if image.format in PAGED else _frames(image, file)


def _pages(image: Image.Image, file: BinaryIO) -> Iterator[Frame | Stopped]:
    """The pictures behind the first one of a file, counted from 1."""
    for number in count(1):
        try:
            found = _frame(image, file, number)
        except CannotDecode as error:
            yield Stopped(number, str(error))
            return
        if found is None:
            return
        yield Frame(number, found._replace(decoder=f"{found.decoder}, picture {number + 1} of the file"))


def _frames(image: Image.Image, file: BinaryIO) -> Iterator[Frame | Stopped]:
    at = 0
    for number in count():
        try:
            found = _frame(image, file, number)
        except CannotDecode as error:
            if number:
                yield Stopped(at, str(error))
            return
        if found is None:
            return
        yield Frame(at, found)
        at += _lasts(image)


def _frame(image: Image.Image, file: BinaryIO, number: int) -> Picture | None:
    """One frame, or null where there is none."""
    with _reasons():
        return _decode(image, file, full=True, number=number) if _moved(image, number) else None


def blocks(file: BinaryIO) -> Blocks:
    """The blocks of a picture's header; none where it cannot be opened."""
    try:
        with _reasons(), _opened(file) as image:
            exif, photoshop = image.info.get("exif"), image.info.get("photoshop")
    except CannotDecode:
        return Blocks()
    resources = photoshop if isinstance(photoshop, dict) else {}
    return Blocks(
        exif if isinstance(exif, bytes) else b"",
        {number: raw for number, raw in resources.items() if isinstance(raw, bytes)},
    )


def _moved(image: Image.Image, number: int) -> bool:
    """Go on to a frame; say whether there is one."""
    try:
        image.seek(number)
    except EOFError:
        return False
    return True


def _lasts(image: Image.Image) -> int:
    """Milliseconds that the frame stands."""
    duration = image.info.get("duration")
    return max(round(duration), 0) if isinstance(duration, int | float) and duration >= SHORTEST_FRAME else USUAL_FRAME


@contextmanager
def _reasons() -> Iterator[None]:
    """Turn what Pillow raises into a reason, and keep its warnings quiet."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (CannotDecode, PermissionError):
        raise  # what the lock of the worker forbade is a fault of ours, never the picture's
    except UnidentifiedImageError as error:
        raise CannotDecode("the bytes are of no picture format that can be decoded") from error
    except _REFUSALS as error:
        raise CannotDecode(_sentence(error)) from error


def _sentence(error: BaseException) -> str:
    """A decoder's reason without what differs between two runs."""
    text = re.sub(r"<[^<>]*>", "it", re.sub(r" ?\(?/[^\s()]+\)?", "", str(error))).strip()[:200]
    return f"the decoder says: {text}" if text else f"the decoder stopped with {type(error).__name__}"


def _decode(image: Image.Image, file: BinaryIO, *, full: bool, number: int = 0) -> Picture:
    """The pixels of an open picture; `number` says which of its file it is, from 0."""
    width, height = image.size
    _reduce(image, full=full)
    if image.width * image.height > MOST_PIXELS:
        raise CannotDecode(f"it has {width} by {height} points, more than {MOST_PIXELS // 1_000_000} million")
    if image.format == "HEIF":
        pixels = _heif(file, number)
        height, width = pixels.shape[:2]
        return Picture(pixels, "colour", _name("HEIF"), 1, width, height, None)
    over = laid(image)
    pixels = over.seen if over else _pixels(image)
    scale = max(1, round(width / image.width))
    colour: Literal["colour", "grey"] = "grey" if pixels.ndim == 2 else "colour"  # noqa: PLR2004 # rows and columns
    decoder = _name(image.format or "") + (f", on {over.ground}" if over else "")
    return Picture(pixels, colour, decoder, scale, width, height, _orientation(image), over and over.stored)


def _reduce(image: Image.Image, *, full: bool) -> None:
    """Let a JPEG be decoded at the scale that is wanted: in full as far as the limit of points allows."""
    if not full:
        image.draft("L", (SHORTEST_SIDE, SHORTEST_SIDE))
        return
    width, height = image.size
    scale = next((one for one in _SCALES if width * height <= MOST_PIXELS * one * one), _SCALES[-1])
    if scale > 1:
        image.draft("RGB", (width // scale, height // scale))


def _heif(file: BinaryIO, number: int) -> Pixels:
    """The pixels of a picture that Pillow has no decoder for."""
    file.seek(0)
    try:
        return heif.pixels(file.read(), number)
    except heif.CannotRead as error:
        raise CannotDecode(_sentence(error)) from error


def _pixels(image: Image.Image) -> Pixels:
    """Grey where the decoded picture is grey, else red, green and blue."""
    if image.mode.startswith("I;16"):
        return (np.asarray(image) >> 8).astype(np.uint8)
    if image.mode in {"I", "F"}:
        return _stretched(np.asarray(image))
    return np.asarray(image if image.mode in {"L", "RGB"} else image.convert("RGB"))


def _stretched(values: NDArray[np.int32] | NDArray[np.float32]) -> Pixels:
    """Values of any range as 256 steps from the least to the greatest; those of 256 steps stay as they are."""
    whole = np.nan_to_num(values.astype(np.float64), posinf=0, neginf=0)
    least, most = (float(one) for one in (whole.min(), whole.max()))
    if least >= 0 and 1 < most <= 255:  # noqa: PLR2004 # 256 steps
        return whole.astype(np.uint8)
    return ((whole - least) * (255 / ((most - least) or 1))).astype(np.uint8)


def _orientation(image: Image.Image) -> int | None:
    """How the picture is to be turned for viewing, where a readable EXIF says so."""
    try:
        value = image.getexif().get(Base.Orientation)
    except (*_REFUSALS, TypeError, KeyError):
        return None
    return value if isinstance(value, int) and 1 <= value <= 8 else None  # noqa: PLR2004 # EXIF names eight


def _name(kind: str) -> str:
    """The decoder and its version."""
    if kind == "HEIF":
        return f"pillow {PIL.__version__} HEIF libheif {heif.version()}"
    codec = _CODECS.get(kind)
    inner = f" {codec} {features.version(codec)}" if codec else ""
    return f"pillow {PIL.__version__} {kind}{inner}"
