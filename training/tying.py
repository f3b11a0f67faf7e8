# SPDX-License-Identifier: Apache-2.0
"""Fits which booked line belongs to which episode: how much each level says, on worlds of each writer."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from suluh.deals.facts.ledger import Line, lines
from suluh.deals.facts.parties import heard, parties
from suluh.deals.money import signs
from suluh.deals.money.gates import Search
from suluh.deals.money.signs import STEP, Weights
from suluh.deals.reading.rooms import by_room
from suluh.deals.talks.episodes import Episode
from suluh.deals.talks.pairs import split, talks
from suluh.deals.words.signals import signals
from suluh.model.rules.holders import own_accounts
from suluh.model.rules.lost import Lost
from training.corpus import Script
from training.folds import Folds
from training.scenes import worlds_of
from training.worlds import Scene

PENALTY, STEPS = 3.0, 400

BEGINS = {
    "account named here": 1.0,
    "account named elsewhere": 0.7,
    "account of the seller": 0.8,
    "statement on the seller's device": 0.5,
    "received under the seller's name": 0.3,
    "another account named here": -0.5,
    "receiver unknown": -0.3,
    "statement on the buyer's device": 1.5,
    "account of the buyer": 2.5,
    "account that the buyer named": 1.8,
    "account of somebody else": -1.2,
    "payer named beside the payment": 2.0,
    "payer paid for the buyer before": 1.5,
    "payer paid for somebody else before": -1.8,
    "name shared": 0.3,
    "rarity of the name": 0.35,
    "words of the name": 0.4,
    "payer's name differs": -0.5,
    "payment's number named": 3.0,
    "sum named to the last digit": 2.2,
    "price named": 0.2,
    "sum named": 0.2,
    "rarity of the sum": 0.3,
    "price taken from others": 0.0,
    "rarity of the usual price": 0.15,
    "price and less than a thousand": 0.4,
    "several times the price": -0.5,
    "price and a fee": -0.2,
    "near a price taken from others": -0.4,
    "another price named": -0.6,
    "no price named": -0.3,
    "delay": -0.35,
    "delay of a line that knows its day": -0.35,
    "said to be paid within twenty minutes": 1.6,
    "said to be paid within an hour": 1.6,
    "said to be paid within eight hours": 0.7,
    "said to be paid that day": 0.9,
    "said to be paid the day before or after": 0.4,
    "said to be paid at another time": -0.8,
    "said not to be paid yet": -0.6,
    "buyer writes within twenty minutes": 0.5,
    "buyer writes within an hour": 0.3,
    "buyer writes within eight hours": 0.1,
    "told where to pay within an hour": 0.3,
    "told where to pay within a day": 0.1,
    "told where to pay that day": 0.1,
    "items sent within an hour": 0.5,
    "items sent within three hours": 0.5,
    "items sent within twelve hours": 0.4,
    "items sent within two days": 0.3,
    "items sent that day": 0.5,
    "items sent the days after": 0.3,
    "items sent before": -0.4,
    "seller acknowledges": 0.5,
    "seller hands over in words": 0.3,
    "another trade had begun": -0.5,
    "two payments make the price": 0.3,
}
"""Every level with what it says before the corpus is asked: set by hand, and kept where no world of it holds the level.

