# SPDX-License-Identifier: Apache-2.0
"""A page on which an officer types something: its form, what may be chosen from the case, and what stands already."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from suluh.case.case import Case
from suluh.case.typed.enter import enter
from suluh.case.typed.fields import Given
from suluh.case.views.view import Row
from suluh.desk.deciding import DecidingPage
from suluh.desk.pages.page import Asked
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.dossier.entered import Entered, fields_of
from suluh.model.errors import Misuse, UnknownObject

NOT_YOURS = N_("Your access reads this and types nothing here.")


class Choice(NamedTuple):
    """One thing that may be chosen: what is sent, and how it is called."""

    value: str
    called: str
    is_word: bool = False
    """Whether it is a word of ours, which each language says in its own way."""


def choices_of(kind: type[Entered], name: str) -> list[Choice]:
    """The words of the list of a field."""
    return [Choice(one, one, is_word=True) for each in fields_of(kind) if each.name == name for one in each.choices]


def papers(reading: Reading) -> list[Choice]:
    """The papers of the case, the newest first."""
    held = sorted(standing(reading.rows("papers")), key=lambda row: str(row["date"]), reverse=True)
    return [Choice(str(row["code"]), f"{row['code']} · {row['kind']} {row['number']} · {row['date']}") for row in held]


class TypingPage(DecidingPage):
    """One kind of what officers type, entered by the act of the terminal; what is wrong is said beside the form."""

    template = "typing.html"
    kind: ClassVar[type[Entered]]
    back_to: ClassVar[tuple[str, str]] = ("", "")
    """The page from which it is reached, and what that is called; empty for one that stands in the menu."""

    many: ClassVar[frozenset[str]] = frozenset()
    """Fields that take several things, one a line."""

    columns: ClassVar[tuple[tuple[str, str], ...]]
    """Fields of the list below the form, each with its heading."""

    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What may be chosen, and what stands already. Raises `NotThere`."""
        return {
            "row": {"id": asked.key or self.name},
            "options": self.options(reading, asked),
            "many": self.many,
            "columns": self.columns,
            "rows": self.rows(reading, asked),
            "may_type": reading.may(self.decides),
            "refusal": NOT_YOURS,
            "back": "",
            "back_to": self.back_to,
        }

    @abstractmethod
    def options(self, reading: Reading, asked: Asked) -> Mapping[str, Sequence[Choice]]:
        """What may be chosen for some fields. Raises `NotThere`."""

    @abstractmethod
    def rows(self, reading: Reading, asked: Asked) -> list[Row]:
        """What stands already."""

    def said(self, form: Mapping[str, str]) -> dict[str, Given]:
        """The fields as the act of the terminal takes them."""
        found: dict[str, Given] = {}
        for one in self.fields:
            text = form.get(one.name, "").strip()
            found[one.name] = tuple(filter(None, map(str.strip, text.splitlines()))) if one.name in self.many else text
        return found

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> tuple[()]:
        """Enter it, as `suluh` does at a terminal; it makes no decision. Raises `Misuse` for what the case has not."""
        del key
        try:
            enter(case, self.kind, [self.said(form)])
        except UnknownObject as error:
            raise Misuse(str(error)) from error
        return ()


def standing(rows: list[Row]) -> list[Row]:
    """Rows that nothing corrected and nobody withdrew."""
    return [row for row in rows if row["corrected_by"] is None and not row["withdrawn"]]
