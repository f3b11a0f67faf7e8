# SPDX-License-Identifier: Apache-2.0
"""Papers as files: the same bytes again, no child's name in any of them, one ledger entry, refusals in sentences."""

import hashlib
import io
import json
import re
import zipfile

import pypdfium2
import pytest
from tests.custody.every_noun import officer
from tests.decided import CHILD
from tests.desk.test_words import AVOIDED

from suluh.case.acts.admit import admit
from suluh.case.acts.papers import How, write_papers
from suluh.case.case import Acting, Case
from suluh.case.keep import Act
from suluh.case.papers.hints.asked import HINTS
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.material import Material
from suluh.case.papers.persons.catalogue import NAME, catalogue
from suluh.case.papers.veiled import Veiled
from suluh.case.typed.enter import enter
from suluh.custody.entry import Entry
from suluh.model.body import body
from suluh.model.dossier.care import Identity
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.talk import Account
from suluh.model.trade import Deal
from suluh.referral.papers.forms.d2_again import DECIDING
from suluh.referral.papers.values import Both

from .conftest import AT


def text_of(path):
    """All that a file says, read out of what packs it."""
    raw = path.read_bytes()
    if path.suffix == ".pdf":
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            return "".join(book.read(name).decode() for name in book.namelist())
    return raw.decode("utf-8", "backslashreplace")


def sentences(papers):
    """Every text in both languages that a paper may print."""
    found, waiting = [], list(papers.documents)
    while waiting:
        one = waiting.pop()
        if isinstance(one, Both):
            found.append(one)
        elif hasattr(one, "__struct_fields__"):
            waiting += [getattr(one, name) for name in one.__struct_fields__]
        elif isinstance(one, tuple):
            waiting += one
    return found


def test_the_same_case_and_time_give_the_same_bytes_however_often_it_was_read(decided, papers, tmp_path):
    again = write_papers(decided, tmp_path / "again", Wanted(tell=str), How("uji lagi"), AT)

    assert {one.name: one.read_bytes() for one in again} == {
        one.name: one.read_bytes() for one in papers.written.iterdir()
    }


def test_no_name_and_no_number_of_a_child_is_in_any_byte(papers):
    case = Case.open(papers.folder, papers.acting)
    material = Material(case, Veiled(case))
    accounts = material.parties.children
    names = {CHILD, *(name for one in accounts for name in material.names.get(one, ()))}
    digits = {re.sub(r"\D", "", one.partition(":")[2]) for one in accounts if "/" not in one}
    case.close()
    assert papers.child in accounts

    for path in sorted(papers.written.iterdir()):
        text = text_of(path).casefold()
        plain = re.sub(r"[\s-]", "", text)
        assert [one for one in names if one.casefold() in text] == [], path.name
        assert [one for one in digits if len(one) >= 8 and one in plain] == [], path.name


def test_a_child_has_a_paper_under_a_code(papers):
    [paper] = [one for one in papers.documents if one.number == "D4-AK-1"]

    accounts = next(one for one in paper.tables() if one.name == "0a akun")

    assert [row[0] for row in accounts.rows] == ["AK-1"]
    assert accounts.rows[0][2] == Both("not printed", "tidak dicetak")


def test_the_manifest_names_every_file_and_the_ledger_holds_its_digest(papers):
    raw = (papers.written / "manifest.json").read_bytes()
    listed = {one["name"]: one["sha256"] for one in json.loads(raw)["files"]}
    case = Case.open(papers.folder, papers.acting)
    entries = [Entry.read(one.body) for one in case.rows.entries()]
    case.close()

    files = [one for one in papers.written.iterdir() if one.name != "manifest.json"]
    assert listed == {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in files}
    [entry] = [one for one in entries if one.action == "papers"]
    assert entry.detail["purpose"] == "uji"
    assert entry.detail["digest"] == hashlib.sha256(raw).hexdigest()


def test_each_page_says_what_it_is_whose_copy_and_how_far_the_ledger_had_grown(papers):
    for path in sorted(papers.written.glob("*.pdf")):
        pages = pypdfium2.PdfDocument(path)
        for number, page in enumerate(pages, 1):
            text = page.get_textpage().get_text_range()
            assert "RAHASIA" in text
            assert path.stem in text
            assert f"{number} / {len(pages)}" in text
            assert "titik periksa: catatan" in text
        whole = hashlib.sha256(path.with_suffix(".json").read_bytes()).hexdigest()
        assert whole in text_of(path)


