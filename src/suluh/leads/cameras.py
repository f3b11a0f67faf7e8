# SPDX-License-Identifier: Apache-2.0
"""Work on exhibits with a camera of which unknown pictures were handed over: whom they show may be reachable now."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from suluh.leads.work import SAFEGUARDING, Reason, Work
from suluh.model.matching import Camera


def of_cameras(cameras: Iterable[Camera]) -> Iterator[Work]:
    """One piece of work for each exhibit on which such a camera is found; no person is named, and nothing is scored."""
    found: dict[str, list[Camera]] = defaultdict(list)
    for camera in cameras:
        if camera.handed_over:
            for exhibit in camera.found_on:
                found[exhibit].append(camera)
    for exhibit in sorted(found):
        yield Work(SAFEGUARDING, "camera", exhibit, _reasons(found[exhibit]))


def _reasons(cameras: list[Camera]) -> tuple[Reason, ...]:
    """How far the cameras reach, and how many of their pictures are unknown."""
    exhibits = len({exhibit for camera in cameras for exhibit in camera.found_on})
    handed_over = sum(camera.handed_over for camera in cameras)
    unknown = sum(camera.unknown for camera in cameras)
    return (
        Reason(
            "exhibits",
            exhibits,
            f"A camera that pictures on {exhibits} exhibit{'s' if exhibits != 1 else ''} name made pictures that were "
            "handed over: a child may be reachable now.",
            f"Kamera yang disebut foto-foto pada {exhibits} barang bukti membuat foto yang diserahkan: "
            "seorang anak mungkin masih dapat dijangkau sekarang.",
        ),
        Reason(
            "handed-over",
            handed_over,
            f"{handed_over} handed over are in no set and probably first generation; look at them first.",
            f"{handed_over} foto yang diserahkan tidak ada di himpunan mana pun dan mungkin asli dari kamera; "
            "lihat lebih dahulu.",
        ),
        Reason(
            "unknown",
            unknown,
            f"{unknown} pictures of the camera in all are in no set.",
            f"Seluruhnya {unknown} foto dari kamera itu tidak ada di himpunan mana pun.",
        ),
    )
