# SPDX-License-Identifier: Apache-2.0
"""A page on which an officer decides: what it is about, the fields of its form, and the act of the terminal."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Literal, NamedTuple

from suluh.case.case import Case
from suluh.case.rights import DECIDE, READ
from suluh.case.views.view import Row
from suluh.desk.pages.page import Asked, DeskPage
from suluh.desk.web.reading import Reading
from suluh.desk.words import N_
from suluh.model.body import Noun

NEEDED = N_("This is needed.")
MEANWHILE = N_("Another decision on it came meanwhile: read it, then decide.")
UNREAD = N_("What was sent does not say what was read: read it as it stands here, then decide.")
LONGEST = N_("This is too long: 2,000 characters are kept at most.")
MOST = 2_000
"""Characters of a field."""


class Field(NamedTuple):
    """One field of the form."""

    name: str
    label: str
    kind: Literal["text", "line", "day", "choice", "buttons"] = "text"
    choices: tuple[str, ...] = ()
    is_needed: bool = True
    hint: str = ""
    """What is said below it before anybody types."""


WORD_FIELDS = (
    Field("reason", N_("Reason, kept with the decision")),
    Field("choice", N_("Decision"), "buttons", ("confirm", "reject", "dispute", "retract")),
)
"""The form of a word on a link or a deal."""


class Form(NamedTuple):
    """A form as it is shown: what was typed, and what is wrong."""

    fields: tuple[Field, ...]
    typed: Mapping[str, str] = {}
    faults: Mapping[str, str] = {}
    """What is wrong beside each field."""

    refused: str = ""
    """Why the act was refused, in a sentence of the case."""

    asks_key: bool = False
    """Whether the passphrase is asked for as well."""


class DecidingPage(DeskPage):
    """One thing that is decided on; it is read with `right` and decided with `decides`."""

    right = READ
    decides: ClassVar[str] = DECIDE
    template = "decide.html"
    fields: ClassVar[tuple[Field, ...]]
    about: ClassVar[str] = ""
    """The field by which the list of decisions names such a thing, where another may decide meanwhile."""

    def content(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What it is about, with the empty form."""
        return self.shown(reading, asked) | {"form": Form(self.fields)}

    @abstractmethod
    def shown(self, reading: Reading, asked: Asked) -> dict[str, object]:
        """What it is about. Raises `NotThere`."""

    goes_on: ClassVar[bool] = False
    """Whether the act may take long: it then goes on in a thread of the desk, whatever becomes of the browser."""

    done: ClassVar[str] = ""
    """What is said afterwards where what was kept is no numbered decision."""

    def faults(self, form: Mapping[str, str]) -> dict[str, str]:
        """What is wrong with each field, before anything is asked of the case."""
        return faults_of(self.fields, form)

    @abstractmethod
    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """Do what the terminal does, by the same function. Raises `SuluhError`."""

    def leads(self, key: str, kept: Sequence[Noun]) -> str:
        """The page, below the language, to which whoever decided is led where they came from none."""
        del kept
        return self.path.replace("{key}", key)


class WorkingPage(DecidingPage):
    """A page whose act goes on in the background, with the passphrase that was typed for it alone."""

    @abstractmethod
    def needs_words(self, form: Mapping[str, str]) -> bool:
        """Whether the passphrase is asked for, however long the key stays open."""

    @abstractmethod
    def work(self, reading: Reading, form: Mapping[str, str], words: str) -> None:
        """Start or stop what goes on. Raises `SuluhError`."""

    def decide(self, case: Case, key: str, form: Mapping[str, str]) -> Iterable[Noun]:
        """Nothing is decided here."""
        del case, key, form
        return ()


def spoken(reading: Reading, what: str, row: Row) -> int:
    """How many decisions there are on a link or a deal."""
    return sum(one[what] == row["id"] for one in reading.rows("decisions"))


def latest(reading: Reading, what: str, row: Row, *known: object) -> Row | None:
    """The latest decision on a link or a deal, while the thing does not say so itself."""
    found = [one for one in reading.rows("decisions") if one[what] == row["id"]]
    return found[-1] if found and found[-1]["at"] not in known else None


def faults_of(fields: Iterable[Field], form: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with each field, before anything is asked of the case."""
    found = {}
    for one in fields:
        value = form.get(one.name, "")
        if (one.is_needed and not value.strip()) or (one.choices and value and value not in one.choices):
            found[one.name] = NEEDED
        elif len(value) > MOST:
            found[one.name] = LONGEST
    return found
