# SPDX-License-Identifier: Apache-2.0
"""Chats from the field, logs that are none, headers of many settings, copies of one conversation: tests that count."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tools.show.line import ROOT, Line

COUNTED = re.compile(r"(\d+) passed")
FAILED = re.compile(r"(\d+) (?:failed|error)")


def kinds(_: Path) -> Iterator[Line]:
    """Every kind of chat that was reported from the field, with variants of our own."""
    yield _tests("kinds of chats from the field, with variants", "all", "tests/readers/test_kinds.py")


def logs(_: Path) -> Iterator[Line]:
    """Logs, lists and what other programs write."""
    yield _tests(
        "logs, lists and exports of other programs: claimed by nobody", "40 of 40", NOT_CHATS, "-k", "claimed_by"
    )


def settings(_: Path) -> Iterator[Line]:
    """Headers of phones of many countries."""
    yield _tests("header forms of real settings read", "at least 25, all", NOT_CHATS, "-k", "settings")


APART = "tests/readers/test_apart.py", "tests/readers/test_turns.py"


def copies(_: Path) -> Iterator[Line]:
    """Copies of one conversation, and different ones."""
    where = "tests/readers/test_copies.py"
    yield _tests(
        "1,000 pairs of different chats: none joined", "0 joined", *APART, "-k", "thousand or broadcast or hundred"
    )
    yield _tests(
        "two phones, clocks apart, 3 % deleted: one conversation, none doubled, the difference within a minute",
        *("all", where, "-k", "the_two_phones"),
    )
    yield _tests(
        "two phones of which one side alone says anything rare, or that a third copy joins", "all", where, "-k", RARE
    )
    yield _tests(
        "exported twice, deleted or left out on one side, groups", "all", where, "-k", "later or deleted or groups"
    )


def owners(_: Path) -> Iterator[Line]:
    """Whose device an exhibit is, where nobody stated it."""
    devices = "tests/persons/test_made_up_devices.py"
    yield _tests("240 made-up devices that state nothing: own account right on 95 %, wrong on none", "4 of 4", devices)
    yield _tests(
        "a link with reasons, never a fact; what is stated outranks it", "all", "tests/persons/test_own_side.py"
    )
    yield _tests("said first by run and first page; nothing leaves before", "all", "tests/desk/test_owner.py")


def senders(_: Path) -> Iterator[Line]:
    """Every message of the fixtures under whoever wrote it."""
    where = "tests/readers/test_whatsapp_text.py"
    yield _tests("fixtures of exported chats: time, sender, text and file of each line", "all", where)


RARE = "rare or third or broadcast or thousand_pairs_who"
NOT_CHATS = "tests/readers/test_not_chats.py"


def _tests(what: str, goal: str, *words: str) -> Line:
    """A line from tests: how many held, and whether all did."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", *words]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout
    held, broken = COUNTED.search(said), FAILED.search(said)
    good, bad = int(held[1]) if held else 0, int(broken[1]) if broken else 0
    return Line(what, f"{good} of {good + bad}", goal, good > 0 and bad == 0)
