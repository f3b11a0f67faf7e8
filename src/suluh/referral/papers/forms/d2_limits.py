# SPDX-License-Identifier: Apache-2.0
"""D2, parts 6 and 8: what no result can say, how often results are right, and what was not processed."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from suluh.referral.papers.forms.heads import EXHIBIT, PATHS, REASON, head, table
from suluh.referral.papers.report import ReportFacts
from suluh.referral.papers.values import Both, Section
from suluh.referral.papers.words import many, told


def limits(facts: ReportFacts) -> Section:
    """Part 6."""
    said = (
        head("No.", "No.", 5),
        head("What no result can say", "Yang tidak dapat dikatakan oleh hasil mana pun", 90),
    )
    rates = (
        head("Work", "Pekerjaan", 11),
        head("What was counted", "Yang dihitung", 24),
        head("Figure", "Angka", 15),
        head("Of 100: 95 % interval, two-sided", "Dari 100: selang 95 %, dua sisi", 15),
        head("On what, and whose data", "Pada apa, dan data siapa", 30),
        head("Date", "Tanggal", 10),
        head("What it means for one result", "Artinya bagi satu hasil", 48),
        head("Goal", "Sasaran", 15),
    )
    return Section(
        title=Both("Limits and error rates", "Batas dan tingkat kesalahan"),
        says=facts.meaning,
        tables=(
            table("6a batas", "Limits", "Batas", said, facts.limits),
            table(
                "6b tingkat kesalahan",
                "Error rates of this version",
                "Tingkat kesalahan versi ini",
                rates,
                facts.validation,
            ),
        ),
    )


PARTLY = Both(
    "Every other record that could not be read lies in a file that was read otherwise: that file counts in part 7 by "
    "its state, and not here.",
    "Setiap catatan lain yang tidak terbaca terletak dalam file yang selebihnya terbaca: file itu dihitung di bagian 7 "
    "menurut keadaannya, dan bukan di sini.",
)
BARE = Both(
    "What lies outside the scope of the authority, or waits to be worked on, is counted and not named.",
    "Yang di luar lingkup dasar kewenangan, atau masih menunggu, dihitung dan tidak disebut satu per satu.",
)
UNKNOWN = Both(
    "What they hold is not known: nothing of it is in any result, and it may speak for somebody as well as against.",
    "Isinya tidak diketahui: tidak ada yang masuk ke hasil mana pun, dan isinya dapat meringankan maupun memberatkan.",
)
SHUT = Both(
    "Encrypted files can be read once they are decrypted with the tools of the unit and added as a further "
    "acquisition.",
    "File tersandi dapat dibaca setelah dibuka dengan alat satuan dan ditambahkan sebagai akuisisi berikutnya.",
)
_MEAN: Mapping[str, Both] = {
    "unparsed": Both(
        "its digest is known and it is listed, but no reader of this version knows its form, or it is damaged",
        "hash-nya diketahui dan file terdaftar, tetapi tidak ada pembaca versi ini yang mengenal bentuknya, atau rusak",
    ),
    "flaw": Both(
        "a record or a part of a file, or a remark on it, with its reason",
        "satu catatan atau bagian dari sebuah file, atau keterangan tentangnya, dengan alasannya",
    ),
    "quarantined": Both(
        "the file took more time or room than is allowed, and was set aside",
        "file memerlukan waktu atau ruang lebih dari batas, dan disisihkan",
    ),
    "out-of-scope": Both(
        "the authority does not cover it, so nobody looked into it",
        "dasar kewenangan tidak mencakupnya, sehingga tidak dibuka",
    ),
    "waiting": Both("it was not worked on yet", "belum dikerjakan"),
}
"""What each state means."""


def unprocessed(facts: ReportFacts) -> Section:
    """Part 8."""
    heads = (
        EXHIBIT,
        head("State", "Keadaan", 16),
        head("Encrypted", "Tersandi", 9),
        head("While", "Saat", 18),
        REASON,
        head("Files", "File", 9, adds_up=True),
        head("Records", "Catatan", 9, adds_up=True),
        head("Bytes", "Byte", 14, adds_up=True),
    )
    flaws = (EXHIBIT, head("While", "Saat", 30), head("Records or parts", "Catatan atau bagian", 16, adds_up=True))
    places = (
        head("File no.", "File ke-", 7),
        head("Place", "Tempat", 62),
        head("State", "Keadaan", 13),
        head("While", "Saat", 18),
        REASON,
        head("Bytes", "Byte", 11),
    )
    named = table("8c satu per satu", "One by one", "Satu per satu", places, facts.aside)
    reasons = table("8a tidak diproses", "By state and reason", "Menurut keadaan dan alasan", heads, facts.unprocessed)
    return Section(
        title=Both("Not processed", "Tidak diproses"),
        says=(*left(facts), *facts.withheld),
        tables=(
            replace(reasons, notes=tuple(_states(facts))),
            table(
                "8b catatan",
                "Records or parts that could not be read, by step",
                "Catatan atau bagian yang tidak terbaca, menurut langkah",
                flaws,
                facts.flaws,
            ),
            replace(named, notes=tuple(_unnamed(facts))),
        ),
    )


def _unnamed(facts: ReportFacts) -> Iterator[Both]:
    """What the list of places does not name."""
    if facts.unnamed:
        more = facts.unnamed
        yield Both(
            f"{more} more are not named here; suluh show CASE files and suluh show CASE flaws name every one.",
            f"{more} lainnya tidak disebut di sini; suluh show CASE files dan suluh show CASE flaws menyebut semuanya.",
        )
    yield BARE
    if facts.aside:
        yield PATHS


def left(facts: ReportFacts) -> Iterator[Both]:
    """How much was left aside, in sentences."""
    files, records = (_sum(facts, place) for place in (5, 6))
    shut = sum(row[5] for row in facts.unprocessed if row[2] == told("yes") and isinstance(row[5], int))
    if not files and not records:
        yield Both("Every file and record was read.", "Setiap file dan catatan terbaca.")
        return
    yield Both(
        f"Left aside: {many(files, 'file')} and {many(records, 'record')} or parts of files; encrypted files among "
        f"them: {shut}. {UNKNOWN.english}",
        f"Disisihkan: {files} file dan {records} catatan atau bagian file; di antaranya {shut} file tersandi. "
        f"{UNKNOWN.indonesian}",
    )
    if facts.twice:
        speak, they = ("speaks", "it is") if facts.twice == 1 else ("speak", "they are")
        yield Both(
            f"{facts.twice} of these records {speak} of a file that is counted here as a whole: {they} no second "
            "thing.",
            f"{facts.twice} dari catatan itu berbicara tentang file yang sudah dihitung utuh di sini: bukan hal kedua.",
        )
    if shut:
        yield SHUT


def _states(facts: ReportFacts) -> Iterator[Both]:
    """What the states that stand in the table mean."""
    states = {row[1] for row in facts.unprocessed}
    for code, means in _MEAN.items():
        name = told(code)
        if name in states:
            yield Both(f"{name.english}: {means.english}.", f"{name.indonesian}: {means.indonesian}.")
    if told("flaw") in states and facts.twice < _sum(facts, 6):
        yield PARTLY


def _sum(facts: ReportFacts, place: int) -> int:
    counts = (row[place] for row in facts.unprocessed)
    return sum(one for one in counts if isinstance(one, int))
