# SPDX-License-Identifier: Apache-2.0
"""How often the functions behind a paper were right where the truth is known, in two sentences."""

from collections.abc import Iterator

from suluh.referral.papers.known import Known, known
from suluh.referral.papers.values import Both

_MORE = Both(
    "Measured on made-up data, not on this case; all figures, with sets, sizes and intervals: D2, section 6.",
    "Diukur pada data buatan, bukan pada perkara ini; semua angka, dengan himpunan, ukuran, dan selangnya: D2, "
    "bagian 6.",
)
_UNSAID = Both(
    "How often tiers are right is not among the figures of this version: D2, section 6.",
    "Seberapa sering tingkat dukungan benar tidak ada dalam angka versi ini: D2, bagian 6.",
)


def tier_rates() -> tuple[Both, ...]:
    """How many deals that were called recorded were right, and how often ordinary talk was called so."""
    rows = {one.name: one for one in known()}
    wrong, ordinary, said = (rows.get(name) for name in ("deals-recorded", "deals-ordinary", "deals-said"))
    if wrong is None or ordinary is None or said is None:
        return (_UNSAID,)
    return tuple(_tiers(wrong, ordinary, said))


def _tiers(wrong: Known, ordinary: Known, said: Known) -> Iterator[Both]:
    """The figures count what is wrong: right is the rest, and its interval is turned round."""
    bad, whole = _parts(wrong)
    none, talks = _parts(ordinary)
    low, high = (100 - float(one) for one in (wrong.high, wrong.low))
    share = said.figure.removesuffix(" %")
    yield Both(
        f"Of {whole} made-up deals that were called supported by a payment record {whole - bad} were right (between "
        f"{low:.1f} and {high:.1f} of 100, 95 times in 100); of {talks} made-up talks in which nothing is traded "
        f"{none} were called so. This is of supported deals alone: of possible ones no figure of their own was "
        f"measured; of all deals that were said, of both tiers, {share} of 100 were right. {_MORE.english}",
        f"Dari {whole} rangkaian buatan yang disebut didukung catatan pembayaran, {whole - bad} benar (antara "
        f"{_comma(low)} dan {_comma(high)} dari tiap 100, dengan keyakinan 95 dari 100); dari {talks} percakapan "
        f"buatan tanpa jual beli, {none} disebut demikian. Ini hanya tentang yang didukung: untuk yang mungkin tidak "
        f"ada angka tersendiri; dari semua yang disebut rangkaian, kedua tingkat, {share.replace('.', ',')} dari 100 "
        f"benar. {_MORE.indonesian}",
    )


def person_rates() -> tuple[Both, ...]:
    """How many pairs of accounts that were called one person were so, and how many there were."""
    rows = {one.name: one for one in known()}
    said, found = rows.get("persons-said"), rows.get("persons-found")
    if said is None or found is None:
        return (_UNSAID,)
    (right, told), (seen, all_), low, high = _parts(said), _parts(found), float(said.low), float(said.high)
    return (
        Both(
            f"Of {told} pairs of accounts in made-up worlds that were joined as one person {right} were so (between "
            f"{low:.1f} and {high:.1f} of 100, 95 times in 100), and {seen} of the {all_:,} that there were are found. "
            f"{_MORE.english}",
            f"Dari {told} pasang akun dalam dunia buatan yang digabungkan sebagai satu orang, {right} benar "
            f"(antara {_comma(low)} dan {_comma(high)} dari tiap 100, dengan keyakinan 95 dari 100), dan "
            f"{seen} dari {_dotted(all_)} pasang yang ada ditemukan. {_MORE.indonesian}",
        ),
    )


def _parts(one: Known) -> tuple[int, int]:
    """A figure such as ``53 / 528``."""
    part, whole = one.figure.split(" / ")
    return int(part), int(whole)


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _comma(share: float) -> str:
    return f"{share:.1f}".replace(".", ",")
