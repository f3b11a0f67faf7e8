# SPDX-License-Identifier: Apache-2.0
"""Receipts in messages are claims of payment by their form; talk of money, offers and bills are not."""

import random
from datetime import date

import pytest
from tests.each import each

from suluh.model.place import Place
from suluh.model.talk import Message
from suluh.model.times import Dated, When
from suluh.model.trade import Claim, Payment
from suluh.readers.receipts.claims import claims
from suluh.readers.receipts.moments import moment
from suluh.readers.receipts.sums import whole
from suluh.readers.receipts.words import LABELS, SAID, may_be_receipt

SENT = date(2026, 10, 2)

SLIPS = {
    "below": "Transfer Berhasil\n02 Okt 2026 - 10:11:12 WIB\nNo. Ref. 2610021011123456\nPenerima\nSITI CONTOH\n"
    "Bank Mandiri - 1230000000777\nNominal Transfer\nRp 50.000\nBiaya Transfer\nRp 2.500\nTotal Transaksi\nRp 52.500\n"
    "Rekening Sumber\nBUDI CONTOH\nBank Mandiri - ********1234",
    "beside": "*Bukti Transfer*\nStatus : Berhasil\nTanggal : 02/10/2026 10:11\nKe : BCA 0123456789\nNama Penerima : "
    "SITI CONTOH\nJumlah : Rp 50.000,00\nNo. Referensi : AB123456789\nDari : BUDI CONTOH\nBerita : gagal fokus",
    "bare": "m-Transfer\nBERHASIL\n02/10 10:11:12\nKe 0123456789\nSITI CONTOH\nRp 50.000,00\nRef 123456789",
    "dashed": "Pembayaran Sukses\nHarga: Rp. 50.000,-\nRecipient: SITI CONTOH\nOrder Id: 409304565754\nJam: 10:11",
    "english": "Transfer Successful\nDate: 02 Oct 2026 10:11\nAmount: IDR 50,000.00\nBeneficiary: SITI CONTOH\n"
    "Reference No: JG20261002XYZ",
}
NOTICES = {
    "bank": "BCA: Transfer ke rek 0123456789 a.n. SITI CONTOH Rp50.000,00 BERHASIL 02/10/26 10:11. Ref 987654321. "
    "Saldo Rp1.000.000,00",
    "wallet": "Saldo GoPay kamu bertambah Rp50.000 dari BUDI CONTOH. ID transaksi 0120261002ABC",
    "masked": "Rek xxx1234 Kredit Rp50.000,00 tgl 02/10/26 10:11 dari BUDI CONTOH. Saldo Rp 1.050.000,00",
}
NONE = (
    "sudah transfer 50rb berhasil ya kak",
    "Kak tadi aku kirim Rp50.000 ke BCA 0123456789 sudah berhasil",
    "Paket 40 file\nHarga: Rp50.000\nStatus: ready\nKe: BCA 0123456789",
    "Nominal: Rp 50.000\nKe: BCA 0123456789 a.n. SITI CONTOH",
    "Menunggu pembayaran\nTotal: Rp50.000\nOrder ID: 12345678\nKe: TOKO MISAL",
    "Tagihan Anda Rp50.000 jatuh tempo 02/10/26. Ref 12345678",
    "no ref 12345678 berhasil dicek ya, harganya 50rb",
    "Nominal: Rp 50.000\nNominal: Rp 75.000\nRef: 12345678\nStatus: Berhasil\nKe: SITI",
    "",
)


def heard(*texts: str, payments: tuple[Payment, ...] = ()) -> list[Claim]:
    talk = [
        Dated(
            Message(
                id=f"m{number}",
                conversation="whatsapp:c",
                kind="text",
                place=Place(exhibit="B-1", acquisition="1", path="x", file="f", line=number + 1),
                sent=When(written="x", local="2026-10-02T10:15"),
                sender="whatsapp:+6281200000001",
                text=text,
            ),
            None,
        )
        for number, text in enumerate(texts)
    ]
    return [one for one in claims(talk, [Dated(one, None) for one in payments]) if isinstance(one, Claim)]


