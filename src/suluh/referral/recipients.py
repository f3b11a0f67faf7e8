# SPDX-License-Identifier: Apache-2.0
"""Who may get a package, and what of the case each kind of recipient gets: one row each.

What a row does not name is in no file of that package. Everything in `referral/` asks this row and decides nothing
for itself; `docs/custody.md` lists the tables, and both verifiers hold a package to them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from suluh.referral.dossier import (
    AccountLine,
    ChildLine,
    ContentLine,
    DealLine,
    DecisionLine,
    ExhibitLine,
    FigureLine,
    FlawLine,
    LimitLine,
    LinkLine,
    MaterialLine,
    OfferLine,
    PlaceLine,
    SetLine,
    StateLine,
    StepLine,
    UnreadLine,
    WithheldLine,
)

Fields = tuple[str, ...]
HANDLING = ("H0", "H1", "H2", "H3")
"""Police use; not in court; not onward; other."""

ALWAYS = ("request", "basis", "handling")
"""Terms that every package can bear on its head."""


@dataclass(frozen=True)
class Recipient:
    """One kind of recipient."""

    kind: str
    indonesian: str
    english: str
    """What it is called where no name is given."""

    title: tuple[str, str]
    """Of the package, in Indonesian and English."""

    lacks: tuple[str, str]
    """What is not in the package."""

    tables: Mapping[str, Fields]
    """Tables that it gets, in their order, and the fields of each."""

    rows: Literal["all", "country", "person"] = "all"
    identifiers: Literal["full", "codes", "none"] = "none"
    """How accounts stand in it."""

    hashes: Literal["all", "own", "none"] = "none"
    """Of all contents that a package lists, of those in its own deals, or of none."""

    needs: tuple[str, ...] = ()
    """Terms without which it gets nothing."""

    takes: tuple[str, ...] = ()
    """Terms that narrow its package further, where they are given."""


def _all(kind: type) -> Fields:
    return tuple(kind.__struct_fields__)  # type: ignore[attr-defined] # lines are structs


def _without(kind: type, *left_out: str) -> Fields:
    return tuple(field for field in _all(kind) if field not in left_out)


_RECORD: Mapping[str, Fields] = {
    "method": _all(StepLine),
    "limits": _all(LimitLine),
    "sets": _all(SetLine),
    "exhibits": _all(ExhibitLine),
    "states": _all(StateLine),
    "unread": _all(UnreadLine),
    "flaws": _all(FlawLine),
}
"""How the work was done, and what was not processed."""

_NO_MEDIA = "Tidak ada gambar, video, atau teks pesan", "No picture, video or message text is in it"

PROSECUTOR = Recipient(
    kind="prosecutor",
    indonesian="Penuntut umum",
    english="Prosecutor",
    title=("Lampiran berkas perkara, hash saja", "Annex to the dossier, hash-only"),
    lacks=(
        f"{_NO_MEDIA[0]}, nama, nomor, atau lokasi file di dalamnya.",
        f"{_NO_MEDIA[1]}, and no name, number or path.",
    ),
    tables={
        "exhibits": _all(ExhibitLine),
        "contents": _all(ContentLine),
        "deals": _all(DealLine),
        "offers": _all(OfferLine),
        "accounts": ("code", "service", "sold", "bought", "offered"),
        "withheld": _all(WithheldLine),
    },
    identifiers="codes",
    hashes="all",
)

PARTNER = Recipient(
    kind="partner",
    indonesian="Mitra penegak hukum",
    english="Partner abroad",
    title=("Paket informasi untuk satu negara", "Information package for one country"),
    lacks=(
        (
            f"{_NO_MEDIA[0]}, nama, dan orang dari negara lain di dalamnya. Informasi kepolisian: sebagai alat bukti "
            "hanya setelah bantuan timbal balik dalam masalah pidana."
        ),
        (
            f"{_NO_MEDIA[1]}, no name, and nobody of another country. Police information: as evidence only after "
            "mutual legal assistance."
        ),
    ),
    tables={
        "accounts": _without(AccountLine, "offered"),
        "deals": _without(DealLine, "by"),
        "contents": ("sha256", "sha1", "md5", "size", "type", "votes"),
        "withheld": _all(WithheldLine),
    },
    rows="country",
    identifiers="full",
    hashes="own",
    needs=("country", "request", "basis", "handling"),
)

SUPPORT = Recipient(
    kind="support",
    indonesian="Layanan korban",
    english="Victim support",
    title=("Rujukan layanan", "Referral to support"),
    lacks=(
        (
            f"{_NO_MEDIA[0]}, nama, nomor, hash, nama file, sebutan dagang, atau pembeli di dalamnya. "
            "Identitas disampaikan terpisah. Harga transaksi bukan ukuran kerugian."
        ),
        (
            f"{_NO_MEDIA[1]}, and no name, number, hash, file name, word of the trade or buyer. "
            "Identity is handed over apart. The price of a deal is no measure of harm."
        ),
    ),
    tables={
        "children": _all(ChildLine),
        "materials": _all(MaterialLine),
    },
    takes=("person",),
)

DEFENCE = Recipient(
    kind="defence",
    indonesian="Penasihat hukum",
    english="Defence",
    title=("Bundel pembelaan", "Bundle for the defence"),
    lacks=(
        f"{_NO_MEDIA[0]} di dalamnya; orang lain hanya tampil dengan kode paket ini.",
        f"{_NO_MEDIA[1]}; other persons stand under codes of this package only.",
    ),
    tables={
        "accounts": ("code", "service", "account", "sold", "bought", "offered"),
        "links": _all(LinkLine),
        "decisions": _all(DecisionLine),
        "deals": _all(DealLine),
        "offers": _all(OfferLine),
        "contents": _all(ContentLine),
        **_RECORD,
        "withheld": _all(WithheldLine),
    },
    rows="person",
    identifiers="full",
    hashes="own",
    needs=("person", "request"),
)

COMMISSION = Recipient(
    kind="commission",
    indonesian="Komisi",
    english="Commission",
    title=("Statistik perkara", "Statistics of the case"),
    lacks=(
        (
            f"{_NO_MEDIA[0]}, orang, akun, kode, atau hash di dalamnya. Angka di bawah 10 ditulis <10; "
            "rincian yang memuat angka seperti itu ditinggalkan seluruhnya."
        ),
        (
            f"{_NO_MEDIA[1]}, and no person, account, code or hash. A count under 10 stands as <10; "
            "a breakdown that has one is left out as a whole."
        ),
    ),
    tables={"figures": _all(FigureLine)},
)

EXPERT = Recipient(
    kind="expert",
    indonesian="Ahli",
    english="Expert",
    title=("Laporan pemeriksaan: metode, batas, dan hash", "Report of the examination: method, limits and hashes"),
    lacks=(
        (
            f"{_NO_MEDIA[0]}, orang, akun, transaksi, atau lokasi file di dalamnya; file disebut dengan nomor urut "
            "penerimaannya."
        ),
        (
            f"{_NO_MEDIA[1]}, and no person, account, deal or path; files are named by their number in the order of "
            "intake."
        ),
    ),
    tables={**_RECORD, "contents": _without(ContentLine, "votes"), "places": _all(PlaceLine)},
    hashes="all",
)

RECIPIENTS: Mapping[str, Recipient] = {
    one.kind: one for one in (PROSECUTOR, PARTNER, SUPPORT, DEFENCE, COMMISSION, EXPERT)
}
"""Every kind; any other is refused."""
