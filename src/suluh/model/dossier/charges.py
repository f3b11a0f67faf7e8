# SPDX-License-Identifier: Apache-2.0
"""A dossier: its defendants, charges, elements with their facts, other explanations, and its ending."""

from typing import Annotated, Literal

from suluh.model.body import Part
from suluh.model.dossier.entered import Entered, says
from suluh.model.dossier.law import LawRow


class Dossier(Entered, frozen=True, kw_only=True, tag="dossier/1"):
    """The file that a unit sends to a prosecutor about one defendant: *berkas perkara*."""

    title: Annotated[str, says("What it is called.")]
    number: Annotated[str | None, says("Its number, once it has one.", "word")] = None
    exhibits: Annotated[tuple[str, ...], says("The exhibits that it relies on.", "word", of="exhibit")] = ()
    sent: Annotated[str | None, says("The day on which it was sent.", "day")] = None
    prosecutor: Annotated[str | None, says("To which office.", "word")] = None


class Defendant(Entered, frozen=True, kw_only=True, tag="defendant/1"):
    """A person whom a paper makes a suspect, in one dossier; a child has a dossier of its own."""

    dossier: Annotated[str, says("The dossier.", "word", of="dossier")]
    accounts: Annotated[tuple[str, ...], says("Their accounts at this moment, or a person's id.", "text", of="account")]
    status_paper: Annotated[str | None, says("The paper that gives the status.", "word", of="paper")] = None
    notice: Annotated[str | None, says("The paper by which they were told.", "word", of="paper")] = None
    age: Annotated[
        Literal["adult", "child", "not-known"], says("Adult or child at the deed, by a paper alone.", "word")
    ] = "not-known"
    identity: Annotated[str | None, says("Who they are.", "word", of="identity")] = None
    counsel: Annotated[str | None, says("Their counsel.", "name")] = None


class Charge(Entered, frozen=True, kw_only=True, tag="charge/1"):
    """An offence that a dossier states of a defendant, by a row of law."""

    defendant: Annotated[str, says("The defendant.", "word", of="defendant")]
    law: Annotated[str, says("The row of law, by its id in the unit's list.", "word", of="law")]
    deed_from: Annotated[str, says("First day of the deed.", "day")]
    deed_to: Annotated[str, says("Last day of the deed.", "day")]
    place: Annotated[str | None, says("Where.", "name")] = None
    checked_by: Annotated[str | None, says("Who checked the legal basis.", "word")] = None
    elements: Annotated[tuple[str, ...], says("Its elements in words, where the row of law has none.", "word")] = ()
    means: Annotated[tuple[str, ...], says("Kinds of means of proof, as the investigator names them.", "word")] = ()


def elements_of(charge: Charge, row: LawRow | None) -> tuple[str, ...]:
    """The elements of a charge in words: as the row of law has them, else as they were typed."""
    return (row.elements if row is not None else ()) or charge.elements


class Tie(Entered, frozen=True, kw_only=True, tag="tie/1"):
    """A fact of the case that speaks for or against one element of a charge."""

    charge: Annotated[str, says("The charge.", "word", of="charge")]
    element: Annotated[str, says("Number of the element, from 1.", "number")]
    fact: Annotated[
        str,
        says(
            "The fact: deal:ID, message:ID, payment:ID, content:SHA256, observation:CODE, told:CODE, paper:CODE.",
            of="fact",
        ),
    ]
    side: Annotated[Literal["for", "against"], says("Whether it speaks for the element or against it.", "word")]
    sentence: Annotated[str, says("What it says of the element.")]
    answer: Annotated[str | None, says("What the investigator answers to a fact against.")] = None
    means: Annotated[str | None, says("The means of proof, as the investigator names it.", "word")] = None
    witness: Annotated[str | None, says("The witness or expert who speaks to it, by code.")] = None


class Alternative(Entered, frozen=True, kw_only=True, tag="alternative/1"):
    """What an officer says of another explanation: whether it was looked into, and what came of it."""

    about: Annotated[str, says("The person's accounts by one of them, or deal:ID.", "text", of="subject")]
    row: Annotated[str, says("Number of the explanation in the catalogue.", "number")]
    state: Annotated[Literal["open", "answered", "not-applicable"], says("How it stands.", "word")]
    answer: Annotated[str | None, says("What was found.")] = None
    facts: Annotated[tuple[str, ...], says("What of the case it rests on.", "text", of="place")] = ()


class Ending(Entered, frozen=True, kw_only=True, tag="ending/1"):
    """How the case of one defendant ended."""

    defendant: Annotated[str, says("The defendant.", "word", of="defendant")]
    kind: Annotated[Literal["putusan", "SP3", "diversi", "dismissed"], says("How.", "word")]
    paper: Annotated[str, says("The paper.", "word", of="paper")]
    date: Annotated[str, says("Its day.", "day")]
    summary: Annotated[str | None, says("What it says.")] = None
    restitution_ordered: Annotated[str | None, says("Restitution in whole units of currency.", "number")] = None
    restitution_paid: Annotated[str | None, says("How much of that was paid.", "number")] = None
    returned: Annotated[tuple[str, ...], says("Exhibits to be returned.", "word", of="exhibit")] = ()
    destroyed: Annotated[tuple[str, ...], says("Exhibits to be destroyed.", "word", of="exhibit")] = ()
    forfeited: Annotated[tuple[str, ...], says("Exhibits forfeited.", "word", of="exhibit")] = ()


class Rested(Part, frozen=True, kw_only=True):
    """One row that a paper rests on, as it stood when the paper was frozen."""

    kind: str
    name: str
    """Its code, or its id where it has none."""

    digest: str
    """SHA-256 of its body."""


class Written(Entered, frozen=True, kw_only=True, tag="written/1"):
    """A paper that Suluh wrote, as its author froze it: its digest covers exactly what it says."""

    form: Annotated[str, says("Which paper: D1, D2 and so on.", "word")]
    about: Annotated[str, says("The dossier that it belongs to.", "word", of="dossier")]
    digest: Annotated[str, says("SHA-256 of the list of its files.", "digest")]
    rests_on: Annotated[str, says("SHA-256 of the list of rows that it rests on.", "digest")]
    rows: Annotated[tuple[Rested, ...], says("These rows.", "word")] = ()
    signature: Annotated[str, says("The author's Ed25519 signature over form, dossier and both digests, hex.", "word")]
    number: Annotated[str | None, says("Its number.", "word")] = None
    replaces: Annotated[str | None, says("The one in whose place it stands.", "word", of="written")] = None
    why: Annotated[tuple[str, ...], says("What its author says of each open warning.")] = ()
    rule: Annotated[str | None, says("By which rule these rows were chosen.", "word")] = None


class Issue(Entered, frozen=True, kw_only=True, tag="issue/1"):
    """That another officer released a paper that was frozen, in numbered copies."""

    written: Annotated[str, says("The paper.", "word", of="written")]
    digest: Annotated[str, says("Its digest.", "digest")]
    copies: Annotated[tuple[str, ...], says("Who gets each copy, in the order of their numbers.")] = ()
    signature: Annotated[str, says("The releasing officer's signature over paper and digest, hex.", "word")]
