# SPDX-License-Identifier: Apache-2.0
"""The sheet of a trial: two pages in one language, made from its file and the known figures alone."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from typing import Literal

from suluh.model.errors import BadBody
from suluh.referral.papers.known import REPORTED, Both, Known, digest, known
from suluh.referral.papers.press import Fact, press
from suluh.trial.line import Line
from suluh.trial.part import Result
from suluh.trial.trial import Signature, Trial, check_signature, read_trial
from suluh.trial.words import WORDS

Tongue = Literal["id", "en"]
TONGUES: tuple[Tongue, ...] = ("id", "en")
_COUNTED = re.compile(r"[<>=]* ?[\d.]+( / \d+)?( %)?")


def files_of(raw: bytes, signature: bytes | None) -> dict[str, bytes]:
    """The sheets that go with the file of a trial and its signature, by name. Raises `BadBody`."""
    trial = read_trial(raw)
    if trial.validation != digest():
        raise BadBody(
            f"this trial was held with version {trial.version} and other known figures: compare it with that version"
        )
    signed = None if signature is None else check_signature(raw, signature)
    return {f"check-{tongue}.pdf": sheet(trial, raw, known(), signed, tongue) for tongue in TONGUES}


def sheet(trial: Trial, raw: bytes, rows: Sequence[Known], signature: Signature | None, tongue: Tongue) -> bytes:
    """The PDF: the same file, figures and signature give the same bytes."""
    source = (files("suluh.trial") / "sheet.typ").read_text("utf-8")
    facts: dict[str, Fact] = {
        "language": tongue,
        "words": {name: _in(both, tongue) for name, both in WORDS.items()},
        "trial": _head(trial, tongue),
        "parts": [_part(one, tongue) for one in trial.parts],
        "known": [_known(one, tongue) for one in rows],
        "sha256": hashlib.sha256(raw).hexdigest(),
        "signed": None if signature is None else _signed(signature),
    }
    return press(source, facts, datetime.fromisoformat(trial.at))


def _in(both: Both, tongue: Tongue) -> str:
    return both.id if tongue == "id" else both.en


def _head(trial: Trial, tongue: Tongue) -> Fact:
    machine = trial.machine
    mode = "quick" if trial.quick else "full"
    return {
        "version": trial.version,
        "tool": trial.tool,
        "at": trial.at + (f" ({trial.clock})" if trial.clock else ""),
        "host": machine.host or "-",
        "serial": machine.serial or "-",
        "system": f"{machine.system}; Python {machine.python}; SQLite {machine.sqlite}",
        "processor": f"{machine.processor}; {machine.cores} x CPU; {machine.memory}",
        "mode": f"{_in(WORDS[mode], tongue)}; seed {trial.seed}",
        "validation": trial.validation,
        "is_met": trial.is_met,
    }


def _part(one: Result, tongue: Tongue) -> Fact:
    return {
        "title": _in(one.title, tongue),
        "untested": _in(one.untested, tongue),
        "is_met": one.is_met,
        "lines": [_line(line, tongue) for line in one.lines],
    }


def _line(line: Line, tongue: Tongue) -> Fact:
    is_share = bool(line.low) or line.figure.endswith(" %")
    return {
        "what": _in(line.what, tongue),
        "figure": sign_of(number(line.figure, tongue) if is_share else line.figure),
        "interval": between(line.low, line.high, tongue),
        "goal": sign_of(number(line.goal, tongue) if is_share else line.goal),
        "is_met": line.is_met,
    }


def _known(one: Known, tongue: Tongue) -> Fact:
    return {
        "function": _in(one.function, tongue),
        "set": _in(one.set, tongue),
        "size": number(str(one.size), tongue),
        "date": one.date,
        "figure": number(one.figure, tongue),
        "interval": between(one.low, one.high, tongue),
        "goal": sign_of(number(one.goal, tongue)),
        "is_met": None if one.goal == REPORTED else one.is_met,
        "name": one.name,
    }


def _signed(signature: Signature) -> Fact:
    return {
        "officer": signature.officer,
        "fingerprint": signature.fingerprint,
        "signature": signature.signature,
    }


def between(low: str, high: str, tongue: Tongue) -> str:
    """An interval in percent; a dash where there is none."""
    return f"{number(low, tongue)}\u2013{number(high, tongue)} %" if low else "\u2013"


def sign_of(goal: str) -> str:
    """A goal with the signs that people write; a dash where there is none."""
    return "\u2013" if goal in {"", REPORTED} else goal.replace(">=", "\u2265").replace("<=", "\u2264")


def number(text: str, tongue: Tongue) -> str:
    """A figure as a language writes it: groups of three, a point or a comma before parts."""
    if not _COUNTED.fullmatch(text):
        return text
    grouped = re.sub(r"(?<![\d.])\d{4,}", lambda match: f"{int(match[0]):,}", text)
    return grouped.translate(str.maketrans(",.", ".,")) if tongue == "id" else grouped
