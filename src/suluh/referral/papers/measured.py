# SPDX-License-Identifier: Apache-2.0
"""The measured figures of this version as a report says them: for each step the figure, on whose data, what it means.

Every number is taken from the file of known figures; here stand the words alone.
"""

from collections.abc import Mapping
from typing import NamedTuple

from suluh.referral.papers.known import REPORTED, Known, known
from suluh.referral.papers.report import Rows
from suluh.referral.papers.values import Both, Cell

_PERCENT, _NEAR = 100, 1
TO = "\u2013"

MATCHING, READING = Both("Matching", "Pencocokan"), Both("Reading", "Pembacaan")
DEALS, PERSONS = Both("Deals", "Rangkaian"), Both("Persons", "Orang")
CASE = Both("The case file and the machine", "File perkara dan mesin")


class Meaning(NamedTuple):
    """Of which work a figure is, and what it means for one result; ``{n}`` of ``{of}`` is what was counted."""

    step: Both
    means: Both


MEANINGS: Mapping[str, Meaning] = {
    "exact": Meaning(
        MATCHING,
        Both(
            "A content that equals an entry of a hash set is found, and nothing else is: {n} of {of} look-ups were "
            "right.",
            "Isi yang sama dengan entri himpunan hash ditemukan, dan hanya itu: {n} dari {of} pencarian benar.",
        ),
    ),
    "near": Meaning(
        MATCHING,
        Both(
            "A picture that differs little enough is proposed to people: {n} of {of} were. It never counts as known.",
            "Gambar yang cukup mirip diajukan kepada orang: {n} dari {of}. Gambar itu tidak pernah dihitung dikenal.",
        ),
    ),
    "pdq": Meaning(
        MATCHING,
        Both(
            "The perceptual hash is that of the published code, so that another laboratory gets the same one.",
            "Hash persepsi sama dengan kode yang diterbitkan, sehingga laboratorium lain mendapat nilai yang sama.",
        ),
    ),
    "drift": Meaning(
        MATCHING,
        Both(
            "A first look at a small picture misses no near one by more than 14 bits; what looks near is decoded in "
            "full.",
            "Pembukaan kecil meleset paling jauh 14 bit; yang tampak mirip dibuka lengkap.",
        ),
    ),
    "statements": Meaning(
        READING,
        Both(
            "Of every 100 statements with a balance about {hundred} were read right to the last line. The other "
            "{left} of {of} were not; how many of these are wrong without a word, the next line counts.",
            "Dari setiap 100 rekening koran bersaldo, sekitar {hundred} terbaca tepat sampai baris terakhir. {left} "
            "lainnya dari {of} tidak; berapa di antaranya salah tanpa pemberitahuan dihitung baris berikut.",
        ),
    ),
    "statements-silent": Meaning(
        READING,
        Both(
            "Of {of} statements {n} were read wrong without a word; with so many tried it could be up to {high} of "
            "every 100.",
            "Dari {of} rekening koran, {n} terbaca salah tanpa pemberitahuan; dengan percobaan sebanyak itu dapat "
            "sampai {high} dari setiap 100.",
        ),
    ),
    "statements-damaged": Meaning(
        READING,
        Both(
            "A line that was taken out, doubled or changed was noticed in {n} of {of} statements.",
            "Baris yang dihapus, digandakan, atau diubah ketahuan pada {n} dari {of} rekening koran.",
        ),
    ),
    "chats": Meaning(
        READING,
        Both(
            "{n} of {of} kinds of chats that were tried are read; what no reader knows stands in part 8.",
            "{n} dari {of} ragam percakapan yang dicoba terbaca; yang tidak dikenal pembaca tercantum di bagian 8.",
        ),
    ),
    "chats-lines": Meaning(
        READING,
        Both(
            "In {n} of {of} exported chats time, sender, text and file of each line were right.",
            "Pada {n} dari {of} percakapan yang diekspor, waktu, pengirim, teks, dan file tiap baris benar.",
        ),
    ),
    "chats-none": Meaning(
        READING,
        Both(
            "{n} of {of} lists that are no chat were not taken for one.",
            "{n} dari {of} daftar yang bukan percakapan tidak dianggap percakapan.",
        ),
    ),
    "deals-recorded": Meaning(
        DEALS,
        Both(
            "Of every 100 deals that are called supported by a payment record about {rest} are right and {hundred} "
            "wrong ({n} of {of} were wrong), on conversations {whose}, before an officer looked.",
            "Dari setiap 100 rangkaian yang disebut didukung catatan pembayaran, sekitar {rest} benar dan {hundred} "
            "salah ({n} dari {of} salah), pada percakapan {whose}, sebelum diperiksa petugas.",
        ),
    ),
    "deals-ordinary": Meaning(
        DEALS,
        Both(
            "Ordinary life was called such a deal in {n} of {of} conversations {whose}; with so many tried it could be "
            "up to {high} of every 100.",
            "Kehidupan biasa disebut rangkaian seperti itu pada {n} dari {of} percakapan {whose}; dengan percobaan "
            "sebanyak itu dapat sampai {high} dari setiap 100.",
        ),
    ),
    "deals-f1": Meaning(
        DEALS,
        Both(
            "For each writer the harmonic mean (2PR / (P + R)) of right and found, then the mean over the writers: so "
            "it is not the mean of the next two figures. It compares versions and says nothing of a single deal.",
            "Bagi tiap penulis rata-rata harmonik (2PR / (P + R)) dari disebut benar dan ditemukan, lalu rata-rata "
            "antarpenulis: karena itu bukan rata-rata dua angka berikut. Untuk membandingkan versi; tidak mengatakan "
            "apa pun tentang satu rangkaian.",
        ),
    ),
    "deals-said": Meaning(
        DEALS,
        Both(
            "Of every 100 deals that are said at all, those without a payment record too, about {hundred} are right "
            "and {rest} wrong.",
            "Dari setiap 100 rangkaian yang disebut, juga yang tanpa catatan pembayaran, sekitar {hundred} benar dan "
            "{rest} salah.",
        ),
    ),
    "deals-found": Meaning(
        DEALS,
        Both(
            "Of every 100 deals that there were about {hundred} were found: that none stands here does not show that "
            "there was none.",
            "Dari setiap 100 rangkaian yang ada, sekitar {hundred} ditemukan: bila tidak tercantum, tidak berarti "
            "tidak ada.",
        ),
    ),
    "items": Meaning(
        DEALS,
        Both(
            "The number of files of all deals of a writer was wrong by about {hundred} of every 100.",
            "Banyaknya file pada semua rangkaian seorang penulis meleset sekitar {hundred} dari setiap 100.",
        ),
    ),
    "money": Meaning(
        DEALS,
        Both(
            "The money of all deals of a writer was wrong by about {hundred} of every 100: a total rests on confirmed "
            "deals and booked lines alone.",
            "Uang pada semua rangkaian seorang penulis meleset sekitar {hundred} dari setiap 100: jumlah hanya "
            "bertumpu pada rangkaian yang dikonfirmasi dan baris rekening.",
        ),
    ),
    "edges-said": Meaning(
        DEALS,
        Both(
            "Of every 100 pairs of seller and buyer that are said about {hundred} are right.",
            "Dari setiap 100 pasang penjual dan pembeli yang disebut, sekitar {hundred} benar.",
        ),
    ),
    "edges-found": Meaning(
        DEALS,
        Both(
            "Of every 100 pairs of seller and buyer that there were about {hundred} were found.",
            "Dari setiap 100 pasang penjual dan pembeli yang ada, sekitar {hundred} ditemukan.",
        ),
    ),
    "persons-said": Meaning(
        PERSONS,
        Both(
            "{n} of {of} pairs of accounts that were joined as one person were so; on papers nothing counts as "
            "joined that no officer confirmed or stated; under a child's code stands all that may be theirs.",
            "{n} dari {of} pasang akun yang digabungkan sebagai satu orang benar; pada lembar tidak ada yang "
            "dihitung sebagai gabungan tanpa konfirmasi atau pernyataan petugas; di bawah kode anak tercantum semua "
            "yang mungkin miliknya.",
        ),
    ),
    "persons-found": Meaning(
        PERSONS,
        Both(
            "Of every 100 pairs that there were about {hundred} were found: two codes may be one person.",
            "Dari setiap 100 pasang yang ada, sekitar {hundred} ditemukan: dua kode dapat berarti satu orang.",
        ),
    ),
    "sources-said": Meaning(
        PERSONS,
        Both(
            "{n} of {of} sources that are said were right.",
            "{n} dari {of} sumber yang disebut benar.",
        ),
    ),
    "sources-found": Meaning(
        PERSONS,
        Both(
            "Of every 100 sources that there were about {hundred} were found.",
            "Dari setiap 100 sumber yang ada, sekitar {hundred} ditemukan.",
        ),
    ),
    "floor": Meaning(
        CASE,
        Both(
            "An estimate of what is unseen serves planning alone and stands in no paper.",
            "Taksiran bagian yang belum terlihat hanya untuk perencanaan dan tidak tercantum pada lembar mana pun.",
        ),
    ),
    "custody": Meaning(
        CASE,
        Both(
            "{n} of {of} changes that were made to a case behind its back were found and named. The others that were "
            "drawn left the case as it was: there was nothing to find.",
            "{n} dari {of} perubahan diam-diam pada perkara ditemukan dan disebut. Yang lain dari yang diundi tidak "
            "mengubah perkara: tidak ada yang dapat ditemukan.",
        ),
    ),
    "hostile": Meaning(
        CASE,
        Both(
            "{n} of {of} damaged or hostile files were answered one by one; none stopped the others.",
            "{n} dari {of} file rusak atau jahat dijawab satu demi satu; tidak satu pun menghentikan yang lain.",
        ),
    ),
}
"""For each known figure, by its name."""

