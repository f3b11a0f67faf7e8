# SPDX-License-Identifier: Apache-2.0
"""Decodes pictures to pixels, for hashing alone: nothing of them is shown, kept or sent."""

import re
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import BinaryIO, Literal, NamedTuple

import numpy as np
import pi_heif
import PIL
from numpy.typing import NDArray
from PIL import AvifImagePlugin, Image, UnidentifiedImageError, features
from PIL.ExifTags import Base

from suluh.hashing.pictures import heif

Pixels = NDArray[np.uint8]

ANIMATED = ("AVIF", "GIF", "PNG", "WEBP")
SHORTEST_FRAME = 11
USUAL_FRAME = 100
"""Milliseconds that a frame stands where its picture says next to nothing, as browsers have it."""

FORMATS = ("AVIF", "BMP", "DIB", "GIF", "HEIF", "ICO", "JPEG", "JPEG2000", "PNG", "PPM", "TIFF", "WEBP")
"""What is decoded: of an animated picture, a TIFF of many pages or a JPEG of several pictures, the first one."""

# Only headers are read this way: see heif.py.
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)

MOST_PIXELS = 64_000_000
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


class Frame(NamedTuple):
    """One frame of an animation, and when it comes."""

    milliseconds: int
    picture: Picture


class Stopped(NamedTuple):
    """Where an animation or a video was left before its end."""

    milliseconds: int
    reason: str


def warm() -> None:
    """Load every decoder, so that a locked process need not; none may start threads, which the lock refuses."""
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
    """The pixels of a picture: all of them, or those that a JPEG gives at a reduced scale. Raises `CannotDecode`."""
    with _reasons(), Image.open(file, formats=formats(file)) as image:
        return _decode(image, file, full=full)


def frames(file: BinaryIO) -> Iterator[Frame | Stopped]:
    """The frames of an animation, as far as it can be read; none of a picture that stands still or is none."""
    try:
        with _reasons():
            image = Image.open(file, formats=formats(file))
            is_animated = image.format in ANIMATED and bool(getattr(image, "is_animated", False))
    except CannotDecode:
        return
    with image:
        yield from _frames(image, file) if is_animated else ()


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
        return _decode(image, file, full=True) if _moved(image, number) else None


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
    text = re.sub(r"<[^<>]*>", "it", str(error)).strip()[:200]
    return f"the decoder says: {text}" if text else f"the decoder stopped with {type(error).__name__}"


def _decode(image: Image.Image, file: BinaryIO, *, full: bool) -> Picture:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise CannotDecode(f"it has {width} by {height} points, more than {MOST_PIXELS // 1_000_000} million")
    if not full:
        image.draft("L", (SHORTEST_SIDE, SHORTEST_SIDE))
    pixels = _heif(file) if image.format == "HEIF" else _pixels(image)
    scale = max(1, round(width / image.width))
    colour: Literal["colour", "grey"] = "grey" if pixels.ndim == 2 else "colour"  # noqa: PLR2004 # rows and columns
    return Picture(pixels, colour, _name(image.format or ""), scale, width, height, _orientation(image))


def _heif(file: BinaryIO) -> Pixels:
    """The pixels of a picture that Pillow has no decoder for."""
    file.seek(0)
    try:
        return heif.pixels(file.read())
    except heif.CannotRead as error:
        raise CannotDecode(_sentence(error)) from error


def _pixels(image: Image.Image) -> Pixels:
    """Grey where the decoded picture is grey, else red, green and blue."""
    if image.mode.startswith("I;16"):
        return (np.asarray(image) >> 8).astype(np.uint8)
    return np.asarray(image if image.mode in {"L", "RGB"} else image.convert("RGB"))


def _orientation(image: Image.Image) -> int | None:
    """How the picture is to be turned for viewing, where a readable EXIF says so; HEIF is turned by its container."""
    if image.format == "HEIF":
        return None
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
