# SPDX-License-Identifier: Apache-2.0
"""Papers for support say numbers, needs and days, and name nobody."""

import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from tests.case.sharing.conftest import pages
from tests.custody.every_noun import clock, officer, work_out
from tests.referral.made import FILES, LILI, NAMES

from suluh.case.acts.admit import admit
from suluh.case.case import Acting, Case
from suluh.case.keep import Act
from suluh.case.sharing import knowing
from suluh.case.sharing.care import write_care
from suluh.case.typed.enter import correct, enter
from suluh.case.verify.case import verify_case
from suluh.model.dossier.care import Protected, SupportNote
from suluh.model.dossier.papers import Paper
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import Decision
from suluh.model.trade import Deal
from suluh.referral.papers.beside.restitution import Counted, Told, restitution
from suluh.referral.papers.beside.sheet import Foot, set_sheet

WHY = "untuk LPSK"
WORDS = [*NAMES.values(), *FILES, "Rahasia", "50rb", "Panggilan", "TRSF", "Lili", "Kecil", "lilikecil", "Raharjo"]


def written(case: Case, folder: Path, **of: str) -> dict[str, str]:
    return {path.name: pages(path) for path in write_care(case, folder, WHY, **of).paths}


def test_a_child_gets_the_note_and_the_summary_in_both_languages(case: Case, tmp_path: Path) -> None:
    found = written(case, tmp_path / "out", person="AK-1")

    assert list(found) == ["D7-AK-1-id.pdf", "D7-AK-1-en.pdf", "D6-AK-1-id.pdf", "D6-AK-1-en.pdf"]
    assert all(text.count("RAHASIA") >= 1 for text in found.values())


def test_the_summary_counts_confirmed_and_possible_deals_apart(case: Case, tmp_path: Path) -> None:
    text = written(case, tmp_path / "out", person="AK-1")["D6-AK-1-id.pdf"]

    assert "SR-1 2 2 1 1 1 1" in text  # contents, files, exhibits, confirmed, possible, buyers
    assert "SR-2 1 1 1 1 0 1" in text
    assert "Seluruhnya 3 3 1 2 1 1" in text  # one buyer in both
    assert "SR-1 2026-01-01 2026-01-01 Rp50.000,01" in text
    assert "Seluruhnya 2026-01-01 2026-01-04 Rp100.000,05" in text
    assert "Harga transaksi bukan ukuran kerugian." in text


def test_deals_with_somebody_under_guard_are_in_no_number_of_the_summary(case: Case, tmp_path: Path) -> None:
    named = {one.buyer for one in case.nouns(Deal) if one.judgement == "confirmed"}
    enter(case, Protected, [{"accounts": tuple(sorted(filter(None, named))), "why": "uji"}])

    text = written(case, tmp_path / "out", person="AK-1")["D6-AK-1-en.pdf"]

    assert re.search(r"SR-1 2 2 1 0 \d 0", text)
    assert "50,000.01" not in text
    assert re.search(r"Deals withheld: protected accounts [1-9]", text)


def test_the_summary_says_who_was_told(case: Case, tmp_path: Path) -> None:
    text = written(case, tmp_path / "out", series="SR-1")["D6-SR-1-en.pdf"]

    assert "pemberitahuan B/8, 2026-02-01" in text
    assert re.search(r"Partners, by a package that lists a content of it MY, 2026-01-02", text)


def test_papers_for_support_say_what_their_codes_mean(case: Case, tmp_path: Path) -> None:
    found = written(case, tmp_path / "out", person="AK-1")

    assert "SR-1, SR-2, dan seterusnya: seri isi, dengan kode netral." in found["D6-AK-1-id.pdf"]
    assert "AK-1, AK-2 and so on: a child victim" in found["D6-AK-1-en.pdf"]
    assert "AK-1, AK-2 and so on: a child victim" in found["D7-AK-1-en.pdf"]
    assert "SR-1" not in found["D7-AK-1-en.pdf"]