def test_every_digest_of_a_paper_can_be_searched_and_copied_as_one_string(papers):
    for path in sorted(papers.written.glob("*.pdf")):
        text = text_of(path)
        digests = set(re.findall(r"\b[0-9a-f]{64}\b", path.with_suffix(".json").read_text("utf-8")))
        assert [one for one in digests if one not in text] == [], path.name
        assert re.findall("[\u200b-\u200d\u2060\ufeff]", text) == [], path.name


def test_every_path_that_deals_rest_on_can_be_copied_from_the_report(papers):
    text = text_of(papers.written / "D2.pdf").replace("\r\n", "")
    rows = next(one for paper in papers.documents for one in paper.tables() if one.name == DECIDING).rows
    paths = [row[3] if isinstance(row[3], str) else row[3].indonesian for row in rows]

    assert paths
    assert [one for one in paths if one.replace(" ", "") not in text.replace(" ", "")] == []


def test_copies_are_numbered_with_their_recipients(decided, tmp_path):
    how = How("uji", copies=("Kejari Contoh", "Arsip satuan"))

    write_papers(decided, tmp_path / "two", Wanted(forms=("D5",), tell=str), how, AT)

    [first] = (tmp_path / "two" / "salinan-1").glob("*.pdf")
    [second] = (tmp_path / "two" / "salinan-2").glob("*.pdf")
    assert "Salinan 1 dari 2 untuk: Kejari Contoh" in text_of(first)
    assert "Salinan 2 dari 2 untuk: Arsip satuan" in text_of(second)


def test_no_paper_has_a_score_a_bare_percentage_or_a_word_to_avoid(papers):
    texts = [text for one in sentences(papers) for text in (one.english, one.indonesian)]

    assert [text for text in texts if re.search(r"\d ?%(?! interval)|dari 100 rangkaian|in 100 deals", text)] == []
    kept = [
        text
        for text in texts
        if not re.search("BAP tersangka|record of interview of the suspect|^(Tersangka|Suspect)$", text)
    ]
    assert [text for text in kept if AVOIDED.search(text)] == []


def test_zero_of_the_same_sum_is_said_in_words(papers):
    said = [one.indonesian for one in sentences(papers) if "berjumlah sama" in one.indonesian]

    assert any("tidak ada baris terhitung lain berjumlah sama" in one and "di rekening ini" in one for one in said)


def test_every_explanation_of_the_list_has_a_hint_and_every_paper_all_of_them(papers, decided):
    rows = catalogue(decided)

    assert {one.hint for one in rows} == HINTS.keys()
    for paper in papers.documents:
        if paper.form in {"D3", "D4"}:
            table = next(one for one in paper.tables() if one.name == "5 penjelasan lain")
            assert {row[0] for row in table.rows} == {one.number for one in rows}
            assert all(row[2].parts for row in table.rows)


def test_an_answer_of_an_officer_stands_beside_its_explanation(papers):
    [sheet] = [one for one in papers.documents if one.form == "D5"]
    table = next(one for one in sheet.tables() if one.name == "7 penjelasan lain")

    states = [(row[0], row[3].indonesian) for row in table.rows if row[0] in {1, 2, 4}]

    assert states == [(1, "tidak berlaku"), (2, "terbuka"), (4, "dijawab"), (4, "terbuka untuk yang lain")]


def test_the_unit_edits_the_list_of_explanations(decided):
    own = decided.acting.unit.path / NAME
    own.write_text("number;hint;indonesian;english\n7;;barang lain;other goods\n", "utf-8")
    assert [one.title.indonesian for one in catalogue(decided)] == ["barang lain"]

    own.write_text("number;hint;indonesian\n", "utf-8")

    with pytest.raises(Misuse, match="other columns"):
        catalogue(decided)


def test_counts_of_the_report_add_up_and_it_lists_the_annexes(papers):
    report = next(one for one in papers.documents if one.number == "D2")
    tables = {one.name: one for one in report.tables()}

    for row in tables["7a file"].rows:
        assert row[1] + row[8] == sum(row[2:9])
    others = {one.number for one in papers.documents if one.number != "D2"}
    assert {row[0] for row in tables["14a lampiran"].rows} == others
    assert len(tables["5a langkah"].rows) == 19


