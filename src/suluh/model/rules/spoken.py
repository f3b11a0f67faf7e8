# SPDX-License-Identifier: Apache-2.0
"""Which words of officers still stand, of all that were said on one link or one deal."""

from collections.abc import Iterable, Iterator

from suluh.model.people import Decision

TAKES_BACK = frozenset({"retract", "retract-deal"})


def standing(history: Iterable[Decision]) -> tuple[tuple[Decision, ...], bool, str | None]:
    """The words that still stand, whether the claim itself was withdrawn, and when something was last retracted.

    Of each officer the latest word stands. A retraction takes back the officer's own word, or else the last one that
    stands, or else what software said.
    """
    words: dict[str, Decision] = {}
    withdrawn, retracted_at = False, None
    for decision in history:
        if decision.act not in TAKES_BACK:
            words.pop(decision.by, None)
            words[decision.by] = decision
            withdrawn, retracted_at = False, None
            continue
        retracted_at = decision.at
        withdrawn = not words
        if words:
            words.pop(decision.by if decision.by in words else list(words)[-1])
    return tuple(words.values()), withdrawn, retracted_at


def closing(history: Iterable[Decision]) -> Iterator[tuple[int, int]]:
    """The number of each word that stands no more, with the number of the decision that closed it: as `standing`."""
    words: dict[str, Decision] = {}
    for decision in history:
        takes_back = decision.act in TAKES_BACK
        whose = decision.by if decision.by in words or not takes_back or not words else list(words)[-1]
        closed = words.pop(whose, None)
        if closed is not None:
            yield closed.order, decision.order
        if not takes_back:
            words[decision.by] = decision
