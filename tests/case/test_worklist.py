# SPDX-License-Identifier: Apache-2.0
"""A work list goes out to the unit's viewer, and the same file comes back with categories."""

import csv
import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from tests.case.views.made import PICTURES, SHA
from tests.custody.every_noun import file_away, work_out

from suluh.case.acts.categories import ReadIn, read_categories
from suluh.case.acts.worklist import write_worklist
from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.intake import Content
from suluh.model.matching import Camera, Group, MediaFacts, Sighting
from suluh.model.times import When
from suluh.model.trade import Deal

VICS = "http://github.com/VICSDATAMODEL/ProjectVic/DataModels/2.0.xml/US/$metadata#Media"


@pytest.fixture
def case(copied_case: Case) -> Iterator[Case]:
    """Pictures a (known), b and c (near duplicates), d (benign), e."""
    made = copied_case
    yield made
    made.close()


def listed(case: Case, path: Path) -> list[dict[str, str]]:
    write_worklist(case, path, "viewing")
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def look(case: Case) -> int:
    [row] = [row for row in Viewer(case).list("look") if row["stage"] == "grouped" and row["sets"]]
    return int(str(row["to_look"]))


def told(case: Case, path: Path, **options: str | None) -> tuple[ReadIn, list[str]]:
    sentences: list[str] = []
    done = read_categories(
        case, path, scheme=options.get("scheme"), source=options.get("source"), tell=sentences.append
    )
    return done, sentences


def test_a_group_takes_one_row_that_names_the_others(case: Case, tmp_path: Path) -> None:
    rows = listed(case, tmp_path / "list.csv")

    assert [(row["sha256"], row["near_duplicates"]) for row in rows] == [(SHA["b"], SHA["c"]), (SHA["e"], "")]
    assert [row["path"] for row in rows] == [PICTURES[1].path.decode(), PICTURES[4].path.decode()]
    assert len(rows) == look(case)


def test_the_ledger_says_for_what_a_work_list_was_written(case: Case, tmp_path: Path) -> None:
    write_worklist(case, tmp_path / "list.json", "viewing on Monday")

    body = case.rows.last_entry().body
    digest = hashlib.sha256((tmp_path / "list.json").read_bytes()).hexdigest()
    assert b'"action":"worklist"' in body
    assert b"viewing on Monday" in body
    assert digest.encode() in body


def test_a_work_list_needs_a_purpose_and_a_known_suffix(case: Case, tmp_path: Path) -> None:
    for name, purpose in (("list.csv", None), ("list.doc", "viewing")):
        with pytest.raises(Misuse):
            write_worklist(case, tmp_path / name, purpose)
        assert not (tmp_path / name).exists()


