# SPDX-License-Identifier: Apache-2.0
"""The list of facts says how pictures were made, and hides where and by which body."""

from collections.abc import Iterator

import pytest
from tests.case.views.made import SHA
from tests.custody.every_noun import file_away

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.model.body import Noun
from suluh.model.ids import make_id
from suluh.model.matching import Camera, MediaFacts, Sighting
from suluh.model.times import When


def nouns() -> Iterator[Noun]:
    for letter in "ab":
        yield MediaFacts(
            id=make_id("facts", letter),
            sha256=SHA[letter],
            make="Pabrik Uji",
            model="Model Satu",
            serial="SN-77",
            taken=When(written="2025:08:30 18:00:01", local="2025-08-30T18:00:01"),
            latitude=-6_175_392,
            longitude=106_827_000,
            width=40,
            height=30,
            stated_width=40,
            stated_height=30,
            blocks=("exif",),
        )
    sightings = (Sighting(exhibit="B-1", contents=7), Sighting(exhibit="B-2", contents=1))
    yield Camera(
        id=make_id("camera", 1),
        make="Pabrik Uji",
        model="Model Satu",
        serial="SN-77",
        sightings=sightings,
        found_on=("B-1",),
        contents=8,
    )


@pytest.fixture
def looked(case: Case) -> Case:
    file_away(case, nouns())
    return case


def test_the_sentence_says_generation_camera_and_sets(looked: Case) -> None:
    rows = list(Viewer(looked, "test").list("facts"))

    assert [row["sentence"] for row in rows] == [
        "probably first generation, from a camera also found on B-1, in a known set",
        "probably first generation, from a camera also found on B-1, in no known set",
    ]
    assert (rows[1]["latitude"], rows[1]["longitude"]) == ("-6.175392", "106.827000")
    assert all(row["reasons_for"] and row["reasons_against"] for row in rows)


def test_position_and_serial_number_are_hidden_without_a_purpose(looked: Case) -> None:
    for row in Viewer(looked).list("facts"):
        assert (row["latitude"], row["longitude"], row["serial"]) == (None, None, None)
        assert "SN-77" not in str(row)
        assert (row["make"], row["taken"]) == ("Pabrik Uji", "2025:08:30 18:00:01")
