# SPDX-License-Identifier: Apache-2.0
"""Acquisitions that hold the same files as one under another label: a device entered twice looks like two of them."""

from itertools import combinations
from typing import NamedTuple

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import acquisitions
from suluh.model.errors import Misuse
from suluh.model.intake import Acquisition

FEW = 32
"""Files by which most pairs are told apart before all are compared."""


class Twice(NamedTuple):
    """Two acquisitions under two labels that hold the same contents, in the order of `add`."""

    first: Acquisition
    second: Acquisition

    @property
    def sentence(self) -> str:
        """What was found."""
        one, two = self.first, self.second
        return (
            f"acquisition {two.name} of {two.exhibit} holds the same files as acquisition {one.name} of {one.exhibit}"
        )

    @property
    def commands(self) -> tuple[str, str]:
        """What takes the later one out, and what says that both are right."""
        which = f"suluh add CASE --corrects {self.second.exhibit} --acquisition {self.second.name}"
        return f"{which} --withdraw --reason TEXT", f"{which} --same-as {self.first.exhibit} --reason TEXT"

    @property
    def row(self) -> dict[str, object]:
        """The two acquisitions by name, with what an officer can do."""
        return {
            "exhibit": self.second.exhibit,
            "acquisition": self.second.name,
            "same_exhibit": self.first.exhibit,
            "same_acquisition": self.first.name,
            "commands": list(self.commands),
        }


def twice(case: Case) -> list[Twice]:
    """Every pair that no officer has settled yet; empty files do not count, nor does the order of the files."""
    pairs = combinations(acquisitions(case.rows), 2)
    return [Twice(one, two) for one, two in pairs if not _is_settled(one, two) and _is_same(case, one, two)]


def check_twice(case: Case) -> None:
    """Raise `Misuse` while an exhibit looks like another one: what leaves would name one device as two."""
    for found in twice(case):
        out, both = found.commands
        raise Misuse(
            f"{found.sentence}: if one was added by mistake, take it out with `{out}`; if both exhibits do hold the "
            f"same files, say so with `{both}`"
        )


def _is_settled(one: Acquisition, two: Acquisition) -> bool:
    return one.exhibit in {two.exhibit, *two.same_as} or two.exhibit in one.same_as


def _is_same(case: Case, one: Acquisition, two: Acquisition) -> bool:
    """Whether two acquisitions hold the same contents."""
    few = case.rows.contents_of(one.order, FEW)
    if not few or not all(case.rows.holds(two.order, sha256) for sha256 in few):
        return False
    return case.rows.contents_of(one.order) == case.rows.contents_of(two.order)
