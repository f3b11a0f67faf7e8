# SPDX-License-Identifier: Apache-2.0
"""`suluh dossier`: prepare the dossier of a defendant: charges, elements with their facts, other explanations."""

from suluh.desk.dossiers.commands import add_commands
from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.charges import Alternative, Charge, Defendant, Dossier, Tie

app = group(
    "Prepare the dossier of a defendant: charges, elements with their facts, other explanations.",
    "suluh dossier cases/lp-1 new --title 'Berkas O-1' --exhibits B-1",
)
typing(app, "new", Dossier, "suluh dossier cases/lp-1 new --title 'Berkas O-1' --exhibits B-1")
typing(
    app,
    "defendant",
    Defendant,
    "suluh dossier cases/lp-1 defendant --dossier dossier-1 --accounts whatsapp:+6281234567890 --status-paper paper-5",
)
typing(
    app,
    "charge",
    Charge,
    "suluh dossier cases/lp-1 charge --defendant defendant-1 --law pasal-1 --deed-from 2026-01-01 --deed-to 2026-06-30",
)
typing(
    app,
    "tie",
    Tie,
    "suluh dossier cases/lp-1 tie --charge charge-1 --element 1 --fact paper:paper-4 --side for --sentence 'BAP'",
)
typing(
    app,
    "alternative",
    Alternative,
    "suluh dossier cases/lp-1 alternative --about deal:twglh3htav5ivoridhj5wizxgu --row 4 --state answered",
)
add_commands(app)
