# SPDX-License-Identifier: Apache-2.0
"""A unit at work on made-up cases, driven through the command line alone."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

SULUH = Path(sys.executable).parent / "suluh"
NOW = "2026-10-01T08:00:00+07:00"
PASSPHRASE = "only for made-up cases"  # noqa: S105 # opens nothing but made-up cases
SECRET = "5" * 64
"""The secret of every made-up case, in hex: lists of two of them are compared byte for byte."""

LISTS = [
    "facts",
    "votes",
    "samples",
    "files",
    "matches",
    "look",
    "flaws",
    "accounts",
    "contacts",
    "conversations",
    "messages",
    "statements",
    "payments",
    "persons",
    "links",
    "deals",
    "network",
    "offers",
    "sources",
    "unseen",
    "leads",
    "exhibits",
    "authorities",
    "decisions",
    "counts",
]
"""Every list that must be the same byte for byte."""

SHOW_ALL = """
import contextlib, os, sys
from suluh.desk.main import main
folder, case, purpose, *names = sys.argv[1:]
given = dict(os.environ)
for what in names:
    os.environ.update(given)  # a command takes the passphrase out of its environment
    with open(f"{folder}/{what}", "w", encoding="utf-8") as file, contextlib.redirect_stdout(file):
        try:
            main(["show", case, what, "--json", "--purpose", purpose])
        except SystemExit as ended:
            if ended.code:
                raise
"""


@dataclass(frozen=True)
class Unit:
    """A unit's folder and officer for one made-up case, driven through the command line alone."""

    home: Path
    officer: str = "S-1"
    more: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        """What the commands see."""
        ours = {"SULUH_HOME": str(self.home), "SULUH_ACTOR": self.officer, "SULUH_PASSPHRASE": PASSPHRASE}
        kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return kept | ours | {"SULUH_NOW": NOW, "SULUH_SECRET": SECRET} | self.more

    def start(self, *words: str) -> "subprocess.Popen[bytes]":
        """A command that goes on beside us."""
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            [SULUH, *words], env=self.environment(), stdout=nothing, stderr=nothing, start_new_session=True
        )  # our own words

    def call(self, *words: str) -> "subprocess.CompletedProcess[bytes]":
        """A command, with what it printed."""
        return subprocess.run(
            [SULUH, *words], env=self.environment(), capture_output=True, check=False
        )  # our own words

    def must(self, *words: str) -> bytes:
        """What a command printed that has to succeed."""
        done = self.call(*words)
        if done.returncode:
            raise SystemExit(f"suluh {' '.join(words)} ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
        return done.stdout

    def rows(self, case: Path, what: str, purpose: str = "measuring") -> list[dict[str, object]]:
        """The rows of one list, in full."""
        printed = self.must("show", str(case), what, "--json", "--purpose", purpose)
        return [msgspec.json.decode(line) for line in printed.splitlines()]

    def lists(self, case: Path, names: Iterable[str], purpose: str = "comparing") -> dict[str, bytes]:
        """What `show` prints of some lists as JSON Lines; one process shows them all, for starting takes longest."""
        wanted = list(names)
        with tempfile.TemporaryDirectory() as folder:
            words = [sys.executable, "-c", SHOW_ALL, folder, str(case), purpose, *wanted]
            done = subprocess.run(words, env=self.environment(), capture_output=True, check=False)
            if done.returncode:
                raise SystemExit(f"suluh show ended with {done.returncode}: {done.stderr.decode()[-2000:]}")
            return {what: (Path(folder) / what).read_bytes() for what in wanted}

    def new(self, case: Path) -> None:
        """A case with a court's permission."""
        self.must("new", str(case), "--number", "LP/1/2026", "--unit", "Unit Contoh")
        court = ("--kind", "court", "--number", "PEN-1", "--issuer", "PN Contoh", "--date", "2026-09-01")
        self.must("authority", str(case), *court)
