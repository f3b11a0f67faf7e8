# SPDX-License-Identifier: Apache-2.0
"""The list of what pictures say of their making."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import hash_sets
from suluh.case.views.hiding import hide
from suluh.case.views.records import CHUNK, chunks
from suluh.case.views.view import Row, View, term_rows
from suluh.hashing.pictures.cameras import Key, by_key, key_of
from suluh.hashing.pictures.generation import Opinion, opinion
from suluh.model.intake import Content, File
from suluh.model.matching import Camera, HashSet, Match, MediaFacts
from suluh.model.times import When


class Facts(View):
    """Camera, times, place and traces of re-encoding of each picture, and whether it is probably first generation."""

    name = "facts"
    nouns = (MediaFacts, Camera, HashSet, Match, Content, File)
    each = MediaFacts
    fields = (
        "sha256",
        "exhibits",
        "generation",
        "sentence",
        "make",
        "model",
        "serial",
        "software",
        "taken",
        "taken_at",
        "latitude",
        "longitude",
        "width",
        "height",
        "tables",
        "quality",
        "blocks",
        "known",
        "camera_on",
        "reasons_for",
        "reasons_against",
        "reason",
    )
    shown = (
        *("sha256", "exhibits", "sentence", "make", "model", "taken", "latitude", "longitude"),
        *("reasons_for", "reasons_against"),
    )
    private = hide(
        make="text",
        model="text",
        serial="secret",
        software="text",
        latitude="secret",
        longitude="secret",
        text="text",
        text_id="text",
    )
    exhibits = ("exhibits",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every picture whose header was read, by content."""
        context = _context(case)
        for chunk in chunks(case.nouns(MediaFacts, order="sha256"), CHUNK):
            places = _exhibits(case, [one.sha256 for one in chunk])
            for one in chunk:
                yield _row(one, sorted(places[one.sha256]), context)


class _Context(NamedTuple):
    """What the rest of the case says."""

    cameras: dict[Key, Camera]
    sets: dict[str, str]
    """What each content is by its digest: known or benign."""

    unknown: str
    """What to say of a content in no set."""


def _context(case: Case) -> _Context:
    exact = sorted(case.nouns(Match, {"kind": "exact"}), key=lambda one: one.set_kind)
    kinds = {one.set_kind for one in exact} | {one.kind for one in hash_sets(case.rows)}
    unknown = "in no known set" if "known" in kinds else "and this case has no known set"
    return _Context(by_key(case.nouns(Camera)), {one.sha256: one.set_kind for one in exact}, unknown)


def _exhibits(case: Case, contents: list[str]) -> dict[str, set[str]]:
    """The exhibits on which each content lies."""
    copies = {one.file: one.sha256 for one in case.rows.by_column(Content, "sha256", contents)}
    found: dict[str, set[str]] = defaultdict(set)
    for file in case.rows.by_column(File, "id", copies):
        found[copies[file.id]].add(file.exhibit)
    return found


def _row(one: MediaFacts, exhibits: list[str], context: _Context) -> Row:
    key = key_of(one)
    camera = context.cameras.get(key) if key else None
    said = opinion(one, camera)
    on = camera.found_on if camera else ()
    known = context.sets.get(one.sha256)
    return {
        "sha256": one.sha256,
        "exhibits": exhibits,
        "generation": said.judgement,
        "sentence": _sentence(said, on, f"in a {known} set" if known else context.unknown),
        "make": one.make,
        "model": one.model,
        "serial": one.serial,
        "software": one.software,
        "taken": one.taken and one.taken.written,
        "taken_at": one.taken and one.taken.at,
        "latitude": _degrees(one.latitude),
        "longitude": _degrees(one.longitude),
        "width": one.width,
        "height": one.height,
        "tables": one.tables,
        "quality": one.quality,
        "blocks": list(one.blocks),
        "known": known == "known",
        "camera_on": list(on),
        "reasons_for": term_rows(said.reasons_for),
        "reasons_against": term_rows(said.reasons_against),
        "reason": one.reason,
        "benign": known == "benign",
        "digitised": _written(one.digitised),
        "changed": _written(one.changed),
        "position_at": one.satellite and one.satellite.at,
        "stated_width": one.stated_width,
        "stated_height": one.stated_height,
        "progressive": one.progressive,
        "unread": list(one.unread),
        "id": one.id,
    }


def _sentence(said: Opinion, on: tuple[str, ...], in_sets: str) -> str:
    """The whole in words."""
    makings = {
        "first": "probably first generation",
        "again": "probably written anew by a program",
        "unclear": "nothing can be said of its making",
    }
    where = f"from a camera also found on {', '.join(on)}" if on else "its camera is not found on these exhibits"
    middle = [where] if said.judgement == "first" else []
    return ", ".join([makings[said.judgement], *middle, in_sets])


def _written(when: When | None) -> str | None:
    return when.written if when else None


def _degrees(millionths: int | None) -> str | None:
    """Millionths of a degree as decimal text."""
    if millionths is None:
        return None
    sign = "-" if millionths < 0 else ""
    return f"{sign}{abs(millionths) // 1_000_000}.{abs(millionths) % 1_000_000:06}"