def test_a_series_gets_its_summary_alone(case: Case, tmp_path: Path) -> None:
    found = written(case, tmp_path / "out", series="SR-2")

    assert list(found) == ["D6-SR-2-id.pdf", "D6-SR-2-en.pdf"]
    assert "Seluruhnya" not in found["D6-SR-2-id.pdf"]


def test_the_note_says_risk_first_and_then_needs(case: Case, tmp_path: Path) -> None:
    text = written(case, tmp_path / "out", person="AK-1")["D7-AK-1-id.pdf"]

    said = [
        "Bahaya sekarang",
        "tinggal serumah",
        "pendampingan",
        "lewat sekolah",
        "Jawa",
        "anak korban sejak 2026-01-01",
    ]
    places = [text.find(one) for one in said]
    assert places == sorted(places)
    assert -1 not in places
    assert "paper-1 BAP Anak B/7, 2026-02-01" in text
    assert "anak saksi" in text  # by an account that is joined


def test_no_name_hash_file_or_deal_is_in_any_byte(case: Case, tmp_path: Path) -> None:
    paths = write_care(case, tmp_path / "out", WHY, person="AK-1").paths

    said = "\n".join(pages(path) for path in paths)
    raw = b"\n".join(path.read_bytes() for path in paths)
    assert [word for word in WORDS if word in said or word.encode() in raw] == []
    assert re.findall(r"[0-9a-f]{17,}|\bR-\d|\bK-\d|\+62\d+", said) == []
    note = pages(tmp_path / "out" / "D7-AK-1-en.pdf")
    assert re.search(r"SHA-256 of this paper begins [0-9a-f]{16} ", " ".join(note.split()))
    assert [word for word in ("deal", "buyer", "series", "SR-", "IDR", "content") if word in note] == []


NAMED = {
    "a name of the vault": {"why": "rumah Lili"},
    "a name that a chat gives": {"needs": "panggil lilikecil"},
    "a number": {"contact": "WA 0812 0000 0009"},
    "a hash": {"language": "a" * 64},
}


@pytest.mark.parametrize("name", NAMED)
def test_a_note_that_names_somebody_is_not_written(case: Case, tmp_path: Path, name: str) -> None:
    [field] = NAMED[name]
    correct(case, SupportNote, "supportnote-1", NAMED[name], "uji")

    with pytest.raises(Misuse, match=f"{field} of supportnote-1 holds a name") as refused:
        write_care(case, tmp_path / "out", WHY, person="AK-1")

    assert not (tmp_path / "out").exists()
    assert [one for one in ("Lili", "lilikecil", "0009", "aaaa") if one in str(refused.value)] == []


@pytest.mark.parametrize("of", [{"person": "AK-1"}, {"series": "SR-1"}])
def test_a_paper_whose_number_names_somebody_is_not_named(case: Case, tmp_path: Path, of: dict[str, str]) -> None:
    correct(case, Paper, "paper-2", {"number": "B/8/Lili"}, "uji")

    with pytest.raises(Misuse, match="the number of a paper"):
        write_care(case, tmp_path / "out", WHY, **of)

    assert not (tmp_path / "out").exists()


def test_the_note_does_not_wait_for_a_run_and_the_summary_does(case: Case, tmp_path: Path) -> None:
    admit(case, officer(case.acting.unit, "P-1", "analyst").public)
    case.keep(*_undone(case))

    done = write_care(case, tmp_path / "out", WHY, person="AK-1")

    assert [path.name for path in done.paths] == ["D7-AK-1-id.pdf", "D7-AK-1-en.pdf"]
    assert any("start `suluh run CASE`" in one for one in done.left)


