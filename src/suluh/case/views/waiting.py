# SPDX-License-Identifier: Apache-2.0
"""The list of what waits for an officer's decision."""

import hashlib
from abc import ABC, abstractmethod
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from suluh.case.acts.decide import digest_of
from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.views.hanging import Hanging, hanging_of, hanging_on
from suluh.case.views.hiding import hide
from suluh.case.views.links import reason_rows
from suluh.case.views.orders import FEW
from suluh.case.views.records import chunks
from suluh.case.views.view import ALL_ROWS, Filter, Row, View, place_row, share, term_rows
from suluh.deals.decided import held_by
from suluh.model.money import decimal_text
from suluh.model.people import ONE_CONVERSATION, Decision, Link
from suluh.model.rules.spoken import standing
from suluh.model.trade import UNKNOWN_LAYOUT, Deal, Payment, Statement, is_of_layout, money_of


class Weight(NamedTuple):
    """What may wait, by what orders the queue and chooses from it; its row is made when somebody looks at it."""

    what: str
    id: str
    rule: str
    merges: bool | None
    score: int | None
    """Millionths."""

    held: str = ""
    """Of a deal the digest of what it rests on: a word stands on just that."""

    deals: int = 0
    recorded: int = 0
    possible: int = 0
    currency: str | None = None

    @property
    def slim(self) -> Row:
        """What is sorted and chosen by."""
        return {
            "what": self.what,
            "id": self.id,
            "rule": self.rule,
            "merges": self.merges,
            "score": share(self.score),
            "deals": self.deals,
            "currency": self.currency,
            "recorded_minor": self.recorded,
            "possible_minor": self.possible,
        }


SLIM = frozenset(Weight("", "", "", None, None).slim)
"""Fields of a row that are made without reading what it is of."""


