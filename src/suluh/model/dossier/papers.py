# SPDX-License-Identifier: Apache-2.0
"""Papers of the case, and the requests and letters among them."""

from typing import Annotated, Literal

from suluh.model.dossier.entered import Day, Entered, says

INTELLIGENCE = "LHA"
"""The kind of a report of the financial intelligence unit: it stands in no paper, and nothing is added under it."""


class Paper(Entered, frozen=True, kw_only=True, tag="paper/1"):
    """A paper of the case that lies in its folder on a shelf: what it is, of whom, to whom, about what."""

    kind: Annotated[
        Literal[
            "LP",
            "LI",
            "LHA",
            "Sprindik",
            "SPDP",
            "SP.Sita",
            "SP.Geledah",
            "SP.Tangkap",
            "SP.Tahan",
            "SP.Tahan-penuntut",
            "SP.Tahan-hakim",
            "BA-penyitaan",
            "BA-penggeledahan",
            "BA-penyegelan",
            "BA-pembungkusan",
            "BA-penyisihan",
            "penetapan",
            "penolakan",
            "izin",
            "persetujuan",
            "perpanjangan",
            "pembebasan",
            "BAP-saksi",
            "BAP-korban",
            "BAP-ahli",
            "BAP-tersangka",
            "BAP-anak",
            "berita-acara-koordinasi",
            "penetapan-status",
            "pemberitahuan",
            "pemblokiran",
            "pembukaan-blokir",
            "kebocoran-data",
            "retensi",
            "laporan-sosial",
            "diversi",
            "pelindungan",
            "surat-LPSK",
            "P-16",
            "P-17",
            "P-18",
            "P-19",
            "P-20",
            "P-21",
            "P-22",
            "SP3",
            "putusan",
            "surat",
            "tanda-terima",
            "tanda-terima-salinan",
            "pengantar",
            "resume",
            "pendapat",
            "lainnya",
        ],
        says("What kind of paper it is; `lainnya` is any other.", "word"),
    ]
    number: Annotated[str, says("Its number.", "word")]
    date: Day
    signed: Annotated[str | None, says("When exactly, with its zone, where hours count.", "moment")] = None
    until: Annotated[str | None, says("The last day that it states for what it orders or allows.", "day")] = None
    sender: Annotated[str | None, says("Who wrote it.", "name")] = None
    to: Annotated[str | None, says("To whom it is addressed.", "name")] = None
    about: Annotated[
        tuple[str, ...], says("What it is about: exhibits, and codes of what was typed.", "word", of="named")
    ] = ()
    answers: Annotated[str | None, says("The paper that it answers.", "word", of="paper")] = None
    pages: Annotated[str | None, says("How many pages it has.", "number")] = None
    sha256: Annotated[str | None, says("SHA-256 of its scan, where one is kept elsewhere.", "digest")] = None
    note: Annotated[str | None, says("What else is to be known of it.")] = None


class Intelligence(Entered, frozen=True, kw_only=True, tag="intelligence/1"):
    """A row of a report of the financial intelligence unit (PPATK): work may go on from it, and nothing rests on it."""

    paper: Annotated[str, says("The report, a paper of the kind LHA.", "word", of="paper")]
    row: Annotated[str | None, says("Its number or page there.", "word")] = None
    date: Annotated[str | None, says("The day that it states.", "day")] = None
    amount: Annotated[str | None, says("The amount in whole units, as the report writes it.", "number")] = None
    currency: Annotated[str | None, says("Its currency.", "word")] = None
    payer: Annotated[str | None, says("Who paid, as the report writes it.", "name")] = None
    payee: Annotated[str | None, says("Who was paid, as the report writes it.", "name")] = None
    text: Annotated[str | None, says("What else the report says of it.")] = None


