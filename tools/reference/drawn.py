# SPDX-License-Identifier: Apache-2.0
"""Draws many small pictures quickly: each is two of some drawn ones, blended, so that every number gives another."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from PIL.Image import Image as Pixels

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.pictures import draw, encode

BASES = 2000
BASE_SIDE = 160
LEAST_SIDE, MOST_SIDE = 96, 320
COPIES, VARIANTS = 0.20, 0.15
"""Shares of files that are byte for byte an earlier one, and an earlier one in another size."""

REACH = 20_000
"""A copy or variant follows its original within so many files: the shares are the same in a case of any size."""

FOLDER = 1000


class Recipe(NamedTuple):
    """How one file is made: the number that its sight comes from, and how often it was made smaller since."""

    sight: int
    smaller: int


def recipe(seed: int, number: int) -> Recipe:
    """What a file shows: the same for the same seed and number."""
    smaller = 0
    while True:
        dice = _dice(seed, "recipe", number)
        throw = dice.random()
        if number == 0 or throw >= COPIES + VARIANTS:
            return Recipe(number, smaller)
        if throw >= COPIES:
            smaller += 1
        number -= dice.randint(1, min(number, REACH))


def write_all(folder: Path, seed: int, numbers: range, slot: int, slots: int) -> None:
    """Write the pictures of some numbers below a folder, every second folder of them, say; what is there stays."""
    studio = Studio(seed)
    for number in numbers:
        path = folder / place(number)
        if number // FOLDER % slots == slot and not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(".draft")
            draft.write_bytes(studio.data(number))
            draft.replace(path)  # a draw that is killed leaves no half picture behind


def place(number: int) -> str:
    """Where a picture lies."""
    return f"{number // FOLDER:04}/{number:07}.jpg"


class Studio:
    """The drawn pictures that others are blended of."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._bases = list(_bases(seed))

    def data(self, number: int) -> bytes:
        """One file's bytes."""
        sight, smaller = recipe(self._seed, number)
        dice = _dice(self._seed, "sight", sight)
        size = (dice.randint(LEAST_SIDE, MOST_SIDE), dice.randint(LEAST_SIDE, MOST_SIDE))
        one, other = dice.sample(self._bases, 2)
        image = Image.blend(_part(dice, one, size), _part(dice, other, size), dice.uniform(0.35, 0.65))
        for _ in range(smaller):
            image = image.resize((max(LEAST_SIDE, image.width * 9 // 10), max(LEAST_SIDE, image.height * 9 // 10)))
        return encode(image, "jpg")


def _part(dice: random.Random, base: Pixels, size: tuple[int, int]) -> Pixels:
    """Some part of a drawn picture, turned or mirrored, in a size."""
    left, top = dice.uniform(0, base.width / 3), dice.uniform(0, base.height / 3)
    box = (left, top, left + base.width * 2 / 3, top + base.height * 2 / 3)
    part = base.resize(size, Image.Resampling.BILINEAR, box)
    return part.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if dice.random() < 1 / 2 else part


def _bases(seed: int) -> Iterator[Pixels]:
    dice = Dice(seed, "reference")
    for number in range(BASES):
        yield draw(dice.stream(str(number)), BASE_SIDE)


def _dice(seed: int, what: str, number: int) -> random.Random:
    return random.Random(f"suluh/reference/{seed}/{what}/{number}")  # noqa: S311 # made-up data must come out the same again
