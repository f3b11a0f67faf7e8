# SPDX-License-Identifier: Apache-2.0
"""A real browser at any width, driven over a pipe: it says how far pages reach and takes their pictures."""

import base64
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self, cast

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--password-store=basic")
SHOWN = ("--force-color-profile=srgb", "--blink-settings=preferredColorScheme=1", "--remote-debugging-pipe")
START = (
    "import fcntl, os, sys; ends = [fcntl.fcntl(int(one), fcntl.F_DUPFD, 10) for one in sys.argv[1:3]]; "
    "[os.dup2(one, number) for number, one in enumerate(ends, 3)]; os.execv(sys.argv[3], sys.argv[3:])"
)
"""Chromium reads from descriptor 3 and answers on 4."""

HEIGHT = 900
WIDER = "[...document.querySelectorAll('html, .scroll')].filter(e => e.scrollWidth > e.clientWidth).length"
SETTLED = "Promise.all(document.getAnimations().map(one => one.finished)).then(() => true)"
"""Colours that change by and by have changed."""

TALL = "document.documentElement.scrollHeight"


def chromium() -> str | None:
    """The browser of this machine."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Refused(Exception):
    """What the browser says it could not do; a page that gives way to the next one answers so."""


class Browser:
    """One page of Chromium; use it in a ``with`` statement."""

    def __init__(self, program: str, profile: Path) -> None:
        self._program, self._profile = program, profile
        self._number, self._held = 0, b""
        self._heard: list[dict[str, object]] = []
        """What the browser said by itself before it answered."""

    def __enter__(self) -> Self:
        theirs, self._out = os.pipe()
        self._in, answers = os.pipe()
        words = [sys.executable, "-c", START, str(theirs), str(answers), self._program, *FLAGS, *SHOWN]
        words.append(f"--user-data-dir={self._profile}")
        self._process = subprocess.Popen(words, pass_fds=(theirs, answers), stderr=subprocess.DEVNULL)
        os.close(theirs)
        os.close(answers)
        page = self._ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = str(self._ask("Target.attachToTarget", targetId=page, flatten=True)["sessionId"])
        self._tell("Page.enable")
        self._tell("Page.setLifecycleEventsEnabled", enabled=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()
        os.close(self._in)
        os.close(self._out)

    def go(self, address: str, width: int, height: int = HEIGHT) -> None:
        """Open a page in a window of so many pixels."""
        self._resize(width, height)
        self._heard.clear()
        loader = self._tell("Page.navigate", url=address)["loaderId"]
        while not any(self._is_end_of(loader, one) for one in self._heard):
            self._heard = [self._read()]

    @staticmethod
    def _is_end_of(loader: object, said: dict[str, object]) -> bool:
        """Whether the browser says that it loaded this page, and not one before it."""
        event = said.get("params")
        return isinstance(event, dict) and (event.get("name"), event.get("loaderId")) == ("load", loader)

    def scheme(self, name: str) -> None:
        """Show pages in the light or the dark scheme from now on; the open one is wholly in it when this returns."""
        self._tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])
        self.work_out(SETTLED)

    def widen(self, width: int) -> None:
        """Show the open page in a window of so many pixels, laid out anew."""
        self._resize(width, HEIGHT)
        while self.work_out("window.innerWidth") != width:
            pass

    def wider(self) -> int:
        """How many of the page and its tables reach beyond their edge: whoever reads them scrolls sideways."""
        return int(str(self.work_out(WIDER)))

    def height(self) -> int:
        """How many pixels high the page is."""
        return int(str(self.work_out(TALL)))

    def picture(self, width: int, most: int) -> bytes:
        """The page as PNG, down to its end or to so many pixels."""
        self._resize(width, min(most, int(str(self.work_out(TALL)))))
        return base64.b64decode(str(self._tell("Page.captureScreenshot", format="png")["data"]))

    def _resize(self, width: int, height: int) -> None:
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._tell("Emulation.setDeviceMetricsOverride", **size)

    def work_out(self, expression: str) -> object:
        """What an expression gives on the page, as its own script would work it out; a promise is waited for."""
        found = self._tell("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)["result"]
        return found.get("value") if isinstance(found, dict) else None

    def _tell(self, method: str, **values: object) -> dict[str, object]:
        return self._send({"method": method, "params": values, "sessionId": self._session})

    def _ask(self, method: str, **values: object) -> dict[str, object]:
        return self._send({"method": method, "params": values})

    def _send(self, told: dict[str, object]) -> dict[str, object]:
        self._number += 1
        os.write(self._out, json.dumps({**told, "id": self._number}).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._number and "result" not in answer:
                raise Refused(f"{told['method']}: {answer.get('error')}")
            if answer.get("id") == self._number:
                return cast("dict[str, object]", answer["result"])
            self._heard.append(answer)

    def _read(self) -> dict[str, object]:
        """The next thing that the browser says."""
        while b"\0" not in self._held:
            more = os.read(self._in, 1 << 20)
            if not more:
                raise EOFError("the browser ended: start it once by hand to see why")
            self._held += more
        one, _, self._held = self._held.partition(b"\0")
        found: dict[str, object] = json.loads(one)
        return found
