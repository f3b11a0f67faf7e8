# SPDX-License-Identifier: Apache-2.0
"""What the rooms behind reading cost: amounts in messages, persons from accounts, one estimate; five runs each."""

import statistics
import time
from collections.abc import Callable, Iterator

from suluh.deals.words.amounts import read_numbers
from suluh.model.ids import make_id
from suluh.model.place import Place
from suluh.model.talk import Account
from suluh.persons.resolve import resolve
from suluh.unseen.captures import Captures
from suluh.unseen.floors import estimators

TEXTS = ("halo kak apa kabar", "paket 40 file 50rb", "jam 7 di blok m", "ok makasih ya")
RUNS = 5
TRAFFIC = (1317, 239, 42, 14, 4, 4, 1)
"""Claims by drivers of Simar 1976: how many were seen once, twice and so on."""


def main() -> None:
    """Print the median of each."""
    messages = TEXTS * 25_000
    accounts = list(_accounts(20_000))
    print(f"amounts, 100,000 messages: {_median(lambda: [read_numbers(text) for text in messages]):.2f} s")
    print(f"persons, 40,000 accounts: {_median(lambda: list(resolve(accounts, (), ()))):.2f} s")
    captures = Captures.of(TRAFFIC)
    once = _median(lambda: [one.estimate(captures) for one in estimators()])
    print(f"unseen, every estimator once: {1000 * once:.3f} ms")


def _accounts(pairs: int) -> Iterator[Account]:
    """Accounts on two services for each phone number."""
    place = Place(exhibit="B-1", acquisition="1", path="made-up", file="made-up")
    for number in range(pairs):
        for service in ("whatsapp", "gopay"):
            account = f"{service}:+6281{number:08}"
            yield Account(id=make_id("account", account), account=account, place=place)


def _median(work: Callable[[], object]) -> float:
    """Seconds, the median of some runs."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