def booked(id_: str, reference: str | None, minor: int = 5_000_000) -> Payment:
    place = Place(exhibit="B-2", acquisition="1", path="y", file="g", line=1)
    made = {"amount_minor": minor, "amount_as_written": "x", "currency": "IDR", "channel": "bank", "incoming": True}
    return Payment(id=id_, statement="s", place=place, reference=reference, **made)


@pytest.mark.parametrize("text", [*SLIPS.values(), *NOTICES.values()], ids=[*SLIPS, *NOTICES])
def test_a_receipt_is_a_claim_with_its_whole_sum(text: str) -> None:
    [claim] = heard(text)

    assert (claim.amount_minor, claim.currency) == (5_000_000, "IDR")
    assert claim.says in {"paid", "received"}
    assert (claim.message, claim.place.line, claim.payment) == ("m0", 1, None)


@pytest.mark.parametrize("text", NONE)
def test_talk_of_money_an_offer_and_a_bill_are_no_claims(text: str) -> None:
    assert heard(text) == []


def test_parties_time_and_reference_are_those_of_the_slip() -> None:
    below, beside, bare, *_ = heard(*SLIPS.values())

    assert (below.payer_name, below.beneficiary_name) == ("BUDI CONTOH", "SITI CONTOH")
    assert (below.beneficiary, below.payer) == ("mandiri:1230000000777", None)
    assert below.at == When(
        written="02 Okt 2026 - 10:11:12 WIB", local="2026-10-02T10:11:12", precision="second", at="2026-10-02T03:11:12Z"
    )
    assert (beside.beneficiary, beside.reference, beside.says) == ("bca:0123456789", "AB123456789", "paid")
    assert (bare.beneficiary, bare.beneficiary_name, bare.reference) == (None, "SITI CONTOH", "123456789")


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("TRX S25 ke 081200000001 SUKSES. SN/Ref: 0123456789012345. Saldo 100.000 - 25.500 = 74.500", 2_550_000),
        ("Isi pulsa Rp25.000 ke nomor 081200000001 berhasil. SN: 51002233445566778", 2_500_000),
    ],
)
def test_an_operator_names_the_number_and_the_serial_number(text: str, minor: int) -> None:
    [claim] = heard(text)

    assert (claim.amount_minor, claim.channel) == (minor, "phone-credit")
    assert claim.beneficiary == "phone-credit:+6281200000001"
    assert claim.reference


def test_a_balance_that_does_not_follow_gives_no_sum() -> None:
    assert heard("TRX S25 ke 081200000001 SUKSES. SN/Ref: 0123456789012345. Saldo 100.000 - 25.500 = 70.000") == []


@pytest.mark.parametrize(("word", "says"), [("Gagal", "failed"), ("Diproses", "pending"), ("Sukses", "paid")])
def test_a_word_of_status_is_kept(word: str, says: str) -> None:
    [claim] = heard(f"Pembayaran {word}\nNominal: Rp 75.000\nNo. Referensi: 7788990011\nKe: DANA 081200000002 - TONO")

    assert (claim.says, claim.beneficiary, claim.beneficiary_name) == (says, "dana:+6281200000002", "TONO")


TIES = [
    ([("p", "AB-123456789", 5_000_000)], "p", ["same-reference"], []),
    ([("p", "ab123456789", 7_000_000)], None, [], ["other-sum"]),
    ([("p", "ab123456789", 5_000_000), ("q", "AB123456789", 5_000_000)], None, [], ["several-lines"]),
    ([("p", None, 5_000_000), ("q", "XX123456789", 5_000_000)], None, [], ["not-booked"]),
]


@pytest.mark.parametrize(("lines", "payment", "told_for", "told_against"), TIES)
def test_only_one_booked_line_of_the_same_reference_and_sum_ties(
    lines: list[tuple[str, str | None, int]], payment: str | None, told_for: list[str], told_against: list[str]
) -> None:
    [claim] = heard(SLIPS["beside"], payments=tuple(booked(*line) for line in lines))

    assert claim.payment == payment
    assert [one.rule for one in claim.reasons_for] == told_for
    assert [one.rule for one in claim.reasons_against] == told_against


