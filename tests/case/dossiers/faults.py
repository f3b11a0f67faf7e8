# SPDX-License-Identifier: Apache-2.0
"""Faults that are planted in clean dossiers, each with the number of the check that must find it."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from msgspec.structs import replace
from tests.case.dossiers.evidence import place, sha
from tests.case.dossiers.made import DOSSIER, Plan

from suluh.case.acts.intake import Paper as Authority
from suluh.case.acts.intake import record_authority
from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.frozen.kept import folder_of, standing_papers
from suluh.case.keep import Act
from suluh.case.typed.enter import enter
from suluh.model.body import kind_of
from suluh.model.dossier.care import Identity, Protected
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Tie
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Observation
from suluh.model.dossier.papers import Paper
from suluh.model.ids import make_id
from suluh.model.intake import Flaw
from suluh.model.people import Decision
from suluh.model.talk import Attachment

AT = "2026-01-05T09:00:00Z"


class Planted(NamedTuple):
    """One fault: which check finds it, how it weighs, and how a plan is spoilt."""

    number: int
    severity: str
    spoil: Callable[[Plan], object]


def _set(code: str, **fields: object) -> Callable[[Plan], object]:
    return lambda plan: plan.row(code).update(fields)


def _drop(*codes: str) -> Callable[[Plan], object]:
    return lambda plan: plan.drop(*codes)


def _past(*nouns: Entered) -> Callable[[Case], None]:
    """Keep rows past what is refused when they are typed, as an older version may have."""

    def kept(case: Case) -> None:
        for one in nouns:
            case.keep(Act(kind_of(type(one)), one.code), [one])

    return kept


def _entered(noun: type[Entered], code: str, **fields: object) -> Entered:
    return noun(id=make_id(kind_of(noun), code, ""), code=code, at=AT, by="S1", **fields)


def _deal(**fields: object) -> Callable[[Plan], object]:
    def spoil(plan: Plan) -> None:
        plan.evidence.deals[0] = replace(plan.evidence.deals[0], **fields)

    return spoil


def _urgent(plan: Plan) -> None:
    plan.papers.append(Authority("urgent", "SITA-9", "Unit Contoh", "2026-01-02"))
    plan.labels["B-2"] = ("SITA-9", "Asia/Jakarta")


def _other_law(case: Case) -> None:
    """A charge by a row that is not in the list, as an earlier version took it."""
    [charge] = typed(case.rows, Charge)
    other = replace(charge, id=make_id("charge", charge.code, charge.id), law="x", corrects=charge.id, reason="lama")
    case.keep(Act("charge", charge.code, {"corrects": charge.code, "reason": "lama"}), [other])


def _late_entry(plan: Plan) -> None:
    paper = Authority("court", "PEN-2", "PN Contoh", "2026-01-04")
    plan.after.append(lambda case: record_authority(case, paper) and None)


def _disagrees(plan: Plan) -> None:
    flaw = Flaw(
        id=make_id("flaw", "stated"),
        step="stated",
        reason=f"the examiner states MD5 {'0' * 32} for it, and its bytes give {'2' * 32}",
        place=place(plan.evidence.files[0]),
    )
    plan.evidence.flaws.append(flaw)
    plan.annexes = []


def _against(plan: Plan) -> None:
    said = {"charge": "charge-1", "element": "1", "fact": "told:told-1", "side": "against", "sentence": "Ragu."}
    plan.typed.append((Tie, {"code": "tie-against", **said}))


def _tie(fact: str, element: str = "1") -> Callable[[Plan], object]:
    said = {"charge": "charge-1", "element": element, "fact": fact, "side": "for", "sentence": "Mendukung."}
    return lambda plan: plan.typed.append((Tie, {"code": "tie-more", **said}))


def _near(plan: Plan) -> None:
    plan.evidence.matches[0] = replace(plan.evidence.matches[0], kind="near", distance=9)


def _dropped(plan: Plan) -> None:
    one = plan.evidence.sets[0]
    plan.evidence.sets.append(
        replace(one, id=make_id("hashset", "dropped"), dropped=True, corrects=one.id, reason="dicabut")
    )


def _tip(plan: Plan) -> None:
    row = {"code": "LI-1", "kind": "LI", "number": "LI/1/2026", "date": "2026-01-01"}
    plan.typed.insert(0, (Paper, row))
    _tie("paper:LI-1")(plan)


def _guarded(plan: Plan) -> None:
    """The buyer of a tied deal turns out to be an undercover officer."""
    buyer = plan.evidence.deals[0].buyer or ""
    plan.after.append(lambda case: enter(case, Protected, [{"accounts": (buyer,), "why": "penyamaran"}]))


def _suggested(plan: Plan) -> None:
    plan.evidence.links[0] = replace(plan.evidence.links[0], judgement="suggested")


def _graded_by_one(plan: Plan) -> None:
    plan.evidence.matches = plan.evidence.matches[1:]
    _vote(plan)


def _vote(plan: Plan) -> None:
    said = {"left": sha(plan.evidence.words[0]), "right": "unit:1", "by": "S1", "at": AT, "order": 1}
    plan.decisions.append(Decision(id=make_id("decision", 1), act="category", **said))


def _seen_by_one(plan: Plan) -> None:
    about = sha(plan.evidence.words[0])
    plan.typed.append((Observation, {"code": "lihat-1", "about": about, "seen": "Bukti transfer.", "officer": "E-1"}))
    _tie("observation:lihat-1")(plan)


def _without_bytes(plan: Plan) -> None:
    for number, one in enumerate(plan.evidence.messages):
        held = tuple(Attachment(state="missing", name="hilang.bin") for _ in one.attachments)
        plan.evidence.messages[number] = replace(one, attachments=held)
    message = next(one for one in plan.evidence.messages if one.attachments)
    _tie(f"message:{message.id}")(plan)


def _child_beside(plan: Plan) -> None:
    child = _entered(Defendant, "defendant-9", dossier=DOSSIER, accounts=(plan.evidence.buyer,), age="child")
    plan.after.append(_past(child))


def _role_of_child(plan: Plan) -> None:
    said = {"left": plan.evidence.seller, "right": "child_in_conflict", "by": "S1", "at": AT, "order": 1}
    reason = "kartu pelajar"
    decision = Decision(id=make_id("decision", 1), act="role", reason=reason, valid_from="2026-01-01", **said)
    plan.after.append(lambda case: case.keep(Act("decide", plan.evidence.seller), [decision]) and None)


def _named_child(plan: Plan) -> None:
    row = {"code": "anak-1", "kind": "id-card", "paper": "BAP-saksi", "person": "AK-1", "vault": True}
    plan.typed.append((Identity, {**row, "name": "Melati Yang Dibuat", "birth": "2012-05-01"}))
    plan.row("tie-1-told")["sentence"] = "Saksi melihat Melati yang dibuat di sana."


def _open_child(plan: Plan) -> None:
    fields = {"kind": "id-card", "paper": "BAP-saksi", "person": "AS-1", "name": "Nama Yang Dibuat"}
    plan.after.append(_past(_entered(Identity, "anak-1", **fields)))


def _edges(plan: Plan) -> None:
    plan.evidence.edges = []


def _other_totals(plan: Plan) -> None:
    plan.totals["counts:B-1:in"] = 99


def _twice(plan: Plan) -> None:
    first, second = plan.evidence.deals[:2]
    plan.evidence.deals[1] = replace(second, payments=first.payments, amount_minor=first.amount_minor)


def _does_not_add_up(plan: Plan) -> None:
    plan.evidence.statement = replace(plan.evidence.statement, adds_up=False)


def _open_alternative(plan: Plan) -> None:
    row = {"code": "alternative-9", "about": plan.evidence.seller, "row": "2", "state": "open"}
    plan.typed.append((Alternative, row))


def _no_zone(plan: Plan) -> None:
    plan.labels["B-2"] = ("PEN-1", None)


def _late_zone(plan: Plan) -> None:
    deal, said = plan.evidence.deals[0], {"by": "S1", "at": AT, "reason": "jam ponsel"}
    holds = tuple(sorted((*deal.messages, *deal.payments)))
    for order, (act, left, right) in enumerate((("confirm-deal", deal.id, None), ("zone", "B-1", "Asia/Jakarta")), 1):
        one = Decision(id=make_id("decision", order), act=act, left=left, right=right, order=order, **said)
        plan.decisions.append(replace(one, holds=holds) if act == "confirm-deal" else one)


def _bare_status(plan: Plan) -> None:
    said = {"left": plan.evidence.seller, "right": "suspect", "by": "S1", "at": AT, "order": 1}
    plan.decisions.append(Decision(id=make_id("decision", 1), act="status", **said))


def _differ(plan: Plan) -> None:
    plan.evidence.joints[0] = replace(plan.evidence.joints[0], differs=("text",))


def _came_as_reply(plan: Plan) -> None:
    plan.papers.append(Authority("reply", "B/9", "Bank Contoh", "2026-01-03"))
    plan.labels["B-2"] = ("B/9", "Asia/Jakarta")
    plan.drop("sita-B-2")


def _flawed(plan: Plan) -> None:
    plan.annexes = []
    plan.evidence.flaws.append(
        Flaw(id=make_id("flaw", 9), step="read", reason="no time", place=place(plan.evidence.files[0], line=99))
    )


def _returned(plan: Plan) -> None:
    plan.row("request-1").update(sender="prosecutor")
    plan.drop("answer-1")


def _answered_without(plan: Plan) -> None:
    _returned(plan)
    plan.row("item-1").update(state="answered")


def _late(plan: Plan) -> None:
    plan.row("request-1").update(sender="prosecutor", due="2026-01-02")


def _other_file(plan: Plan) -> None:
    def spoil(case: Case) -> None:
        [paper] = [one for one in standing_papers(case, DOSSIER) if one.form == "D5"]
        (folder_of(case.folder, paper) / "D5.txt").write_text("Lampiran lain.\n", "utf-8")

    plan.last.append(spoil)


def _one_exhibit(plan: Plan) -> None:
    plan.drop("tie-1-told")


FAULTS: Mapping[str, Planted] = {
    "no seizure": Planted(1, "B", _drop("sita-B-2")),
    "no seizure record": Planted(1, "B", _set("sita-B-1", record="")),
    "no receipt": Planted(1, "B", _set("sita-B-3", receipt="")),
    "one witness": Planted(1, "B", _set("sita-B-1", witnesses=("W-1",))),
    "one witness named twice": Planted(1, "B", _set("sita-B-1", witnesses=("W-1", "W-1"))),
    "reply without its paper": Planted(1, "B", _came_as_reply),
    "urgent without its court": Planted(2, "B", _urgent),
    "an entry after the exhibits were digested": Planted(3, "B", _late_entry),
    "never digested": Planted(3, "B", lambda plan: setattr(plan, "is_digested", False)),
    "no tool": Planted(4, "B", _drop("salinan-B-1")),
    "no digest": Planted(4, "B", _set("salinan-B-2", image_digests=())),
    "digests disagree": Planted(4, "B", _disagrees),
    "from somebody else": Planted(5, "W", _set("salin-B-1", giver="Pemeriksa 2")),
    "another seal": Planted(5, "W", _set("salin-B-2", seal_found="SG-1")),
    "no handling": Planted(5, "W", _drop("terima-B-3", "salin-B-3")),
    "two acts at once": Planted(5, "W", _set("salin-B-1", done="2026-01-02T03:10+00:00")),
    "law of another time": Planted(6, "B", _set("pasal-1", in_force_from="2026-01-03")),
    "law that had ended": Planted(6, "B", _set("pasal-1", in_force_to="2025-12-31")),
    "law that one officer checked": Planted(6, "B", lambda plan: setattr(plan, "checkers", ("S1",))),
    "law that is not in the list": Planted(6, "B", lambda plan: plan.after.append(_other_law)),
    "element without a fact": Planted(7, "B", _drop("tie-1-deal", "tie-1-told")),
    "element on one fact": Planted(7, "W", _drop("tie-1-told")),
    "fact against without an answer": Planted(7, "W", _against),
    "deal that nobody confirmed": Planted(8, "B", _deal(judgement=None)),
    "deal that is disputed": Planted(8, "B", _deal(judgement="disputed")),
    "near match": Planted(8, "B", _near),
    "set that was dropped": Planted(8, "B", _dropped),
    "tip": Planted(8, "B", _tip),
    "somebody under guard": Planted(8, "B", _guarded),
    "suggested link": Planted(8, "B", _suggested),
    "status without a paper": Planted(9, "B", _set("defendant-1", status_paper="")),
    "status without a notice": Planted(9, "B", _set("defendant-1", notice="")),
    "status without a document": Planted(9, "B", _bare_status),
    "one kind of means": Planted(10, "W", _set("charge-1", means=("surat",))),
    "graded by one": Planted(11, "B", _graded_by_one),
    "seen by one": Planted(11, "B", _seen_by_one),
    "without bytes": Planted(12, "W", _without_bytes),
    "child beside an adult": Planted(13, "B", _child_beside),
    "under age": Planted(13, "B", _set("identity-1", birth="2009-05-01")),
    "age that no paper says": Planted(13, "W", _set("defendant-1", age="not-known")),
    "role of a child": Planted(13, "B", _role_of_child),
    "name of a child": Planted(13, "B", _named_child),
    "school": Planted(13, "B", _set("told-1", sentence="Dia bersekolah di SMPN 40.")),
    "path of a picture": Planted(13, "B", _set("tie-1-told", sentence="Lihat DCIM/IMG_0001.jpg di sana.")),
    "child outside the vault": Planted(14, "B", _open_child),
    "sum that is not of its lines": Planted(15, "B", _deal(amount_minor=1)),
    "network of other sums": Planted(15, "B", _edges),
    "annex of other totals": Planted(15, "B", _other_totals),
    "line of two deals": Planted(16, "W", _twice),
    "statement that does not add up": Planted(16, "W", _does_not_add_up),
    "shorter reply": Planted(16, "W", _set("reply-1", given_to="2026-01-03")),
    "chance": Planted(17, "W", _deal(chance=310_000)),
    "open explanation": Planted(17, "W", _open_alternative),
    "no zone": Planted(18, "W", _no_zone),
    "zone decided after its deal": Planted(18, "W", _late_zone),
    "copies that differ": Planted(18, "W", _differ),
    "no reply": Planted(19, "W", _drop("reply-1")),
    "flaws that are not told": Planted(20, "W", _flawed),
    "open item": Planted(21, "B", _returned),
    "answered without an answer": Planted(21, "B", _answered_without),
    "late request": Planted(22, "W", _late),
    "word to avoid": Planted(23, "B", _set("tie-1-told", sentence="Predator itu menjual.")),
    "masked text": Planted(23, "B", _set("told-1", sentence="Dari +62812•••• ke sana.")),
    "missing paper": Planted(24, "B", _drop("LP")),
    "missing annex": Planted(24, "B", lambda plan: setattr(plan, "annexes", ["D2"])),
    "annex without a number": Planted(24, "B", lambda plan: setattr(plan, "is_numbered", False)),
    "other file": Planted(24, "B", _other_file),
    "one exhibit": Planted(25, "W", _one_exhibit),
    "deed of other days": Planted(26, "W", _set("charge-1", deed_from="2026-02-01", deed_to="2026-02-05")),
}
"""Every fault by what it is."""
