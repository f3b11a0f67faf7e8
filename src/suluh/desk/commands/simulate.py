# SPDX-License-Identifier: Apache-2.0
"""`suluh simulate`: made-up exhibits with their truth."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.desk.printing import say
from suluh.simulator.simulate import simulate as simulate_case

app = typer.Typer()


@app.command(epilog="Example: suluh simulate made-up --seed 1")
def simulate(
    *,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to write.", show_default=False)],
    seed: Annotated[int, typer.Option(help="The same seed gives the same bytes.", show_default=False)],
    sellers: Annotated[int, typer.Option(min=1, help="Sellers whose devices were seized.")] = 3,
    buyers: Annotated[int, typer.Option(min=1, help="Buyers.")] = 30,
    deals: Annotated[int, typer.Option(min=1, help="Deals among them.")] = 120,
    days: Annotated[int, typer.Option(min=1, help="Days that it lasts.")] = 60,
    pictures: Annotated[int, typer.Option(min=1, help="Made-up pictures that are traded.")] = 400,
    picture_side: Annotated[int, typer.Option(min=16, help="Pixels of a picture's side.")] = 192,
) -> None:
    """Write made-up exhibits in real formats, with their truth beside them, for training and tests."""
    truth = simulate_case(
        folder,
        seed,
        sellers=sellers,
        buyers=buyers,
        deals=deals,
        days=days,
        pictures=pictures,
        picture_side=picture_side,
    )
    say(f"Wrote {len(truth.exhibits)} made-up exhibits to {folder}; README.txt there says how to add them.")