def test_what_is_probably_first_generation_comes_first(case: Case, tmp_path: Path) -> None:
    shot = MediaFacts(
        id=make_id("facts", "e"),
        sha256=SHA["e"],
        make="Pabrik",
        model="Satu",
        taken=When(written="2025:08:30 18:00:01"),
        width=4,
        height=3,
        stated_width=4,
        stated_height=3,
    )
    seen = (Sighting(exhibit="B-1", contents=3),)
    camera = Camera(id=make_id("camera", 1), make="Pabrik", model="Satu", sightings=seen, found_on=("B-1",))
    file_away(case, [shot, camera])
    work_out(case)

    rows = listed(case, tmp_path / "list.csv")

    assert [(row["need"], row["sha256"]) for row in rows] == [("first-generation", SHA["e"]), ("unknown", SHA["b"])]


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_a_list_comes_back_with_categories_and_its_contents_need_no_look(
    case: Case, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"list.{suffix}"
    write_worklist(case, path, "viewing")
    raw = path.read_bytes()
    path.write_bytes(
        raw.replace(b";;;;\r\n", b";unit;2;Satu;2026-01-05\r\n").replace(b'"Category":null', b'"Category":2')
    )

    done, sentences = told(case, path)

    assert (done, sentences) == (ReadIn(rows=2, votes=2, again=0, ungraded=0, flaws=0), [])
    assert look(case) == 0
    assert {row["code"] for row in Viewer(case).list("votes")} == {"2"}
    with pytest.raises(Misuse, match="may hold categories"):
        write_worklist(case, path, "viewing")
    assert write_worklist(case, tmp_path / f"new.{suffix}", "viewing")._asdict() == {
        "looks": 0,
        "others": 0,
        "near_graded": 1,
    }


def test_rows_are_told_by_line_and_all_are_counted(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "graded.csv"
    rows = [f"{SHA['e']},1", "no hash,1", f"{'9' * 64},1", f"{SHA['b']},", f"{SHA['e']},1", f"{SHA['c']},x:0"]
    path.write_text("\n".join(["sha256,Category", *rows]), "utf-8")

    done, sentences = told(case, path, scheme="unit", source="viewer")

    assert done == ReadIn(rows=6, votes=2, again=1, ungraded=1, flaws=2)
    assert sentences == [
        "row 3 of graded.csv was left out: sha256 has 7 characters, not 64",
        "row 4 of graded.csv was left out: its hashes are of no content of this case",
    ]
    assert {(row["scheme"], row["code"]) for row in Viewer(case).list("votes")} == {("unit", "1"), ("x", "0")}


@pytest.mark.parametrize("day", ["05/10/2026", "2026-13-05", "5 Oct"])
def test_a_row_whose_day_cannot_be_told_is_told(case: Case, tmp_path: Path, day: str) -> None:
    path = tmp_path / "graded.csv"
    path.write_text(f"sha256,category,date\n{SHA['e']},1,{day}\n{SHA['b']},,{day}\n{SHA['c']},1,\n", "utf-8")

    done, sentences = told(case, path, scheme="unit", source="viewer")

    assert done == ReadIn(rows=3, votes=1, again=0, ungraded=1, flaws=1)
    reason = f"'{day}' is no date: write it as 2026-09-30, or leave it out"
    assert sentences == [f"row 2 of graded.csv was left out: {reason}"]


def test_hashes_of_more_than_one_content_are_a_flaw(case: Case, tmp_path: Path) -> None:
    other = Content(
        id=make_id("content", "x"),
        file=PICTURES[1].id,
        sha256=SHA["f"],
        sha1="7" * 40,
        md5="8" * 32,
        size=1,
        type="image/png",
    )
    case.keep(Act("digest", "files"), [other])
    path = tmp_path / "graded.csv"
    path.write_text(
        f"sha1,md5,category\n{'7' * 40},{'2' * 32},unit:1\n{'7' * 40},{'8' * 32},unit:1\n,{'2' * 32},unit:1\n", "utf-8"
    )

    done, sentences = told(case, path)

    assert (done.votes, done.flaws) == (1, 2)
    assert ["row 2" in sentences[0], "row 4" in sentences[1]] == [True, True]


def test_the_same_file_twice_adds_nothing_and_the_case_verifies(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "graded.json"
    media = [{"MediaID": 1, "Category": 0, "AlternateHashes": [{"HashName": "SHA256", "HashValue": SHA["e"]}]}]
    path.write_bytes(msgspec.json.encode({"@odata.context": VICS, "value": media}))
    told(case, path)
    entries = case.rows.last_entry().seq

    done, _ = told(case, path)

    assert (done.votes, done.again) == (0, 1)
    assert [(row["scheme"], row["code"]) for row in Viewer(case).list("votes")] == [("vics-2.0-us", "0")]
    assert verify_case(case.folder).entries == entries == case.rows.last_entry().seq


def test_a_row_without_any_scheme_is_told(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "graded.csv"
    path.write_text(f"sha256,category\n{SHA['e']},1\n", "utf-8")

    assert "--scheme" in told(case, path)[1][0]


@pytest.mark.parametrize("text", ["", "name,category\na,1\n", "sha256,name\na,b\n", '{"value": []}'])
def test_a_file_without_categories_is_refused(case: Case, tmp_path: Path, text: str) -> None:
    path = tmp_path / "graded.csv"
    path.write_text(text, "utf-8")

    with pytest.raises(Misuse, match="category"):
        told(case, path)


def test_a_group_whose_leader_is_settled_is_shown_by_another_member(case: Case, tmp_path: Path) -> None:
    case.keep(Act("compare", "case"), [Group(id=make_id("group", 2), contents=(SHA["a"], SHA["e"]))])
    work_out(case)

    assert [row["sha256"] for row in listed(case, tmp_path / "list.csv")] == [SHA["b"], SHA["e"]]


def test_a_group_is_shown_by_the_member_that_is_most_pressing(case: Case, tmp_path: Path) -> None:
    deal = Deal(id=make_id("deal", 9), kind="gift", state="delivered", tier="possible", files=(SHA["c"],))
    case.keep(Act("deals", "case"), [deal])
    work_out(case)

    [first, _] = listed(case, tmp_path / "list.csv")

    assert (first["need"], first["sha256"], first["near_duplicates"]) == ("handed-over", SHA["c"], SHA["b"])
