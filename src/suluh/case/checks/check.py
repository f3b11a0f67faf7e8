# SPDX-License-Identifier: Apache-2.0
"""What a check of a dossier is: its number, what it asks for, and what it finds wrong."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Literal, NamedTuple

from suluh.case.dossiers.brief import Brief
from suluh.model.deeds.deed import Said

Severity = Literal["B", "W"]
"""B blocks freezing, W needs a typed sentence."""


class Fault(NamedTuple):
    """One thing that a check found wrong."""

    where: str
    """The row: a code, a label, or kind and id. It names nobody."""

    what: Said
    severity: Severity | None = None
    """Where it weighs other than the check as a whole."""

    next: Said | None = None
    """What to do, where that is another thing than after the check's other faults."""


class Finding(NamedTuple):
    """A fault as it is shown: with its check, the rule behind it, and what to do next."""

    number: int
    severity: Severity
    asks: Said
    where: str
    what: Said
    rule: str
    """The rows of law that stand behind it; nothing where the case has none."""

    next: Said


class Check(ABC):
    """One check: it looks at a dossier and says what is wrong, never whose fault it is."""

    name: ClassVar[str]
    """Its number in two digits."""

    severity: ClassVar[Severity]
    asks: ClassVar[Said]
    next: ClassVar[Said]
    starts: ClassVar[tuple[str, ...]] = ()
    """Events of which rows of law say what is asked here."""

    @abstractmethod
    def found(self, brief: Brief) -> Iterator[Fault]:
        """Every fault, in a fixed order."""

    def findings(self, brief: Brief) -> Iterator[Finding]:
        """The same as they are shown."""
        rule = brief.rules(*self.starts)
        for one in self.found(brief):
            severity = one.severity or self.severity
            yield Finding(
                int(self.name), severity, self.asks, brief.shown(one.where), one.what, rule, one.next or self.next
            )
