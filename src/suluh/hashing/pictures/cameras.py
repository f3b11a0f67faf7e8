# SPDX-License-Identifier: Apache-2.0
"""The cameras that pictures of the case name, and how many of their pictures nobody knows yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from suluh.hashing.pictures.generation import opinion
from suluh.model.ids import make_id
from suluh.model.matching import Camera, MediaFacts, Sighting

Key = tuple[str, str, str]
ENOUGH = 3
"""So many pictures of a camera on an exhibit, and the camera counts as found there."""

SHARED = 2
"""Tables that so many pictures of a camera have are its own."""

MOST_TABLES = 32


@dataclass
class _Seen:
    """What the pictures of one camera add up to."""

    exhibits: Counter[str] = field(default_factory=Counter)
    tables: Counter[str] = field(default_factory=Counter)
    contents: int = 0
    unknown: int = 0
    handed_over: int = 0


def key_of(facts: MediaFacts) -> Key | None:
    """What tells one camera from another, or null where the header names none."""
    return (facts.make, facts.model, facts.serial or "") if facts.make and facts.model else None


def cameras(
    facts: Iterable[MediaFacts],
    exhibits: Mapping[str, AbstractSet[str]],
    settled: AbstractSet[str],
    handed_over: AbstractSet[str],
) -> Iterator[Camera]:
    """Every camera that a picture names which is probably first generation.

    `exhibits` says where each content lies, `settled` what stands in a known or benign set, `handed_over` what was
    delivered in a deal.
    """
    seen: dict[Key, _Seen] = {}
    for one in facts:
        key = key_of(one)
        if key is None or opinion(one).judgement != "first":
            continue
        camera = seen.setdefault(key, _Seen())
        camera.contents += 1
        camera.exhibits.update(exhibits.get(one.sha256, ()))
        camera.tables.update([one.tables] if one.tables else [])
        if one.sha256 not in settled:
            camera.unknown += 1
            camera.handed_over += one.sha256 in handed_over
    for key in sorted(seen):
        yield _camera(key, seen[key])


def _camera(key: Key, seen: _Seen) -> Camera:
    make, model, serial = key
    own = sorted((-number, one) for one, number in seen.tables.items() if number >= SHARED)
    return Camera(
        id=make_id("camera", *key),
        make=make,
        model=model,
        serial=serial or None,
        sightings=tuple(Sighting(exhibit=name, contents=seen.exhibits[name]) for name in sorted(seen.exhibits)),
        found_on=tuple(name for name in sorted(seen.exhibits) if seen.exhibits[name] >= ENOUGH),
        tables=tuple(one for _, one in own[:MOST_TABLES]),
        contents=seen.contents,
        unknown=seen.unknown,
        handed_over=seen.handed_over,
    )


def by_key(found: Iterable[Camera]) -> dict[Key, Camera]:
    """Cameras by what tells them apart."""
    return {(one.make, one.model, one.serial or ""): one for one in found}
