# SPDX-License-Identifier: Apache-2.0
"""D8 says the terms, the risk, what is asked and a grade for each row of an approved package, and nothing beyond it."""

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from tests.case.sharing.conftest import pages
from tests.referral.made import ABROAD, ANI, BUDI, LILI, NAMES, SITI

from suluh.case.case import Case
from suluh.case.sharing.partner import _facts, _stands, write_partner
from suluh.case.typed.enter import correct, enter
from suluh.case.verify.case import verify_case
from suluh.model.after.sharing import Draft
from suluh.model.dossier.care import Protected
from suluh.model.dossier.partner import Grade, PartnerNote
from suluh.model.errors import BrokenCustody, Misuse, UnknownObject
from suluh.model.trade import Deal
from suluh.referral.dossier import DealLine
from suluh.referral.papers.forms.d8 import CONFIRMED, SUGGESTED, PartnerFacts, Stands, sections

WHY = "lewat atase"
NOTE = {
    "number": "R/7/2026",
    "channel": "police",
    "transfer": "safeguards",
    "transfer_why": "perjanjian kerja sama 2024",
    "purpose": "finding a child",
    "onward": "to nobody without our word",
    "expires": "2099-01-01",
    "child_reachable": "not-known",
    "suspect_told": "no",
    "risk": "do not call the number",
    "asked": ("who holds the number", "logins of the last year"),
    "asked_by": "2098-12-31",
    "contact": "Unit Contoh",
}


def note(case: Case, **fields: object) -> PartnerNote:
    [package] = [one.id for one in case.nouns(Draft)]
    return enter(case, PartnerNote, [{"package": package, **NOTE, **fields}])[0]


def graded(case: Case, row: str, source: str, information: str) -> None:
    enter(case, Grade, [{"note": "partnernote-1", "row": row, "source": source, "information": information}])


def test_the_paper_says_terms_risk_what_is_asked_and_grades(case: Case, tmp_path: Path) -> None:
    note(case)
    graded(case, "all", "B", "3")
    graded(case, "K-1", "A", "1")

    paths = {path.name: path for path in write_partner(case, "partnernote-1", tmp_path / "d8", WHY)}

    assert set(paths) == {"D8-MY.json", "D8-MY.xlsx", "D8-MY-en.pdf", "D8-MY-id.pdf"}
    english, local = pages(paths["D8-MY-en.pdf"]), pages(paths["D8-MY-id.pdf"])
    for said in (
        *("only after mutual legal assistance", "not known: act as if yes", "do not call the number"),
        *("1 who holds the number 2098-12-31", "phone code alone: possible", "adequate and binding safeguards"),
        *("2099-01-01", "UU 27/2022 art. 56", "H1", SITI.partition(":")[2], "A1", "B3"),
    ):
        assert said in english, said
    assert "Risiko: baca lebih dahulu" in local
    for said in ("H1: tidak untuk pengadilan", "Ditahan: akun", "Ditahan: rangkaian", "K-1, K-2, dan seterusnya"):
        assert said in local, said
    assert "Ditahan: accounts" not in local
    assert "Rp50.000,0" in local
    assert "IDR 50,000.0" in english
    verify_case(case.folder)


def test_a_package_that_names_somebody_who_was_protected_since_is_not_written(case: Case, tmp_path: Path) -> None:
    note(case)
    enter(case, Protected, [{"accounts": (SITI,), "why": "uji"}])

    with pytest.raises(Misuse, match=r"names [12] of the accounts that are protected now"):
        write_partner(case, "partnernote-1", tmp_path / "d8", WHY)

    assert not (tmp_path / "d8").exists()


def test_nobody_of_another_country_and_no_name_is_in_any_byte(case: Case, tmp_path: Path) -> None:
    note(case, channel="mla")

    paths = write_partner(case, "partnernote-1", tmp_path / "d8", WHY)

    raw = b""
    for path in paths:
        parts = zipfile.ZipFile(path) if path.suffix in {".xlsx", ".docx"} else None
        raw += path.read_bytes() if parts is None else b"".join(map(parts.read, parts.namelist()))
    raw += "".join(pages(path) for path in paths if path.suffix == ".pdf").encode()
    numbers = [one.partition(":")[2] for one in (ANI, BUDI, LILI, ABROAD)]
    assert [one for one in (*numbers, *NAMES.values()) if one.encode() in raw] == []


