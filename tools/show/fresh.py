# SPDX-License-Identifier: Apache-2.0
"""A fresh clone: the two commands of the README, and the bundle without a network."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

from tools.show.line import ROOT, Line, timed

DEMO_SECONDS = 300
TEST_SECONDS = 600
ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/\S*")


def fresh(folder: Path) -> Iterator[Line]:
    """Clone, `make demo` until the desk answers, `make test`."""
    clone = folder / "suluh"
    _run("git", "clone", "--quiet", str(ROOT), str(clone))
    yield _demo(["make", "demo"], clone, "make demo in a fresh clone, until the desk answers 200")
    seconds = 0.0

    def test() -> None:
        _run("make", "test", cwd=clone)

    try:
        seconds = timed(test)
        is_green = True
    except subprocess.CalledProcessError:
        is_green = False
    figure = f"{'green' if is_green else 'red'} in {seconds:.0f} s"
    yield Line(
        "make test in the same clone", figure, f"green within {TEST_SECONDS} s", is_green and seconds <= TEST_SECONDS
    )


def bundle(folder: Path) -> Iterator[Line]:
    """Install from the bundle and run the demonstration in a network namespace without a network."""
    made = folder / "bundle"
    _run("make", "bundle", cwd=ROOT)
    shutil.copytree(ROOT / "bundle", made)
    alone = ["unshare", "--net", "--map-root-user", "sh", "-c"]
    install = f"ip link set lo up 2>/dev/null; sh {made}/install.sh {folder}/venv"
    script = f"{install} && {folder}/venv/bin/suluh demo {folder}/demo --no-desk"
    done = subprocess.run([*alone, script], capture_output=True, check=False, cwd=folder)  # our own words
    figure = "installed, demo ran" if done.returncode == 0 else done.stderr.decode()[-300:]
    yield Line("the bundle in a namespace without network", figure, "installs, `suluh demo` runs", done.returncode == 0)


def _demo(command: list[str], folder: Path, what: str) -> Line:
    """Run the demonstration until its desk answers, then stop it."""
    start = time.monotonic()
    log = folder.parent / "demo.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, cwd=folder, stdout=out, stderr=subprocess.STDOUT, start_new_session=True
        )  # our own words
    try:
        status = _answer(log, process, start)
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)
    seconds = time.monotonic() - start
    is_met = status == HTTPStatus.OK and seconds <= DEMO_SECONDS
    return Line(what, f"{status} after {seconds:.0f} s", f"200 within {DEMO_SECONDS} s", is_met)


def _answer(log: Path, process: "subprocess.Popen[bytes]", start: float) -> int:
    """The status of the page that the printed address leads to; 0 when there was none in time."""
    opener = build_opener(HTTPCookieProcessor())
    while time.monotonic() - start < DEMO_SECONDS and process.poll() is None:
        time.sleep(0.2)
        for address in ADDRESS.findall(log.read_bytes()):
            try:
                with opener.open(address.decode(), timeout=5) as page:
                    return int(page.status)
            except OSError:
                continue
    return 0


def _run(*words: str, cwd: Path | None = None) -> None:
    subprocess.run(words, check=True, cwd=cwd, stdout=subprocess.DEVNULL)  # our own words
