# SPDX-License-Identifier: Apache-2.0
"""D9: the register of instructions with their answers, and the answers alone for a second dispatch."""

from collections.abc import Iterator

from suluh.referral.registers.letters import whose
from suluh.referral.sheets import Cell, Column, Lists, Row, Sheet, number, or_none, value, words

REGISTER = (
    Column("Surat", "Paper", 18),
    Column("Dari", "Of", 18),
    Column("Diterima", "Received", 12),
    Column("Nomor butir", "Item", 10),
    Column("Formal atau materiil", "Of form or substance", 18),
    Column("Petunjuk seperti tertulis", "Instruction as written", 60),
    Column("Tersangka / Anak", "Defendant", 14),
    Column("Unsur atau tenggat", "Element or duty", 18),
    Column("Penanggung jawab", "Owner", 16),
    Column("Tenggat", "Due", 22),
    Column("Keadaan", "State", 24),
    Column("Hari", "Days", 8),
    Column("Jawaban", "Answer", 60),
    Column("Surat jawaban", "Papers", 30),
    Column("Halaman", "Pages", 10),
    Column("SHA-256 lampiran", "SHA-256 of annexes", 30),
    Column("Mengenai", "About", 24),
    Column("Versi berkas", "Version of the dossier", 16),
    Column("Mengapa tidak dapat", "Why it cannot be done", 40),
)
ANSWERS = (
    Column("Surat", "Paper", 18),
    Column("Nomor butir", "Item", 10),
    Column("Petunjuk seperti tertulis", "Instruction as written", 60),
    Column("Jawaban", "Answer", 60),
    Column("Letak dalam berkas", "Where in the dossier", 40),
    Column("Versi berkas", "Version of the dossier", 16),
)


def sheets(lists: Lists) -> Iterator[Sheet]:
    """Two tables: every item as it stands, and for the second dispatch each item that has an answer or a reason."""
    yield Sheet("petunjuk", REGISTER, or_none(map(_item, lists("instructions"))))
    closed = (row for row in lists("instructions") if row["state"] != "open")
    yield Sheet("jawaban", ANSWERS, or_none(map(_answer, closed)))


def _item(row: Row) -> tuple[Cell, ...]:
    return (
        words(row["paper"]),
        whose(row["sender"]),
        words(row["received"]),
        words(row["number"]),
        value(row["kind"]),
        words(row["text"]),
        words(row["defendant"]),
        words(row["element"]),
        words(row["owner"]),
        words(row["due"]),
        value(row["state"]),
        number(row["days"]),
        words(row["answer"]),
        words(row["papers"]),
        words(row["pages"]),
        words(row["digests"]),
        words(row["about"]),
        words(row["version"]),
        words(row["why"]),
    )


def _answer(row: Row) -> tuple[Cell, ...]:
    return (
        words(row["paper"]),
        words(row["number"]),
        words(row["text"]),
        words(row["answer"] or row["why"]),
        words(row["papers"]),
        words(row["version"]),
    )
