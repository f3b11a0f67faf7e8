# SPDX-License-Identifier: Apache-2.0
"""What the case holds of pictures and videos, and what settles them: the queue of looks."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.hashing.queue import Queue, queue
from suluh.model.intake import Content, Standing
from suluh.model.matching import Group, Match, Vote
from suluh.model.people import Decision
from suluh.store import read

NOUNS = (Content, Match, Group, Decision, Vote, Standing)


def queue_of(case: Case) -> Queue:
    """The queue of a case as it stands; what lies outside the authority is not in it."""
    return queue(media_of(case), case.nouns(Match), case.nouns(Group), graded(case))


def media_of(case: Case) -> Iterator[Content]:
    """The contents of files that the authority covers."""
    outside = {one.file for one in read.by_column(case.connection, Standing, "state", ["out-of-scope"])}
    return (one for one in case.nouns(Content) if one.file not in outside)


def graded(case: Case) -> Iterator[str]:
    """Contents that a person gave a category, here or in their viewer."""
    yield from (one.left for one in case.nouns(Decision) if one.act == "category")
    yield from (one.sha256 for one in case.nouns(Vote))
