# SPDX-License-Identifier: Apache-2.0
"""`suluh observe`: enter what officers saw with their own viewer and what persons said."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.exhibits import Observation, Told

app = group(
    "Enter what officers saw with their own viewer and what persons said; never mixed with what was read.",
    "suluh observe cases/lp-1 saw --about B-1/foto.jpg --seen 'bukti transfer 50.000' --officer S-2",
)
typing(
    app,
    "saw",
    Observation,
    "suluh observe cases/lp-1 saw --about B-1/foto.jpg --seen 'bukti transfer 50.000' --officer S-2",
)
typing(
    app,
    "said",
    Told,
    "suluh observe cases/lp-1 said --paper paper-4 --question 12 --who O-1 --sentence 'nomor itu milik saya'",
)
