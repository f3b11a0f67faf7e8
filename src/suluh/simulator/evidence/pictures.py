# SPDX-License-Identifier: Apache-2.0
"""Harmless drawn pictures: gradients, shapes and noise."""

import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import Literal

import PIL
from PIL import Image, ImageDraw

from suluh.simulator.dice import Dice

FORMS = {"jpg": ("JPEG", {"quality": 85}), "png": ("PNG", {"compress_level": 6}), "webp": ("WEBP", {"quality": 80})}
FileKind = Literal["picture", "sticker", "voice", "document"]
SHAPES = 14
PILLOW = PIL.__version__


@dataclass(frozen=True)
class Picture:
    """One encoded picture, or another file that is sent as pictures are."""

    key: str
    suffix: str
    data: bytes = field(repr=False)
    sha256: str
    series: str
    """The same for pictures that are near duplicates of one another."""

    width: int = 0
    height: int = 0
    form: FileKind = "picture"
    """As what an app sends it; a voice note and a document have no width."""


class Gallery:
    """Draws pictures, and other encodings and sizes of them."""

    def __init__(self, dice: Dice, side: int = 256, prefix: str = "picture") -> None:
        self._dice = dice
        self._prefix = prefix
        self._side = side
        self.pictures: list[Picture] = []

    def new(self, suffix: str | None = None) -> Picture:
        """A picture unlike any other."""
        name = f"{self._prefix}-{len(self.pictures) + 1:05}"
        form = suffix or self._dice.weighted(("jpg", "png", "webp"), (90, 5, 5))
        return self._keep(name, name, form, draw(self._dice.stream(name), self._side))

    def variant(self, picture: Picture) -> Picture:
        """The same picture again in another size and encoding: other bytes, the same sight."""
        name = f"{self._prefix}-{len(self.pictures) + 1:05}"
        image = Image.open(BytesIO(picture.data)).convert("RGB")
        share = self._dice.between(0.7, 0.95)
        smaller = image.resize((int(image.width * share), int(image.height * share)), Image.Resampling.BICUBIC)
        return self._keep(name, picture.series, "jpg", smaller)

    def _keep(self, name: str, series: str, suffix: str, image: Image.Image) -> Picture:
        data = encode(image, suffix)
        digest = hashlib.sha256(data).hexdigest()
        made = Picture(name, suffix, data, digest, series, image.width, image.height)
        self.pictures.append(made)
        return made


def draw(dice: Dice, side: int) -> Image.Image:
    """A gradient, some shapes and coarse noise."""
    size = (side, int(side * dice.pick((0.75, 1.0, 1.25))))
    image = Image.merge("RGB", [_gradient(dice, size) for _ in range(3)])
    brush = ImageDraw.Draw(image)
    for _ in range(SHAPES):
        _shape(dice, brush, size)
    grain = Image.frombytes("L", (16, 16), dice.raw(256)).resize(size, Image.Resampling.BICUBIC)
    return Image.blend(image, Image.merge("RGB", (grain, grain, grain)), 0.25)


def encode(image: Image.Image, suffix: str) -> bytes:
    """The picture's bytes, without any word about camera, place or time."""
    form, options = FORMS[suffix]
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def _gradient(dice: Dice, size: tuple[int, int]) -> Image.Image:
    ramp = Image.linear_gradient("L") if dice.chance(0.5) else Image.radial_gradient("L")
    return ramp.rotate(90 * dice.whole(0, 3)).resize(size)


def _shape(dice: Dice, brush: ImageDraw.ImageDraw, size: tuple[int, int]) -> None:
    colour = (dice.whole(0, 255), dice.whole(0, 255), dice.whole(0, 255))
    left, top = dice.whole(0, size[0] - 8), dice.whole(0, size[1] - 8)
    corner = (left + dice.whole(4, size[0] // 2), top + dice.whole(4, size[1] // 2))
    if dice.chance(0.5):
        brush.ellipse((left, top, *corner), fill=colour)
    else:
        brush.rectangle((left, top, *corner), fill=colour)
