# SPDX-License-Identifier: Apache-2.0
"""Follows reasons back to the lines of the input: ``python -m bench.terms [COUNT]``, 1,000 deals and links by default.

Made-up cases go through the whole line. Of drawn deals and links every reason has its sentence in both languages, and
every message, booked line and place that it names is opened on the exhibit itself: the line of the text, the row of the
table, the element of the JSON, in archives too. What stands there is what the reason says stands there.
"""

import json
import random
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tools.made_up import enter
from tools.unit import Unit

from suluh.simulator.simulate import simulate

Row = Mapping[str, Any]
WHOLE = frozenset({"judged", "kind", "reads-as-trade", "usual-account", "price-not-told"})
"""Reasons that speak of the deal as a whole, or of what the seller does elsewhere: they name no single record."""

WHOLE_TOO = frozenset({"not-a-known-seller", "not-sent", "in-one-going", "number-differs", "rivals"})
"""The same, of what is missing or fits as well."""

OF_DEAL = WHOLE | WHOLE_TOO | {"chance-match", "equal-rival", "given-back"}
MOST_SEEDS = 40


class Exhibits:
    """What lies on the exhibits of a made-up world, opened by place."""

    def __init__(self, world: Path, scratch: Path) -> None:
        self.world, self.scratch = world, scratch
        self.read = lru_cache(maxsize=64)(self._read)

    def holds(self, place: Row, words: str) -> bool:
        """Whether words stand where a place says; of none, whether something stands there at all."""
        if place["line"] is not None:
            found = self._lines(place)
        elif place["table"] is not None:
            found = self._row(place)
        elif place["pointer"] is not None:
            found = self._element(place)
        else:  # a fact of the file as a whole, such as whose it is by its name
            found = "" if self._file(place).exists() else None
        return found is not None and _bare(words) in _bare(found)

    def _file(self, place: Row) -> Path:
        return self.world / "exhibits" / place["exhibit"] / (place["inside"] or place["path"])

    def _read(self, path: Path, member: str | None) -> str:
        if member is None:
            return path.read_text("utf-8", "surrogateescape")
        with ZipFile(path) as archive:
            return archive.read(member).decode("utf-8", "surrogateescape")

    def _text(self, place: Row) -> str:
        return self.read(self._file(place), place["path"] if place["inside"] else None)

    def _lines(self, place: Row) -> str | None:
        rows = self._text(place).split("\n")[place["line"] - 1 : place["last_line"]]
        return "\n".join(rows) if rows else None

    def _row(self, place: Row) -> str | None:
        path = self._file(place)
        copy = self.scratch / f"{place['file']}.db"
        if not copy.exists():
            for end in ("", "-wal"):
                if path.with_name(path.name + end).exists():
                    shutil.copy(path.with_name(path.name + end), copy.with_name(copy.name + end))
        with closing(sqlite3.connect(copy)) as connection:
            row = connection.execute(f'SELECT * FROM "{place["table"]}" WHERE rowid = ?', (place["row"],)).fetchone()  # noqa: S608 # a table of our own world
        return None if row is None else "\n".join(str(one) for one in row if one is not None)

    def _element(self, place: Row) -> str | None:
        text = self._text(place)
        value = json.loads(text[text.index("=") + 1 :] if place["path"].endswith(".js") else text)
        for part in place["pointer"].split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value.get(part)
            if value is None:
                return None
        return "\n".join(_strings(value))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):  # a text in parts, of which some say of what kind they are
        parts = (one["text"] if isinstance(one, dict) and "text" in one else one for one in value)
        yield "".join(chain.from_iterable(map(_strings, parts)))
    elif value is not None:
        yield str(value)


def _bare(text: str) -> str:
    """Letters and digits alone: what an export escapes, quotes or folds stands aside."""
    return re.sub(r"[\W_]+", "", text)


def faults(row: Row, records: Mapping[str, Row], exhibits: Exhibits) -> Iterator[str]:
    """What is wrong with the reasons of one deal or link."""
    is_deal = "seller" in row
    for term in (*row["reasons_for"], *row["reasons_against"]):
        if not (term["text"] and term["text_id"]):
            yield f"{row['id']}: {term['rule']} has no sentence in both languages"
        if not is_deal:
            continue
        names = (*term["messages"], *term["payments"])
        if not names and term["rule"] not in OF_DEAL:
            yield f"{row['id']}: {term['rule']} names no record"
        yield from (f"{row['id']}: {term['rule']} names {one}, which is none" for one in names if one not in records)
        for record in (records[one] for one in names if one in records):
            yield from _lost(record, exhibits, f"{row['id']}: {term['rule']}")
    if not is_deal:
        if not row["places"]:
            yield f"{row['id']}: the link names no place"
        lost = (one for one in row["places"] if not exhibits.holds(one, ""))
        yield from (f"{row['id']}: nothing stands at {one['path']} {one['line'] or one['pointer']}" for one in lost)


def _lost(record: Row, exhibits: Exhibits, what: str) -> Iterator[str]:
    words = re.sub(r"\D+", "", record["amount_as_written"]) if "amount_as_written" in record else record["text"]
    first = words.split("\n")[0]
    for place in record["places"]:
        if not exhibits.holds(place, first):
            yield f"{what}: {first[:40]!r} does not stand at {place['path']} {place['line'] or place['pointer']}"


def followed(count: int, size: Mapping[str, int] | None = None) -> tuple[int, int, list[str]]:
    """How many deals and links were drawn, how many reasons they have, and what is wrong."""
    drawn, terms, wrong = 0, 0, list[str]()
    for seed in range(1, MOST_SEEDS):
        with tempfile.TemporaryDirectory(prefix="suluh-terms-") as name:
            rows, records, exhibits = case(Path(name), seed, size or {})
            random.Random(seed).shuffle(rows)  # noqa: S311 # drawn again alike
            for row in rows[: count - drawn]:
                terms += len(row["reasons_for"]) + len(row["reasons_against"])
                wrong += faults(row, records, exhibits)
            drawn += len(rows[: count - drawn])
        if drawn >= count:
            break
    return drawn, terms, wrong


def case(
    folder: Path, seed: int, size: Mapping[str, int], kind: type[Unit] = Unit
) -> tuple[list[Row], dict[str, Row], Exhibits]:
    """The deals and links of a made-up case, its messages and booked lines by id, and its exhibits."""
    simulate(folder / "world", seed, **{"picture_side": 48, **size})
    unit, made = kind(folder / "home"), folder / "case"
    enter(unit, folder / "world", made)
    unit.must("run", str(made))
    shown = {what: list(unit.rows(made, what)) for what in ("deals", "links", "messages", "payments")}
    records = {row["id"]: row for what in ("messages", "payments") for row in shown[what]}
    return [*shown["deals"], *shown["links"]], records, Exhibits(folder / "world", folder)


def main(count: int = 1_000) -> int:
    """Print what was followed; 1 where something is wrong."""
    drawn, terms, wrong = followed(count)
    print("\n".join(wrong[:50]))
    print(f"{terms:,} reasons of {drawn:,} deals and links: {len(wrong)} without a sentence, a record or an input line")
    return min(1, len(wrong))


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:])))
