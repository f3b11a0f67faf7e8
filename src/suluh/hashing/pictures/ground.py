# SPDX-License-Identifier: Apache-2.0
"""Lays a picture that can be seen through on one ground, so that what nobody sees moves no hash."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]

_OPAQUE = 255
_FLAT = 8
"""Steps of brightness: on a ground where a drawing differs by less, nobody sees it."""


class Laid(NamedTuple):
    """A picture as it is seen, on which ground, and its colours as they are stored."""

    seen: Pixels
    ground: str
    stored: Pixels


def laid(image: Image.Image) -> Laid | None:
    """A picture on white, or on black where white hides it; null for one that hides nothing."""
    if not image.has_transparency_data:
        return None
    points = np.asarray(image.convert("RGBA"))
    colours, alpha = points[..., :3], points[..., 3:].astype(np.uint16)
    if alpha.size == 0 or int(alpha.min()) == _OPAQUE:
        return None
    on_white = _over(colours, alpha, _OPAQUE)
    if int(np.ptp(on_white)) >= _FLAT:
        return Laid(on_white, "white", np.ascontiguousarray(colours))
    return Laid(_over(colours, alpha, 0), "black", np.ascontiguousarray(colours))


def _over(colours: Pixels, alpha: NDArray[np.uint16], ground: int) -> Pixels:
    """Colours weighed by how far they cover the ground, rounded to the nearest step."""
    weighed = colours * alpha + ground * (_OPAQUE - alpha) + _OPAQUE // 2
    return (weighed // _OPAQUE).astype(np.uint8)
