# SPDX-License-Identifier: Apache-2.0
"""Writes what stands over an approved package for a partner (D8), and a draft for mutual legal assistance."""

import hashlib
from collections import defaultdict
from pathlib import Path

from suluh import __version__
from suluh.case.acts.release import OF_PACKAGE, PACKAGE
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.gate.children import unnamed_accounts
from suluh.case.keep import Act
from suluh.case.papers.checkpoint import last_change
from suluh.case.papers.veiled import Veiled
from suluh.case.rights import READ, need
from suluh.case.sharing.sheets import check_folder
from suluh.case.typed.enter import one_typed
from suluh.case.typed.named import there_is
from suluh.custody.key import PublicKey
from suluh.custody.package import check_package
from suluh.model.body import body
from suluh.model.deeds.acts import PAPERS
from suluh.model.dossier.charges import Charge
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.partner import Grade, PartnerNote
from suluh.model.errors import Misuse
from suluh.model.times import utc
from suluh.model.trade import Deal
from suluh.referral.dossier import DealLine
from suluh.referral.exchange.format import Package, Seal, read_package
from suluh.referral.papers.book import book_of
from suluh.referral.papers.forms import d8
from suluh.referral.papers.forms.d8 import PartnerFacts
from suluh.referral.papers.legend import with_legend
from suluh.referral.papers.setting import copy_line, set_paper
from suluh.referral.papers.values import Both, Document
from suluh.referral.registers.docx import fields_of, letter
from suluh.referral.says.trade import as_written
from suluh.unit.folder import write

PARTNER = "partner"
NAMES = (
    *("number", "country", "purpose", "asked", "unit", "case", "contact", "offences", "deals"),
    *("handling", "risk", "asked_by", "accounts", "package"),
)
"""The fields that the wording of a request for legal assistance may ask for."""


def write_partner(case: Case, code: str, folder: Path, purpose: str | None) -> tuple[Path, ...]:
    """D8 in English and Indonesian with its workbook, and the draft of a request in English where the channel is MLA.

    Raises `Misuse`, `UnknownObject`, `BrokenCustody` for a package that does not hold.
    """
    need(case, READ)
    why = check_folder(folder, purpose)
    note = one_typed(case, PartnerNote, code)
    today = utc(case.acting.now())[:10]
    if note.expires < today:
        raise Misuse(f"{code} says that nothing is to be used after {note.expires}, and today is {today}: correct it")
    facts = _facts(case, note)
    codes = {*(one.code for one in facts.package.deals), *(one.code for one in facts.package.accounts)}
    paper = with_legend(Veiled(case).part(_document(case, facts)), codes)
    name = paper.number
    files = {f"{name}.json": body(paper), f"{name}.xlsx": book_of(paper, copy_line(paper, 1, (), "en"))}
    for tongue in ("en", "id"):
        files[f"{name}-{tongue}.pdf"] = set_paper(paper, copy_line(paper, 1, (), tongue), tongue)
    if note.channel == "mla":
        files[f"{name}-mla-en.docx"] = _request(case, facts)
    digest = hashlib.sha256(b"".join(hashlib.sha256(raw).digest() for _, raw in sorted(files.items()))).hexdigest()
    case.note(Act(PAPERS.word, name, {"purpose": why, "digest": digest, "papers": str(len(files))}))
    for path, raw in files.items():
        write(folder / path, raw)
    return tuple(folder / path for path in sorted(files))


def _facts(case: Case, note: PartnerNote) -> PartnerFacts:
    """The note with its grades and the package that it is about, checked as whoever receives it checks it."""
    folder = case.folder.releases / f"{OF_PACKAGE}{note.package}"
    if not folder.is_dir():
        raise Misuse(f"{note.package} is no approved package in releases/: draft one with `suluh refer --to partner`")
    checked = check_package(folder)
    package = read_package((folder / PACKAGE).read_bytes())
    if package.kind != PARTNER:
        raise Misuse(f"{note.package} is a package for {package.kind}: D8 stands over one for a partner")
    _check_names(case, note, package)
    grades = tuple(one for one in typed(case.rows, Grade) if one.note == note.code)
    _check_grades(grades, package)
    keys = tuple(
        (who, PublicKey.read((case.folder.keys / f"{who}.pub").read_bytes()).fingerprint)
        for who in dict.fromkeys((package.author, checked.approver))
    )
    seal = Seal(approver=checked.approver, digest=checked.digest)
    stands = _stands(case, package)
    return PartnerFacts(note=note, grades=grades, package=package, seal=seal, keys=keys, stands=stands)


