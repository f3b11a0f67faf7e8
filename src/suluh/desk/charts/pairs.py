# SPDX-License-Identifier: Apache-2.0
"""The network as a picture: who sells on the left, who buys on the right, who does both between; no more than 60."""

from collections import Counter
from collections.abc import Mapping, Sequence

from suluh.case.views.view import Row
from suluh.desk.charts.picture import WIDTH, Mark, Picture, Words
from suluh.desk.words import N_

MOST = 60
"""Persons that are drawn: those with most deals; the table has all."""

ROW, TOP, DOT = 19.0, 30.0, 6.0
PLACES = {"sells": 200.0, "both": WIDTH / 2, "buys": WIDTH - 200.0}
THICKEST = 9.0


def network(edges: Sequence[Row], faces: Mapping[str, str]) -> Picture | None:
    """The picture; null where nobody traded."""
    deals: Counter[str] = Counter()
    for edge in edges:
        for side in ("left", "right"):
            deals[str(edge[side])] += int(str(edge["deals"]))
    shown = sorted(deals, key=lambda one: (-deals[one], one))[:MOST]
    if not shown:
        return None
    at = _places(shown, edges)
    drawn = [edge for edge in edges if edge["left"] in at and edge["right"] in at]
    tallest = max(y for _, y in at.values())
    marks = [*_heads(), *_lines(drawn, at), *_dots(at, deals, faces)]
    return Picture(
        N_("Who traded with whom"),
        N_("On the left who sells, on the right who buys, between who does both. The thicker a line, the more deals."),
        tallest + ROW,
        marks,
    )


def _places(shown: Sequence[str], edges: Sequence[Row]) -> dict[str, tuple[float, float]]:
    """Where each person stands: by what they do, those with most deals first."""
    sells, buys = ({str(edge[side]) for edge in edges} for side in ("left", "right"))
    columns: dict[str, list[str]] = {"sells": [], "both": [], "buys": []}
    for one in shown:
        columns["both" if one in sells and one in buys else "sells" if one in sells else "buys"].append(one)
    longest = max(map(len, columns.values()))
    return {
        one: (PLACES[name], round(TOP + ROW * (number + 0.5) * longest / len(held) + 6, 1))
        for name, held in columns.items()
        for number, one in enumerate(held)
    }


def _heads() -> list[Mark]:
    words = {"sells": "seller", "both": "intermediary-both", "buys": "buyer"}
    return [Mark("text", PLACES[one], 18, look="head", words=(Words("word", word),)) for one, word in words.items()]


def _lines(edges: Sequence[Row], at: Mapping[str, tuple[float, float]]) -> list[Mark]:
    most = max((int(str(edge["deals"])) for edge in edges), default=1)
    found = []
    for edge in edges:
        (x, y), (right, below) = at[str(edge["left"])], at[str(edge["right"])]
        size, supported = int(str(edge["deals"])), int(str(edge["recorded_deals"]))
        words = (Words("word", str(edge["kind"])), Words("word", "deals"), Words("number", str(size)))
        thick = round(1 + (THICKEST - 1) * size / most, 1)
        look = "tie" if supported else "tie thin"
        found.append(Mark("line", x, y, right - x, below - y, look, thick, f"/deals?person={edge['right']}", words))
    return found


def _dots(at: Mapping[str, tuple[float, float]], deals: Mapping[str, int], faces: Mapping[str, str]) -> list[Mark]:
    found = []
    for one, (x, y) in at.items():
        words = (Words("account", faces.get(one, one)), Words("word", "deals"), Words("number", str(deals[one])))
        look = "name end" if x < WIDTH / 2 else "name"
        aside = -DOT - 5 if x < WIDTH / 2 else DOT + 5
        found.append(Mark("dot", x, y, DOT, look="solid", to=f"/persons/{one}", words=words))
        found.append(Mark("text", x + aside, y + 5, look=look, to=f"/persons/{one}", words=words[:1]))
    return found
