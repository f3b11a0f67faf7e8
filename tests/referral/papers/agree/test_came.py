# SPDX-License-Identifier: Apache-2.0
"""A first page names every exhibit of which not all was entered of how it came, also where each step has a row."""

from suluh.case.papers.examined.received import Received
from suluh.case.papers.material import Material
from suluh.case.papers.persons.remarks import Bearing
from suluh.case.papers.veiled import Veiled
from suluh.case.typed.enter import enter
from suluh.model.dossier.exhibits import Extraction, Handling, Seizure

TAKEN = {"exhibit": "B-2", "taken": "2026-01-04T10:30+07:00", "place": "rumah", "holder": "penghuni"}
DONE = {"exhibit": "B-2", "act": "receive", "done": "2026-01-04T15:00+07:00", "giver": "S-1", "taker": "S-1"}
COPIED = {"exhibit": "B-2", "tool": "Alat", "tool_version": "3.1", "examiner": "S-1", "image_digests": ("ab" * 32,)}


def test_an_exhibit_that_has_each_step_and_lacks_parts_of_it_is_named_on_a_first_page(decided):
    enter(decided, Seizure, [TAKEN])
    enter(decided, Handling, [DONE])
    enter(decided, Extraction, [COPIED])
    material = Material(decided, Veiled(decided))
    received = Received(material, ("B-1", "B-2", "B-3"))

    said = [one for one in Bearing(material, (), ()).sums(("B-1", "B-2", "B-3")) if "not all" in one.english.lower()]

    assert "B-2" not in received.bare()
    assert [*received.half_empty()] == ["B-2"]
    assert [one.english for one in said] == [
        "Of how B-2 came not all was entered: not who took it, witnesses, the order and other things. D2, part 3.",
        "Not all was entered of how B-1, B-3 came (taken or received, handled, copied): D2, part 3.",
    ]
    assert said[0].indonesian.startswith("Tentang datangnya B-2 tidak semua dimasukkan: belum siapa yang menyita, ")