NOTHING = Both(
    "No measured error rates came with this version of Suluh.",
    "Versi Suluh ini tidak disertai tingkat kesalahan yang diukur.",
)
ON_WHAT = Both(
    "Nothing below was measured on this case, or on any real one. All data were made up: by the project itself, or, "
    "where the table says so, by writers outside it who never saw the program. Other talk, banks or countries can be "
    "worse.",
    "Tidak ada angka di bawah ini yang diukur pada perkara ini atau perkara nyata mana pun. Semua data buatan: oleh "
    "proyek sendiri, atau, bila tabel menyebutnya, oleh penulis di luar proyek yang tidak pernah melihat program. "
    "Percakapan, bank, atau negara lain dapat lebih buruk.",
)
INTERVALS = Both(
    "Every interval has two sides and holds the true share 95 times in 100: of a count the exact interval (Clopper and "
    "Pearson), also where none or all were wrong; of a mean over writers that of Student. A count takes each deal, "
    "pair or conversation as independent of the others. Those of one writer, or of one made-up world, resemble one "
    "another, so that the true interval of such a count can be wider than the one that is printed.",
    "Setiap selang bersisi dua dan memuat angka sebenarnya 95 kali dalam 100: untuk hitungan selang eksak (Clopper dan "
    "Pearson), juga bila tidak ada atau semuanya salah; untuk rata-rata antarpenulis selang Student. Hitungan "
    "menganggap setiap rangkaian, pasangan, atau percakapan bebas dari yang lain. Yang berasal dari satu penulis atau "
    "satu dunia buatan saling mirip, sehingga selang sebenarnya dari hitungan itu dapat lebih lebar dari yang dicetak.",
)


