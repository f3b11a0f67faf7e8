# SPDX-License-Identifier: Apache-2.0
"""What was found beside what is true, counted as strangers would count it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from suluh.model.trade import Deal
from training.worlds import Scene, TrueDeal

_BINS = 10


@dataclass
class Figures:
    """Counts over one or more worlds."""

    counts: Counter[str] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)

    def add(self, scene: Scene, deals: Iterable[Deal]) -> None:
        """Count one world. Deals match one to one, those that share most first."""
        shown = [one for one in deals if one.seller and one.buyer]
        mine = laid_beside(scene.deals, shown)
        self._count(scene, shown, mine)

    def _count(self, scene: Scene, shown: list[Deal], mine: dict[int, int]) -> None:
        add = self.counts
        add["shown"] += len(shown)
        add["right"] += len(mine)
        add["true"] += len(scene.deals)
        for number, one in enumerate(shown):
            right = number in mine
            self.sure.append((one.score / 1_000_000, right))
            if one.tier == "recorded":
                add["recorded"] += 1
                add["recorded right"] += right
            if right and one.state == scene.deals[mine[number]].state:
                add["state right"] += 1
        add["payable"] += sum(bool(one.payments) for one in scene.deals)
        deal_of = {name: one for one in scene.deals for name in one.payments}
        ties = [(one, name) for one in shown for name in one.payments]
        add["ties"] += len(ties)
        add["ties right"] += sum(
            name in deal_of and {one.seller, one.buyer} == {deal_of[name].seller, deal_of[name].buyer}
            for one, name in ties
        )
        add["ties true"] += len(deal_of)
        true_edges = {(one.seller, one.buyer) for one in scene.deals}
        edges = {(one.seller, one.buyer) for one in shown}
        add["edges"] += len(edges)
        add["edges right"] += len(edges & true_edges)
        add["edges true"] += len(true_edges)
        add["items"] += sum(one.items_delivered for one in shown)
        add["items true"] += sum(one.items for one in scene.deals)
        add["items wrong"] += sum(
            abs(shown[number].items_delivered - scene.deals[place].items) for number, place in mine.items()
        )
        add["items of right"] += sum(scene.deals[place].items for place in mine.values())
        add["money"] += sum((one.amount_minor or 0) // 100 for one in shown if _paid(one.kind, one.state))
        add["money true"] += sum(one.money for one in scene.deals if _paid(one.kind, one.state))

    def share(self, part: str, whole: str) -> float:
        """One count of another."""
        return self.counts[part] / max(1, self.counts[whole])

    @property
    def f1(self) -> float:
        """Of all deals."""
        return 2 * self.counts["right"] / max(1, self.counts["shown"] + self.counts["true"])

    def ece(self) -> float:
        """Expected calibration error of the score, in ten classes."""
        gap = sum(number * abs(said - right) for _, number, said, right in self.reliability())
        return gap / max(1, len(self.sure))

    def reliability(self) -> list[tuple[int, int, float, float]]:
        """For each tenth of the score that holds any: the tenth, how many deals, their mean score, the share right."""
        classes: dict[int, list[tuple[float, bool]]] = {}
        for score, right in self.sure:
            classes.setdefault(min(_BINS - 1, int(score * _BINS)), []).append((score, right))
        return [
            (place, len(one), sum(score for score, _ in one) / len(one), sum(right for _, right in one) / len(one))
            for place, one in sorted(classes.items())
        ]

    def __str__(self) -> str:
        share = self.share
        return (
            f"deals F1 {self.f1:.3f} (P {share('right', 'shown'):.3f} R {share('right', 'true'):.3f}) | recorded P"
            f" {share('recorded right', 'recorded'):.3f} R {share('recorded right', 'payable'):.3f}"
            f" n {self.counts['recorded']} | ties P"
            f" {share('ties right', 'ties'):.3f} R {share('ties right', 'ties true'):.3f} | edges P"
            f" {share('edges right', 'edges'):.3f} R {share('edges right', 'edges true'):.3f} | items"
            f" {abs(1 - share('items', 'items true')):.3f} (each {share('items wrong', 'items of right'):.3f})"
            f" money {abs(1 - share('money', 'money true')):.3f} | state"
            f" {share('state right', 'right'):.2f} ECE {self.ece():.3f}"
        )


def _paid(kind: str, state: str) -> bool:
    return state in {"paid", "delivered", "paid-not-delivered"} and kind in {"sale", "subscription"}


def laid_beside(true: Sequence[TrueDeal], shown: Sequence[Deal], *, of_any_kind: bool = False) -> dict[int, int]:
    """For the number of each right deal, that of the true one: one to one, those that share most first."""
    gains = (
        (_gain(one, deal), number, place)
        for number, one in enumerate(shown)
        for place, deal in enumerate(true)
        if of_any_kind or one.kind == deal.kind
    )
    mine: dict[int, int] = {}
    taken: set[int] = set()
    for gain, number, place in sorted(gains, key=lambda row: (-row[0], row[1], row[2])):
        if gain and number not in mine and place not in taken:
            mine[number] = place
            taken.add(place)
    return mine


def _gain(one: Deal, true: TrueDeal) -> float:
    if (one.seller, one.buyer) != (true.seller, true.buyer):
        return 0
    money = len(true.payments & set(one.payments))
    own = set(one.messages)
    words = len(own & true.messages) / max(1, len(own | true.messages))
    if not money and (one.payments or not words):
        return 0
    return 10 * money + words + 0.01


def day(moment: str) -> datetime:
    """An instant as nouns hold it."""
    return datetime.fromisoformat(moment)
