# SPDX-License-Identifier: Apache-2.0
"""What an authority does not cover is listed and hashed, and looked up and read nowhere."""

from pathlib import Path

import pytest
from tests.custody.every_noun import digest, officer, start

from suluh.case.acts.intake import Bag, Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.line.inputs import Inputs
from suluh.case.line.line import LINE
from suluh.case.line.run import run
from suluh.case.line.step import Derived
from suluh.model.ids import file_id, make_id
from suluh.model.intake import Content, File
from suluh.model.matching import Match
from suluh.model.talk import Message
from suluh.unit.folder import UnitFolder

PICTURE = digest("gradient")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    unit = UnitFolder(tmp_path / "unit")
    return start(tmp_path / "case", unit, officer(unit, "S-1"))


def hold(case: Case, folder: Path, label: str, kinds: tuple[str, ...]) -> None:
    """An exhibit that holds the picture, under a paper that covers these kinds."""
    record_authority(case, Paper("court", f"P-{label}", "PN Contoh", "2026-01-01", kinds=kinds))
    (folder / label).mkdir()
    add_exhibit(case, Bag(folder / label, label, f"P-{label}"))
    file = File(id=file_id(label, "1", (), b"a.jpg"), exhibit=label, acquisition="1", path=b"a.jpg", order=1)
    content = Content(
        id=make_id("content", file.id), file=file.id, sha256=PICTURE, sha1="", md5="", size=1, type="image/jpeg"
    )
    case.keep(Act("digest", "files"), [file, content])


def matches(case: Case) -> list[str]:
    step = next(one for one in LINE if isinstance(one, Derived) and one.name == "match")
    return [one.sha256 for one in step.work(Inputs(case.rows, case.acting)) if isinstance(one, Match)]


def test_a_picture_is_looked_up_in_sets_only_where_its_authority_covers_media(case: Case, tmp_path: Path) -> None:
    (tmp_path / "set.csv").write_text(f"sha256\n{PICTURE}\n")
    add_set(case, tmp_path / "set.csv", kind="known")

    hold(case, tmp_path, "B-1", ("chat",))
    assert matches(case) == []

    hold(case, tmp_path, "B-2", ("media",))
    assert matches(case) == [PICTURE]
    case.close()


def test_a_chat_on_two_exhibits_is_read_under_each_paper_as_far_as_it_covers(case: Case, tmp_path: Path) -> None:
    days = ("01/01/26", "02/01/26", "03/01/26")
    chat = "".join(f"{day}, 10.00 - Toko Bunga: paket {number}\n" for number, day in enumerate(days))
    terms = ({"kinds": ("media",)}, {"covers_to": "2026-01-01"}, {"covers_from": "2026-01-03"}, {})
    for number, covered in enumerate(terms, 1):
        folder = tmp_path / f"B-{number}"
        folder.mkdir()
        (folder / "WhatsApp Chat with Toko Bunga.txt").write_text(chat)
        record_authority(case, Paper("court", f"P-{number}", "PN Contoh", "2026-01-01", **covered))
        add_exhibit(case, Bag(folder, f"B-{number}", f"P-{number}"))

    run(case, lambda _: None)

    found = sorted((one.place.exhibit, one.text) for one in case.nouns(Message))
    case.close()
    assert found == [("B-2", "paket 0"), ("B-3", "paket 2"), *(("B-4", f"paket {number}") for number in range(3))]
