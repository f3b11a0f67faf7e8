# SPDX-License-Identifier: Apache-2.0
"""Leads: which work to take up next, by tiers, and inside each by plain counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from suluh.leads.cameras import of_cameras
from suluh.leads.posters import of_posters
from suluh.leads.work import (
    BUYER,
    LINK,
    MAY_BE_HOLDER,
    SAFEGUARDING,
    SELLER,
    SOURCE,
    Reason,
    Work,
    deliveries,
    exhibits,
    payments,
)
from suluh.leads.work import (
    deals as counted_deals,
)
from suluh.model.after.beyond import Edge, Lead, Origin
from suluh.model.matching import Camera
from suluh.model.people import Link, Person
from suluh.model.rules.holders import Holder
from suluh.model.talk import is_named_only
from suluh.model.trade import Deal

CHILD = frozenset({"child", "child_victim", "child_witness", "child_in_conflict", "harmful_behaviour"})
"""Roles that officers give: who bears one is in no ranking of trade, whatever else is true of them."""

LIKELY = 600_000
"""A suggested link of a lower score is no work. Set by hand: who paid for somebody in two deals reaches it."""


@dataclass
class _Trade:
    """What one person did on one side of the trade."""

    deals: int = 0
    items: int = 0
    paid: Counter[str] = field(default_factory=Counter)
    possible: Counter[str] = field(default_factory=Counter)


def rank(  # noqa: PLR0913, PLR0917 # the line hands over each kind of noun by itself
    persons: Iterable[Person],
    edges: Iterable[Edge],
    deals: Iterable[Deal],
    origins: Iterable[Origin],
    links: Iterable[Link],
    own: Mapping[str, Holder],
    cameras: Iterable[Camera] = (),
) -> Iterator[Lead]:
    """The leads in the order of their rank. Every count stands beside its reason, and nothing else is weighed.

    First children whom officers named, and exhibits with a camera of which unknown pictures were handed over; then
    sources and who sent into them; then sellers and buyers; all these of persons whose own devices are no exhibit; then
    suggested links between accounts that trade.
    `own` says which accounts are those of whoever held an exhibit.
    """
    people = {person.id: person for person in persons}
    held = frozenset(account for holder in own.values() for account in holder.accounts)
    traded, came = tuple(deals), tuple(origins)
    apart = {one.id for one in people.values() if held & set(one.accounts) or CHILD & set(one.roles)}
    work = [
        *_safeguarding(people.values()),
        *of_cameras(cameras),
        *map(_source, came),
        *of_posters(came, people, apart),
        *_traders(people, apart, edges, frozenset(account for holder in own.values() for account in holder.doubtful)),
        *_links(links, traded, people.values()),
    ]
    for number, one in enumerate(sorted(work, key=lambda one: one.key), 1):
        yield one.lead(number)


def _safeguarding(people: Iterable[Person]) -> Iterator[Work]:
    """Persons whom an officer called a child: their deals are not counted, only how many exhibits know them."""
    for person in people:
        if CHILD & set(person.roles):
            known = len(person.exhibits)
            many = "1 exhibit" if known == 1 else f"{known} exhibits"
            reason = Reason(
                "exhibits",
                known,
                f"An officer gave the role of a child; {many} may help to find them.",
                f"Petugas mencatat peran anak; {known} barang bukti mungkin membantu menemukannya.",
            )
            yield Work(SAFEGUARDING, "safeguarding", person.id, (reason,))


def _source(origin: Origin) -> Work:
    """A conversation through which material came: who made it may be found there."""
    sold, seen, countries = origin.items_sold_on, origin.first_seen_items, len(origin.countries)
    known = origin.known_items
    return Work(
        SOURCE,
        "source",
        origin.conversation,
        (
            Reason(
                "items-sold-on",
                sold,
                f"{sold} of its items were sold on.",
                f"{sold} materi dari sumber ini dijual lagi.",
            ),
            Reason(
                "known-items",
                known,
                f"{known} of its items stand in sets of known material." if known else "",
                f"{known} materi dari sumber ini ada di himpunan materi yang dikenal." if known else "",
            ),
            Reason(
                "first-seen-items",
                seen,
                f"{seen} items came in here before anywhere else.",
                f"{seen} materi pertama kali masuk di sini.",
            ),
            Reason(
                "countries",
                countries,
                f"Phone numbers of {countries} countr{'ies' if countries > 1 else 'y'} are among its members."
                if countries
                else "",
                f"Anggotanya memakai nomor telepon dari {countries} negara." if countries else "",
            ),
        ),
    )


def _traders(
    people: Mapping[str, Person], apart: AbstractSet[str], edges: Iterable[Edge], open_: AbstractSet[str]
) -> Iterator[Work]:
    """Sellers and buyers whose own devices are no exhibit; who both sells and buys is work once, as a seller.

    Behind the others in their tier are those of whom an account in `open_` may yet be a holder's.
    """
    sold: dict[str, _Trade] = defaultdict(_Trade)
    bought: dict[str, _Trade] = defaultdict(_Trade)
    for edge in edges:
        for trade in (sold[edge.left], bought[edge.right]):
            trade.deals += edge.deals
            trade.items += edge.items
            _add(trade.paid, edge.currency, edge.amount_minor)
            _add(trade.possible, edge.currency, edge.possible_minor)
    for name in sorted({*sold, *bought} - apart):
        person = people.get(name)
        known = len(person.exhibits) if person else 0
        tier, kind, trade = (SELLER, "seller", sold[name]) if name in sold else (BUYER, "buyer", bought[name])
        waits = person is not None and bool(open_ & set(person.accounts))
        reasons = (
            exhibits(known),
            deliveries(trade.items),
            counted_deals(trade.deals),
            *((MAY_BE_HOLDER,) if waits else ()),
            *payments(trade.paid, trade.possible),
        )
        by_name = person is not None and all(map(is_named_only, person.accounts))
        yield Work(tier, kind, name, reasons, int(waits), by_name)


def _add(sums: Counter[str], currency: str | None, minor: int | None) -> None:
    """Add an amount to the sum of its currency, where there is one."""
    if currency and minor:
        sums[currency] += minor


def _links(links: Iterable[Link], deals: Iterable[Deal], people: Iterable[Person]) -> Iterator[Work]:
    """Suggested links that would change who traded with whom, if an officer confirmed them."""
    person = {account: one for one in people for account in one.accounts}
    children = {one.id for one in person.values() if CHILD & set(one.roles)}
    traded: Counter[str] = Counter()
    for deal in deals:
        if deal.state != "offered":
            traded.update({_name(account, person) for account in (deal.seller, deal.buyer) if account})
    for link in links:
        sides = {_name(account, person) for account in (link.left, link.right)}
        number = sum(traded[side] for side in sides)
        if not _waits(link) or not number or len(sides) == 1 or sides & children:
            continue
        reason = Reason(
            "deals",
            number,
            f"A suggested link waits for a decision; {number} deal{'s' if number != 1 else ''} hang on it.",
            f"Sebuah kaitan menunggu keputusan; {number} rangkaian transaksi bergantung padanya.",
        )
        yield Work(LINK, "link", link.id, (reason, Reason("score", link.score or 0, "", "")))


def _name(account: str, person: Mapping[str, Person]) -> str:
    return person[account].id if account in person else account


def _waits(link: Link) -> bool:
    """Whether a link stands open, and says enough to be looked at."""
    is_open = link.judgement == "suggested" and link.retracted_at is None and not link.merges
    return is_open and (link.score or 0) >= LIKELY