def _undone(case: Case) -> tuple[Act, list[Decision]]:
    """A decision that no run has worked out."""
    by, order = case.acting.key.code, len(list(case.nouns(Decision))) + 1
    told = {"act": "role", "left": LILI, "right": "seller", "by": by, "at": "2026-01-02T03:04:05Z", "order": order}
    return Act("decide", "by hand"), [Decision(id=make_id("decision", order), **told)]


@pytest.mark.parametrize("of", [{}, {"person": "AK-1", "series": "SR-1"}, {"person": "../AK-1"}, {"person": "Lili"}])
def test_what_is_no_code_or_not_one_is_refused(case: Case, tmp_path: Path, of: dict[str, str]) -> None:
    with pytest.raises(Misuse):
        write_care(case, tmp_path / "out", WHY, **of)


@pytest.mark.parametrize("of", [{"person": "AK-9"}, {"series": "SR-9"}])
def test_of_whom_nothing_is_known_nothing_is_written(case: Case, tmp_path: Path, of: dict[str, str]) -> None:
    with pytest.raises(UnknownObject):
        write_care(case, tmp_path / "out", WHY, **of)

    assert not (tmp_path / "out").exists()


def test_a_purpose_is_needed_and_stands_in_the_ledger(case: Case, tmp_path: Path) -> None:
    with pytest.raises(Misuse, match="--purpose"):
        write_care(case, tmp_path / "out", None, person="AK-1")
    write_care(case, tmp_path / "out", WHY, person="AK-1")

    body = msgspec.json.decode(case.rows.last_entry().body)
    assert (body["action"], body["object"], body["detail"]["purpose"]) == ("export", "D7-AK-1 D6-AK-1", WHY)
    verify_case(case.folder)


@pytest.mark.parametrize("access", ["examiner", "analyst"])
def test_whose_access_does_not_cover_children_writes_nothing(case: Case, tmp_path: Path, access: str) -> None:
    key = officer(case.acting.unit, "F-1", access)
    admit(case, key.public)
    case.close()
    other = Case.open(case.folder, Acting(key, case.acting.unit, clock()))

    with pytest.raises(NotAllowed):
        write_care(other, tmp_path / "out", WHY, person="AK-1")
    other.close()


def test_whom_the_vault_is_shut_to_is_told_so(case: Case, tmp_path: Path) -> None:
    key = officer(case.acting.unit, "C-1", "child-protection")
    admit(case, key.public)
    work_out(case)
    case.close()
    other = Case.open(case.folder, Acting(key, case.acting.unit, clock()))

    done = write_care(other, tmp_path / "out", WHY, person="AK-1")
    other.close()

    assert any("identity-1 was not sealed for C-1" in one for one in done.left)


def test_the_same_paper_gives_the_same_bytes() -> None:
    one = Counted(code="SR-1", contents=1, files=2, exhibits=1, confirmed=1, possible=0, buyers=1, paid=(("IDR", 5),))
    foot = Foot(at="2026-01-02T03:04:05Z", tool="suluh 1", entry=4, root="3f2a")

    first, second = (set_sheet(restitution("SR-1", (one,), one, Told()), foot, "id") for _ in range(2))

    assert first == second


def duties() -> Iterator[dict[str, object]]:
    """Rows as a list of duties has them."""
    told = {"law": "UU 12/2022", "article": "31(1)", "due": "2026-03-01T00:00:00Z", "state": "late"}
    told |= {"duty": "Tell of restitution", "duty_id": "Memberitahukan restitusi"}
    yield {**told, "event": "identity-1", "about": ["AK-1"]}
    yield {**told, "law": "another", "event": "paper-9", "about": ["AK-2"]}


def test_duties_towards_a_child_stand_in_its_note(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    view = SimpleNamespace(rows=lambda _: duties())
    monkeypatch.setattr(knowing, "views", lambda: {"duties": view})

    text = written(case, tmp_path / "out", person="AK-1")["D7-AK-1-id.pdf"]

    assert "UU 12/2022 31(1): Memberitahukan restitusi 2026-03-01 lewat" in text
    assert "another" not in text
