# SPDX-License-Identifier: Apache-2.0
"""`suluh paper`: enter the papers of the case: what they are, of whom, to whom, about what."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.papers import Intelligence, Paper

app = group(
    "Enter the papers of the case: what they are, of whom, to whom, about what.",
    "suluh paper cases/lp-1 add --kind SP.Sita --number 7 --date 2026-09-01 --about B-1",
)
typing(
    app, "add", Paper, "suluh paper cases/lp-1 add --kind SP.Sita --number SP.Sita/7/2026 --date 2026-09-01 --about B-1"
)
typing(
    app,
    "intelligence",
    Intelligence,
    "suluh paper cases/lp-1 intelligence --paper paper-9 --row 3 --date 2026-09-01 --amount 500000 --payee 'Contoh'",
)
