# SPDX-License-Identifier: Apache-2.0
"""Pictures, films and sound by their first bytes, where these alone settle it; and where one begins behind others."""

import re
import struct
from functools import lru_cache

STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\xff\xe0\0\x10JFIF\0", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\x89PNG\n\x1a\n", "image/png"),
    (b"\x89PNG\r\r\n\x1a\r\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"II+\0", "image/tiff"),
    (b"MM\0+", "image/tiff"),
    (b"\xff\x4f\xff\x51", "image/j2c"),
    (b"\0\0\0\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\0\0\0\x0cJXL \r\n\x87\n", "image/jxl"),
    (b"\xff\x0a", "image/jxl"),
    (b"DDS ", "image/vnd-ms.dds"),
    (b"8BPS\0", "image/vnd.adobe.photoshop"),
    (b"qoif", "image/qoi"),
    (b"BPG\xfb", "image/bpg"),
    (b"FLIF", "image/flif"),
    (b"SDPX", "image/dpx"),
    (b"XPDS", "image/dpx"),
    (b"icns", "image/icns"),
    (b"IIRO", "image/x-olympus-orf"),
    (b"IIRS", "image/x-olympus-orf"),
    (b"MMOR", "image/x-olympus-orf"),
    (b"IIU\0", "image/x-panasonic-raw2"),
    (b"FUJIFILMCCD-RAW", "image/x-fuji-raf"),
    (b"II\x1a\0\0\0HEAPCCDR", "image/x-canon-crw"),
    (b"\0MRM", "image/x-minolta-mrw"),
    (b"FOVb", "image/x-sigma-x3f"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"FLV\x01", "video/x-flv"),
    (b"0&\xb2u\x8ef\xcf\x11\xa6\xd9\0\xaa\0b\xcel", "video/x-ms-asf"),
    (b".RMF\0\0", "video/vnd.rn-realvideo"),
    (b"DKIF\0\0", "video/x-ivf"),
    (b"YUV4MPEG2 ", "video/x-yuv4mpeg"),
    (b"\x1f\x07\0", "video/dv"),
    (b"\0\0\x01\xba", "video/mpeg"),
    (b"\0\0\x01\xb3", "video/mpeg"),
    (b"\0\0\x01\xb0", "video/mp4v-es"),
    (b"\0\0\x01\xb5", "video/mp4v-es"),
    (b"\0\0\x01\xb6", "video/mp4v-es"),
    (b"ID3", "audio/mpeg"),
    (b"\x8aMNG\r\n\x1a\n", "video/x-mng"),
    (b"\x8bJNG\r\n\x1a\n", "image/x-jng"),
    (b"\x97JB2\r\n\x1a\n", "image/x-jbig2"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (b"#?RADIANCE\n", "image/vnd.radiance"),
    (b"#?RGBE\n", "image/vnd.radiance"),
    (b"/* XPM */", "image/x-xpixmap"),
    (b"id=ImageMagick", "image/x-miff"),
    (b"DHAV\xfd", "video/x-dhav"),
    (b"DHAV\xfc", "video/x-dhav"),
    (b"IMKH\x01", "video/x-hikvision"),
    (b"nut/multimedia container\0", "video/x-nut"),
    (b"\0\0\0\0\x01\xbc", "video/x-gxf"),
    (b"\xb7\xd8\0\x20\x37\x49\xda\x11\xa6\x4e\0\x07\xe9\x5e\xad\x8d", "video/x-wtv"),
    (b"Interplay MVE File\x1a\0", "video/x-mve"),
    (b"BIKb", "video/x-bink"),
    (b"BIKf", "video/x-bink"),
    (b"BIKg", "video/x-bink"),
    (b"BIKh", "video/x-bink"),
    (b"BIKi", "video/x-bink"),
    (b"KB2", "video/x-bink"),
    (b"#!AMR", "audio/amr"),
    (b"fLaC", "audio/flac"),
)
"""First bytes that settle the matter."""

_ANY_START = tuple(start for start, _ in STARTS)
_RIFF = {
    b"WEBP": "image/webp",
    b"AVI ": "video/x-msvideo",
    b"AMV ": "video/x-amv",
    b"CDXA": "video/mpeg",
    b"4XMV": "video/x-4xm",
    b"ACON": "application/x-navi-animation",
    b"WAVE": "audio/wav",
    b"RMID": "audio/midi",
}
_IFF = {
    **dict.fromkeys((b"ILBM", b"PBM ", b"ACBM", b"RGB8", b"RGBN"), "image/x-ilbm"),
    b"ANIM": "video/x-anim",
    b"AIFF": "audio/aiff",
    b"AIFC": "audio/aiff",
}
_PICTURES = {
    "image/heic": b"heic heix heim heis hevc hevx",
    "image/heif": b"mif1 mif2 mif3 msf1 miaf 1pic avci avcs vvic vvis evbi evbs",
    "image/avif": b"avif avis",
    "image/jp2": b"j2ki j2is jp2  jpx  jpm ",
    "image/jpeg": b"jpeg jpgs",
    "image/x-canon-cr3": b"crx ",
    "image/jxl": b"jxl ",
}
_BRANDS = {brand.ljust(4): kind for kind, brands in _PICTURES.items() for brand in brands.split()} | {
    b"qt  ": "video/quicktime",
    **dict.fromkeys((b"M4A ", b"M4B ", b"M4P ", b"F4A ", b"F4B "), "audio/mp4"),
}
"""Major brand of an ISO base media file; every other one is video."""

_FILM_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_SEGMENT_BOXES = (b"styp", b"moof", b"sidx", b"emsg", b"prft")
_BITMAP_HEADERS = (12, 16, 40, 52, 56, 64, 108, 124)
_PLAIN_MAP = re.compile(rb"P[1-6]\s+(#[^\n]*\n\s*)*\d{1,6}\s+(#[^\n]*\n\s*)*\d{1,6}\s|P7\s+WIDTH |P[Ff]\s+\d+\s+\d+\s")
_UNITS = re.compile(rb"\0?\0\0\x01(?:[\x27\x47\x67].{3}|\x09[\x10\x30\x50\x70\x90\xb0\xd0\xf0])", re.DOTALL)
"""The first unit of raw H.264: a set of parameters, or the mark of a picture's start."""

_UNITS_265 = re.compile(rb"\0?\0\0\x01[\x40\x42\x46]\x01")
_OBJECTS = re.compile(rb"\0\0\x01[\0-\x1f]\0\0\x01[\x20-\x2f]")
"""MPEG-4 Part 2: a video object and its layer, without the sequence around them."""

_MXF = bytes.fromhex("060e2b34020501010d0102010102")
_PACKETS = (188, 192, 204)
"""Lengths of a packet of a transport stream: plain, with a time before it, with check bytes behind it."""

_MOST_STRAY = 204
_MARKS = 5
_TARGA = struct.Struct("<3B5s4H2B")
_TARGA_KINDS = {1, 2, 3, 9, 10, 11}
_TARGA_GREYS = {3, 11}
_TARGA_DEPTHS = {8, 15, 16, 24, 32}
_PCX = re.compile(rb"\x0a[\0\2-\5][\0\1][\1\2\4\x08]")
_ICON = re.compile(rb"\0\0[\1\2]\0[\1-\x40]\0..[\0-\xff]\0", re.DOTALL)
_DICOM, _DICOM_PLACE = b"DICM", 128
_PHOTO_CD, _PHOTO_CD_PLACE = b"PCD_IPI", 2048
_EXIF_ALONE = re.compile(rb"\xff\xe1..Exif\0\0", re.DOTALL)
"""A JPEG without its first two bytes, as the other one behind ``STARTS``."""

_FLIC = re.compile(rb".{4}[\x11\x12]\xaf...[\0-\x0f].[\0-\x0f]\x08\0", re.DOTALL)
_FURTHEST = 1 << 19
_CURSOR, _ICON_DEPTHS = 2, {0, 1, 2, 4, 8, 16, 24, 32}
_OGG_FILMS = (b"\x80theora", b"BBCD\0", b"OVP80", b"fishead\0\3", b"\1video\0")

BEHIND = 512
"""So far from the start a picture or film may begin behind other bytes; behind zeros alone, a block further."""

_BEHIND_ZEROS = 1 << 12
_LATE = re.compile(
    rb"\xff\xd8\xff[\xc0-\xc2\xc4\xdb\xe0-\xef\xfe]|\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR|GIF8[79]a|RIFF.{4}(?:WEBP|AVI )"
    rb"|\0\0[\0-\2].ftyp[ -~]{4}",
    re.DOTALL,
)


@lru_cache(maxsize=4)  # several ask the same of one file
def kind_of(head: bytes) -> str | None:
    """The media type of a picture, a film or sound whose first bytes are these, or null."""
    if head.startswith(_ANY_START):
        return next(found for start, found in STARTS if head.startswith(start))
    return _boxed(head) or _further_in(head) or _bitmap(head) or _stream(head) or _targa(head)


@lru_cache(maxsize=4)
def begins(head: bytes) -> int:
    """How many bytes stand before a picture or film that does not begin with the first one; 0 where none does so.

    To be asked of bytes of no known kind: carved files, raw answers of servers, what apps put before a picture.
    """
    reach = _BEHIND_ZEROS if not head[:BEHIND].strip(b"\0") else BEHIND
    found = _LATE.search(head, 1, reach + 32)
    return found.start() if found and found.start() <= reach else 0


def _further_in(head: bytes) -> str | None:
    """Pictures whose mark does not stand at the very start."""
    if head.startswith(_DICOM, _DICOM_PLACE):
        return "image/dicom"
    if head.startswith(_PHOTO_CD, _PHOTO_CD_PLACE):
        return "image/x-photo-cd"
    return "image/jpeg" if _EXIF_ALONE.match(head) else None


def _boxed(head: bytes) -> str | None:
    """RIFF, IFF, Ogg and ISO base media."""
    if head[:4] == b"FORM":
        return _IFF.get(head[8:12])
    if head[:4] in {b"RIFF", b"RIFX", b"RF64"}:
        return _RIFF.get(head[8:12], "application/octet-stream")
    if head[:4] == b"OggS":
        return "video/ogg" if any(one in head for one in _OGG_FILMS) else "audio/ogg"
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return _BRANDS.get(brand, "video/3gpp" if brand.startswith(b"3g") else "video/mp4")
    if head[4:8] in _SEGMENT_BOXES:
        return "video/mp4"
    return "video/quicktime" if head[4:8] in _FILM_BOXES else None


def _bitmap(head: bytes) -> str | None:
    """Plain kinds of pictures, whose first bytes are short or are text."""
    if head[:2] == b"BM" and int.from_bytes(head[14:18], "little") in _BITMAP_HEADERS:
        return "image/bmp"
    if _PLAIN_MAP.match(head):
        return "image/x-portable-anymap"
    if _PCX.match(head) and len(head) > 128 and not head[64]:  # noqa: PLR2004 # the length of its header
        return "image/x-pcx"
    if head[:3] == b"\x01\xda\0" or head[:3] == b"\x01\xda\x01":
        return "image/x-rgb"
    return "image/x-icon" if _ICON.match(head) and _is_icon(head) else None


def _is_icon(head: bytes) -> bool:
    """Whether the first entry of its list can be one: of an icon with planes and depth that there are."""
    count, planes, depth = (int.from_bytes(head[at : at + 2], "little") for at in (4, 10, 12))
    place = int.from_bytes(head[18:22], "little")
    fits = head[2] == _CURSOR or (planes <= 1 and depth in _ICON_DEPTHS)
    return head[9] == 0 and fits and 6 + 16 * count <= place <= _FURTHEST


def _stream(head: bytes) -> str | None:
    """Films without a container around them, and transport streams."""
    if _is_transport(head):
        return "video/mp2t"
    if _UNITS.match(head):
        return "video/h264"
    if _UNITS_265.match(head):
        return "video/h265"
    if _OBJECTS.match(head):
        return "video/mp4v-es"
    if _FLIC.match(head):
        return "video/x-fli"
    return "video/mxf" if _MXF in head else None


def _is_transport(head: bytes) -> bool:
    """Whether the mark of a packet stands at each of its first places, from one of the first bytes on."""
    first = head[:_MOST_STRAY]
    at = first.find(b"G")
    while at >= 0:
        for length in _PACKETS:
            if head[at : at + _MARKS * length : length] == b"G" * _MARKS:
                return True
        at = first.find(b"G", at + 1)
    return False


def _targa(head: bytes) -> str | None:
    """A TGA has no mark: its header must be one in every field."""
    if len(head) < _TARGA.size:
        return None
    _, has_map, kind, colours, left, top, width, height, depth, flags = _TARGA.unpack_from(head)
    is_mapped = kind in {1, 9}
    first, number, size = struct.unpack("<2HB", colours)
    sound = (first, has_map, 0 < number <= 256, size in {15, 16, 24, 32}) == (0, 1, True, True)  # noqa: PLR2004 # a palette
    is_deep = depth in _TARGA_DEPTHS or (depth == 1 and kind in _TARGA_GREYS)
    fits = kind in _TARGA_KINDS and is_deep and 0 < width <= 1 << 15 and 0 < height <= 1 << 15
    plain = flags & 0xC0 == 0 and (flags & 0x0F) in {0, 1, 8} and left <= width and top <= height
    return "image/x-tga" if fits and plain and (sound if is_mapped else not has_map and not any(colours)) else None
