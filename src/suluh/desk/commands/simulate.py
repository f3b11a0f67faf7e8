# SPDX-License-Identifier: Apache-2.0
"""`suluh simulate`: made-up exhibits with their truth, or with a key that hides it."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from typer.models import OptionInfo

from suluh.desk.printing import say
from suluh.model.errors import Misuse
from suluh.simulator.lessons.make import ALL, LINKS, SIZE, make_lesson
from suluh.simulator.simulate import PLAYED
from suluh.simulator.simulate import simulate as simulate_case

app = typer.Typer()


def _size(name: str, text: str, least: int) -> OptionInfo:
    """The option of one size; what is left out is as the kind of case has it."""
    found: OptionInfo = typer.Option(name, min=least, help=text, show_default=False)
    return found


@app.command(epilog="Example: suluh simulate made-up --seed 1 --lesson 1")
def simulate(
    *,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.", show_default=False)],
    lesson: Annotated[
        int | None,
        typer.Option(
            min=LINKS,
            max=ALL,
            help="A training case with its key hidden: 1 links, 2 money as well, 3 papers as well, 4 everything.",
            show_default=False,
        ),
    ] = None,
    sellers: Annotated[
        int | None, _size("--sellers", "Sellers whose devices were seized; else 3, of a lesson 2.", 1)
    ] = None,
    buyers: Annotated[
        int | None, _size("--buyers", "Buyers; else 30, of a lesson 8 and those of its traps.", 1)
    ] = None,
    deals: Annotated[int | None, _size("--deals", "Deals among them; else 120, of a lesson 24.", 1)] = None,
    days: Annotated[int | None, _size("--days", "Days that it lasts; else 60, of a lesson 40.", 1)] = None,
    pictures: Annotated[
        int | None, _size("--pictures", "Made-up pictures that are traded; else 400, of a lesson 60.", 1)
    ] = None,
    played: Annotated[
        float,
        typer.Option(
            min=0, max=1, help="Share of the deals whose talk people wrote; the rest is of the simulator's phrases."
        ),
    ] = PLAYED,
    picture_side: Annotated[
        int | None, _size("--picture-side", "Pixels of a picture's side; else 192, of a lesson 96.", 16)
    ] = None,
) -> None:
    """Write made-up exhibits in real formats, for training and tests: their truth beside them, or hidden in a key."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Misuse(f"{folder} is there and not empty: two worlds in one folder are neither; name a new folder")
    given = {"sellers": sellers, "buyers": buyers, "deals": deals, "days": days, "pictures": pictures}
    sizes = {name: size for name, size in given.items() if size is not None}
    side = {} if picture_side is None else {"picture_side": picture_side}
    if lesson is None:
        truth = simulate_case(folder, seed, **sizes, **side, played=played)
    else:
        truth = make_lesson(folder, seed, lesson, replace(SIZE, **sizes, played=played), **side).truth
    say(f"Wrote {len(truth.exhibits)} made-up exhibits to {folder}; README.txt there says how to add them.")
