# SPDX-License-Identifier: Apache-2.0
"""D2, part 11: what of the confirmed deals falls if one exhibit, one decision on a link, or one statement falls."""

from msgspec.structs import replace

from suluh.referral.papers.forms.heads import EXHIBIT, head, table
from suluh.referral.papers.report import ReportFacts
from suluh.referral.papers.values import Both, Table

BY_RECORDS = Both(
    "Counted by the records alone: a message or booked line stands where a copy of it lies on another exhibit. What a "
    "reason rests on and is none of the deal's own (an offer to everybody; other deals that the payer paid, with the "
    "talk that ties these to the buyer) makes it lose some, and by itself keeps no deal from falling. Nothing is "
    "searched anew: what tier or sum is left, suluh without CASE EXHIBIT works out.",
    "Dihitung menurut catatannya saja: suatu pesan atau baris rekening tetap ada bila salinannya terletak pada barang "
    "bukti lain. Yang menjadi dasar satu alasan tetapi bukan milik rangkaian itu (penawaran kepada umum; rangkaian "
    "lain yang dibayar pembayar itu, dengan percakapan yang mengaitkannya dengan pembeli) membuatnya kehilangan "
    "sebagian dan sendirian tidak mencegahnya gugur. Tidak ada yang dicari ulang: tingkat dan jumlah yang tersisa "
    "dikerjakan suluh without CASE EXHIBIT.",
)
BY_LINKS = Both(
    "Each link is taken away by itself. A deal stands on its messages and booked lines all the same; what falls is "
    "that an account counts to buyer or seller by a decision, or that accounts of a side count as one person.",
    "Setiap kaitan dihilangkan sendiri-sendiri. Rangkaian tetap bertumpu pada pesan dan baris rekeningnya; yang gugur "
    "ialah bahwa suatu akun dihitung pada pembeli atau penjual karena suatu keputusan, atau bahwa akun-akun satu pihak "
    "dihitung sebagai satu orang.",
)


BY_STATEMENTS = Both(
    "Each statement is taken away by itself. A deal stands on its messages and booked lines all the same; what falls "
    "is whose it is. Where links join the account to others as well, the table of links says what rests on those. "
    "Below stands each account of a booked line without all that officers decided and stated of it at once: each word "
    "may fall harmlessly only because the others stand, and these may be of one officer.",
    "Setiap pernyataan dihilangkan sendiri-sendiri. Rangkaian tetap bertumpu pada pesan dan baris rekeningnya; yang "
    "gugur ialah milik siapa rangkaian itu. Bila kaitan juga menggabungkan akun itu dengan yang lain, tabel kaitan "
    "menyebut apa yang bertumpu padanya. Di bawahnya tercantum setiap akun baris rekening tanpa semua keputusan dan "
    "pernyataan petugas tentangnya sekaligus: satu pernyataan dapat gugur tanpa akibat hanya karena yang lain tetap "
    "ada, dan semuanya mungkin dari satu petugas.",
)


def falls(facts: ReportFacts) -> tuple[Table, ...]:
    """By exhibit, by link, and by statement."""
    of_exhibits, of_links, of_statements = facts.alone
    exhibits = (
        EXHIBIT,
        head("Deals that fall whole", "Rangkaian yang gugur seluruhnya", 26),
        head("That lose every booked line", "Yang kehilangan semua baris rekening", 26),
        head("That lose every message", "Yang kehilangan semua pesan", 26),
        head("That lose some of either", "Yang kehilangan sebagian", 26),
        head("Confirmed deals untouched", "Rangkaian dikonfirmasi yang tidak terkena", 12),
    )
    links = (
        head("Accounts", "Akun", 14),
        head("Link", "Kaitan", 28),
        head("What falls", "Yang gugur", 70),
    )
    one = table("11b satu barang bukti", "If one exhibit fell", "Bila satu barang bukti gugur", exhibits, of_exhibits)
    other = table("11c satu kaitan", "If one confirmed link fell", "Bila satu kaitan gugur", links, of_links)
    statements = (
        head("Account", "Akun", 14),
        head("Stated as own account of", "Dinyatakan sebagai akun milik", 28),
        head("What falls", "Yang gugur", 70),
    )
    third = table(
        "11d satu pernyataan",
        "If the statement that one account is an exhibit's own fell",
        "Bila pernyataan bahwa satu akun milik suatu barang bukti gugur",
        statements,
        of_statements,
    )
    return (
        replace(one, notes=(BY_RECORDS,) if one.rows else ()),
        replace(other, notes=(BY_LINKS,) if other.rows else ()),
        replace(third, notes=(BY_STATEMENTS,) if third.rows else ()),
    )
