# SPDX-License-Identifier: Apache-2.0
"""Our picture hashing against threatexchange's `pdq_from_bytes`, in turn, in one process, on JPEGs made here."""

import argparse
import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.kinds.pdq import Pdq  # the same
from suluh.hashing.pictures import picture  # the folder of the project comes first
from suluh.hashing.pictures.decode import decode  # the same

SIZES = {"12 MP": ((4032, 3024), 15), "2 MP": ((1920, 1080), 8), "messenger": ((1600, 1200), 8)}
DRIFT = 14


def photo(size: tuple[int, int], seed: int) -> bytes:
    """A harmless picture as a camera would write it: soft colours, discs with sharp edges, some noise."""
    width, height = size
    numbers = np.random.default_rng(seed)
    soft = Image.fromarray(numbers.integers(0, 256, (9, 12, 3), dtype=np.uint8)).resize(size, Image.Resampling.BICUBIC)
    pixels = np.asarray(soft).astype(np.int16)
    down, across = np.ogrid[:height, :width]
    for _ in range(12):
        y, x, r = numbers.integers(height), numbers.integers(width), numbers.integers(20, height // 3)
        pixels[(down - y) ** 2 + (across - x) ** 2 < r * r] += numbers.integers(-90, 90, 3).astype(np.int16)
    pixels += numbers.integers(-6, 7, pixels.shape, dtype=np.int16)
    file = io.BytesIO()
    Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(file, "JPEG", quality=88)
    return file.getvalue()


def best(work: Callable[[bytes], object], files: list[bytes]) -> float:
    """CPU seconds a file: the best of each file's three runs, all added up."""
    total = 0.0
    for file in files:
        times = []
        for _ in range(3):
            start = time.process_time()
            work(file)
            times.append(time.process_time() - start)
        total += min(times)
    return total / len(files)


def ours(file: bytes) -> None:
    """All that is recorded of a picture: eight forms, quality, borders."""
    picture.fingerprint("", io.BytesIO(file))


def main() -> None:
    """Print the figures."""
    from threatexchange.signal_type.pdq.pdq_hasher import pdq_from_bytes  # noqa: PLC0415 # a peer that may not be there

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=6, help="of each size")
    options = parser.parse_args()
    picture.warm()
    drifts, equals = [], []
    for name, (size, goal) in SIZES.items():
        files = [photo(size, seed) for seed in range(options.pictures)]
        own, other = best(ours, files), best(pdq_from_bytes, files)
        drifts += map(drift, files)
        equals += map(equal, files)
        figure = f"{other / own:.1f} times pdq_from_bytes, {own * 1000:.1f} ms of CPU a picture"
        print(f"{'pass ' if other / own >= goal else 'SHORT'}  PDQ of {name}: {figure} (goal: {goal})", flush=True)
    verdict = "pass " if max(drifts) <= DRIFT else "SHORT"
    print(f"{verdict}  drift of reduced decoding: {max(drifts)} bits in {len(drifts)} pictures (goal: {DRIFT})")
    verdict = "pass " if all(equals) else "SHORT"
    print(f"{verdict}  kernel against pdqhash on equal pixels: {sum(equals)} of {len(equals)} equal (goal: all)")


def drift(file: bytes) -> int:
    """Bits between reduced and full decoding."""
    fast, full = (picture.fingerprint("", io.BytesIO(file), full=full).value or "0" for full in (False, True))
    return (int(fast, 16) ^ int(full, 16)).bit_count()


def equal(file: bytes) -> bool:
    """Whether our kernel gives the bits of `pdqhash` on the same pixels."""
    import pdqhash  # noqa: PLC0415 # as above

    pixels = decode(io.BytesIO(file), full=True).pixels
    bits, quality = pdqhash.compute(pixels)
    look = Pdq().of(pixels)
    return look.value == np.packbits(bits.astype(np.uint8)).tobytes() and look.quality == quality


if __name__ == "__main__":
    main()