@pytest.mark.parametrize(
    ("written", "local"),
    [
        ("02/10/2026 10:11:12", "2026-10-02T10:11:12"),
        ("10/02/2026 10:11", "2026-10-02T10:11"),
        ("2026-10-02", "2026-10-02"),
        ("1 Oktober 2026, 10.11 WIB", "2026-10-01T10:11"),
        ("03/04/2025 10:11", None),
        ("31/02/2026", None),
        ("kemarin", None),
    ],
)
def test_a_day_is_decided_by_the_day_it_was_sent_or_stays_open(written: str, local: str | None) -> None:
    when = moment(written, SENT)

    assert when is not None
    assert (when.written, when.local) == (written, local)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        *[
            ("Rp50.000", 5_000_000),
            ("Rp 50,000.00", 5_000_000),
            ("IDR 1.500.000,00", 150_000_000),
            ("50000", 5_000_000),
        ],
        *[("Rp50.000,-", 5_000_000), ("Rp 50.00", 5_000), ("Rp 50.0000", None), ("50rb", None), ("Rp 1.50.000", None)],
        *[("Rp 0", None), ("5e4", None), ("", None)],
    ],
)
def test_a_sum_is_read_as_a_whole_or_not_at_all(text: str, minor: int | None) -> None:
    found = whole(text)

    assert (found and found.minor) == minor


def test_a_message_of_any_noise_is_worked_with() -> None:
    chance = random.Random(7)  # noqa: S311 # drawn cases
    parts = [word for text in (*SLIPS.values(), *NOTICES.values()) for word in text.split(" ")]
    texts = [" ".join(chance.choices(parts, k=chance.randint(1, 40))) for _ in range(500)]

    found = heard(*texts)

    assert all(one.amount_minor > 0 and one.reference != "" for one in found)


STATED = [one for says, said in SAID if says != "unpaid" for one in said.split(" | ")]


@each("word", [*LABELS["reference"].split(" | "), *STATED])
def test_no_word_of_status_or_reference_is_passed_over(word: str) -> None:
    assert may_be_receipt(f"{word.upper()} 1")


SEPARATORS = (": ", " : ", ":", "\n", "\t", "   ")
FORMS = ("Rp{dots}", "Rp {commas}.00", "Rp{dots},00", "IDR {commas}.00", "Rp. {dots},-")


def drawn_slip(chance: random.Random) -> tuple[str, int, str]:
    """A slip with labels, order, separators and forms of sums drawn at random; its sum, and who received it."""
    amount, to = chance.randrange(10, 5_000) * 1_000, chance.choice(("BUDI CONTOH", "Siti Misal"))
    commas = f"{amount:,}"
    form = chance.choice(FORMS).format(commas=commas, dots=commas.replace(",", "."))
    separator = chance.choice(SEPARATORS)
    told = {"amount": form, "to": to, "reference": str(chance.randrange(10**9, 10**12))}
    told |= {"when": f"{chance.randint(1, 28):02}/10/2026 10:11", "fee": "Rp2.500"}
    kinds = [kind for kind in told if kind != "fee" or chance.random() < 0.5]
    chance.shuffle(kinds)
    lines = [f"{chance.choice(LABELS[kind].split(' | ')).title()}{separator}{told[kind]}" for kind in kinds]
    return "\n".join(["Transfer Berhasil", *lines]), amount * 100, to


def test_a_slip_is_read_whatever_its_labels_order_and_separators() -> None:
    slips = [drawn_slip(random.Random(seed)) for seed in range(1_000)]  # noqa: S311 # drawn cases

    found = heard(*(text for text, _, _ in slips))

    assert [(one.amount_minor, one.beneficiary_name) for one in found] == [(minor, to) for _, minor, to in slips]
