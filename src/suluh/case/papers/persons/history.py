# SPDX-License-Identifier: Apache-2.0
"""What officers decided of a link before the word that stands: whoever reads that word sees what it closed."""

from collections.abc import Iterable, Iterator

from suluh.model.people import Decision, Link
from suluh.model.rules.spoken import standing
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import done, told

_STANDS = {"confirm": "confirmed", "reject": "rejected", "dispute": "disputed", "retract": "retracted"}
_TAKEN_BACK = Both("taken back", "ditarik kembali")


def before(decisions: Iterable[Decision], link: Link) -> Iterator[Both]:
    """Each earlier word on a link that says otherwise than the one that stands, with who said it and when."""
    pair = {link.left, link.right}
    said = (one for one in decisions if one.act in _STANDS and {one.left, one.right} == pair and one.rule == link.rule)
    words = sorted(said, key=lambda one: one.order)
    closed = {one.id for one in words} - {one.id for one in standing(words)[0]}
    for one in words:
        stands = _STANDS[one.act]
        if one.id in closed and stands != link.judgement:
            word, who = _TAKEN_BACK if one.act == "retract" else told(stands), done(one.by, one.at)
            yield Both(f"{word.english} by {who}", f"{word.indonesian} oleh {who}")


def behind(words: Iterable[Both]) -> Both:
    """Such words behind the one that stands; empty where there is none."""
    found = tuple(words)
    if not found:
        return Both("", "")
    english, indonesian = ("; ".join(getattr(one, tongue) for one in found) for tongue in ("english", "indonesian"))
    return Both(f" (before that: {english})", f" (sebelumnya: {indonesian})")
