# SPDX-License-Identifier: Apache-2.0
"""What was counted, looked at, left aside and withheld, by exhibit."""

from collections.abc import Iterator
from dataclasses import dataclass

from suluh.case.corrections.standing_papers import authorities, typed
from suluh.case.papers.examined.asked import is_of_hidden
from suluh.case.papers.examined.integrity import Tell
from suluh.case.papers.examined.left_aside import FLAW, step_called
from suluh.case.papers.material import Material
from suluh.case.views.counts import Counts
from suluh.case.views.look import Look
from suluh.case.views.unprocessed import Unprocessed
from suluh.case.views.view import Row
from suluh.model.dossier.charges import Alternative
from suluh.model.intake import Flaw
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import many, told

_STAGES = {
    "before": Both("before any set", "sebelum himpunan mana pun"),
    "matched": Both("after exact matching", "setelah pencocokan persis"),
    "grouped": Both("near duplicates as one", "isi yang mirip dihitung satu"),
}


@dataclass(frozen=True)
class Processed:
    """Of the exhibits that a report is about, by their labels."""

    material: Material
    labels: tuple[str, ...]
    tell: Tell

    def counts(self) -> Iterator[tuple[Cell, ...]]:
        """The files of each exhibit by how they stand."""
        names = ("in", "read", "unparsed", "duplicate", "benign", "quarantined", "out_of_scope", "waiting")
        for row in Counts().rows(self.material.case):
            if row["exhibit"] in self.labels:
                yield str(row["exhibit"]), *(int(str(row[name])) for name in names)

    def material_counts(self) -> tuple[Cell, ...]:
        """Pictures and videos within scope, in four numbers."""
        material, labels = self.material, set(self.labels)
        held = {one: here for one in material.media if (here := labels & material.held.get(one, {}).keys())}
        copies = sum(material.held[one][label] for one, on in held.items() for label in on)
        known = sum(one in material.known for one in held)
        graded = sum(one in material.categories for one in held)
        return ", ".join(self.labels), copies, len(held), known, graded

    def looks(self) -> Iterator[tuple[Cell, ...]]:
        """How many contents are to be looked at, with sets and without."""
        rows: list[Row] = list(Look().rows(self.material.case))
        for stage, name in _STAGES.items():
            both = {bool(row["sets"]): row for row in rows if row["stage"] == stage}
            if both:
                yield (
                    name,
                    *(int(str(both[sets]["to_look"])) for sets in (True, False)),
                    int(str(both[True]["contents"])),
                )

    def unprocessed(self) -> Iterator[tuple[Cell, ...]]:
        """What was not processed, by exhibit, state and reason."""
        for row in Unprocessed().rows(self.material.case):
            if row["exhibit"] in self.labels:
                reason, step = str(row["reason"]), row["step"]
                names = ("records",) if row["state"] == FLAW else ("files", "records", "bytes")
                given = {name: int(str(row[name])) for name in names if row[name] is not None}
                counts = (given.get(name) for name in ("files", "records", "bytes"))
                is_shut = told("yes" if row["encrypted"] else "no")
                yield (
                    *(str(row["exhibit"]), told(str(row["state"])), is_shut, step_called(step)),
                    *(Both(reason, self.tell(reason)), *counts),
                )

    def flaws(self) -> Iterator[tuple[Cell, ...]]:
        """What could not be read, by exhibit and step."""
        for (step, label), size in sorted(
            self.material.case.rows.tally(Flaw, "step", "place.exhibit").items(), key=lambda one: one[0][::-1]
        ):
            if label in self.labels:
                yield label, step_called(step), size

    def withheld(self) -> Iterator[Both]:
        """What limits nothing, and what is withheld: in numbers alone."""
        yield from self._unlimited()
        yield from self._hidden()

    def _unlimited(self) -> Iterator[Both]:
        """Which authorities limit nothing, so that nothing can count as outside their scope."""
        used = {one.authority for one in self.material.exhibits if one.label in self.labels}
        bare = "; ".join(
            one.number
            for one in authorities(self.material.case.rows)
            if one.number in used and not (one.kinds or one.covers_from or one.covers_to)
        )
        if bare:
            yield Both(
                f"No period and no kinds of data were entered of: {bare}. So nothing counts as outside its scope; this "
                "does not say that it covers everything.",
                f"Tidak dimasukkan periode atau jenis data untuk: {bare}. Karena itu tidak ada yang dihitung di luar "
                "lingkupnya; ini tidak berarti semuanya tercakup.",
            )

    def _hidden(self) -> Iterator[Both]:
        hidden, children = self.material.parties.hidden, len(self.material.parties.children)
        if hidden.accounts:
            accounts, deals = len(hidden.accounts), len(hidden.deals)
            yield Both(
                f"Withheld from this report and its annexes: {many(accounts, 'protected account')} and "
                f"{many(deals, 'deal')} of theirs. They stand in no table and no sum of deals.",
                f"{accounts} akun terlindungi dan {deals} rangkaian dengannya ditahan dari laporan ini dan "
                "lampirannya: tidak tercantum dalam tabel dan jumlah rangkaian mana pun.",
            )
        answers = sum(is_of_hidden(self.material, one) for one in typed(self.material.case.rows, Alternative))
        if answers:
            yield Both(
                f"Answers to other explanations withheld, as of protected accounts: {answers}.",
                f"Jawaban atas penjelasan lain yang ditahan karena akun terlindungi: {answers}.",
            )
        if children:
            yield Both(
                f"Under the code of their person alone: {many(children, 'account')} of children, or of who may be one.",
                f"{children} akun anak, atau orang yang mungkin anak, tercantum dengan kode orangnya saja.",
            )
