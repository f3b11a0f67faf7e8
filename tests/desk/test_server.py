# SPDX-License-Identifier: Apache-2.0
"""The desk as it runs: several officers over real connections, two who decide at once, a server that is killed."""

import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.case.views.made import PASSPHRASE, acting, made_case

import suluh
from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.verify.case import verify_case
from suluh.model.people import Decision

SCRIPT = "from suluh.desk.main import main; main()"
CODES = ("A-1", "A-2", "A-3")


class Reply(NamedTuple):
    """What a page answered."""

    status: int
    text: str


class Officer:
    """One officer with a browser of their own before a desk that runs."""

    def __init__(self, host: str, code: str) -> None:
        self.host = host
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        found = re.search(r'name="token" value="([^"]+)"', self.get("/en/sign-in").text)
        assert found is not None
        fields = {"token": found[1], "code": code, "passphrase": PASSPHRASE, "back": "/en/"}
        assert f"Read by {code}" in self.post("/en/sign-in", fields).text

    def get(self, path: str) -> Reply:
        return self._ask(path, None)

    def post(self, path: str, fields: dict[str, str]) -> Reply:
        return self._ask(path, urllib.parse.urlencode(fields).encode())

    def _ask(self, path: str, body: bytes | None) -> Reply:
        headers = {} if body is None else {"origin": self.host, "sec-fetch-site": "same-origin"}
        request = urllib.request.Request(self.host + path, body, headers)  # noqa: S310 # the desk of this very test
        try:
            with self._opener.open(request, timeout=60) as answer:
                return Reply(answer.status, answer.read().decode())
        except urllib.error.HTTPError as refused:
            return Reply(refused.code, refused.read().decode())

    def form(self) -> tuple[str, dict[str, str]]:
        """The first link that waits, and the fields of its form."""
        text = self.get("/en/waiting?what=link").text
        address = re.search(r'action="(/en/links/\w{26})"', text)
        assert address is not None
        said = {name: re.findall(rf'name="{name}" value="([\w-]+)"', text)[-1] for name in ("token", "seen", "words")}
        return address[1], {"act": "decide", "choice": "confirm", "reason": "BAP 12", **said}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    made = made_case(tmp_path)
    for code in CODES:
        admit(made, acting(tmp_path / "home", code, "analyst").key.public)
    yield made
    made.close()


@contextmanager
def running(case: Case, home: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A desk of the case in a process of its own: its host, and the process."""
    own = {"SULUH_HOME": str(home / "home"), "SULUH_ACTOR": "S1", "SULUH_PASSPHRASE": PASSPHRASE}
    environment = {**os.environ, **own, "PYTHONPATH": str(Path(suluh.__file__).parent.parent)}
    words = [sys.executable, "-c", SCRIPT, "desk", str(case.folder.path)]
    with subprocess.Popen(words, env=environment, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        try:
            found = next(filter(None, (re.search(r"(http://127\.0\.0\.1:\d+)/enter/", line) for line in desk.stdout)))
            yield found[1], desk
        finally:
            desk.kill()


def decided(case: Case) -> list[tuple[str, str]]:
    return [(one.act, one.by) for one in sorted(case.nouns(Decision), key=lambda one: one.order)][1:]


def test_of_officers_who_decide_at_once_one_is_heard_and_the_others_see_it(case: Case, tmp_path: Path) -> None:
    with running(case, tmp_path) as (host, _):
        officers = [Officer(host, code) for code in CODES]
        forms = [one.form() for one in officers]
        with ThreadPoolExecutor(len(officers)) as threads:
            replies = list(threads.map(lambda pair: pair[0].post(*pair[1]), zip(officers, forms, strict=True)))

    [(act, first)] = decided(case)
    assert act == "confirm"
    assert sorted(one.status for one in replies) == [200, 422, 422]
    for code, reply in zip(CODES, replies, strict=True):
        if code != first:
            assert "meanwhile" in reply.text or "just now" in reply.text
            assert f"{first}" in reply.text
            assert "BAP 12" in reply.text


def test_a_killed_server_loses_no_decision_and_the_desk_opens_again(case: Case, tmp_path: Path) -> None:
    with running(case, tmp_path) as (host, desk):
        officer = Officer(host, "A-1")
        address, form = officer.form()
        reply = officer.post(address, form)
        os.kill(desk.pid, signal.SIGKILL)
        desk.wait(30)
    with running(case, tmp_path) as (host, _):
        again = Officer(host, "A-2")
        shown = again.get(address).text
        back = re.findall(r'name="words" value="(\w+)"', shown)

    assert reply.status == 200
    assert decided(case) == [("confirm", "A-1")]
    assert "BAP 12" in shown
    assert back == ["1"]
    verify_case(case.folder)


def test_pages_are_read_while_many_decide(case: Case, tmp_path: Path) -> None:
    with running(case, tmp_path) as (host, _):
        writer, readers = Officer(host, "A-1"), [Officer(host, code) for code in CODES[1:]]
        address, form = writer.form()

        def write() -> list[int]:
            found = []
            for number, choice in enumerate(("confirm", "retract", "reject", "retract", "dispute")):
                found.append(writer.post(address, form | {"choice": choice, "words": str(number)}).status)
            return found

        def read(one: Officer) -> list[int]:
            return [one.get("/en/deals").status for _ in range(15)]

        with ThreadPoolExecutor(3) as threads:
            writing = threads.submit(write)
            reading = [threads.submit(read, one) for one in readers]

    assert writing.result() == [200] * 5
    assert all(one.result() == [200] * 15 for one in reading)
    assert [act for act, _ in decided(case)] == ["confirm", "retract", "reject", "retract", "dispute"]
