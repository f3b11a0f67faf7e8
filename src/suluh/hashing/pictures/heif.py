# SPDX-License-Identifier: Apache-2.0
"""Pixels of HEIC and HEIF pictures without a second thread, by the library that the wheel of `pi-heif` brings."""

# The wheel's own Python face lets the codec start a thread for each picture, which the lock of a worker refuses; the
# library behind it can be told otherwise, through its published interface in C.

import ctypes
import importlib.metadata
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import numpy as np
import pi_heif
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]

_RGB, _INTERLEAVED_RGB, _INTERLEAVED = 1, 10, 10
_OLDEST = 8
"""From this version of the decoding options on they hold the number of threads."""

_NO_THREADS = -1
"""0 leaves the number to the codec, which then takes one beside ours."""


class CannotRead(ValueError):
    """A picture of which the library gives no pixels, and its reason."""


class _Answer(ctypes.Structure):
    """What every call that may fail gives back."""

    _fields_ = (("code", ctypes.c_int), ("part", ctypes.c_int), ("message", ctypes.c_char_p))


class _Colours(ctypes.Structure):
    """How colours are converted; left as it comes."""

    _fields_ = (("version", ctypes.c_uint8), ("down", ctypes.c_int), ("up", ctypes.c_int), ("only", ctypes.c_uint8))


class _Options(ctypes.Structure):
    """How a picture is decoded, as far as version 8 of it goes."""

    _fields_ = (
        ("version", ctypes.c_uint8),
        ("ignore_transformations", ctypes.c_uint8),
        ("progress", ctypes.c_void_p * 4),
        ("convert_hdr_to_8bit", ctypes.c_uint8),
        ("strict_decoding", ctypes.c_uint8),
        ("decoder", ctypes.c_void_p),
        ("colours", _Colours),
        ("cancel", ctypes.c_void_p),
        ("more_colours", ctypes.c_void_p),
        ("ignore_editlist", ctypes.c_int),
        ("profile", ctypes.c_void_p),
        ("library_threads", ctypes.c_int),
        ("codec_threads", ctypes.c_int),
    )


_RESULTS: dict[str, object] = {
    "heif_context_alloc": ctypes.c_void_p,
    "heif_context_free": None,
    "heif_context_set_max_decoding_threads": None,
    "heif_context_read_from_memory_without_copy": _Answer,
    "heif_context_get_primary_image_ID": _Answer,
    "heif_context_get_image_handle": _Answer,
    "heif_context_get_number_of_top_level_images": ctypes.c_int,
    "heif_context_get_list_of_top_level_image_IDs": ctypes.c_int,
    "heif_decoding_options_alloc": ctypes.POINTER(_Options),
    "heif_decoding_options_free": None,
    "heif_decode_image": _Answer,
    "heif_image_get_width": ctypes.c_int,
    "heif_image_get_height": ctypes.c_int,
    "heif_image_get_plane_readonly": ctypes.c_void_p,
    "heif_image_handle_release": None,
    "heif_image_release": None,
}


def version() -> str:
    """The library's version."""
    return str(pi_heif.libheif_version())


@cache
def library() -> ctypes.CDLL:
    """The library inside the wheel, its calls declared. Raises `ImportError` where it is none that can be told."""
    found = [one for one in importlib.metadata.files("pi-heif") or () if one.name.startswith("libheif")]
    if len(found) != 1:
        raise ImportError("the installed pi-heif brings no library of its own: install its wheel")
    loaded = ctypes.CDLL(str(found[0].locate()))
    for name, result in _RESULTS.items():
        getattr(loaded, name).restype = result
    options = loaded.heif_decoding_options_alloc()
    oldest = options.contents.version
    loaded.heif_decoding_options_free(options)
    if oldest < _OLDEST:
        raise ImportError(f"libheif {version()} cannot be told to start no thread: install a newer pi-heif")
    return loaded


def pixels(content: bytes, number: int = 0) -> Pixels:
    """Red, green and blue of one picture, the primary one first, turned as its container says. Raises `CannotRead`."""
    heif = library()
    with _context(heif) as context, _options(heif) as options:
        _check(heif.heif_context_read_from_memory_without_copy(context, content, ctypes.c_size_t(len(content)), None))
        handle, image = ctypes.c_void_p(), ctypes.c_void_p()
        _check(heif.heif_context_get_image_handle(context, _item(heif, context, number), ctypes.byref(handle)))
        try:
            _check(heif.heif_decode_image(handle, ctypes.byref(image), _RGB, _INTERLEAVED_RGB, options))
        finally:
            heif.heif_image_handle_release(handle)
        try:
            return _copied(heif, image)
        finally:
            heif.heif_image_release(image)


def _item(heif: ctypes.CDLL, context: ctypes.c_void_p, number: int) -> ctypes.c_uint32:
    """The id of one picture in its container: the primary one, then the others as they are listed."""
    first = ctypes.c_uint32()
    _check(heif.heif_context_get_primary_image_ID(context, ctypes.byref(first)))
    count = heif.heif_context_get_number_of_top_level_images(context)
    listed = (ctypes.c_uint32 * max(count, 1))()
    heif.heif_context_get_list_of_top_level_image_IDs(context, listed, count)
    found = [first.value, *(one for one in listed[:count] if one != first.value)]
    if number >= len(found):
        raise CannotRead("it holds no further picture")
    return ctypes.c_uint32(found[number])


@contextmanager
def _context(heif: ctypes.CDLL) -> Iterator[ctypes.c_void_p]:
    context = ctypes.c_void_p(heif.heif_context_alloc())
    heif.heif_context_set_max_decoding_threads(context, 0)
    try:
        yield context
    finally:
        heif.heif_context_free(context)


@contextmanager
def _options(heif: ctypes.CDLL) -> Iterator[object]:
    options = heif.heif_decoding_options_alloc()
    options.contents.strict_decoding = 1
    options.contents.convert_hdr_to_8bit = 1
    options.contents.library_threads = 0
    options.contents.codec_threads = _NO_THREADS
    try:
        yield options
    finally:
        heif.heif_decoding_options_free(options)


def _check(answer: _Answer) -> None:
    if answer.code:
        raise CannotRead((answer.message or b"no reason given").decode("ascii", "replace").strip())


def _copied(heif: ctypes.CDLL, image: ctypes.c_void_p) -> Pixels:
    """The pixels, which the library is about to throw away, without what it pads its lines with."""
    width, height = (call(image, _INTERLEAVED) for call in (heif.heif_image_get_width, heif.heif_image_get_height))
    stride = ctypes.c_int()
    plane = heif.heif_image_get_plane_readonly(image, _INTERLEAVED, ctypes.byref(stride))
    if not plane or width < 1 or height < 1:
        raise CannotRead("the picture has no pixels")
    raw = np.frombuffer(ctypes.string_at(plane, stride.value * height), np.uint8)
    return raw.reshape(height, stride.value)[:, : 3 * width].reshape(height, width, 3)
