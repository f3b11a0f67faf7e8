# SPDX-License-Identifier: Apache-2.0
"""The rule `same-talk`: two copies of one conversation tell the same messages under two accounts."""

from collections.abc import Iterator, Mapping

from suluh.model.trade import Term
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule

SAME_TALK = 940_000
"""Set by hand, under one number: that two copies are one conversation is itself a judgement. Nothing joins by it."""

SHARED_PHONE = -30_000
"""Set by hand, small: it stands against every such pair, so that no link has reasons for it alone."""


class SameTalk(Rule):
    """Two copies of one conversation, such as of its two phones, tell the same messages under these two accounts.

    It only proposes: an officer sees the messages in both and confirms.
    """

    name = "same-talk"

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Every pair of accounts that wrote the same messages."""
        del joined
        best: dict[tuple[str, str], int] = {}
        for one, other, agree in pool.same_talk:
            best[one, other] = max(agree, best.get((one, other), 0))
        for (one, other), agree in sorted(best.items()):
            reason = Term(
                rule="same-talk",
                score=SAME_TALK,
                text=f"Two copies of one conversation agree in {agree} rare messages, with one difference of clocks, "
                "and tell what one side wrote under these two accounts.",
                text_id=f"Dua salinan satu percakapan sama dalam {agree} pesan yang jarang, dengan satu selisih jam, "
                "dan memuat tulisan satu pihak dengan kedua akun ini.",
            )
            score = SAME_TALK + SHARED_PHONE
            yield Proposal(one, other, score, None, (reason,), (_SHARED,))


_SHARED = Term(
    rule="shared-phone",
    score=SHARED_PHONE,
    text="Whoever held the phone wrote this, and phones are shared.",
    text_id="Yang menulis adalah pemegang telepon, dan telepon dapat dipakai bersama.",
)
