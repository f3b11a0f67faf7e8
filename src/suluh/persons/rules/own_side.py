# SPDX-License-Identifier: Apache-2.0
"""The rule `own-side`: whose device an exhibit probably is, where nobody stated it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.talk import is_device, service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import bound_name, number_of
from suluh.persons.names import as_listed
from suluh.persons.pool import Pool
from suluh.persons.rule import MILLION, Proposal, Rule
from suluh.persons.signs import EVERY, Sign

PEER = 850_000
"""Set by hand, the highest, for the service itself numbers its chats so; the signs of one account are summed up."""

TITLE = 650_000
"""Set by hand: the app names the export by the other side, but names and titles change."""

GROUPS = 650_000
"""Set by hand, as for titles: a member who never writes may be in all groups as well."""

DELETION = 250_000
"""Set by hand: the app speaks to its own side, but one such line may have been typed."""

ALONE = 150_000
"""Set by hand: a friend may speak in every export that was kept."""

SAME_TALK = 800_000
"""Set by hand, next to the chat that bears the other side's id: another phone tells the own side's words under it."""

OTHER_PHONE = -20_000
"""Set by hand, small: it stands against every such pair, so that no link has reasons for it alone."""

RIVAL = -500_000
"""Set by hand: two who look like the holder are two phones, two users, or one of them is wrong."""

LISTED = -300_000
"""Set by hand: who is listed in the address book is hardly its owner, but people list themselves as well."""


class OwnSide(Rule):
    """Signs say whose device an exhibit is, of which no account was stated.

    It only proposes: whose a device is, an officer decides, by this link or by stating the account.
    """

    name = "own-side"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each device with every account that looks like its holder's: one name of its exports, one number."""
        del joined
        numbers = _numbers(pool)
        devices = {one for one in pool.accounts if is_device(one)} | pool.owning.keys()
        for device in sorted(devices):
            names = [sign for sign in pool.owning.get(device, ()) if number_of(sign.account) is None]
            known = {sign.account: sign for sign in pool.owning.get(device, ()) if number_of(sign.account) is not None}
            told = numbers.get(device, {})
            both = sorted(known.keys() | told.keys())
            for sign in names:
                yield _proposal(pool, device, sign, 0, is_rival=len(names) > 1)
            for number in both:
                sign = known.get(number, Sign(number, (number,), {}))
                yield _proposal(pool, device, sign, told.get(number, 0), is_rival=len(both) > 1)


def _numbers(pool: Pool) -> dict[str, dict[str, int]]:
    """Numbers under which another phone tells what the own side of a device wrote, and how much of it agrees."""
    own = {account: device for device, signs in pool.owning.items() for sign in signs for account in sign.accounts}
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for one, other, agree in pool.same_talk:
        for mine, number in ((one, other), (other, one)):
            device = mine if is_device(mine) else own.get(mine)
            if device is None or number_of(number) is None or service_of(number) != service_of(device):
                continue
            if number_of(mine) is None:
                found[device][number] = max(agree, found[device].get(number, 0))
    return found


def _proposal(pool: Pool, device: str, sign: Sign, agree: int, *, is_rival: bool) -> Proposal:
    reasons = [_term(by, times) for by, times in sign.by.items()]
    if agree:
        reasons.append(_told(agree))
    against = [_OTHER_PHONE, *([_RIVAL] if is_rival else []), *([_LISTED] if _is_listed(pool, sign) else [])]
    score = max(0, min(MILLION, sum(term.score for term in (*reasons, *against))))
    return Proposal(device, sign.account, score, None, tuple(reasons), tuple(against))


def _is_listed(pool: Pool, sign: Sign) -> bool:
    """Whether the address book of the exhibit lists somebody under the name."""
    bound = bound_name(sign.account)
    return bound is not None and (bound[0], as_listed(bound[1])) in pool.listed


def _term(by: str, times: int) -> Term:
    english, indonesian = _SAYS[by]
    return Term(
        rule=f"own-{by}", score=_WEIGHTS[by], text=english.format(times=times), text_id=indonesian.format(times=times)
    )


_WEIGHTS = {"peer": PEER, "title": TITLE, "groups": GROUPS, "deletion": DELETION, EVERY: ALONE}
_SAYS = {
    "title": (
        "In {times} exported chats of two this author is the side that their titles do not name.",
        "Dalam {times} ekspor percakapan dua orang, penulis ini adalah pihak yang tidak disebut judulnya.",
    ),
    "deletion": (
        "In {times} exported chats the app tells this author that it deleted a message itself.",
        "Dalam {times} ekspor percakapan, aplikasi menyapa penulis ini sebagai yang menghapus pesannya sendiri.",
    ),
    "peer": (
        "In {times} chats that bear the number of one side this is the other side.",
        "Dalam {times} percakapan yang memakai nomor satu pihak, akun ini adalah pihak lainnya.",
    ),
    "groups": (
        "All {times} groups of the database have this member, who wrote in none of its chats as another.",
        "Semua {times} grup dalam basis data memuat anggota ini, yang tidak menulis sebagai orang lain di dalamnya.",
    ),
    EVERY: (
        "This author alone stands in all {times} exported chats of the exhibit.",
        "Hanya penulis ini yang ada dalam semua {times} ekspor percakapan barang bukti ini.",
    ),
}


def _told(agree: int) -> Term:
    return Term(
        rule="own-told",
        score=SAME_TALK,
        text=f"Another exhibit tells what the device's own side wrote under this number; {agree} rare messages agree.",
        text_id="Barang bukti lain memuat tulisan pihak perangkat ini dengan nomor ini; "
        f"{agree} pesan yang jarang sama.",
    )


_OTHER_PHONE = Term(
    rule="other-phone",
    score=OTHER_PHONE,
    text="The chats may come from another phone, and phones are shared.",
    text_id="Percakapan itu mungkin berasal dari telepon lain, dan telepon dapat dipakai bersama.",
)
_RIVAL = Term(
    rule="several-own",
    score=RIVAL,
    text="Others look like the holder of this device as well: it may have had several users.",
    text_id="Ada akun lain yang juga tampak sebagai pemegang perangkat ini: mungkin ada beberapa pemakai.",
)
_LISTED = Term(
    rule="name-listed",
    score=LISTED,
    text="The address book of the exhibit lists somebody under this name.",
    text_id="Buku alamat barang bukti mencatat seseorang dengan nama ini.",
)
