# SPDX-License-Identifier: Apache-2.0
"""Ordinary files that lie on many devices and stand in lists of benign ones: programs, sounds, icons, wallpapers."""

from PIL import Image, ImageDraw

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.pictures import Gallery, Picture, encode

ICONS, WALLPAPERS = 120, 16
_ICON_SIDE = 24


def system_files(dice: Dice) -> dict[str, bytes]:
    """Programs, sounds and icons of the system, by path."""
    files = {
        f"system/app/Made{number:02}/Made{number:02}.apk": dice.raw(dice.whole(400, 4_000)) for number in range(12)
    }
    files |= {f"system/media/audio/ui/tone{number:02}.ogg": b"OggS" + dice.raw(600) for number in range(6)}
    files |= {f"system/res/drawable/ic_{number:03}.png": _icon(dice) for number in range(ICONS)}
    return files


def wallpapers(dice: Dice, side: int) -> list[Picture]:
    """Pictures that everybody forwards."""
    gallery = Gallery(dice, side, "wallpaper")
    return [gallery.new("jpg") for _ in range(WALLPAPERS)]


def _icon(dice: Dice) -> bytes:
    image = Image.new("RGB", (_ICON_SIDE, _ICON_SIDE), (dice.whole(0, 255), dice.whole(0, 255), dice.whole(0, 255)))
    brush = ImageDraw.Draw(image)
    left, top = dice.whole(0, 10), dice.whole(0, 10)
    brush.ellipse((left, top, left + dice.whole(6, 12), top + dice.whole(6, 12)), fill=(dice.whole(0, 255), 0, 99))
    return encode(image, "png")