BY_OTHERS = Both("made up by others than the project", "buatan pihak di luar proyek")
BY_PROJECT = Both("made up by the project", "buatan proyek sendiri")


def rates() -> Rows:
    """Work, what was counted, figure, interval, set and whose, day, what it means for one result, goal."""
    return tuple(_row(one) for one in known())


def for_one_deal() -> tuple[Both, ...]:
    """What the figures on deals mean for a single one: how often it is right, and how often one is missed."""
    found = {one.name: one for one in known()}
    if not found:
        return (NOTHING,)
    names = ("deals-recorded", "deals-ordinary", "deals-said", "deals-found")
    told = [means(found[name]) for name in names if name in found]
    english, indonesian = " ".join(one.english for one in told), " ".join(one.indonesian for one in told)
    whole = Both(f"For a single deal that means: {english}", f"Bagi satu rangkaian artinya: {indonesian}")
    return (_on_what(), whole, INTERVALS)


def _on_what() -> Both:
    """On what all was measured, and that it belongs to the version and not to the day of the paper."""
    days = sorted({one.date for one in known()})
    when = days[0] if len(days) == 1 else f"{days[0]} {TO} {days[-1]}"
    return Both(
        f"{ON_WHAT.english} They belong to the version of the program at the foot and were measured on {when}.",
        f"{ON_WHAT.indonesian} Angka itu milik versi program di kaki halaman dan diukur pada {when}.",
    )