def test_a_request_for_legal_assistance_is_drafted_by_its_headings(case: Case, tmp_path: Path) -> None:
    note(case, channel="mla")

    write_partner(case, "partnernote-1", tmp_path / "d8", WHY)

    with zipfile.ZipFile(tmp_path / "d8" / "D8-MY-mla-en.docx") as parts:
        text = parts.read("word/document.xml").decode()
    assert all(f"1({letter})" in text for letter in "abcdefgh")
    assert all(f"2({letter})" in text for letter in "abcd")
    assert "who holds the number" in text
    assert "2098-12-31" in text
    assert "no finding of guilt" in text


def test_a_deal_that_nobody_decided_is_called_so(case: Case) -> None:
    facts = _facts(case, note(case))
    held = {one.judgement: one for one in case.nouns(Deal)}
    lines = tuple(line_of(str(said), held[said]) for said in ("confirmed", None))

    found = _stands(case, msgspec.structs.replace(facts.package, deals=lines))

    assert [found[line.code].is_confirmed for line in lines] == [True, False]
    assert set(stands(replace(facts, stands={}))) == {SUGGESTED}
    yes = {one.code: Stands(is_confirmed=True) for one in facts.package.deals}
    assert set(stands(replace(facts, stands=yes))) == {CONFIRMED}


def line_of(code: str, one: Deal) -> DealLine:
    """A deal as a package tells it."""
    same = ("kind", "state", "tier", "offered_at", "paid_at", "delivered_at")
    counts = ("items_promised", "items_delivered", "items_distinct")
    told = {name: getattr(one, name) for name in (*same, *counts)}
    return DealLine(code=code, payments=len(one.payments), **told)


def stands(facts: PartnerFacts) -> list[object]:
    table = next(one for section in sections(facts) for one in section.tables if one.name == "5 rangkaian")
    at = [head.english for head in table.heads].index("Stands")
    return [row[at] for row in table.rows]


def test_a_row_without_a_grade_says_so(case: Case, tmp_path: Path) -> None:
    note(case)
    write_partner(case, "partnernote-1", tmp_path / "d8", WHY)

    assert "not graded" in pages(tmp_path / "d8" / "D8-MY-en.pdf")


def test_a_grade_of_a_row_that_the_package_has_not_is_refused_and_its_rows_named(case: Case, tmp_path: Path) -> None:
    note(case)
    graded(case, "K-99", "A", "1")

    with pytest.raises(Misuse, match=r"K-99, which the package has not: it has .*K-1"):
        write_partner(case, "partnernote-1", tmp_path / "d8", WHY)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"expires": "2020-01-01"}, "nothing is to be used after 2020-01-01"),
        ({"package": "paper-1"}, "no approved package"),
    ],
)
def test_a_note_that_cannot_stand_over_a_package_is_refused(
    case: Case, tmp_path: Path, fields: dict[str, str], says: str
) -> None:
    note(case, **fields)

    with pytest.raises(Misuse, match=says):
        write_partner(case, "partnernote-1", tmp_path / "d8", WHY)
    assert not (tmp_path / "d8").exists()


def test_a_package_that_is_not_there_and_a_grade_without_a_note_are_refused(case: Case) -> None:
    with pytest.raises(UnknownObject, match="called x"):
        note(case, package="x")
    with pytest.raises(UnknownObject, match="no partnernote"):
        graded(case, "all", "A", "1")


def test_a_package_that_was_changed_is_not_written_of(case: Case, tmp_path: Path) -> None:
    made = note(case)
    package = case.folder.releases / f"package-{made.package}" / "package.json"
    told = json.loads(package.read_bytes())
    package.write_bytes(json.dumps({**told, "country": "SG"}).encode())

    with pytest.raises(BrokenCustody):
        write_partner(case, "partnernote-1", tmp_path / "d8", WHY)


def test_the_same_note_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    note(case, channel="mla")
    moment = case.acting.now()
    case._acting = replace(case.acting, now=lambda: moment)

    one, other = (write_partner(case, "partnernote-1", tmp_path / name, WHY) for name in ("one", "two"))

    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]
    correct(case, PartnerNote, "partnernote-1", {"risk": "lain"}, "uji")
    assert write_partner(case, "partnernote-1", tmp_path / "three", WHY)[0].read_bytes() != one[0].read_bytes()
