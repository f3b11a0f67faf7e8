# SPDX-License-Identifier: Apache-2.0
"""Who somebody is, and what a child or a victim needs: names of children lie sealed and nowhere else."""

from typing import Annotated, Literal

from suluh.model.body import Part
from suluh.model.dossier.entered import Entered, says


class Sealed(Part, frozen=True, kw_only=True):
    """One secret for one officer."""

    officer: str
    key: str
    """The public box key for which it is sealed, hex."""

    secret: str
    """Hex of what only that key opens."""


class Locked(Part, frozen=True, kw_only=True):
    """One thing of who a child is, under a key of which no officer has the whole."""

    what: Literal["name", "birth", "sex"]
    secret: str
    """Hex of what both halves of the key open together."""

    halves: tuple[Sealed, ...]
    """The one half for each child-protection officer, the other for each supervisor."""

    marks: tuple[str, ...] = ()
    """By what the words of a name, or a day, are known again in texts: digests under a key that was drawn for them."""

    keys: tuple[Sealed, ...] = ()
    """That key for each officer who writes papers without these words."""


class Identity(Entered, frozen=True, kw_only=True, tag="identity/1"):
    """Who the holder of some accounts is, by a paper."""

    accounts: Annotated[tuple[str, ...], says("Their accounts, or a person's id.", "text", of="account")] = ()
    kind: Annotated[Literal["id-card", "BAP", "operator", "bank", "other"], says("What kind of source.", "word")]
    paper: Annotated[str, says("The paper.", "word", of="paper")]
    name: Annotated[str | None, says("The name; of a child it is sealed.", "name")] = None
    birth: Annotated[str | None, says("Day of birth, or `not known`; of a child it is sealed.", "name")] = None
    sex: Annotated[str | None, says("As the paper says; of a child it is sealed.", "name")] = None
    vault: Annotated[bool, says("Whether they are or may be a child or a victim.", "word")] = False
    person: Annotated[str | None, says("Their code: AK-1, AS-1, A-1 or O-1.", "person")] = None
    locked: tuple[Locked, ...] = ()
    """Name, birth and sex, each for two officers together; empty outside the vault."""

    sealed: tuple[Sealed, ...] = ()
    """All of it for each officer alone: by earlier versions, and while the case has not both whom two keys need."""


class Protected(Entered, frozen=True, kw_only=True, tag="protected/1"):
    """That some accounts are of an undercover officer or an informant: they are withheld everywhere, and counted."""

    accounts: Annotated[tuple[str, ...], says("Their accounts; kept sealed.", "text", of="account")] = ()
    why: Annotated[str | None, says("Why; kept sealed.")] = None
    marks: tuple[str, ...] = ()
    """By what the accounts are known again in this case: their digests under a key that was drawn for them."""

    keys: tuple[Sealed, ...] = ()
    """That key for each officer of the case; in earlier versions there is none, and it was the case's secret."""

    sealed: tuple[Sealed, ...] = ()
    """Accounts and reason for each supervisor of the case."""


class Series(Entered, frozen=True, kw_only=True, tag="series/1"):
    """Contents that belong together, under a code that says nothing of what they hold."""

    contents: Annotated[tuple[str, ...], says("The contents, by SHA-256.", "digest", of="content")]
    child: Annotated[str | None, says("Code of the child, where one is known: AK-1.", "person")] = None


class SupportNote(Entered, frozen=True, kw_only=True, tag="supportnote/1"):
    """What somebody who was hurt needs now, for those who care for them."""

    person: Annotated[str, says("Their code: AK-1, AS-1, A-1 or O-1.", "person")]
    risk: Annotated[Literal["yes", "no", "not-known"], says("Whether they are at risk now.", "word")]
    why: Annotated[str | None, says("Why.")] = None
    needs: Annotated[str | None, says("What they need.")] = None
    contact: Annotated[str | None, says("Whether, how and through whom they want to be reached.")] = None
    language: Annotated[str | None, says("The language they speak.", "word")] = None
    told: Annotated[str | None, says("Paper by which they were told of restitution.", "word", of="paper")] = None
    victim_before: Annotated[str | None, says("Record that says they were a victim.", "word", of="paper")] = None