def missed() -> tuple[Both, ...]:
    """Each figure that does not reach its goal, in a sentence with the goal."""
    found = [(means(one), _goal(one)) for one in known() if not one.is_met]
    if not found:
        return ()
    head = Both(
        "Figures of this version that do not reach their goal:",
        "Angka versi ini yang tidak mencapai sasarannya:",
    )
    return (
        head,
        *(
            Both(f"{said.english} Goal: {goal.english}.", f"{said.indonesian} Sasaran: {goal.indonesian}.")
            for said, goal in found
        ),
    )


def means(one: Known) -> Both:
    """What a figure means for one result."""
    words, english, indonesian = MEANINGS[one.name].means, _numbers(one, "."), _numbers(one, ",")
    whose = BY_OTHERS if one.others else BY_PROJECT
    return Both(
        words.english.format(whose=whose.english, **english),
        words.indonesian.format(whose=whose.indonesian, **indonesian),
    )


def _row(one: Known) -> tuple[Cell, ...]:
    whose = BY_OTHERS if one.others else BY_PROJECT
    return (
        MEANINGS[one.name].step,
        Both(one.function.en, one.function.id),
        _figure(one),
        Both(f"{one.low} {TO} {one.high}", f"{_comma(one.low)} {TO} {_comma(one.high)}"),
        Both(f"{one.set.en}; {whose.english}", f"{one.set.id}; {whose.indonesian}"),
        one.date,
        means(one),
        None if one.goal == REPORTED else _goal(one),
    )


def _figure(one: Known) -> Both:
    """A count as it is, a mean of shares with over how many it was taken."""
    part, _, whole = one.figure.partition(" / ")
    if whole:
        return Both(f"{int(part):,} of {int(whole):,}", f"{_dots(part)} dari {_dots(whole)}")
    share = one.figure.removesuffix(" %")
    return Both(f"{share} of 100, mean of {one.size}", f"{_comma(share)} dari 100, rata-rata {one.size}")


def _numbers(one: Known, point: str) -> dict[str, str]:
    part, _, whole = one.figure.partition(" / ")
    share = 100 * int(part) / int(whole) if whole else float(one.figure.removesuffix(" %"))
    counts = (f"{int(part):,}", f"{int(whole):,}") if whole else (part, "")
    if point == ",":
        counts = counts[0].replace(",", "."), counts[1].replace(",", ".")
    left = f"{int(whole) - int(part):,}".replace(",", "." if point == "," else ",") if whole else ""
    written = {"hundred": _rounded(share), "rest": _rounded(_PERCENT - share), "low": one.low, "high": one.high}
    return {"n": counts[0], "of": counts[1], "left": left} | {
        name: text.replace(".", point) for name, text in written.items()
    }


def _rounded(share: float) -> str:
    """Whole numbers of 100, and near nothing or everything one digit more."""
    is_near = 0 < share < _NEAR or _PERCENT - _NEAR < share < _PERCENT
    return f"{share:.1f}" if is_near else f"{share:.0f}"


def _goal(one: Known) -> Both:
    """A goal, and whether it was met when this was measured."""
    sign, _, number = one.goal.removesuffix(" %").rpartition(" ")
    english = {">=": "at least ", "<=": "at most ", "": ""}[sign] + number
    indonesian = {">=": "sedikitnya ", "<=": "paling banyak ", "": ""}[sign] + _comma(number)
    of = Both(" of 100", " dari 100") if one.goal.endswith("%") else Both("", "")
    met = Both("met", "tercapai") if one.is_met else Both("NOT met", "TIDAK tercapai")
    return Both(f"{english}{of.english}: {met.english}", f"{indonesian}{of.indonesian}: {met.indonesian}")


def _comma(number: str) -> str:
    return number.replace(".", ",")


def _dots(number: str) -> str:
    return f"{int(number):,}".replace(",", ".")
