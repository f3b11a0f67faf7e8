# SPDX-License-Identifier: Apache-2.0
"""`suluh letter`: enter letters that ask others for records, and what came back."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.papers import Letter, Reply

app = group(
    "Enter letters that ask others for records, and what came back.",
    "suluh letter cases/lp-1 new --to 'Bank Contoh' --kind bank --paper paper-3 --sent 2026-09-02",
)
typing(
    app,
    "new",
    Letter,
    "suluh letter cases/lp-1 new --to 'Bank Contoh' --kind bank --paper paper-3 --sent 2026-09-02",
)
typing(app, "reply", Reply, "suluh letter cases/lp-1 reply --letter letter-1 --received 2026-09-20 --exhibit B-4")