A level that speaks for a line never comes to speak against it, and the other way round.
"""

Table = npt.NDArray[np.float64]


class Choice(NamedTuple):
    """One episode, the levels of each line that it may have, and which of these are its own."""

    writer: str
    levels: tuple[Mapping[str, float], ...]
    own: tuple[bool, ...]


def choices(scripts: Sequence[Script], folds: Folds) -> list[Choice]:
    """Those of the worlds of all writers, each read without its writer."""
    found: list[Choice] = []
    for writer in sorted({one.writer for one in scripts}):
        with folds.without(writer):
            for scene in worlds_of(scripts, writer):
                found += _choices(scene, writer)
    return found


def _choices(scene: Scene, writer: str) -> Iterator[Choice]:
    accounts, persons, lost = scene.accounts(), scene.persons(), Lost("deals")
    own = own_accounts([], accounts, persons)
    sides = parties(persons, accounts, scene.statements, (one.value for one in scene.payments), own)
    spoken = list(signals(by_room(scene.talk), sides, lost))
    found = talks(*split(spoken, heard(scene.conversations.values(), sides), sides), sides)
    booked = lines(scene.payments, scene.statements, lost)
    search = Search(sides, booked)
    for number, episode in enumerate(one for talk in found for one in talk.episodes):
        pairs = search.pairs(found, number, episode)
        levels = tuple({name: value for one in pair.signs for name, value in one.levels} for pair in pairs)
        yield Choice(writer, levels, tuple(_is_own(scene, episode, booked[pair.line]) for pair in pairs))


def _is_own(scene: Scene, episode: Episode, line: Line) -> bool:
    """Whether a line is truly of this talk: of the deal of the episode, or of the same piece of ordinary life."""
    said = (*episode.openings, *episode.others)
    scripts = Counter(scene.script_of[one.message] for one in said).most_common(1)
    deals = Counter(scene.deal_of_message[one.message] for one in said if one.message in scene.deal_of_message)
    its = deals.most_common(1)[0][0] if deals else None
    return any(
        name in scene.room_of and scene.script_of[name] == scripts[0][0] and scene.deal_of_payment.get(name) == its
        for name in line.payments
        if scripts
    )


def fit_tie(found: Sequence[Choice], head: Mapping[str, str]) -> Weights:
    """Weights under which the lines that are truly an episode's are most likely: each has one of its lines, or none."""
    names = sorted(BEGINS)
    begins, place = np.array([BEGINS[name] for name in names]), {name: number for number, name in enumerate(names)}
    rows = [
        (number, its, own) for number, one in enumerate(found) for its, own in zip(one.levels, one.own, strict=True)
    ]
    if not rows:
        return Weights(head=dict(head), base=0, levels={name: round(BEGINS[name] * STEP) for name in names})
    x = np.zeros((len(rows), len(names)))
    for row, (_, its, _) in enumerate(rows):
        for name, value in its.items():
            x[row, place[name]] = value
    group, own = np.array([row[0] for row in rows]), np.array([row[2] for row in rows], dtype=float)
    there = np.bincount(group, own, len(found)) > 0

    def cost(w: Table) -> tuple[float, Table]:
        odds = np.exp(np.clip(x @ w[:-1] + w[-1], -40, 40))
        whole = 1 + np.bincount(group, odds, len(found))
        right = np.where(there, np.bincount(group, odds * own, len(found)), 1.0)
        apart = w[:-1] - begins
        loss = np.log(whole).sum() - np.log(right).sum() + 0.5 * PENALTY * (apart**2).sum()
        pull = odds / whole[group] - np.where(there[group], odds * own / right[group], 0.0)
        return float(loss), np.concatenate([x.T @ pull + PENALTY * apart, [pull.sum()]])

    bounds = [(0, None) if one >= 0 else (None, 0) for one in begins]
    start = np.concatenate([begins, [0.0]])
    w = minimize(cost, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options={"maxiter": STEPS}).x
    levels = {name: round(float(value) * STEP) for name, value in zip(names, w[:-1], strict=True)}
    return Weights(head=dict(head), base=round(float(w[-1]) * STEP), levels=levels)


class Ties:
    """The weights without each writer, fitted when they are first asked for."""

    def __init__(self, found: Sequence[Choice]) -> None:
        self._found = found
        self._known: dict[str, Weights] = {}

    @contextmanager
    def without(self, writer: str) -> Iterator[None]:
        """While it lasts, lines are weighed by weights that know nothing of one writer."""
        if writer not in self._known:
            self._known[writer] = fit_tie([one for one in self._found if one.writer != writer], {})
        with tied_by(self._known[writer]):
            yield


@contextmanager
def tied_by(known: Weights) -> Iterator[None]:
    """While it lasts, lines are weighed by these weights."""
    before = signs.weights
    signs.weights = lambda: known
    try:
        yield
    finally:
        signs.weights = before


def written_tie(known: Weights) -> str:
    """The file of weights."""
    return msgspec.json.format(msgspec.json.encode(known), indent=1).decode() + "\n"
