# SPDX-License-Identifier: Apache-2.0
"""`suluh exhibit`: enter how an exhibit came to the unit and how its acquisitions were made."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.exhibits import Extraction, Seizure

app = group(
    "Enter how an exhibit came to the unit and how its acquisitions were made.",
    "suluh exhibit cases/lp-1 seizure --exhibit B-1 --taken 2026-09-01T08:15+07:00 --place 'Jl. Contoh 1'",
)
typing(
    app,
    "seizure",
    Seizure,
    "suluh exhibit cases/lp-1 seizure --exhibit B-1 --taken 2026-09-01T08:15+07:00 --place 'Jl. Contoh 1'",
)
typing(
    app,
    "extraction",
    Extraction,
    "suluh exhibit cases/lp-1 extraction --exhibit B-1 --tool Alat --tool-version 3.1 --examiner S-2",
)