def test_what_cannot_be_written_is_said_in_a_sentence(decided, tmp_path):
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")

    with pytest.raises(Misuse, match="holds something"):
        write_papers(decided, tmp_path / "full", Wanted(tell=str), How("uji"), AT)
    with pytest.raises(Misuse, match="'D9' is no paper"):
        write_papers(decided, tmp_path / "new", Wanted(forms=("D9",), tell=str), How("uji"), AT)
    with pytest.raises(UnknownObject, match="no dossier dossier-9"):
        write_papers(decided, tmp_path / "new", Wanted(dossier="dossier-9", tell=str), How("uji"), AT)
    with pytest.raises(Misuse, match="one line"):
        write_papers(decided, tmp_path / "new", Wanted(tell=str), How("uji", copies=("a\nb",)), AT)
    assert not (tmp_path / "new").exists()


def test_who_is_named_for_an_annex_and_has_none_is_told(decided, tmp_path):
    idle = next(one.account for one in decided.nouns(Account) if not _trades(decided, one.account))

    with pytest.raises(Misuse, match="stands in no confirmed deal for which D4 is written"):
        write_papers(decided, tmp_path / "two", Wanted(("D4", "D5"), persons=(idle,), tell=str), How("uji"), AT)
    assert write_papers(decided, tmp_path / "one", Wanted(("D5",), persons=(idle,), tell=str), How("uji"), AT)


def _trades(case, account):
    group = Material(case, Veiled(case)).parties.group(account)
    return any({one.seller, one.buyer} & group for one in case.nouns(Deal))


def test_nothing_is_written_while_nothing_is_confirmed(finished_case, tmp_path):
    with pytest.raises(Misuse, match="no deal of these persons is confirmed"):
        write_papers(finished_case, tmp_path / "new", Wanted(forms=("D3", "D4"), tell=str), How("uji"), AT)


def test_who_cannot_open_the_vault_writes_no_paper(decided):
    analyst = officer(decided.acting.unit, "A-7", "analyst")
    admit(decided, analyst.public)
    other = Case.open(decided.folder, Acting(analyst, decided.acting.unit, decided.acting.now))

    with pytest.raises(NotAllowed, match="leave out the names of children"):
        list(documents(other, Wanted(tell=str), AT))
    other.close()


def test_a_dossier_narrows_the_papers_to_its_defendants(decided, papers):
    made = [one.number for one in documents(decided, Wanted(dossier="dossier-1", tell=str), AT)]

    assert "D2-dossier-1" in made
    assert {one.partition("-")[2] for one in made if not one.startswith("D2")} == {
        next(one.number for one in papers.documents if one.form == "D5").partition("-")[2]
    }


def test_the_short_report_has_two_pages_at_most(papers):
    assert len(pypdfium2.PdfDocument(papers.written / "D2-ringkas.pdf")) <= 2


def test_a_code_that_two_persons_have_is_refused(decided):
    parties = Material(decided, Veiled(decided)).parties
    sellers = dict.fromkeys(parties.person(one.seller) for one in parties.deals if one.seller)
    for number, code in enumerate(list(sellers)[:2]):
        account = min(parties.by_code(code))
        row = {"accounts": (account,), "kind": "BAP", "paper": "paper-1", "name": f"Nama {number}", "person": "O-7"}
        enter(decided, Identity, [row])

    with pytest.raises(Misuse, match="gives O-7 to accounts that no decision joins"):
        list(documents(decided, Wanted(tell=str), AT))


def test_a_code_that_is_none_and_was_entered_before_codes_were_checked_is_refused(decided, papers):
    row = Identity(
        id=make_id("identity", "odd"),
        code="identity-9",
        accounts=(papers.seller,),
        kind="BAP",
        paper="paper-1",
        name="Nama",
        person="../x",
        at="2026-01-05T09:00:00Z",
        by=decided.acting.key.code,
    )
    decided.keep(Act("identity", "identity-9"), [row])

    with pytest.raises(Misuse, match="correct it to one such as AK-1"):
        list(documents(decided, Wanted(tell=str), AT))


def test_whoever_lies_in_the_vault_is_left_out_without_a_role_as_well(decided):
    parties = Material(decided, Veiled(decided)).parties
    buyer = next(
        one.buyer
        for one in parties.deals
        if one.buyer and one.judgement == "confirmed" and one.buyer not in parties.children
    )
    row = {
        "accounts": (buyer,),
        "kind": "BAP",
        "paper": "paper-1",
        "name": "Tersembunyi",
        "person": "AK-4",
        "vault": True,
    }

    enter(decided, Identity, [row])

    made = list(documents(decided, Wanted(forms=("D3", "D4"), tell=str), AT))
    assert "D4-AK-4" in {one.number for one in made}
    number = buyer.partition(":")[2]
    assert [one.number for one in made if number in body(one).decode()] == []
