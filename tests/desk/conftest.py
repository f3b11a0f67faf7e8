# SPDX-License-Identifier: Apache-2.0
"""A made-up case behind its desk, and the command line in this process."""

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.case.views.made import PASSPHRASE, acting, made_case
from tests.desk.browser import Answer, Browser, anybody, links

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.desk.main import main
from suluh.desk.web.door import Door
from suluh.desk.web.reading import Reading
from suluh.desk.web.web import build
from suluh.model.people import Officer

HOST = "127.0.0.1:8011"
VIEW = re.compile(r"[?&](sort|csv)=")
"""Views of one list in another order or form: `test_tables` asks for each."""


class Clock:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Desk(NamedTuple):
    """A desk: its door, a browser before it, the clock, the case."""

    door: Door
    browser: Browser
    clock: Clock
    case: Case

    def enter(self) -> Browser:
        """The browser, let in."""
        assert self.browser.get(f"/enter/{self.door.token}").status_code == 200
        return self.browser


class Done(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


def _open(case: Case, home: Path, purpose: str | None, access: str) -> Desk:
    """A desk of the case for an officer."""
    officer = acting(home, f"O-{access}", access)
    if not list(case.nouns(Officer, {"code": officer.key.code})):
        admit(case, officer.key.public)
    own = Case(case.folder, case._connection, officer)
    clock = Clock()
    door = Door(clock)
    return Desk(door, Browser(build(Reading(own, purpose), door, HOST, anybody), HOST), clock, own)


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("desk")


@pytest.fixture(scope="session")
def case(home: Path) -> Iterator[Case]:
    """One case for all; pages only read it, but for entries of reads."""
    made = made_case(home)
    yield made
    made.close()


@pytest.fixture
def open_desk(case: Case, home: Path) -> Callable[..., Desk]:
    """Opens the desk for an officer, with or without a purpose."""

    def opened(purpose: str | None = None, access: str = "supervisor") -> Desk:
        return _open(case, home / "home", purpose, access)

    return opened


@pytest.fixture
def desk(open_desk: Callable[..., Desk]) -> Desk:
    return open_desk()


@pytest.fixture(scope="session")
def masked(case: Case, home: Path) -> Mapping[str, Answer]:
    """Every page that links lead to, without a purpose, by address."""
    return _every_page(_open(case, home / "home", None, "supervisor").enter())


@pytest.fixture(scope="session")
def full(case: Case, home: Path) -> Mapping[str, Answer]:
    """Every page that links lead to, for a purpose, by address."""
    return _every_page(_open(case, home / "home", "reading", "supervisor").enter())


def _every_page(browser: Browser) -> dict[str, Answer]:
    seen: dict[str, Answer] = {}
    waiting = ["/id/", "/en/"]
    while waiting:
        address = waiting.pop()
        if address not in seen:
            seen[address] = browser.get(address)
            waiting += [one for one in links(seen[address].text) if not VIEW.search(one)]
    return seen


@pytest.fixture
def suluh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., Done]]:
    """Runs a command of a unit of its own."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    for name in ("SULUH_PURPOSE", "SULUH_PASSPHRASE_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SULUH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("SULUH_ACTOR", "S1")
    monkeypatch.setenv("SULUH_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("SULUH_NOW", "2026-01-05T16:00:00+07:00")
    monkeypatch.setenv("COLUMNS", "200")
    before = signal.getsignal(signal.SIGTERM)

    def run(*words: object) -> Done:
        capsys.readouterr()
        given, mask = os.environ.get("SULUH_PASSPHRASE"), os.umask(0o022)
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        os.umask(mask)
        if given is not None:  # a command takes it out of the environment, which here is that of all of them
            monkeypatch.setenv("SULUH_PASSPHRASE", given)
        shown = capsys.readouterr()
        return Done(int(ended.value.code or 0), shown.out, shown.err)

    yield run
    signal.signal(signal.SIGTERM, before)
