# SPDX-License-Identifier: Apache-2.0
"""The look ratio is the one that the truth of a made-up case gives, whatever share of it is known."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from tests.custody.every_noun import file_away, officer, start

from suluh.case.gate.viewer import Viewer
from suluh.hashing.digest import digest
from suluh.hashing.matching.match import exact, groups
from suluh.hashing.pictures.picture import fingerprint
from suluh.hashing.sets.entries import Loaded
from suluh.hashing.sets.gatherer import Gatherer
from suluh.model.ids import make_id
from suluh.model.intake import Content
from suluh.model.matching import HashSet, SetEntry
from suluh.simulator.dice import Dice
from suluh.simulator.evidence.pictures import Gallery, Picture
from suluh.unit.folder import UnitFolder

ALONE, WITH_COPIES, COPIES = 60, 20, 3
SHARES = (0, 20, 60, 90)
MOST = 0.02


@pytest.fixture(scope="module")
def gallery() -> list[Picture]:
    """Pictures alone, and pictures with other encodings and sizes of themselves."""
    made = Gallery(Dice(7), 128)
    for _ in range(ALONE):
        made.new("jpg")
    for _ in range(WITH_COPIES):
        first = made.new("jpg")
        for _ in range(COPIES):
            made.variant(first)
    return list({one.sha256: one for one in made.pictures}.values())


@pytest.fixture(scope="module")
def looks(gallery: list[Picture]):
    return [fingerprint(one.sha256, io.BytesIO(one.data)) for one in gallery]


@pytest.fixture
def ratios(tmp_path: Path, gallery, looks) -> Iterator[Callable[[set[str]], dict[tuple[str, bool], float]]]:
    """The ratios of the list for a case of which some pictures are known."""
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))

    def shown(known: set[str]) -> dict[tuple[str, bool], float]:
        found = contents(gallery)
        file_away(case, found)
        file_away(case, [*exact(found, known_set(known)), *groups(looks)])
        rows = Viewer(case).list("look")
        return {(row["stage"], row["sets"]): row["to_look"] / row["contents"] for row in rows}

    yield shown
    case.close()


def contents(gallery: list[Picture]) -> list[Content]:
    found = []
    for one in gallery:
        sums = digest(io.BytesIO(one.data))
        names = {"sha256": sums.sha256, "sha1": sums.sha1, "md5": sums.md5, "size": sums.size}
        found.append(Content(id=make_id("content", one.key), file=one.key, type="image/jpeg", **names))
    return found


def known_set(known: set[str]) -> tuple[Loaded, ...]:
    gatherer = Gatherer("unit")
    for number, sha256 in enumerate(sorted(known), 1):
        gatherer.add(SetEntry(number=number, sha256=sha256))
    noun = HashSet(id="s", name="unit", kind="known", digest="d" * 64)
    return (Loaded(noun, gatherer.finish),) if known else ()


@pytest.mark.parametrize("share", SHARES)
def test_the_ratio_is_that_of_the_truth_at_every_known_share(ratios, gallery: list[Picture], share: int) -> None:
    number = len(gallery) * share // 100
    order = np.random.PCG64(share).random_raw(len(gallery)).argsort()
    known = {gallery[place].sha256 for place in order[:number]}
    left = [one for one in gallery if one.sha256 not in known]

    found = ratios(known)

    truth = len({one.series for one in left}) / len(gallery)
    assert found["before", True] == 1
    assert found["matched", True] == len(left) / len(gallery)
    assert abs(found["grouped", True] - truth) <= MOST
    assert abs(found["grouped", False] - (ALONE + WITH_COPIES) / len(gallery)) <= MOST
