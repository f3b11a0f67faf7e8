# SPDX-License-Identifier: Apache-2.0
"""What was done with exhibits before and beside Suluh: taken, copied, handed over, looked at."""

from typing import Annotated, Literal

from suluh.model.dossier.entered import Entered, says


class Seizure(Entered, frozen=True, kw_only=True, tag="seizure/1"):
    """How an exhibit came to the unit."""

    exhibit: Annotated[str, says("The exhibit.", "word", of="exhibit")]
    taken: Annotated[str, says("When, with its zone, as 2026-09-30T08:15+07:00.", "moment")]
    place: Annotated[str, says("Where.", "name")]
    holder: Annotated[str | None, says("From whom.", "name")] = None
    officers: Annotated[tuple[str, ...], says("Who took it.", "word")] = ()
    witnesses: Annotated[tuple[str, ...], says("The witnesses.", "name")] = ()
    order: Annotated[str | None, says("The order.", "word", of="paper")] = None
    record: Annotated[str | None, says("The seizure record.", "word", of="paper")] = None
    receipt: Annotated[str | None, says("The receipt.", "word", of="paper")] = None
    copies_given: Annotated[str | None, says("When copies of the record were given.", "moment")] = None


class Handling(Entered, frozen=True, kw_only=True, tag="handling/1"):
    """One thing done with an exhibit: who had it from whom, under which seal."""

    exhibit: Annotated[str, says("The exhibit.", "word", of="any-exhibit")]
    act: Annotated[Literal["receive", "open", "copy", "hand-over", "return", "destroy"], says("What was done.", "word")]
    done: Annotated[str, says("When, with its zone, as 2026-09-30T08:15+07:00.", "moment")]
    giver: Annotated[str | None, says("From whom.", "name")] = None
    taker: Annotated[str | None, says("To whom.", "name")] = None
    seal_found: Annotated[str | None, says("Number of the seal that was found on it.", "word")] = None
    seal_left: Annotated[str | None, says("Number of the seal that was left on it.", "word")] = None
    witnesses: Annotated[tuple[str, ...], says("The witnesses.", "name")] = ()
    paper: Annotated[str | None, says("The paper about it.", "word", of="paper")] = None
    note: Annotated[str | None, says("What was seen: damage, a broken seal, a gap explained.")] = None


class Extraction(Entered, frozen=True, kw_only=True, tag="extraction/1"):
    """How an acquisition was made, with which tool, and what it did not obtain."""

    exhibit: Annotated[str, says("The exhibit.", "word", of="exhibit")]
    acquisition: Annotated[str, says("Which of its acquisitions.", "word")] = "1"
    tool: Annotated[str, says("The tool.", "word")]
    tool_version: Annotated[str, says("Its version.", "word")]
    examiner: Annotated[str, says("Who made it.", "word")]
    started: Annotated[str | None, says("When it began, with its zone.", "moment")] = None
    ended: Annotated[str | None, says("When it ended, with its zone.", "moment")] = None
    report_number: Annotated[str | None, says("Number of its report.", "word")] = None
    image_digests: Annotated[tuple[str, ...], says("Digests of the image that the tool states.", "digest")] = ()
    not_obtained: Annotated[tuple[str, ...], says("What it could not obtain.")] = ()
    seal_received: Annotated[str | None, says("Number of the seal that was found.", "word")] = None
    seal_after: Annotated[str | None, says("Number of the seal that was left.", "word")] = None
    difference: Annotated[str | None, says("Why a stated digest is not the one that was computed.")] = None


class Observation(Entered, frozen=True, kw_only=True, tag="observation/1"):
    """What an officer saw with their own viewer, typed; never mixed with what was read."""

    about: Annotated[str, says("The content by SHA-256, or the file by exhibit and path.", "text", of="place")]
    seen: Annotated[str, says("What was seen, in words.")]
    officer: Annotated[str, says("Who saw it.", "word")]
    second: Annotated[str | None, says("Who read it a second time.", "word")] = None


class Told(Entered, frozen=True, kw_only=True, tag="told/1"):
    """What a person said, as a record of interview has it; compared with the evidence, never mixed with it."""

    paper: Annotated[str, says("The record of interview.", "word", of="paper")]
    question: Annotated[str, says("Number of the question.", "word")]
    who: Annotated[str, says("Who said it, by code.")]
    sentence: Annotated[str, says("What was said.")]
    about: Annotated[tuple[str, ...], says("What of the case it is about.", "text", of="place")] = ()
