# SPDX-License-Identifier: Apache-2.0
"""The measures: each runs what the project measures with anyway, and counts what it says."""

import csv
import os
import re
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from bench import hashing_pdq, unseen
from tests.readers.layouts.judge import Judged, judge
from tools.show.ground.sizes import sized
from tools.show.line import ROOT, Line
from tools.show.talk import chats
from tools.show.worlds import worlds
from tools.validation.count import Count, Measure

from suluh.trial.parts.hashes import is_right

LAYOUTS, FEW = 2_000, 100
PHOTOS = 12
PAGE = ROOT / "docs" / "accuracy.md"
PDQ = ROOT / "tests" / "data" / "hashing" / "pdq.csv"
_NUMBER = r"([\d,]+)"


def exact() -> Count:
    """Look-ups in a set of many millions."""
    said = _printed("bench/hashing_benign.py", "--benign", "20000000", "--contents", "200000")
    wrong, of = _numbers(rf"{_NUMBER} wrong, {_NUMBER} of {_NUMBER} eliminated", said)[::2]
    return Count(of - wrong, of)


def near() -> Count:
    """Planted near pairs."""
    said = _printed("bench/hashing_join.py", "--queries", "100000", "--known", "1000000")
    missed, of, more = _numbers(rf"{_NUMBER} of {_NUMBER} missed, {_NUMBER} too many", said)
    return Count(of - missed - more, of)


def kernel() -> Count:
    """Drawn pictures whose eight forms and quality are those of the reference."""
    with PDQ.open(encoding="ascii", newline="") as file:
        rows = list(csv.DictReader(file))
    return Count(sum(map(is_right, rows)), len(rows))


def drift() -> Count:
    """Pictures whose hash moves no further than allowed when they are decoded smaller."""
    sizes = [size for size, _ in hashing_pdq.SIZES.values()]
    moved = [hashing_pdq.drift(hashing_pdq.photo(size, seed)) for size in sizes for seed in range(PHOTOS)]
    return Count(sum(one <= hashing_pdq.DRIFT for one in moved), len(moved))


def statements_exact() -> Count:
    """Statements with a running balance that are read exactly."""
    seen = _judged().seen
    return Count(seen["with"] - seen["with inexact"], seen["with"])


def statements_silent() -> Count:
    """Statements that are wrong and do not say so."""
    found = _judged()
    return Count(len(found.silent), found.seen["with"])


def statements_damaged() -> Count:
    """Statements with a row out, doubled or changed that is found."""
    found = _judged()
    return Count(found.seen["damaged"] - len(found.missed), found.seen["damaged"])


@cache
def _judged() -> Judged:
    return judge(range(sized(LAYOUTS, FEW)))


def shown(name: str) -> Measure:
    """A measure of `make show TOPIC=talk` whose first line says so many of so many."""

    def measure() -> Count:
        with tempfile.TemporaryDirectory() as folder:
            [line, *_] = vars(chats)[name](Path(folder))
        return Count(*_numbers(rf"{_NUMBER} of {_NUMBER}", line.figure))

    return measure


def recorded() -> Count:
    """Recorded deals of the accuracy page that are wrong."""
    wrong, of = _numbers(rf"{_NUMBER} of {_NUMBER} wrong", PAGE.read_text("utf-8"))
    return Count(wrong, of, on=_written())


def ordinary() -> Count:
    """Recorded deals in scripts of ordinary life."""
    text = PAGE.read_text("utf-8")
    [of] = _numbers(rf"the {_NUMBER} scripts in which nothing is traded", text)
    [wrong] = _numbers(rf"{_NUMBER} of them `recorded`", text)
    return Count(wrong, of, on=_written())


def written(column: int, place: int = 0) -> Measure:
    """A column of the accuracy page, writer by writer: the number at a place of its cell."""

    def measure() -> Count:
        rows = re.findall(r"^\| [a-i] \|.*$", PAGE.read_text("utf-8"), re.MULTILINE)
        cells = [re.findall(r"\d+\.\d+", row.split("|")[column + 1])[place] for row in rows]
        return Count(shares=tuple(round(100 * float(one)) for one in cells), on=_written())

    return measure


def _written() -> str:
    """The day of the commit in which `make accuracy` wrote its page last; nothing where it is not committed yet."""
    if subprocess.run(["git", "diff", "--quiet", "HEAD", "--", str(PAGE)], cwd=ROOT, check=False).returncode:
        return ""
    words = ["git", "log", "-1", "--format=%as", "--", str(PAGE)]
    return subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, check=False, text=True).stdout.strip()


def world(name: str, *, precision: bool) -> Measure:
    """Made-up worlds: of what is said, or of what there is, how much is right."""

    def measure() -> Count:
        found = [_numbers(rf"{name} P .*?\({_NUMBER} of {_NUMBER}, {_NUMBER}\)", one.figure) for one in _worlds()]
        return Count(sum(one[0] for one in found), sum(one[1 if precision else 2] for one in found))

    return measure


@cache
def _worlds() -> tuple[Line, ...]:
    with tempfile.TemporaryDirectory() as folder:
        return tuple(line for line in worlds(Path(folder)) if "edges, persons and sources" in line.what)


def floors() -> Count:
    """Floors of made-up worlds that are not above the truth."""
    return Count(*unseen.floors())


def custody() -> Count:
    """Changes to finished cases that `verify` finds."""
    said = _printed("bench/mutations.py", "3000")
    found, missed = _numbers(rf"{_NUMBER} found, {_NUMBER} without effect, {_NUMBER} missed", said)[::2]
    return Count(found, found + missed)


def hostile() -> Count:
    """Damaged files and bombs that were answered one by one, none of them lost and no worker left behind."""
    said = _printed("bench/hostile.py")
    due = sum(int(one) for one in re.findall(r": (\d+) files,", said))
    ends = sum(int(one) for line in re.findall(r"\{(.*)\}", said) for one in re.findall(r": (\d+)", line))
    [left] = _numbers(rf"left in scratch: {_NUMBER}", said)
    return Count(ends - left, due)


def _printed(*words: str) -> str:
    """What a benchmark prints."""
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, check=False, text=True, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    return done.stdout


def _numbers(pattern: str, text: str) -> tuple[int, ...]:
    """The numbers that a pattern finds first. Raises `ValueError` where it finds none."""
    found = re.search(pattern, text)
    if found is None:
        raise ValueError(f"nothing is printed as {pattern!r}: {text[-300:]}")
    return tuple(int(one.replace(",", "")) for one in found.groups())
