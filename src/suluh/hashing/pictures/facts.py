# SPDX-License-Identifier: Apache-2.0
"""What the header of a picture says of how it was made: no pixel is decoded, no thumbnail is read."""

import io
import struct
import warnings
from typing import BinaryIO

from PIL import Image, JpegImagePlugin, UnidentifiedImageError

from suluh.hashing.pictures import exif
from suluh.hashing.pictures.decode import formats
from suluh.hashing.pictures.tables import digest_of, quality_of
from suluh.model.ids import make_id
from suluh.model.matching import MediaFacts

_DAMAGE = (
    *(OSError, SyntaxError, ValueError, RuntimeError, EOFError, OverflowError, TypeError, KeyError, IndexError),
    struct.error,
    Image.DecompressionBombError,
)
"""What Pillow raises for damaged headers."""

_NAMES = {"adobe": "adobe", "comment": "comment", "exif": "exif", "icc_profile": "icc", "jfif": "jfif", "xmp": "xmp"}
_IPTC = 0x0404
_FACEBOOK = b"FBMD"
"""What Facebook and Instagram write into the IPTC block of a picture that they made anew."""

_PREFIX = b"Exif\0\0"


def facts(sha256: str, file: BinaryIO) -> MediaFacts:
    """The facts of one picture, or the reason why there are none."""
    identity = make_id("facts", sha256)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(file, formats=formats(file)) as image:
                return _of(identity, sha256, image, file)
    except PermissionError:
        raise  # the lock of the worker forbade something: a fault of ours, never the picture's
    except UnidentifiedImageError:
        return MediaFacts(id=identity, sha256=sha256, reason="the header is of no picture format that can be read")
    except _DAMAGE as error:
        return MediaFacts(id=identity, sha256=sha256, reason=f"the header cannot be read ({type(error).__name__})")


def _of(identity: str, sha256: str, image: Image.Image, file: BinaryIO) -> MediaFacts:
    found, blocks = _exif(image, file), _blocks(image)
    fields, unread = found
    tables = image.quantization if isinstance(image, JpegImagePlugin.JpegImageFile) else {}
    return MediaFacts(
        id=identity,
        sha256=sha256,
        make=exif.text_of(fields, "make"),
        model=exif.text_of(fields, "model"),
        serial=exif.text_of(fields, "serial"),
        software=exif.text_of(fields, "software"),
        taken=exif.time_of(fields, "taken"),
        digitised=exif.time_of(fields, "digitised"),
        changed=exif.time_of(fields, "changed"),
        satellite=exif.satellite_of(fields),
        latitude=exif.position_of(fields, "latitude", "S"),
        longitude=exif.position_of(fields, "longitude", "W"),
        width=image.width,
        height=image.height,
        stated_width=exif.number_of(fields, "stated_width"),
        stated_height=exif.number_of(fields, "stated_height"),
        tables=digest_of(tables) if tables else None,
        quality=quality_of(tables) if tables else None,
        progressive=bool(image.info.get("progressive")),
        blocks=blocks,
        unread=unread,
    )


def _exif(image: Image.Image, file: BinaryIO) -> exif.Read:
    """The wanted fields of the EXIF block; a TIFF file is one itself."""
    raw = image.info.get("exif")
    if image.format == "TIFF":
        file.seek(0)
        source = file
    elif isinstance(raw, bytes) and raw:
        source = io.BytesIO(raw.removeprefix(_PREFIX))
    else:
        return exif.Read({}, ())
    try:
        return exif.read(source)
    except (ValueError, OverflowError, OSError, struct.error):
        return exif.Read({}, ("exif",))


def _blocks(image: Image.Image) -> tuple[str, ...]:
    """What stands in the header, by name."""
    found = {name for key, name in _NAMES.items() if image.info.get(key)}
    photoshop = image.info.get("photoshop")
    iptc = photoshop.get(_IPTC) if isinstance(photoshop, dict) else None
    if isinstance(iptc, bytes):
        found |= {"iptc", "facebook"} if _FACEBOOK in iptc else {"iptc"}
    return tuple(sorted(found))
