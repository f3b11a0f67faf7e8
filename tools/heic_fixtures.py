# SPDX-License-Identifier: Apache-2.0
"""Draws the HEIC pictures in `tests/data/hashing`: one whole, one of four tiles as phones write them, one of 10 bits.

Run by `make heic-fixtures` in an environment of its own: `pillow-heif` carries x265, which is under the GPL, so it is
no dependency of Suluh, nor of its development.
"""

import ctypes
import importlib.metadata
import sys
from pathlib import Path

import numpy as np
import pillow_heif
from numpy.typing import NDArray
from PIL import Image

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "hashing" / "heic"
WIDTH, HEIGHT = 640, 480
HEVC, RGB, INTERLEAVED_RGB, INTERLEAVED = 1, 1, 10, 10
QUALITY = 60
Pixels = NDArray[np.uint8]


class Answer(ctypes.Structure):
    """What a call of the library gives back."""

    _fields_ = (("code", ctypes.c_int), ("part", ctypes.c_int), ("message", ctypes.c_char_p))


def scene() -> Pixels:
    """Slopes and discs."""
    down, across = np.mgrid[:HEIGHT, :WIDTH]
    plane = (down // 3 + across // 4) % 200
    pixels = np.stack([plane, plane[::-1], 255 - plane], axis=2).astype(np.uint8)
    for y, x, radius, colour in (
        (200, 300, 90, (240, 30, 60)),
        (90, 520, 60, (10, 200, 90)),
        (380, 120, 70, (0, 0, 0)),
    ):
        pixels[(down - y) ** 2 + (across - x) ** 2 < radius * radius] = colour
    return pixels


def whole(path: Path) -> None:
    """One picture, with a header that names a made-up camera."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x0112] = "Contoh", "C-1", 6
    pillow_heif.from_pillow(Image.fromarray(scene())).save(path, quality=QUALITY, exif=exif.tobytes())


def deep(path: Path) -> None:
    """The same with 10 bits a colour."""
    wide = (scene().astype(np.uint16) << 8).tobytes()
    pillow_heif.from_bytes("RGB;16", (WIDTH, HEIGHT), wide).save(path, quality=QUALITY)


def tiled(path: Path) -> None:
    """The same as two by two tiles; what `pillow-heif` has no call for is asked of the library in its wheel."""
    [name] = [one for one in importlib.metadata.files("pillow-heif") or () if one.name.startswith("libheif")]
    heif = ctypes.CDLL(str(name.locate()))
    for call in ("encode_grid", "get_encoder_for_format", "write_to_file"):
        getattr(heif, f"heif_context_{call}").restype = Answer
    heif.heif_image_create.restype = heif.heif_image_add_plane.restype = Answer
    heif.heif_encoder_set_lossy_quality.restype = Answer
    for call in ("heif_context_alloc", "heif_image_get_plane"):
        getattr(heif, call).restype = ctypes.c_void_p
    context, encoder, handle = ctypes.c_void_p(heif.heif_context_alloc()), ctypes.c_void_p(), ctypes.c_void_p()
    check(heif.heif_context_get_encoder_for_format(context, HEVC, ctypes.byref(encoder)))
    check(heif.heif_encoder_set_lossy_quality(encoder, QUALITY))
    halves = (slice(0, HEIGHT // 2), slice(HEIGHT // 2, HEIGHT)), (slice(0, WIDTH // 2), slice(WIDTH // 2, WIDTH))
    tiles = [image(heif, np.ascontiguousarray(scene()[rows, columns])) for rows in halves[0] for columns in halves[1]]
    array = (ctypes.c_void_p * len(tiles))(*(one.value for one in tiles))
    check(heif.heif_context_encode_grid(context, array, 2, 2, encoder, None, ctypes.byref(handle)))
    check(heif.heif_context_write_to_file(context, str(path).encode()))


def image(heif: ctypes.CDLL, pixels: Pixels) -> ctypes.c_void_p:
    """The library's picture of some pixels."""
    height, width, _ = pixels.shape
    made, stride = ctypes.c_void_p(), ctypes.c_int()
    check(heif.heif_image_create(width, height, RGB, INTERLEAVED_RGB, ctypes.byref(made)))
    check(heif.heif_image_add_plane(made, INTERLEAVED, width, height, 8))
    plane = heif.heif_image_get_plane(made, INTERLEAVED, ctypes.byref(stride))
    for row in range(height):
        ctypes.memmove(plane + row * stride.value, pixels[row].tobytes(), 3 * width)
    return made


def check(answer: Answer) -> None:
    """Stop at the first call that fails."""
    if answer.code:
        raise SystemExit((answer.message or b"libheif gives no reason").decode())


def main() -> int:
    """Write the fixtures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for draw in (whole, deep, tiled):
        draw(FOLDER / f"{draw.__name__}.heic")
    print(f"written with pillow-heif {pillow_heif.__version__}, libheif {pillow_heif.libheif_version()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
