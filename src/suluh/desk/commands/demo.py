# SPDX-License-Identifier: Apache-2.0
"""`suluh demo`: a made-up case, the whole line, then the desk."""

import json
from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.bags import bags_of
from suluh.case.acts.intake import Paper, add_exhibit, record_authority
from suluh.case.acts.sets import add_set
from suluh.case.case import Acting, Case
from suluh.case.folder import CaseFolder
from suluh.desk.acting import clock, now, secret
from suluh.desk.commands.run import run_and_tell
from suluh.desk.finding import tell_findings
from suluh.desk.printing import say
from suluh.desk.web.serve import serve
from suluh.model.intake import Authority, Exhibit
from suluh.model.matching import HashSet
from suluh.model.times import utc
from suluh.simulator.simulate import PLAYED, simulate
from suluh.unit.folder import UnitFolder
from suluh.unit.officers import add_officer, has_officer, unlock

SEED = 1
OFFICER = "DEMO"
PASSPHRASE = "only for the demonstration"  # noqa: S105 # opens the made-up case of this folder and nothing else
PURPOSE = "looking at a made-up case"

app = typer.Typer()


@app.command(epilog="Example: suluh demo made-up")
def demo(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Where everything is put.")] = Path("suluh-demo"),
    no_desk: Annotated[bool, typer.Option("--no-desk", help="End after printing what was found.")] = False,
) -> None:
    """Make a case of made-up exhibits, run the whole line, print what it found, and open the desk."""
    world = folder / "exhibits"
    if not (world / "case.json").is_file():
        say(f"Making made-up exhibits in {world}; nobody in them exists.")
        simulate(world, SEED, played=PLAYED)
    case = _case(folder, world)
    try:
        say("Running the line.")
        left_out = run_and_tell(case)
        if left_out is not None:
            raise left_out
        tell_findings(case)
        say(f"To look further: export SULUH_HOME={_unit(folder).path} SULUH_ACTOR={OFFICER}")
        say(f"  export SULUH_PASSPHRASE='{PASSPHRASE}'")
        say(f"  suluh show {case.folder.path} deals --purpose '{PURPOSE}'")
        say(f"The desk asks for the passphrase when something is signed there: {PASSPHRASE}")
        if not no_desk:
            serve(case, PURPOSE, say)
    finally:
        case.close()


def _unit(folder: Path) -> UnitFolder:
    """A unit of its own, apart from the user's."""
    return UnitFolder((folder / "unit").absolute())


def _case(folder: Path, world: Path) -> Case:
    """The case with its papers, exhibits and sets; what an earlier start left undone is done now."""
    place, unit = CaseFolder(folder / "case"), _unit(folder)
    if not has_officer(unit, OFFICER):
        add_officer(unit, OFFICER, "supervisor", PASSPHRASE, utc(now()))
    officer = Acting(unlock(unit, OFFICER, PASSPHRASE), unit, now, clock(), secret())
    paper = json.loads((world / "case.json").read_text("utf-8"))
    is_new = not place.file.is_file()
    case = Case.start(place, paper["number"], paper["unit"], officer) if is_new else Case.open(place, officer)
    known = {authority.number for authority in case.nouns(Authority)}
    for one in paper["authorities"]:
        if one["number"] not in known:
            record_authority(case, Paper(**one))
    added = {exhibit.label for exhibit in case.nouns(Exhibit)}
    for bag in bags_of(world / "exhibits.csv", say):
        if bag.label not in added:
            add_exhibit(case, bag)
    if not list(case.nouns(HashSet)):
        add_set(case, world / "known.csv", kind="known", name="made-up known material")
        add_set(case, world / "benign.csv", kind="benign", name="made-up ordinary files")
    return case
