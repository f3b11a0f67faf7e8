# SPDX-License-Identifier: Apache-2.0
"""Where the unit's own things lie on this machine, and how they are written."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SEED = Path(__file__).with_name("law.csv")
"""The list of law that a unit begins with: data that its officers check, change and add to."""

WORDINGS = Path(__file__).with_name("wordings")
"""The wordings of letters that come along; a unit that writes its own has them in its templates."""


@dataclass(frozen=True)
class UnitFolder:
    """The unit's folder, ``SULUH_HOME``, and the folder of its witness files, ``SULUH_WITNESS``."""

    path: Path
    elsewhere: Path | None = None
    """Where witness files lie, when not in this folder."""

    @property
    def witness(self) -> Path:
        """Witness files: how far each case had grown when somebody read it for a purpose."""
        return self.elsewhere or self.path / "witness"

    @property
    def officers(self) -> Path:
        """Officers' keys: public ones, and the wrapped private ones beside them."""
        return self.path / "officers"

    @property
    def sets(self) -> Path:
        """Hash sets by digest."""
        return self.path / "sets"

    @property
    def set_keys(self) -> Path:
        """The key of the known sets, sealed for each officer whom a holder named."""
        return self.path / "set-keys"

    @property
    def profiles(self) -> Path:
        """The unit's own statement profiles."""
        return self.path / "profiles"

    @property
    def layouts(self) -> Path:
        """Layouts of statements that an officer accepted once for the unit, by digest."""
        return self.path / "layouts"

    @property
    def words(self) -> Path:
        """The unit's own words of trade, each with the known one as which it is read."""
        return self.path / "words"

    @property
    def law(self) -> Path:
        """The unit's own list of law; where it has none, `unit/law.csv` of this installation stands for it."""
        own = self.path / "law.csv"
        return own if own.is_file() else SEED

    def wording(self, name: str) -> Path:
        """The unit's own wording of a letter in ``templates``, else the one that comes along."""
        own = self.path / "templates" / f"{name}.txt"
        return own if own.is_file() else WORDINGS / f"{name}.txt"

    def profile_texts(self) -> tuple[str, ...]:
        """The unit's own statement profiles, in the order of their names."""
        if not self.profiles.is_dir():
            return ()
        return tuple(path.read_text("utf-8") for path in sorted(self.profiles.glob("*.toml")))


def write(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Put a file in place at once and for good: temporary file, fsync, rename, fsync of the folder."""
    make_folder(path.parent)
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")  # two commands may write the same checkpoint at once
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    settle(path.parent)


def make_folder(folder: Path) -> None:
    """A folder with all above it that are not there yet, for good, each for its own user alone."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        settle(folder.parent)


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk: a file or folder that was made is lost with its name."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Make a folder of the unit and hold it: a second command that writes there waits until this one has ended."""
    make_folder(folder)
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
