# SPDX-License-Identifier: Apache-2.0
"""Deals on worlds of each writer, read by weights that this writer had no part in: ``python -m training.accuracy``."""

import numpy as np

from suluh.deals.reading import acting
from suluh.deals.reading.acts import Reader
from suluh.deals.reading.model import parse
from suluh.deals.reading.numbers import Numbers
from training.acts import fit_acts, fit_numbers, written, written_numbers
from training.corpus import scripts, writers
from training.measure import measure
from training.reading import read


def main() -> None:
    """Print the figures of each writer, and of all."""
    found = read(scripts())
    writer_of = np.array([one.writer for one in found.scripts])

    def without(writer: str) -> None:
        known = writer_of != writer
        reads = Reader(parse(written(fit_acts(found, known[found.script]), {})))
        counts = Numbers(parse(written_numbers(*fit_numbers(found, known), {})))
        acting.reader = lambda: reads  # type: ignore[assignment] # these weights stand in for those that are shipped
        acting.numbers = lambda: counts  # type: ignore[assignment] # as above

    each, whole = measure(writers(), without)
    for writer, its in each.items():
        print(writer, its)
    print("all", whole)


if __name__ == "__main__":
    main()
