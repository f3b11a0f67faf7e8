# SPDX-License-Identifier: Apache-2.0
"""Pictures for the tests of hashing: slopes, discs and noise."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

Encode = Callable[..., io.BytesIO]


@pytest.fixture(scope="session")
def scene() -> Image.Image:
    """A picture with structure at every scale, 1600 by 1200."""
    down, across = np.mgrid[:1200, :1600]
    numbers = np.random.PCG64(5).random_raw(60).astype(np.int64) & 0xFFFF
    planes = []
    for colour in range(3):
        plane = (down * (1 + colour) // 12 + across // (9 - colour)) % 200
        for i in range(6):
            y, x, r = (int(n) for n in numbers[3 * (6 * colour + i) : 3 * (6 * colour + i) + 3])
            inside = (down - y % 1200) ** 2 + (across - x % 1600) ** 2 < (60 + r % 300) ** 2
            plane = np.where(inside, (40 * i + 30 * colour) % 256, plane)
        planes.append(plane.astype(np.uint8))
    return Image.fromarray(np.stack(planes, axis=2))


@pytest.fixture(scope="session")
def encode() -> Encode:
    """A picture as a file of some format."""

    def as_file(picture: Image.Image, kind: str, **options: object) -> io.BytesIO:
        file = io.BytesIO()
        picture.save(file, kind, **options)
        file.seek(0)
        return file

    return as_file
