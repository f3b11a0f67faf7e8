# SPDX-License-Identifier: Apache-2.0
"""What the report of an examination says of a case: what came in, what was done with it, and what was not."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from suluh.case.corrections.standing_papers import acquisitions, authorities, hash_sets, typed
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.noted import noted
from suluh.case.gate.seal import Seal
from suluh.case.line.line import LINE
from suluh.case.line.step import Derived
from suluh.case.papers.examined.changed import changes
from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.examined.falls import Alone
from suluh.case.papers.examined.left_aside import FLAW, Aside, step_called
from suluh.case.papers.examined.paid import sums
from suluh.case.papers.examined.received import Received
from suluh.case.papers.examined.relied_files import Deciding
from suluh.case.papers.examined.stated_of_persons import stated
from suluh.case.papers.examined.sums import Sums
from suluh.case.papers.material import Material
from suluh.case.papers.persons.catalogue import catalogue
from suluh.case.papers.places import TO
from suluh.case.views.counts import Counts
from suluh.case.views.look import Look
from suluh.case.views.unprocessed import Unprocessed
from suluh.case.views.view import Row
from suluh.custody.entry import Entry
from suluh.custody.key import PublicKey
from suluh.model.dossier.charges import Alternative
from suluh.model.dossier.entered import Entered
from suluh.model.dossier.exhibits import Extraction
from suluh.model.dossier.papers import INTELLIGENCE, Answer, Paper, Request, RequestItem
from suluh.model.intake import Content, File, Flaw
from suluh.model.people import Officer
from suluh.referral.papers.forms import d2
from suluh.referral.papers.kinds import called, numbered
from suluh.referral.papers.measured import for_one_deal, missed, rates
from suluh.referral.papers.report import NOT_ENTERED, NOT_RUN, ReportFacts, Rows
from suluh.referral.papers.values import Both, Cell, Listed
from suluh.referral.papers.words import done, many, said, told
from suluh.referral.says.method import LIMITS
from suluh.store.rows import Rows as Rows_

E = TypeVar("E", bound=Entered)
Tell = Callable[[str], str]
"""Says a sentence of the case in Indonesian, as far as it can."""

_COURT = Both("court", "pengadilan")
_STAGES = {
    "before": Both("before any set", "sebelum himpunan mana pun"),
    "matched": Both("after exact matching", "setelah pencocokan persis"),
    "grouped": Both("near duplicates as one", "isi yang mirip dihitung satu"),
}

_COMMANDS = (
    (
        "suluh verify CASE",
        Both("checks ledger, rows, checkpoints and keys", "memeriksa buku jejak, baris, titik periksa, dan kunci"),
    ),
    (
        "suluh verify CASE --sources",
        Both("digests every file of the exhibits again", "menghitung ulang hash setiap file barang bukti"),
    ),
    (
        "suluh verify CASE --again",
        Both("works out again what was worked out", "mengerjakan ulang semua hasil perhitungan"),
    ),
    (
        "suluh dossier CASE write DIR",
        Both(
            "writes these papers again, byte for byte where the time is the same",
            "menulis ulang lembar ini, sama setiap byte bila waktunya sama",
        ),
    ),
)
"""How everything is checked again, by whoever has the case."""


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
        received, aside = Received(self.material, self._labels), Aside(self.material, self._labels, self.tell)
        return ReportFacts(
            dossier=self.brief.dossier.code if self.brief else None,
            authorities=tuple(self._authorities()),
            papers=tuple(
                (called(one.kind), one.number, one.date) for one in self._typed(Paper) if one.kind != INTELLIGENCE
            ),
            questions=tuple(self._questions()),
            exhibits=tuple(self._exhibits()),
            lacking=tuple(received.lacking()),
            partly=tuple(received.partly()),
            seizures=tuple(received.seizures()),
            handling=tuple(received.handling()),
            extractions=tuple(received.extractions()),
            integrity=tuple(self._integrity()),
            disagreements=tuple(self._disagreements()),
            checked=tuple(self._checked()),
            late=tuple(received.later()),
            steps=tuple(self._steps()),
            sets=tuple(self._sets()),
            limits=tuple((number, Both(english, indonesian)) for number, (indonesian, english) in enumerate(LIMITS, 1)),
            validation=rates(),
            meaning=for_one_deal(),
            missed=missed(),
            counts=tuple(self._counts()),
            material=(self._material(),),
            looks=tuple(self._looks()),
            unprocessed=tuple(self._unprocessed()),
            flaws=tuple(self._flaws()),
            aside=aside.rows(),
            unnamed=aside.unnamed(),
            twice=aside.twice(),
            withheld=(*self._unlimited(), *self._withheld()),
            findings=tuple(self._findings()),
            money=sums(self.material, self._labels),
            alternatives=tuple(self._alternatives()),
            decided=tuple(Decided(self.material).facts()),
            rejected=tuple(Decided(self.material).rejected()),
            decisions=Decided(self.material).rows(),
            stated=stated(self.material, self.brief),
            alone=Alone(self.material, self._labels).falls(),
            changes=tuple(changes(self.material.case)),
            again=tuple(self._again()),
            keys=tuple(self._keys()),
            annexes=self.annexes,
            deciding=Deciding(self.material, self._labels).rows(),
            sums=self.sums.rows(),
        )

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

    def _unlimited(self) -> Iterator[Both]:
        """Which authorities limit nothing, so that nothing can count as outside their scope."""
        used = {one.authority for one in self.material.exhibits if one.label in self._labels}
        bare = "; ".join(
            one.number
            for one in authorities(self._rows)
            if one.number in used and not (one.kinds or one.covers_from or one.covers_to)
        )
        if bare:
            yield Both(
                f"No period and no kinds of data were entered of: {bare}. So nothing counts as outside its scope; this "
                "does not say that it covers everything.",
                f"Tidak dimasukkan periode atau jenis data untuk: {bare}. Karena itu tidak ada yang dihitung di luar "
                "lingkupnya; ini tidak berarti semuanya tercakup.",
            )

    def _questions(self) -> Iterator[tuple[Cell, ...]]:
        senders = {one.code: one.sender for one in self._typed(Request)}
        for one in self._typed(RequestItem):
            sender = senders.get(one.request)
            yield one.number, _COURT if sender == "court" else said(sender), one.text

    def _exhibits(self) -> Iterator[tuple[Cell, ...]]:
        copies = Counter(one.exhibit for one in acquisitions(self._rows))
        zones = {
            one.label: said
            for one, said in zip(self.material.exhibits, self.material.zone_says(self._all), strict=True)
        }
        for one in self.material.exhibits:
            if one.label in self._labels:
                yield one.label, one.authority, one.holder, copies[one.label], zones[one.label], done(one.by, one.at)

    @property
    def _all(self) -> list[str]:
        return [one.label for one in self.material.exhibits]

    def _integrity(self) -> Iterator[tuple[Cell, ...]]:
        owner = {one.id: (one.exhibit, one.acquisition) for one in self.material.case.nouns(File) if not one.containers}
        listed, hashed = Counter(owner.values()), Counter[tuple[str, str]]()
        hashed.update(owner[one.file] for one in self.material.case.nouns(Content) if one.file in owner)
        differ = Counter((one.place.exhibit, one.place.acquisition) for one in self._stated())
        for one in acquisitions(self._rows):
            if one.exhibit in self._labels:
                key = one.exhibit, one.name
                compared: Cell = differ[key] if one.stated else d2.NOTHING_STATED
                yield one.exhibit, one.name, listed[key], hashed[key], len(one.stated), compared

    def _stated(self) -> Iterator[Flaw]:
        return self.material.case.nouns(Flaw, {"step": "stated"})

    def _disagreements(self) -> Iterator[tuple[Cell, ...]]:
        why = {(one.exhibit, one.acquisition): one.difference for one in self._typed(Extraction) if one.difference}
        for one in sorted(self._stated(), key=lambda flaw: (flaw.place.exhibit, flaw.place.path, flaw.id)):
            if one.place.exhibit in self._labels:
                said = why.get((one.place.exhibit, one.place.acquisition))
                more = f" ({said})" if said else ""
                yield (
                    one.place.exhibit,
                    self.material.told((one.place,))[0],
                    Both(one.reason + more, self.tell(one.reason) + more),
                )

    def _checked(self) -> Iterator[Both]:
        yield Both(
            "Every row that this report is made of was compared with the ledger when it was read.",
            "Setiap baris yang menjadi dasar laporan ini dicocokkan dengan buku jejak saat dibaca.",
        )
        if self.sources is None:
            yield self._digested()
        else:
            yield Both(
                f"Files of the exhibits that were digested again for this report: {self.sources}; all agree.",
                f"Untuk laporan ini {self.sources} file barang bukti dihitung ulang; semuanya cocok.",
            )

    def _digested(self) -> Both:
        """When the files of the exhibits were last digested again, where that holds still."""
        last = noted(self.material.case).sources
        if last is None:
            return Both(
                "The files of the exhibits were not digested again since they were added or read.",
                "File barang bukti belum dihitung ulang hash-nya sejak dimasukkan atau dibaca.",
            )
        day, by = last.at[:10], last.actor
        return Both(
            f"The files of the exhibits were last digested again on {day} by {by}; all agreed, and nothing was added, "
            "read anew or corrected since.",
            f"File barang bukti terakhir dihitung ulang hash-nya pada {day} oleh {by}; semuanya cocok, dan sejak itu "
            "tidak ada yang ditambahkan, dibaca ulang, atau diperbaiki.",
        )

    def _steps(self) -> Iterator[tuple[Cell, ...]]:
        last: dict[str, Entry] = {}
        for (word, _), entry in self.material.case.book.finished.items():
            last[word] = max(last.get(word, entry), entry, key=attrgetter("seq"))
        for number, step in enumerate(LINE, 1):
            deed, ended = step.deed, last.get(step.name)
            called = Both(*deed.called) if deed.called else step.name
            does = Both(*deed.does) if deed.does else None
            version = step.version if isinstance(step, Derived) else 1
            yield number, called, does, version, NOT_RUN if ended is None else done(ended.actor, ended.at)

    def _sets(self) -> Iterator[tuple[Cell, ...]]:
        for one in sorted(hash_sets(self._rows), key=lambda one: (one.kind, one.name, one.digest)):
            kind = told(one.kind)
            yield one.name, kind, one.version or NOT_ENTERED, str(one.entries), one.digest, done(one.by, one.at)

    def _counts(self) -> Iterator[tuple[Cell, ...]]:
        names = ("in", "read", "unparsed", "duplicate", "benign", "quarantined", "out_of_scope", "waiting")
        for row in Counts().rows(self.material.case):
            if row["exhibit"] in self._labels:
                yield str(row["exhibit"]), *(int(str(row[name])) for name in names)

    def _material(self) -> tuple[Cell, ...]:
        """Pictures and videos within scope, in four numbers."""
        material, labels = self.material, set(self._labels)
        held = {one: here for one in material.media if (here := labels & material.held.get(one, {}).keys())}
        copies = sum(material.held[one][label] for one, on in held.items() for label in on)
        known = sum(one in material.known for one in held)
        graded = sum(one in material.categories for one in held)
        return ", ".join(self._labels), copies, len(held), known, graded

    def _looks(self) -> Iterator[tuple[Cell, ...]]:
        rows: list[Row] = list(Look().rows(self.material.case))
        for stage, name in _STAGES.items():
            both = {bool(row["sets"]): row for row in rows if row["stage"] == stage}
            if both:
                yield (
                    name,
                    *(int(str(both[sets]["to_look"])) for sets in (True, False)),
                    int(str(both[True]["contents"])),
                )

    def _unprocessed(self) -> Iterator[tuple[Cell, ...]]:
        for row in Unprocessed().rows(self.material.case):
            if row["exhibit"] in self._labels:
                reason, step = str(row["reason"]), row["step"]
                names = ("records",) if row["state"] == FLAW else ("files", "records", "bytes")
                given = {name: int(str(row[name])) for name in names if row[name] is not None}
                counts = (given.get(name) for name in ("files", "records", "bytes"))
                is_shut = told("yes" if row["encrypted"] else "no")
                yield (
                    *(str(row["exhibit"]), told(str(row["state"])), is_shut, step_called(step)),
                    *(Both(reason, self.tell(reason)), *counts),
                )

    def _flaws(self) -> Iterator[tuple[Cell, ...]]:
        for (step, label), size in sorted(
            self._rows.tally(Flaw, "step", "place.exhibit").items(), key=lambda one: one[0][::-1]
        ):
            if label in self._labels:
                yield label, step_called(step), size

    def _withheld(self) -> Iterator[Both]:
        hidden, children = self.material.parties.hidden, len(self.material.parties.children)
        if hidden.accounts:
            accounts, deals = len(hidden.accounts), len(hidden.deals)
            yield Both(
                f"Withheld from this report and its annexes: {many(accounts, 'protected account')} and "
                f"{many(deals, 'deal')} of theirs. They stand in no table and no sum of deals.",
                f"{accounts} akun terlindungi dan {deals} rangkaian dengannya ditahan dari laporan ini dan "
                "lampirannya: tidak tercantum dalam tabel dan jumlah rangkaian mana pun.",
            )
        answers = sum(map(self._is_hidden, self._typed(Alternative)))
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

    def _findings(self) -> Iterator[tuple[Cell, ...]]:
        numbers = {one.code: one.number for one in self._typed(RequestItem)}
        for one in self._typed(Answer):
            facts = tuple(map(self._fact, (*one.papers, *one.about)))
            yield numbers.get(one.item, one.item), one.sentence, Listed(facts) if facts else None, done(one.by, one.at)

    def _fact(self, name: str) -> Both | str:
        """A paper by its kind and number, a deal by its code; anything else as it was typed."""
        paper = next((one for one in self._typed(Paper) if one.code == name), None)
        if paper is not None:
            return numbered(paper.kind, paper.number)
        return self.material.parties.told(name.removeprefix("deal:"), name)

    def _alternatives(self) -> Iterator[tuple[Cell, ...]]:
        titles = {str(one.number): one.title for one in catalogue(self.material.case)}
        parties = self.material.parties
        for one in (each for each in self._typed(Alternative) if not self._is_hidden(each)):
            about = parties.told(one.about.removeprefix("deal:"), parties.person(one.about))
            yield int(one.row), titles.get(one.row), about, told(one.state), one.answer, done(one.by, one.at)

    def _is_hidden(self, one: Alternative) -> bool:
        """Whether an answer is about somebody under guard, or a deal of theirs."""
        hidden, seal = self.material.parties.hidden, Seal(self.material.case.secret)
        return one.about in hidden.accounts or one.about.removeprefix("deal:") in {
            name for deal in hidden.deals for name in (deal, seal.of(deal))
        }

    def _again(self) -> Iterator[Both]:
        for command, does in _COMMANDS:
            yield Both(f"{command}: {does.english}.", f"{command}: {does.indonesian}.")

    def _keys(self) -> Iterator[tuple[Cell, ...]]:
        found: dict[str, Officer] = {}
        for one in sorted(self.material.case.nouns(Officer), key=lambda one: (one.code, one.at or "")):
            if one.ends is None:
                found[one.code] = one
        for code, one in found.items():
            raw = (self.material.case.folder.keys / f"{code}.pub").read_bytes()
            yield code, told(one.access), PublicKey.read(raw).fingerprint, done(one.by, one.at)


def number_of(dossier: str | None) -> str:
    """The number of the report, of one dossier or of the whole case."""
    return f"{d2.FORM}-{dossier}" if dossier else d2.FORM
