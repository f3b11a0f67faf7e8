# SPDX-License-Identifier: Apache-2.0
"""The list of votes on categories: n of m for each content, scheme and code."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.view import Row, View, hide
from suluh.case.votes import Ballot, ballots
from suluh.model.matching import Vote
from suluh.model.people import Decision


class Votes(View):
    """How many of those who graded a content gave it a category; a later grading of one person closes an earlier."""

    name = "votes"
    nouns = (Decision, Vote)
    fields = ("sha256", "scheme", "version", "code", "votes", "of", "voters", "sources", "first", "last")
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
        "sources": sorted({vote.source for vote in one.votes}),
        "first": min((vote.date for vote in one.votes if vote.date), default=None),
        "last": max((vote.date for vote in one.votes if vote.date), default=None),
    }
