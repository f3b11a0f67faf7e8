# SPDX-License-Identifier: Apache-2.0
"""Whether a picture is probably as its camera wrote it, with reasons for and against; never more than probably."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from suluh.model.matching import Camera, MediaFacts
from suluh.model.trade import Term

Judgement = Literal["first", "again", "unclear"]
"""Probably first generation; probably written anew by a program; neither can be said."""

FIRST, AGAIN = 500_000, -300_000
"""From this sum on, and down to that one."""

SIZES = {
    1280: "Telegram",
    1600: "WhatsApp",
    2048: "Facebook and X",
    2560: "Telegram",
}
"""Longest sides that services reduce pictures to."""

EDITORS = ("adobe", "canva", "gimp", "imagemagick", "lightroom", "photoshop", "picasa", "picsart", "pixlr", "snapseed")
"""Programs that write pictures anew, as they name themselves; a phone writes its own version there."""

TELLING = ("adobe", "facebook")
"""Blocks of a header that cameras do not write."""

_BY_SERIAL = ("by serial number", "menurut nomor seri")
_BY_MODEL = ("by model; there are many of one model", "menurut model; satu model ada banyak")


class Opinion(NamedTuple):
    """What can be said of one picture."""

    judgement: Judgement
    reasons_for: tuple[Term, ...]
    """For first generation."""

    reasons_against: tuple[Term, ...]


def opinion(facts: MediaFacts, camera: Camera | None = None) -> Opinion:
    """What the header says for and against first generation, and, where its camera is given, what other pictures do."""
    terms = [*_camera(facts), *_size(facts), *_tables(facts), *_programs(facts)]
    if camera is not None:
        terms += _others(facts, camera)
    total = sum(term.score for term in terms)
    judgement: Judgement = "first" if total >= FIRST else "again" if total <= AGAIN else "unclear"
    return Opinion(
        judgement if facts.reason is None else "unclear",
        tuple(term for term in terms if term.score > 0),
        tuple(term for term in terms if term.score <= 0),
    )


def _camera(facts: MediaFacts) -> Iterator[Term]:
    """Camera, time and position in the header."""
    if not (facts.make and facts.model):
        yield Term(
            rule="no-camera", score=-400_000, text="the header names no camera", text_id="header tidak menyebut kamera"
        )
        return
    yield Term(
        rule="camera",
        score=350_000,
        text=f"the header names a camera: {facts.make} {facts.model}",
        text_id=f"header menyebut kamera: {facts.make} {facts.model}",
    )
    if facts.serial:
        yield Term(
            rule="serial",
            score=100_000,
            text="the header holds a serial number of the camera",
            text_id="header memuat nomor seri kamera",
        )
    if facts.taken:
        yield Term(
            rule="time",
            score=100_000,
            text=f"the header says when it was taken: {facts.taken.written}",
            text_id=f"header menyebut waktu pengambilan: {facts.taken.written}",
        )
    if facts.latitude is not None and facts.longitude is not None:
        yield Term(rule="position", score=100_000, text="the header holds a position", text_id="header memuat posisi")
    yield Term(
        rule="header",
        score=0,
        text="any program can write or keep such a header",
        text_id="program apa pun dapat menulis atau mempertahankan header seperti itu",
    )


def _size(facts: MediaFacts) -> Iterator[Term]:
    """The size that EXIF states, and sizes that services reduce pictures to."""
    own, stated = {facts.width, facts.height}, {facts.stated_width, facts.stated_height}
    if None not in stated and own == stated:
        yield Term(
            rule="own-size",
            score=150_000,
            text="it has the size that its header states",
            text_id="ukurannya sama dengan yang disebut headernya",
        )
    elif None not in stated:
        size = f"{facts.stated_width} by {facts.stated_height}"
        yield Term(
            rule="other-size",
            score=-600_000,
            text=f"its header states another size than it has: {size}",
            text_id=f"headernya menyebut ukuran lain: {facts.stated_width} kali {facts.stated_height}",
        )
    longest = max(facts.width or 0, facts.height or 0)
    if longest in SIZES and "exif" not in facts.blocks:
        text = f"its longest side is {longest} points, a size of {SIZES[longest]}, and it has no EXIF block"
        text_id = f"sisi terpanjangnya {longest} piksel, ukuran yang dipakai {SIZES[longest]}, dan tidak ada blok EXIF"
        yield Term(rule="service-size", score=-300_000, text=text, text_id=text_id)


def _tables(facts: MediaFacts) -> Iterator[Term]:
    """Who made the quantisation tables."""
    if facts.tables is None:
        return
    if facts.quality is None:
        yield Term(
            rule="own-tables",
            score=100_000,
            text="its quantisation tables are not the reference encoder's",
            text_id="tabel kuantisasinya bukan tabel enkoder acuan",
        )
    else:
        text = f"its quantisation tables are the reference encoder's at quality {facts.quality}, as programs write them"
        text_id = (
            f"tabel kuantisasinya sama dengan enkoder acuan pada mutu {facts.quality}, seperti yang ditulis program"
        )
        yield Term(rule="reference-tables", score=-100_000, text=text, text_id=text_id)


def _programs(facts: MediaFacts) -> Iterator[Term]:
    """What editors and services leave behind."""
    for name in TELLING:
        if name in facts.blocks:
            yield Term(
                rule=name,
                score=-500_000,
                text=f"its header holds what {name.capitalize()} writes",
                text_id=f"headernya memuat apa yang ditulis {name.capitalize()}",
            )
    software = (facts.software or "").casefold()
    editor = next((name for name in EDITORS if name in software), None)
    if editor:
        yield Term(
            rule="editor",
            score=-500_000,
            text=f"its header names an editor: {editor}",
            text_id=f"headernya menyebut program penyunting: {editor}",
        )


def _others(facts: MediaFacts, camera: Camera) -> Iterator[Term]:
    """What other pictures of the same camera say."""
    body, body_id = _BY_SERIAL if camera.serial else _BY_MODEL
    for one in camera.sightings:
        if one.exhibit in camera.found_on:
            text = f"{one.contents} pictures on {one.exhibit} name this camera, {body}"
            text_id = f"{one.contents} gambar pada {one.exhibit} menyebut kamera ini, {body_id}"
            yield Term(rule="camera-on-exhibit", score=50_000, text=text, text_id=text_id)
    if facts.tables is not None and facts.tables in camera.tables:
        yield Term(
            rule="same-tables",
            score=150_000,
            text="other pictures of this camera have the same tables",
            text_id="gambar lain dari kamera ini memakai tabel yang sama",
        )