class Waiting(View):
    """What waits for a decision, that first on which most money and most deals hang."""

    name = "waiting"
    nouns = (Link, Decision, Deal, Payment, Statement)
    fields = ("what", "id", "left", "right", "rule", "merges", "deals", "recorded", "possible", "currency")
    private = hide(left="account", right="account", messages="id", text="told", text_id="told")
    ids = ("id", "seen", "about")
    accounts = ("left", "right")
    exhibits = ("places",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Everything on which nobody has decided yet."""
        return self._rows(case, self._waits(case))

    def near(self, case: Case, where: Filter) -> Iterator[Row]:
        """What waits of some ids, without reading the rest."""
        wanted = where.ids or frozenset(filter(None, [where.id]))
        waits = self._waits(case)
        return self._rows(case, [one for one in waits if one.id in wanted] if wanted else waits)

    def slim(self, case: Case, where: Filter, fields: frozenset[str]) -> Iterator[Row]:
        """What is sorted and chosen by, without reading what it is of."""
        if where != ALL_ROWS or not fields & set(self.fields) <= SLIM:
            return super().slim(case, where, fields)
        return (one.slim for one in self._waits(case))

    def ordered(self, case: Case) -> Sequence[str]:
        """The ids in the order of the queue."""
        return [one.id for one in self._waits(case)]

    def own(self, case: Case) -> Iterator[str]:
        """The id of everything that waits."""
        return iter(self.ordered(case))

    def count(self, case: Case, where: Filter) -> int:
        """How much waits."""
        return len(self._waits(case)) if where == ALL_ROWS else super().count(case, where)

    def count_up(self, case: Case) -> None:
        """What could wait, and what hangs on it."""
        self._waits(case)
        hanging_of(case)

    def _waits(self, case: Case) -> Sequence[Weight]:
        """Everything on which nobody decided, in the order of the queue."""
        kinds = (Link, Deal, Payment, Statement)
        weights = self.lasting(case, "weights", kinds, list[Weight], lambda: _weights(case, hanging_of(case)))
        return self.keep(case, "waits", self.nouns, lambda: _in_order(case, weights))

    def _rows(self, case: Case, waits: Sequence[Weight]) -> Iterator[Row]:
        """The rows of some of what waits, in its order."""
        hanging, said = hanging_of(case), Said(case)
        for part in chunks(waits, FEW):
            found = {
                one.id: (one, about)
                for what, kind in KINDS.items()
                for one, about in kind.held(case, [weight.id for weight in part if weight.what == what], hanging)
            }
            for weight in part:
                if weight.id in found:  # a run may have taken it away meanwhile
                    one, about = found[weight.id]
                    yield KINDS[weight.what].row(one, said) | _money(weight, about)


class Said:
    """What officers decided, by what it is about."""

    def __init__(self, case: Case) -> None:
        decisions = sorted(case.nouns(Decision), key=lambda one: one.order)
        self.on_links: dict[str, list[Decision]] = defaultdict(list)
        self.on_held: dict[str, list[Decision]] = defaultdict(list)
        self.layouts = [one.left for one in decisions if one.act == "layout"]
        self.on_deals = Counter(one.left for one in decisions if one.holds)
        for one in decisions:
            if one.link is not None:
                self.on_links[one.link].append(one)
            if one.holds:
                self.on_held[_digest(one.holds)].append(one)


def _in_order(case: Case, weights: Iterable[Weight]) -> list[Weight]:
    """What still waits when what was decided is left out; of equal weight by the ids that lists show."""
    said, seal = Said(case), Seal(case.secret)
    accepted = _accepted(case, [one.id for one in weights if one.what == "statement"], said)
    waits = [one for one in weights if _does_wait(one, said) and one.id not in accepted]
    return sorted(waits, key=lambda one: (-one.recorded, -one.deals, seal.of(one.id)))


def _does_wait(one: Weight, said: Said) -> bool:
    """Whether nobody's word stands on a link or a deal as it is now, and nobody took the link itself back."""
    if one.what == "link":
        words, is_withdrawn, _ = standing(said.on_links.get(one.id, ()))
        return not words and not is_withdrawn
    return not standing(said.on_held.get(one.held, ()))[0]


def _accepted(case: Case, names: Iterable[str], said: Said) -> frozenset[str]:
    """Those of some statements whose layout somebody accepted."""
    if not said.layouts:
        return frozenset()
    found = case.rows.by_column(Statement, "id", names)
    return frozenset(one.id for one in found if any(is_of_layout(one, left) for left in said.layouts))


def _weights(case: Case, hanging: Hanging) -> list[Weight]:
    """Everything that could wait, as if nobody had ever decided."""
    sums = {one.id: (one.currency, one.amount_minor, money_of(one) or "") for one in case.nouns(Deal)}
    return [
        _weighed(weight, [sums[name] for name in about if name in sums])
        for kind in KINDS.values()
        for weight, about in kind.could(case, hanging)
    ]


Sum = tuple[str | None, int | None, str]
"""Currency and amount of a deal, and what says that it was paid."""


def _weighed(weight: Weight, deals: Sequence[Sum]) -> Weight:
    """With how much hangs on it, in the currency of most of the deals: what is recorded, and what is only possible."""
    known = Counter(currency for currency, _, _ in deals if currency)
    most = min(known, key=lambda name: (-known[name], name), default=None)
    sums = Counter({"recorded": 0, "possible": 0})
    for currency, amount, money in deals:
        if currency == most and amount is not None:
            sums[money] += amount
    return weight._replace(deals=len(deals), recorded=sums["recorded"], possible=sums["possible"], currency=most)


def _money(weight: Weight, about: Iterable[str]) -> Row:
    """How much hangs on it, and the deals."""
    sums = {"recorded": weight.recorded, "possible": weight.possible}
    said = {name: decimal_text(size, weight.currency) if weight.currency else None for name, size in sums.items()}
    minor = {"recorded_minor": weight.recorded, "possible_minor": weight.possible}
    return {"deals": weight.deals, **said, "currency": weight.currency, **minor, "about": sorted(about)}


def _digest(held: Iterable[str]) -> str:
    """What a deal rests on, or rested on when a word was said on it, in a few letters."""
    return hashlib.sha256("\n".join(sorted(set(held))).encode()).hexdigest()[:32]


N = TypeVar("N", Link, Deal, Statement)


class Kind(ABC, Generic[N]):
    """One kind of what can wait."""

    @abstractmethod
    def could(self, case: Case, hanging: Hanging) -> Iterator[tuple[Weight, frozenset[str]]]:
        """All of it on which somebody could decide, each with the deals that hang on it."""

    @abstractmethod
    def held(self, case: Case, names: list[str], hanging: Hanging) -> Iterator[tuple[N, frozenset[str]]]:
        """That of some ids, with the same."""

    @abstractmethod
    def row(self, one: N, said: Said) -> Row:
        """How it is shown."""


class _Links(Kind[Link]):
    """Suggested links; on each hang the deals of that of its two accounts that has fewer."""

    def could(self, case: Case, hanging: Hanging) -> Iterator[tuple[Weight, frozenset[str]]]:
        """Those that software suggested; conversations that it joined itself wait for nobody."""
        for one in case.nouns(Link):
            if one.judgement == "suggested" and not (one.rule == ONE_CONVERSATION and one.merges):
                yield Weight("link", one.id, one.rule, one.merges, one.score), hanging_on(one, hanging)

    def held(self, case: Case, names: list[str], hanging: Hanging) -> Iterator[tuple[Link, frozenset[str]]]:
        """Links of some ids."""
        return ((one, hanging_on(one, hanging)) for one in case.rows.by_column(Link, "id", names))

    def row(self, one: Link, said: Said) -> Row:
        """Both accounts and all reasons."""
        return {
            "what": "link",
            "id": one.id,
            "left": one.left,
            "right": one.right,
            "rule": one.rule,
            "merges": one.merges,
            "score": share(one.score),
            "chance": share(one.chance),
            "reasons_for": reason_rows(one, one.reasons_for),
            "reasons_against": reason_rows(one, one.reasons_against),
            "places": [place_row(place) for place in one.places],
            "seen": digest_of(one),
            "words": len(said.on_links.get(one.id, ())),
        }


class _Deals(Kind[Deal]):
    """Deals on which nobody's word stands as they are now; on each hangs itself."""

    def could(self, case: Case, hanging: Hanging) -> Iterator[tuple[Weight, frozenset[str]]]:
        """Those that no word has marked."""
        del hanging
        for one in case.nouns(Deal):
            if one.judgement is None:
                yield Weight("deal", one.id, one.tier, None, one.score, _digest(held_by(one))), frozenset({one.id})

    def held(self, case: Case, names: list[str], hanging: Hanging) -> Iterator[tuple[Deal, frozenset[str]]]:
        """Deals of some ids."""
        del hanging
        return ((one, frozenset({one.id})) for one in case.rows.by_column(Deal, "id", names))

    def row(self, one: Deal, said: Said) -> Row:
        """Both sides and all reasons."""
        return {
            "what": "deal",
            "id": one.id,
            "left": one.seller,
            "right": one.buyer,
            "rule": one.tier,
            "merges": None,
            "score": share(one.score),
            "chance": share(one.chance),
            "reasons_for": term_rows(one.reasons_for),
            "reasons_against": term_rows(one.reasons_against),
            "places": [],
            "seen": digest_of(one),
            **{name: getattr(one, name) for name in ("kind", "state", "items_delivered")},
            "money": money_of(one),
            "lines": len(held_by(one)),
            "words": said.on_deals[one.id],
        }


class _Statements(Kind[Statement]):
    """Statements of a layout that nobody accepted; on each hang the deals that rest on its lines."""

    def could(self, case: Case, hanging: Hanging) -> Iterator[tuple[Weight, frozenset[str]]]:
        """Those that no profile knew."""
        del hanging
        waits = [one for one in case.nouns(Statement) if one.layout == UNKNOWN_LAYOUT]
        hangs = _on_statements(case, waits)
        for one in waits:
            yield Weight("statement", one.id, one.layout, None, None), hangs.get(one.id, frozenset())

    def held(self, case: Case, names: list[str], hanging: Hanging) -> Iterator[tuple[Statement, frozenset[str]]]:
        """Statements of some ids."""
        del hanging
        found = list(case.rows.by_column(Statement, "id", names))
        hangs = _on_statements(case, found)
        return ((one, hangs.get(one.id, frozenset())) for one in found)

    def row(self, one: Statement, said: Said) -> Row:
        """How it was read."""
        del said
        return {
            "what": "statement",
            "id": one.id,
            "left": one.account,
            "right": None,
            "rule": one.layout,
            "merges": None,
            "score": None,
            "chance": None,
            "reasons_for": [],
            "reasons_against": [],
            "places": [place_row(one.place)],
            "seen": digest_of(one),
            "settled": [f"{part.what}: {part.answer} ({part.by})" for part in one.settled],
            "balances": list(one.balances),
            "breaks": list(one.breaks),
            "adds_up": one.adds_up,
            "words": 0,
        }


KINDS: Mapping[str, Kind[Any]] = {"link": _Links(), "deal": _Deals(), "statement": _Statements()}
"""What can wait, by what a row calls it."""


def _on_statements(case: Case, wanted: Sequence[Statement]) -> Mapping[str, frozenset[str]]:
    """The deals that rest on lines of each of some statements."""
    if not wanted:
        return {}
    of_payment: dict[str, set[str]] = defaultdict(set)
    for deal in case.nouns(Deal):
        for payment in deal.payments:
            of_payment[payment].add(deal.id)
    names = {one.id for one in wanted}
    found: dict[str, set[str]] = defaultdict(set)
    for line in case.rows.by_column(Payment, "id", of_payment):
        if line.statement in names:
            found[line.statement] |= of_payment[line.id]
    return {name: frozenset(deals) for name, deals in found.items()}