def _check_names(case: Case, note: PartnerNote, package: Package) -> None:
    """Raise `Misuse` where a package names an account that was protected since it was approved."""
    told = {as_written(one) for one in unnamed_accounts(case)}
    size = sum(one.account in told for one in package.accounts)
    if size:
        raise Misuse(
            f"{note.package} names {size} of the accounts that are protected now: draft a package anew with `suluh "
            "refer --to partner`, and enter the note for that one"
        )


def _stands(case: Case, package: Package) -> dict[str, d8.Stands]:
    """What the case says now of each deal of the package; one that it does not know again is decided by nobody."""
    known: dict[tuple[object, ...], list[Deal]] = defaultdict(list)
    for one in case.nouns(Deal):
        known[_seen(one, len(one.payments))].append(one)
    found = {}
    for line in package.deals:
        same = known.get(_seen(line, line.payments), [])
        is_confirmed = bool(same) and all(one.judgement == "confirmed" for one in same)
        by_order = bool(same) and all(one.ordered_at == one.offered_at for one in same)
        found[line.code] = d8.Stands(is_confirmed, by_order and line.offered_at is not None)
    return found


def _seen(one: Deal | DealLine, payments: int) -> tuple[object, ...]:
    """By what a deal of the package is known again in the case: a package has no id of the case."""
    times = (one.offered_at, one.paid_at, one.delivered_at)
    return one.kind, one.state, one.tier, times, one.items_promised, one.items_delivered, one.items_distinct, payments


def _check_grades(grades: tuple[Grade, ...], package: Package) -> None:
    """Raise `Misuse` for a grade of a row that the package has not."""
    codes = {d8.ALL, *(one.code for one in package.deals), *(one.code for one in package.accounts)}
    for one in grades:
        if one.row not in codes:
            raise Misuse(f"{one.code} grades {one.row}, which the package has not: {there_is(codes)}")


def _document(case: Case, facts: PartnerFacts) -> Document:
    country, number = facts.package.country, facts.note.number
    return Document(
        form=d8.FORM,
        number=f"{d8.FORM}-{country}",
        title=d8.TITLE,
        about=Both(f"{number}, case {case.paper.number}", f"{number}, perkara {case.paper.number}"),
        case=case.paper.number,
        unit=case.paper.unit,
        by=case.acting.key.code,
        at=utc(case.acting.now()),
        tool=f"Suluh {__version__}",
        seen=last_change(case),
        head=((Both("Number", "Nomor"), number), (Both("For", "Untuk"), facts.package.recipient)),
        sections=d8.sections(facts),
        is_wide=True,
    )


def _request(case: Case, facts: PartnerFacts) -> bytes:
    """The draft of a request in the words of the unit; what the case knows stands in brackets. Raises `Misuse`."""
    path = case.acting.unit.wording("mla")
    try:
        wording = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise Misuse(f"{path} is no text in UTF-8: save the wording anew") from error
    unknown = sorted(fields_of(wording) - set(NAMES))
    if unknown:
        raise Misuse(f"{path} asks for {{{unknown[0]}}}, which nobody fills: it may ask for {', '.join(NAMES)}")
    veil = Veiled(case)
    return letter(wording, {name: veil.text(text) for name, text in _fields(case, facts).items()})


def _fields(case: Case, facts: PartnerFacts) -> dict[str, str]:
    note, package = facts.note, facts.package
    law = {one.code: one for one in typed(case.rows, LawRow)}
    charged = dict.fromkeys(one.law for one in typed(case.rows, Charge) if one.law in law)
    return {
        "number": note.number,
        "country": package.country or "",
        "purpose": note.purpose,
        "asked": "\n".join(f"{number}. {text}" for number, text in enumerate(note.asked, 1)),
        "unit": package.unit,
        "case": package.case,
        "contact": note.contact,
        "offences": "\n".join(f"{law[one].law} {law[one].article}: {law[one].duty_en}" for one in charged),
        "deals": "\n".join(_deal(facts, one) for one in package.deals),
        "handling": package.handling or "",
        "risk": note.risk or "",
        "asked_by": note.asked_by,
        "accounts": "\n".join(f"{one.code}: {one.service} {one.account or ''}".rstrip() for one in package.accounts),
        "package": facts.seal.digest,
    }


def _deal(facts: PartnerFacts, one: DealLine) -> str:
    """One deal in a line of the request."""
    stands, grade = d8.stands_of(facts, one.code).english, _english(d8.grade(facts, one.code))
    paid = f"{one.recorded} {one.currency}" if one.recorded else "nothing"
    return (
        f"{one.code}: {one.kind}, {d8.state_of(one).english}, {stands}, seller {one.seller or '-'}, "
        f"buyer {one.buyer or '-'}, {one.items_delivered} attachments sent, paid by a booked line {paid}, grade {grade}"
    )


def _english(text: Both | str) -> str:
    return text.english if isinstance(text, Both) else text
