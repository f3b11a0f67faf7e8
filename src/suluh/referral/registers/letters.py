# SPDX-License-Identifier: Apache-2.0
"""D10: the register of letters, and the buyers whose own side no reply shows."""

from collections.abc import Iterator

from suluh.referral.says.trade import as_written
from suluh.referral.sheets import Cell, Column, Lists, Row, Sheet, number, or_none, value, words

REGISTER = (
    Column("Surat", "Letter", 14),
    Column("Nomor", "Number", 20),
    Column("Kepada", "Addressee", 30),
    Column("Jenis", "Kind", 18),
    Column("Yang diminta", "Accounts asked for", 40),
    Column("Jenis catatan", "Records asked for", 30),
    Column("Masa diminta dari", "Period asked from", 14),
    Column("sampai", "to", 12),
    Column("Dasar hukum", "Legal basis", 24),
    Column("Status saat itu", "Status then", 20),
    Column("Dikirim", "Sent", 12),
    Column("Hari menunggu", "Days waiting", 10),
    Column("Keadaan", "State", 24),
    Column("Balasan", "Replies", 18),
    Column("Diterima", "Received", 12),
    Column("Masa diberikan dari", "Period given from", 14),
    Column("sampai", "to", 12),
    Column("Yang kurang", "What is missing", 60),
    Column("Barang bukti", "Exhibits", 16),
    Column("Diingatkan pada", "Reminded on", 24),
    Column("Pengingat berikutnya", "Next reminder", 14),
)
BUYERS = (
    Column("Akun", "Accounts", 60),
    Column("Rangkaian transaksi", "Deals", 12),
    Column("Mengapa sisinya tidak terlihat", "Why their side is not to be seen", 60),
    Column("Surat", "Letters", 20),
)


def sheets(lists: Lists) -> Iterator[Sheet]:
    """Two tables: letters, those that wait first, and buyers by the number of their deals."""
    yield Sheet("surat", REGISTER, or_none(map(_letter, lists("correspondence"))))
    yield Sheet("pembeli-tanpa-balasan", BUYERS, or_none(map(_buyer, lists("unshown"))))


def whose(code: object) -> str | None:
    """Who somebody is, in both languages; some of these words mean something else of papers."""
    return value(f"of-{code}" if code in ("court", "other") else code)


def _letter(row: Row) -> tuple[Cell, ...]:
    return (
        words(row["id"]),
        words(row["number"]),
        words(row["to"]),
        whose(row["kind"]),
        _accounts(row),
        words(row["records"]),
        words(row["asked_from"]),
        words(row["asked_to"]),
        words(row["basis"]),
        words(row["status_then"]),
        words(row["sent"]),
        number(row["days"]),
        value(row["state"]),
        words(row["replies"]),
        words(row["received"]),
        words(row["given_from"]),
        words(row["given_to"]),
        _lacks(row),
        words(row["exhibits"]),
        words(row["reminded"]),
        _reminder(row),
    )


def _lacks(row: Row) -> str | None:
    """What is missing, in both languages, each by itself."""
    english, indonesian = row["lacks"], row["lacks_id"]
    if not isinstance(english, list) or not isinstance(indonesian, list):
        return None
    return "; ".join(f"{one} / {other}" for one, other in zip(indonesian, english, strict=True)) or None


def _accounts(row: Row) -> str | None:
    """Accounts as their services write them; of one that is known by name only the name."""
    found = row["accounts"]
    return ", ".join(as_written(str(one)) for one in found) or None if isinstance(found, list | tuple) else words(found)


def _reminder(row: Row) -> str | None:
    """The day of the next reminder; by a row of law that two officers checked, or it says so."""
    day = words(row["reminder"])
    if day is None or row["reminder_counts"]:
        return day
    return f"{day} (baris belum diperiksa / row not checked)"


def _buyer(row: Row) -> tuple[Cell, ...]:
    return (_accounts(row), number(row["deals"]), value(row["why"]), words(row["letters"]))
