# SPDX-License-Identifier: Apache-2.0
"""The words of packages and forms, in Indonesian and English."""

WORDS: dict[str, tuple[str, str]] = {
    "sale": ("penjualan", "sale"),
    "subscription": ("langganan", "subscription"),
    "barter": ("barter", "barter"),
    "gift": ("pemberian", "gift"),
    "offered": ("ditawarkan", "offered"),
    "paid": ("dibayar", "paid"),
    "delivered": ("dikirim", "delivered"),
    "paid-not-delivered": ("dibayar, tidak diserahkan", "paid, not delivered"),
    "recorded": ("didukung catatan pembayaran", "supported by a payment record"),
    "possible": ("mungkin", "possible"),
    "court": ("izin pengadilan", "court permission"),
    "urgent": ("penyitaan mendesak", "urgent seizure"),
    "handover": ("penyerahan sukarela", "voluntary handover"),
    "reply": ("jawaban atas permintaan tertulis", "reply to a written request"),
    "read": ("terbaca", "read"),
    "unparsed": ("tidak terurai", "not parsed"),
    "duplicate": ("salinan", "duplicate"),
    "quarantined": ("dikarantina", "quarantined"),
    "out-of-scope": ("di luar lingkup", "outside scope"),
    "benign": ("file umum", "benign"),
    "known": ("dikenal", "known"),
    "waiting": ("menunggu", "waiting"),
    "bank": ("bank", "bank"),
    "atm": ("ATM", "ATM"),
    "e-wallet": ("dompet digital", "e-wallet"),
    "phone-credit": ("pulsa", "phone credit"),
    "booked": ("dibukukan", "booked"),
    "pending": ("tertunda", "pending"),
    "failed": ("gagal", "failed"),
    "reversal": ("pembatalan", "reversal"),
}
"""Indonesian and English for each value of ours."""


def both(code: str) -> str:
    """A value of ours in both languages; what has no translation stands as it is."""
    indonesian, english = WORDS.get(code, (code, code))
    return english if indonesian == english else f"{indonesian} / {english}"
