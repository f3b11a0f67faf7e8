# SPDX-License-Identifier: Apache-2.0
"""The two passes over a video against decoding alone, and against OpenCV's decoder, in turn; one thread each."""

import argparse
import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import av
import cv2
import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from suluh.hashing.pictures import video  # the folder of the project comes first

SIZE = (1280, 720)
RATE = 30
ROUNDS = 3


def film(seconds: int) -> bytes:
    """Harmless moving slopes and discs, H.264, a key frame every two seconds."""
    width, height = SIZE
    down, across = np.mgrid[:height, :width]
    file = io.BytesIO()
    with av.open(file, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.codec_context.gop_size = 2 * RATE
        grain = np.random.default_rng(1).integers(0, 20, (height, width))
        for number in range(seconds * RATE):
            plane = (down // 3 + across // 4 + 2 * number + np.roll(grain, number, 1)) % 256
            plane = np.where((down - 300) ** 2 + (across - 4 * number % width) ** 2 < 150**2, 200, plane)
            pixels = np.stack([plane, plane[::-1], 255 - plane], axis=2).astype(np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return file.getvalue()


def decode(data: bytes) -> int:
    """Every frame, no hash."""
    with av.open(io.BytesIO(data)) as container:
        container.streams.video[0].thread_type = "NONE"
        container.streams.video[0].codec_context.thread_count = 1
        return sum(1 for _ in container.decode(video=0))


def decode_by_opencv(data: bytes) -> int:
    """Every frame by the other library, no hash."""
    with tempfile.NamedTemporaryFile(suffix=".mp4") as file:
        file.write(data)
        file.flush()
        capture = cv2.VideoCapture(file.name, cv2.CAP_FFMPEG, [cv2.CAP_PROP_N_THREADS, 1])
        number = 0
        while capture.grab():
            number += 1
        return number


def hashed(which: video.Pass) -> Callable[[bytes], int]:
    """One of our passes."""
    return lambda data: sum(1 for _ in video.fingerprints("", io.BytesIO(data), which))


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=40)
    options = parser.parse_args()
    video.warm()
    cv2.setNumThreads(1)
    data = film(options.seconds)
    ways = {
        "decoding alone": decode,
        "OpenCV, decoding alone": decode_by_opencv,
        "one a second": hashed("seconds"),
        "key frames": hashed("key frames"),
    }
    best = dict.fromkeys(ways, 1e9)
    numbers = dict.fromkeys(ways, 0)
    for _ in range(ROUNDS):
        for name, work in ways.items():
            start = time.process_time()
            numbers[name] = work(data)
            best[name] = min(best[name], time.process_time() - start)
    for name, seconds in best.items():
        print(f"{name}: {numbers[name]} frames, {options.seconds / seconds:.1f} times real time a cpu-s")
    gain, cost = best["one a second"] / best["key frames"], best["one a second"] / best["decoding alone"]
    print(f"{'pass' if gain >= 3 else 'SHORT'} key frames {gain:.1f} times one a second (goal 3)")
    print(f"{'pass' if cost <= 1.1 else 'SHORT'} one a second costs {cost:.2f} times decoding alone (goal 1.1)")


if __name__ == "__main__":
    main()
