# SPDX-License-Identifier: Apache-2.0
"""Rows of law that a case goes by, and the days on which offices are closed."""

from typing import Annotated, Literal

from suluh.model.dossier.entered import Entered, says

Unit = Literal["hours", "days", "working-days", "months", "years"]
"""What time is counted in."""


class LawRow(Entered, frozen=True, kw_only=True, tag="law/1"):
    """One duty or one offence as a law has it, from the unit's list; nothing of it stands in a program."""

    law: Annotated[str, says("The law.", "word")]
    article: Annotated[str, says("Its article.", "word")]
    kind: Annotated[Literal["offence", "duty"], says("What the row is.", "word")]
    in_force_from: Annotated[str | None, says("First day on which it holds.", "day")] = None
    in_force_to: Annotated[str | None, says("Last day on which it holds.", "day")] = None
    duty_en: Annotated[str, says("What it says, in English.", "word")]
    duty_id: Annotated[str, says("What it says, in Indonesian.", "word")]
    force: Annotated[
        Literal["must", "may", "ends"] | None, says("Whether it must, may, or ends something.", "word")
    ] = None
    start: Annotated[tuple[str, ...], says("Events that start it, as docs/law.md lists them.", "word")] = ()
    length: Annotated[str | None, says("How long; empty where nobody has checked it.", "number")] = None
    unit: Annotated[
        Literal["hours", "days", "working-days", "months", "years", "stated", "no-time"] | None,
        says("Of what; `stated`: until the day that the paper itself states; `no-time`: the law sets none.", "word"),
    ] = None
    extension: Annotated[str | None, says("By how much one paper extends it.", "number")] = None
    extension_unit: Annotated[Unit | None, says("Of what; else as of its length.", "word")] = None
    extension_times: Annotated[str | None, says("How often at most; empty for once.", "number")] = None
    extended_by: Annotated[tuple[str, ...], says("Events that extend it.", "word")] = ()
    whose: Annotated[str | None, says("Whose duty it is.", "word")] = None
    proof: Annotated[tuple[str, ...], says("Events that prove it was done; it ends with the first.", "word")] = ()
    elements: Annotated[tuple[str, ...], says("Elements of an offence, in their order.", "word")] = ()
    mark: Annotated[
        Literal["R", "S", "?", "house", "made"],
        says("Read in the text, known from practice, not verified, a rule of the unit, or a date of the case.", "word"),
    ]
    note: Annotated[str | None, says("What else is to be known.", "word")] = None


class LawCheck(Entered, frozen=True, kw_only=True, tag="lawcheck/1"):
    """That an officer checked a row of law against its text; two officers make it one that counts."""

    row: Annotated[str, says("The row.", "word", of="law")]
    digest: Annotated[str, says("SHA-256 of what the row said.", "digest")]
    source: Annotated[str, says("Where the text was read.", "word")]


class Holiday(Entered, frozen=True, kw_only=True, tag="holiday/1"):
    """A day on which offices are closed."""

    day: Annotated[str, says("The day.", "day")]
    name: Annotated[str, says("What it is.", "word")]
    paper: Annotated[str | None, says("The decree that says so.", "word")] = None


class Late(Entered, frozen=True, kw_only=True, tag="late/1"):
    """Why something was done after its time, or not at all; the program lifts nothing."""

    row: Annotated[str, says("The row of law.", "word", of="law")]
    event: Annotated[str, says("What started the time, as `duties` names it.", "word", of="event")]
    why: Annotated[str, says("Why.")]
