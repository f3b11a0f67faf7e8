# SPDX-License-Identifier: Apache-2.0
"""What lies in the vault, and what officers typed, is in no byte of a package, nor of another form of one."""

import base64
from pathlib import Path

import pytest
from tests.case.sharing.conftest import pages
from tests.custody.every_noun import PASSPHRASE, clock, work_out
from tests.referral.made import BUDI, DEWI
from tests.referral.terms import TERMS

from suluh.case.acts.release import approve, draft
from suluh.case.case import Acting, Case
from suluh.case.sharing.care import write_care
from suluh.case.sharing.convert import convert
from suluh.case.sharing.ending import write_ending
from suluh.case.typed.enter import correct, enter
from suluh.case.typed.vault import alone
from suluh.model.dossier.care import Identity, Protected, SupportNote
from suluh.model.dossier.papers import Letter, Paper
from suluh.model.errors import Misuse
from suluh.unit.officers import unlock

VAULT = ("Zahranita Wulandari", "2014-03-09", "perempuan-uji", "Zahranita", "Wulandari")
TYPED = ("kenari-satu", "kenari-dua", "kenari-tiga", "kenari-empat", "kenari-lima", "kenari-enam", "kenari-tujuh")
CODES = ("AK-1", "SR-1", "identity-1", "supportnote-1", "defendant-1")
"""Codes of what was typed; a package has codes of its own."""

OF_OTHERS = {"support": CODES[1:]}
"""Support has AK codes of its package."""


@pytest.fixture
def planted(case: Case) -> Case:
    """The case with a name, a day and a sex in the vault, and a word of its own in every kind of text that is typed."""
    name, birth, sex = VAULT[:3]
    correct(case, Identity, "identity-1", {"name": name, "birth": birth, "sex": sex}, TYPED[5])
    correct(case, SupportNote, "supportnote-1", dict(zip(("why", "needs", "contact"), TYPED, strict=False)), "uji")
    enter(case, Protected, [{"accounts": (DEWI,), "why": TYPED[3]}])
    enter(case, Paper, [{"kind": "surat", "number": "9", "date": "2026-01-02", "note": TYPED[4]}])
    enter(case, Paper, [{"code": "paper-l", "kind": "surat", "number": "B/90", "date": "2026-01-02"}])
    enter(case, Letter, [{"to": TYPED[6], "kind": "bank", "paper": "paper-l", "sent": "2026-01-02"}])
    work_out(case)
    return case


def everything(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def found_in(data: bytes, words: tuple[str, ...]) -> list[str]:
    forms = ((word, one) for word in words for one in (word.encode(), base64.b64encode(word.encode())))
    return [word for word, one in forms if one in data]


def test_the_vault_does_hold_the_canaries(planted: Case) -> None:
    [identity] = [one for one in planted.nouns(Identity) if one.corrects]

    assert alone(planted, identity).name == VAULT[0]
    assert found_in(everything(planted.folder.path), VAULT) == []


def test_no_canary_is_in_a_package_of_any_kind_or_another_form_of_it(planted: Case, tmp_path: Path) -> None:
    unit = planted.acting.unit
    drafts = {kind: draft(planted, "Kantor", terms).id for kind, terms in TERMS.items()}
    other = Case.open(planted.folder, Acting(unlock(unit, "S-2", PASSPHRASE), unit, clock()))
    packages = {kind: approve(other, name) for kind, name in drafts.items()}
    other.close()

    for kind, package in packages.items():
        for to in ("case", "vics", "csv"):
            try:
                convert(package, tmp_path / kind / to, to)
            except Misuse:
                assert kind in {"support", "commission"}
        data = everything(package) + everything(tmp_path / kind)
        assert found_in(data, (*VAULT, *TYPED, *OF_OTHERS.get(kind, CODES))) == [], kind


def test_no_name_of_the_vault_is_in_a_paper(planted: Case, tmp_path: Path) -> None:
    paths = [*write_care(planted, tmp_path, "uji", person="AK-1").paths, *write_ending(planted, tmp_path, "uji")]

    for path in paths:
        assert found_in(path.read_bytes() + pages(path).encode(), (*VAULT, *TYPED[3:])) == [], path.name


def test_the_deals_of_a_buyer_under_protection_are_counted_and_in_no_number(planted: Case, tmp_path: Path) -> None:
    enter(planted, Protected, [{"accounts": (BUDI,), "why": "uji"}])
    work_out(planted)

    write_care(planted, tmp_path, "uji", series="SR-1")

    text = pages(tmp_path / "D6-SR-1-id.pdf")
    assert "SR-1 2 2 1 0 0 0" in text  # one of them bought, one was paid from their account
    assert "Rangkaian yang ditahan: akun terlindungi 2" in text
