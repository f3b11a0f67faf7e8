# SPDX-License-Identifier: Apache-2.0
"""`suluh care`: enter who persons are and what those who were hurt need; names of children lie sealed."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.care import Identity, Protected, Series, SupportNote

app = group(
    "Enter who persons are and what those who were hurt need; names of children lie sealed.",
    "suluh care cases/lp-1 identity --kind id-card --paper paper-6 --name 'Nama Contoh' --person AK-1 --vault",
)
typing(
    app,
    "identity",
    Identity,
    "suluh care cases/lp-1 identity --kind id-card --paper paper-6 --name 'Nama Contoh' --person AK-1 --vault",
)
typing(app, "series", Series, "suluh care cases/lp-1 series --code SR-1 --contents e3b0c442... --child AK-1")
typing(app, "note", SupportNote, "suluh care cases/lp-1 note --person AK-1 --risk not-known --needs 'pendampingan'")
typing(
    app,
    "protect",
    Protected,
    "suluh care cases/lp-1 protect --accounts telegram:user12 --why 'petugas penyamaran, SP-9'",
)
