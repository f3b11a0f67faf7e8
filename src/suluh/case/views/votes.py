# SPDX-License-Identifier: Apache-2.0
"""The list of votes on categories: n of m for each content, scheme and code."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.case.votes import Ballot, ballots
from suluh.model.matching import Vote
from suluh.model.people import Decision


class Votes(View):
    """How many votes on a content give it a category, whom they name and which officers signed them.

    Of the votes of one voter that one officer signed, the latest counts.
    """

    name = "votes"
    nouns = (Decision, Vote)
    fields = ("sha256", "scheme", "version", "code", "votes", "of", "voters", "signed_by", "sources", "first", "last")
    private = hide(voters="text", sources="text")

    def rows(self, case: Case) -> Iterator[Row]:
        """Every category that somebody gave, by content, scheme and code."""
        return (_row(one) for one in ballots(case))


def _row(one: Ballot) -> Row:
    return {
        "sha256": one.sha256,
        "scheme": one.scheme,
        "version": one.version,
        "code": one.code,
        "votes": len(one.votes),
        "of": one.of,
        "voters": sorted({vote.voter for vote in one.votes}),
        "signed_by": sorted({vote.signer for vote in one.votes}),
        "sources": sorted({vote.source for vote in one.votes}),
        "first": min((vote.date for vote in one.votes if vote.date), default=None),
        "last": max((vote.date for vote in one.votes if vote.date), default=None),
    }
