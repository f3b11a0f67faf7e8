# SPDX-License-Identifier: Apache-2.0
"""What the report of an examination says of a case: what came in, what was done with it, and what was not."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from suluh.case.corrections.standing_papers import authorities, typed
from suluh.case.dossiers.brief import Brief
from suluh.case.papers.examined.asked import Asked
from suluh.case.papers.examined.changed import changes
from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.examined.falls import Alone
from suluh.case.papers.examined.integrity import Integrity, Tell
from suluh.case.papers.examined.left_aside import Aside
from suluh.case.papers.examined.method import Method
from suluh.case.papers.examined.paid import sums
from suluh.case.papers.examined.processed import Processed
from suluh.case.papers.examined.received import Received
from suluh.case.papers.examined.relied_files import Deciding
from suluh.case.papers.examined.stated_of_persons import stated
from suluh.case.papers.examined.sums import Sums
from suluh.case.papers.material import Material
from suluh.case.papers.places import TO
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.papers import INTELLIGENCE, Paper
from suluh.referral.papers.forms import d2
from suluh.referral.papers.kinds import called
from suluh.referral.papers.measured import for_one_deal, missed, rates
from suluh.referral.papers.report import NOT_ENTERED, ReportFacts, Rows
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import told
from suluh.referral.says.method import LIMITS
from suluh.store.rows import Rows as Rows_

E = TypeVar("E", bound=Entered)
LIMITED: Rows = tuple((number, Both(english, indonesian)) for number, (indonesian, english) in enumerate(LIMITS, 1))


@dataclass(frozen=True)
class Examination:
    """The examination of one case; of a dossier those that it names and those of what is tied to it."""

    material: Material
    brief: Brief | None = None
    tell: Tell = str
    sources: int | None = None
    """How many files were digested again when this was written, and agreed; null where nobody asked for that."""

    annexes: Rows = ()

    def facts(self) -> ReportFacts:
        """The rows of every table."""
        material, labels = self.material, self._labels
        received, aside = Received(material, labels), Aside(material, labels, self.tell)
        came, processed, asked, method, decided = self._came, self._processed, *self._of_case
        return ReportFacts(
            dossier=self.brief.dossier.code if self.brief else None,
            authorities=tuple(self._authorities()),
            papers=tuple(self._papers()),
            questions=tuple(asked.questions()),
            exhibits=tuple(came.exhibits()),
            lacking=tuple(received.lacking()),
            partly=tuple(received.partly()),
            seizures=tuple(received.seizures()),
            handling=tuple(received.handling()),
            extractions=tuple(received.extractions()),
            integrity=tuple(came.copies()),
            disagreements=tuple(came.disagreements()),
            checked=tuple(came.checked()),
            late=tuple(received.later()),
            steps=tuple(method.steps()),
            sets=tuple(method.sets()),
            limits=LIMITED,
            validation=rates(),
            meaning=for_one_deal(),
            missed=missed(),
            counts=tuple(processed.counts()),
            material=(processed.material_counts(),),
            looks=tuple(processed.looks()),
            unprocessed=tuple(processed.unprocessed()),
            flaws=tuple(processed.flaws()),
            aside=aside.rows(),
            unnamed=aside.unnamed(),
            twice=aside.twice(),
            withheld=tuple(processed.withheld()),
            findings=tuple(asked.findings()),
            money=sums(material, labels),
            alternatives=tuple(asked.alternatives()),
            decided=tuple(decided.facts()),
            rejected=tuple(decided.rejected()),
            decisions=decided.rows(),
            stated=stated(material, self.brief),
            alone=Alone(material, labels).falls(),
            changes=tuple(changes(material.case)),
            again=tuple(method.again()),
            keys=tuple(method.keys()),
            annexes=self.annexes,
            deciding=Deciding(material, labels).rows(),
            sums=self.sums.rows(),
        )

    @property
    def _came(self) -> Integrity:
        return Integrity(self.material, self._labels, self.tell, self.sources)

    @property
    def _of_case(self) -> tuple[Asked, Method, Decided]:
        return Asked(self.material), Method(self.material), Decided(self.material)

    @property
    def _processed(self) -> Processed:
        return Processed(self.material, self._labels, self.tell)

    def _papers(self) -> Iterator[tuple[Cell, ...]]:
        """The papers that were entered, but reports of intelligence."""
        every = (one for one in self._typed(Paper) if one.kind != INTELLIGENCE)
        return ((called(one.kind), one.number, one.date) for one in every)

    @cached_property
    def sums(self) -> Sums:
        """The lists of digests that go with it."""
        return Sums(self.material, self._labels, number_of(self.brief.dossier.code if self.brief else None))

    @property
    def _rows(self) -> Rows_:
        return self.material.case.rows

    def _typed(self, kind: type[E]) -> tuple[E, ...]:
        """What stands of a kind that officers type."""
        return typed(self._rows, kind)

    @cached_property
    def _labels(self) -> tuple[str, ...]:
        """The exhibits that the report is about, in the order of intake."""
        relied = self.brief.labels if self.brief else ()
        return relied or tuple(one.label for one in self.material.exhibits)

    def _authorities(self) -> Iterator[tuple[Cell, ...]]:
        for one in authorities(self._rows):
            period = (
                f"{one.covers_from or '…'} {TO} {one.covers_to or '…'}" if one.covers_from or one.covers_to else None
            )
            yield told(one.kind), one.number, one.issuer, one.date, one.scope or NOT_ENTERED, period or NOT_ENTERED


def number_of(dossier: str | None) -> str:
    """The number of the report, of one dossier or of the whole case."""
    return f"{d2.FORM}-{dossier}" if dossier else d2.FORM