class Letter(Entered, frozen=True, kw_only=True, tag="letter/1"):
    """A letter that asks somebody outside for records."""

    to: Annotated[str, says("To whom it went.", "name")]
    kind: Annotated[
        Literal["bank", "wallet", "operator", "dealer", "platform", "other"], says("What they are.", "word")
    ]
    paper: Annotated[str, says("The paper itself.", "word", of="paper")]
    sent: Annotated[str, says("The day on which it was sent.", "day")]
    accounts: Annotated[tuple[str, ...], says("The accounts that were asked for.", "text")] = ()
    records: Annotated[tuple[str, ...], says("Kinds of records that were asked for.", "word")] = ()
    asked_from: Annotated[str | None, says("First day of the period that was asked for.", "day")] = None
    asked_to: Annotated[str | None, says("Last day of that period.", "day")] = None
    basis: Annotated[str | None, says("The legal basis that it states.", "word")] = None
    status_then: Annotated[str | None, says("Legal status of whom it asks about, at that time.", "word")] = None


class Reply(Entered, frozen=True, kw_only=True, tag="reply/1"):
    """What came back to a letter."""

    letter: Annotated[str, says("The letter that it answers.", "word", of="letter")]
    received: Annotated[str, says("The day on which it came.", "day")]
    paper: Annotated[str | None, says("The paper that came with it.", "word", of="paper")] = None
    exhibit: Annotated[str | None, says("The exhibit that holds it.", "word", of="exhibit")] = None
    given_from: Annotated[str | None, says("First day of the period that was given.", "day")] = None
    given_to: Annotated[str | None, says("Last day of that period.", "day")] = None
    accounts: Annotated[tuple[str, ...], says("The accounts of which records came.", "text")] = ()
    refused: Annotated[str | None, says("Why it was refused, if it was.")] = None


class Request(Entered, frozen=True, kw_only=True, tag="request/1"):
    """A request to the unit: of a prosecutor, a court, the defence, a partner, or those who support a victim."""

    sender: Annotated[
        Literal["prosecutor", "court", "defence", "partner", "support", "commission", "other"],
        says("Whose request it is.", "word"),
    ]
    paper: Annotated[str, says("The paper itself.", "word", of="paper")]
    received: Annotated[str, says("The day on which it came.", "day")]
    due: Annotated[str | None, says("The day by which it wants an answer, where it says one.", "day")] = None


class RequestItem(Entered, frozen=True, kw_only=True, tag="requestitem/1"):
    """One thing that a request asks for, as it is written there."""

    request: Annotated[str, says("The request.", "word", of="request")]
    number: Annotated[str, says("Its number there.", "word")]
    text: Annotated[str, says("What it says, as written.")]
    kind: Annotated[Literal["formal", "material"] | None, says("Of form or of substance.", "word")] = None
    defendant: Annotated[str | None, says("The defendant it is about.", "word", of="defendant")] = None
    element: Annotated[str | None, says("The element or the duty that it is about.", "word")] = None
    owner: Annotated[str | None, says("The officer who works on it.", "word")] = None
    state: Annotated[Literal["open", "answered", "cannot"], says("How it stands.", "word")] = "open"
    why: Annotated[str | None, says("Why it cannot be done, where it cannot.")] = None


class Answer(Entered, frozen=True, kw_only=True, tag="answer/1"):
    """The answer to one item of a request."""

    item: Annotated[str, says("The item.", "word", of="requestitem")]
    sentence: Annotated[str, says("The answer in words.")]
    papers: Annotated[tuple[str, ...], says("Papers that answer it.", "word", of="paper")] = ()
    about: Annotated[tuple[str, ...], says("What of the case it rests on.", "word", of="place")] = ()
    version: Annotated[str | None, says("In which version of the dossier it stands.", "word")] = None


def item_state(item: RequestItem, *, is_answered: bool) -> Literal["open", "answered", "cannot"]:
    """How an item stands: an answer closes one that was entered as open."""
    return "answered" if is_answered and item.state == "open" else item.state
