# SPDX-License-Identifier: Apache-2.0
"""Rows of law that a case goes by, and the days on which offices are closed."""

from typing import Annotated, Literal

from suluh.model.dossier.entered import Entered, says


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
    start: Annotated[str | None, says("The event that starts it.", "word")] = None
    length: Annotated[str | None, says("How long; empty where nobody has checked it.", "number")] = None
    unit: Annotated[Literal["hours", "days", "working-days", "months", "years"] | None, says("Of what.", "word")] = None
    extension: Annotated[str | None, says("By how much it can be extended, by whom, by which paper.", "word")] = None
    whose: Annotated[str | None, says("Whose duty it is.", "word")] = None
    proof: Annotated[tuple[str, ...], says("Kinds of paper, or acts, that prove it was done.", "word")] = ()
    elements: Annotated[tuple[str, ...], says("Elements of an offence, in their order.", "word")] = ()
    mark: Annotated[Literal["R", "S", "?"], says("Read in the text, known from practice, or not verified.", "word")]
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
    event: Annotated[str, says("What started the time: the code of a paper or of an act.", "word")]
    why: Annotated[str, says("Why.")]
