# SPDX-License-Identifier: Apache-2.0
"""What the case holds of pictures and videos, and what settles them: the queue of looks."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.hashing.queue import Held, Hit, Queue, queue
from suluh.model.intake import Content, Standing
from suluh.model.matching import Group, Match, Sample, Vote
from suluh.model.people import Decision

NOUNS = (Content, Match, Group, Decision, Vote, Standing, Sample)


def queue_of(case: Case) -> Queue:
    """The queue of a case as it stands; what lies outside the authority is not in it."""
    hits = (Hit(*one) for one in case.rows.columns(Match, Hit._fields))
    return queue(media_of(case), hits, case.nouns(Group), graded(case), sampled(case))


def media_of(case: Case) -> Iterator[Held]:
    """The contents of files that the authority covers, in no fixed order."""
    outside = set(case.rows.columns(Standing, ("file",), {"state": "out-of-scope"}))
    found = case.rows.columns(Content, Held._fields)
    return (Held(*one) for one in found if one[:1] not in outside)


def graded(case: Case) -> Iterator[str]:
    """Contents that a person gave a category, here or in their viewer."""
    yield from (one.left for one in case.nouns(Decision) if one.act == "category")
    yield from (sha256 for (sha256,) in case.rows.columns(Vote, ("sha256",)))


def sampled(case: Case) -> Iterator[str]:
    """Contents that a sample drew."""
    yield from (one for sample in case.nouns(Sample) for stratum in sample.strata for one in stratum.drawn)
