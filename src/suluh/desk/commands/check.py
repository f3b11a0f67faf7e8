# SPDX-License-Identifier: Apache-2.0
"""`suluh check`: this machine and this version on trial."""

import os
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from suluh.desk.acting import acting, clock, now
from suluh.desk.commands.run import slots
from suluh.desk.options import Actor
from suluh.desk.printing import say
from suluh.model.errors import BadBody, Misuse, SelfTestFailed, UnknownObject
from suluh.trial.line import Line
from suluh.trial.machine import machine
from suluh.trial.part import Result, parts
from suluh.trial.setting import Setting
from suluh.trial.sheet import files_of
from suluh.trial.trial import Trial, check_signature, hold, read_trial, sign

FILE, SIGNATURE = "check.json", "check.sig"
SEED = 1
LONGEST = 120
"""Characters of what names the machine."""

NEXT = "use this machine for no case before the cause is found, and keep the sheet of this trial"

app = typer.Typer()


@app.command(epilog="Example: suluh check --out checked --host PC-3 --serial X1234")
def check(
    *,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write check.json and its sheets into this folder.", show_default=False),
    ] = None,
    quick: Annotated[bool, typer.Option("--quick", help="A tenth of the draws and a smaller case.")] = False,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="The machine's name, for the sheet.", show_default=False)
    ] = "",
    serial: Annotated[
        str, typer.Option(metavar="TEXT", help="The machine's serial number, for the sheet.", show_default=False)
    ] = "",
    disk: Annotated[
        Path, typer.Option(metavar="DIR", help="A folder on the disk where cases lie; it is left as it was.")
    ] = Path(),
    seed: Annotated[int, typer.Option(min=0, help="The same seed draws the same.")] = SEED,
    verify: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Hold no trial: compare what an earlier one wrote.", show_default=False),
    ] = None,
    actor: Actor = None,
) -> None:
    """Put this machine and this version on trial with made-up data; exit 1 where a part falls."""
    if verify is not None:
        _compare(verify)
        return
    if not disk.is_dir():
        raise UnknownObject(f"there is no folder {disk}: name one on the disk where cases lie with --disk")
    if max(len(host), len(serial)) > LONGEST:
        raise Misuse(f"a name or serial number has {LONGEST} characters at most: the sheet has two pages")
    if out is not None and (out / FILE).exists():
        raise Misuse(f"{out} holds the sheets of a trial already: name another folder with --out")
    officer = acting(actor) if actor or os.environ.get("SULUH_ACTOR") else None
    with tempfile.TemporaryDirectory(prefix="suluh-check-", dir=disk) as scratch:
        setting = Setting(Path(scratch), seed, slots(), now(), quick)
        found = hold(parts(), setting, machine(host, serial), clock(), _tell)
    if out is not None:
        raw = found.json()
        _write(out, raw, None if officer is None else sign(raw, officer.key).json())
    _end(found)


def _tell(one: Result) -> None:
    for line in one.lines:
        say(f"{'pass ' if line.is_met else 'SHORT'}  {one.title.en}: {line.what.en}: {_figure(line)}")
    say(f"       Not tried: {one.untested.en}")


def _figure(line: Line) -> str:
    interval = f", {line.low} to {line.high} % in 95 of 100" if line.low else ""
    return f"{line.figure}{interval}" + (f" (goal: {line.goal})" if line.goal else "")


def _write(out: Path, raw: bytes, signature: bytes | None) -> None:
    """The file, its signature, its sheets."""
    out.mkdir(parents=True, exist_ok=True)
    given = {FILE: raw, **({} if signature is None else {SIGNATURE: signature}), **files_of(raw, signature)}
    for name, content in given.items():
        (out / name).write_bytes(content)
    say(f"Wrote {', '.join(given)} to {out}.")


def _end(found: Trial) -> None:
    """Say that all holds, or name what fell. Raises `SelfTestFailed`."""
    fallen = ", ".join(one.title.en for one in found.parts if not one.is_met)
    if fallen:
        raise SelfTestFailed(f"short of the goal: {fallen}; {NEXT}")
    say(f"Every part reached its goal: {len(found.parts)} parts.")


def _compare(folder: Path) -> None:
    """Check what lies in a folder: the signature, and the sheets letter by letter. Raises `BadBody`."""
    try:
        raw = (folder / FILE).read_bytes()
    except FileNotFoundError as error:
        raise UnknownObject(f"no {FILE} lies in {folder}: name a folder that `suluh check --out` wrote") from error
    signature = (folder / SIGNATURE).read_bytes() if (folder / SIGNATURE).is_file() else None
    for name, wanted in files_of(raw, signature).items():
        if not (folder / name).is_file() or (folder / name).read_bytes() != wanted:
            raise BadBody(
                f"{folder / name} is not the sheet of {FILE} as this version makes it: one of both was changed"
            )
    trial = read_trial(raw)
    verdict = "every part reached its goal" if trial.is_met else "a part was short of its goal"
    say(f"{FILE} and its sheets agree: version {trial.version}, {trial.at}, {verdict}; {_signer(raw, signature)}.")


def _signer(raw: bytes, signature: bytes | None) -> str:
    if signature is None:
        return "nobody signed it with a key"
    found = check_signature(raw, signature)
    return f"signed by {found.officer}, key {found.fingerprint}"
