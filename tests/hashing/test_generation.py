# SPDX-License-Identifier: Apache-2.0
"""First generation is never more than probable, and says why and why not."""

import msgspec

from suluh.hashing.pictures.cameras import by_key, cameras, key_of
from suluh.hashing.pictures.generation import opinion
from suluh.model.matching import MediaFacts
from suluh.model.times import When


def shot(number: int = 0, **changes: object) -> MediaFacts:
    """The header of a made-up camera's picture."""
    sha256 = f"{number:064x}"
    fresh = MediaFacts(
        id=sha256[:26],
        sha256=sha256,
        make="Pabrik Uji",
        model="Model Satu",
        serial="SN-1",
        taken=When(written="2025:08:30 18:00:01"),
        width=4000,
        height=3000,
        stated_width=4000,
        stated_height=3000,
        tables="t" * 64,
        blocks=("exif",),
    )
    return msgspec.structs.replace(fresh, **changes)


STRIPPED = {"make": None, "model": None, "serial": None, "taken": None, "stated_width": None, "stated_height": None}


def test_a_whole_header_of_a_camera_is_probably_first_generation():
    said = opinion(shot())

    assert said.judgement == "first"
    assert {term.rule for term in said.reasons_for} == {"camera", "serial", "time", "own-size", "own-tables"}
    assert [term.text for term in said.reasons_against] == ["any program can write or keep such a header"]


def test_a_picture_as_messengers_write_it_is_probably_written_anew():
    said = opinion(shot(**STRIPPED, width=1600, height=1200, quality=80, blocks=("jfif",)))

    assert said.judgement == "again"
    assert "1600 points, a size of WhatsApp" in " ".join(term.text for term in said.reasons_against)


def test_a_picture_made_smaller_with_its_header_kept_is_not_first_generation():
    assert opinion(shot(width=1280, height=960)).judgement != "first"


def test_a_turned_picture_keeps_its_size():
    assert opinion(shot(width=3000, height=4000)).judgement == "first"


def test_the_name_of_an_editor_speaks_against():
    assert opinion(shot(software="Adobe Photoshop 25.0")).judgement != "first"
    assert opinion(shot(blocks=("exif", "facebook"))).judgement != "first"
    assert opinion(shot(software="A546BXXU1")).judgement == "first"


def test_a_header_that_could_not_be_read_says_nothing():
    assert opinion(MediaFacts(id="x", sha256="a" * 64, reason="broken")).judgement == "unclear"


def test_a_camera_counts_its_pictures_by_exhibit_and_by_what_is_known_of_them():
    shots = [shot(number) for number in range(5)]
    where = {one.sha256: {"B-1"} for one in shots[:4]} | {shots[4].sha256: {"B-1", "B-2"}}

    [found] = cameras(shots, where, {shots[0].sha256}, {shots[0].sha256, shots[1].sha256})

    assert [(one.exhibit, one.contents) for one in found.sightings] == [("B-1", 5), ("B-2", 1)]
    assert (found.contents, found.unknown, found.handed_over) == (5, 4, 1)
    assert found.tables == ("t" * 64,)
    assert found.found_on == ("B-1",)


def test_two_bodies_of_one_model_are_two_cameras():
    shots = [shot(1), shot(2, serial="SN-2")]

    assert len(list(cameras(shots, {}, set(), set()))) == 2


def test_other_pictures_of_the_camera_are_reasons():
    shots = [shot(number) for number in range(4)]
    found = by_key(cameras(shots, {one.sha256: {"B-1"} for one in shots}, set(), set()))

    texts = [term.text for term in opinion(shots[0], found[key_of(shots[0])]).reasons_for]

    assert "4 pictures on B-1 name this camera, by serial number" in texts
    assert "other pictures of this camera have the same tables" in texts
