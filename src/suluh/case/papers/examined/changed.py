# SPDX-License-Identifier: Apache-2.0
"""What changed since an earlier report of an examination: corrections, and which reports there were."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import Correctable, corrections, typed
from suluh.case.frozen.kept import feet, files_in, folder_of
from suluh.model.dossier.charges import Written
from suluh.model.intake import Acquisition, Exhibit
from suluh.model.matching import HashSet
from suluh.referral.papers.forms import d2
from suluh.referral.papers.values import Both, Cell
from suluh.referral.papers.words import done


def changes(case: Case) -> Iterator[tuple[Cell, ...]]:
    """What was corrected, with the reason, and each report that was frozen, with what stands at its foot."""
    for _, one in sorted(corrections(case.rows), key=lambda pair: pair[0]):
        yield _corrected(one), one.reason, done(one.by, one.at)
    for written in typed(case.rows, Written):
        if written.form == d2.FORM:
            files = files_in(folder_of(case.folder, written))
            told = "; ".join(f"{one.number} {one.digest}" for one in feet(files))
            name, day = written.number or written.code, written.at[:10]
            yield (
                Both(
                    f"Report {name} was frozen on {day}. At its foot: {told or written.digest}.",
                    f"Laporan {name} dibekukan pada {day}. Di kakinya: {told or written.digest}.",
                ),
                "; ".join(written.why) or None,
                done(written.by, written.at),
            )


def _corrected(one: Correctable) -> Both:
    """What was corrected."""
    match one:
        case Acquisition():
            english = f"What was entered of acquisition {one.name} of exhibit {one.exhibit} was "
            indonesian = f"Yang dicatat tentang akuisisi {one.name} barang bukti {one.exhibit} "
            if one.withdrawn:
                return Both(english + "withdrawn.", indonesian + "ditarik.")
            return Both(english + "corrected.", indonesian + "diperbaiki.")
        case Exhibit():
            return Both(
                f"What was entered of exhibit {one.label} was corrected.",
                f"Yang dicatat tentang barang bukti {one.label} diperbaiki.",
            )
        case HashSet():
            if one.dropped:
                return Both(
                    f"The hash set {one.name} was dropped: nothing is compared with it any more.",
                    f"Himpunan hash {one.name} dikeluarkan: tidak ada lagi yang dibandingkan dengannya.",
                )
            return Both(
                f"What was entered of the hash set {one.name} was corrected.",
                f"Yang dicatat tentang himpunan hash {one.name} diperbaiki.",
            )
        case _:
            return Both(
                f"What was entered of the authority {one.number} was corrected.",
                f"Yang dicatat tentang dasar kewenangan {one.number} diperbaiki.",
            )
