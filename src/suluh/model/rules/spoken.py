# SPDX-License-Identifier: Apache-2.0
"""Which words of officers still stand, of all that were said on one link or one deal."""

from collections.abc import Iterable

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
