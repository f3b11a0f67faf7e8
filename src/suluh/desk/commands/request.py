# SPDX-License-Identifier: Apache-2.0
"""`suluh request`: enter requests to the unit, what they ask for item by item, and the answers."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.papers import Answer, Request, RequestItem

app = group(
    "Enter requests to the unit, what they ask for item by item, and the answers.",
    "suluh request cases/lp-1 add --sender prosecutor --paper paper-7 --received 2026-10-01",
)
typing(app, "add", Request, "suluh request cases/lp-1 add --sender prosecutor --paper paper-7 --received 2026-10-01")
typing(
    app,
    "item",
    RequestItem,
    "suluh request cases/lp-1 item --request request-1 --number 1 --text 'Lengkapi BA penyitaan B-2'",
)
typing(
    app,
    "answer",
    Answer,
    "suluh request cases/lp-1 answer --item requestitem-1 --sentence 'BA ada pada nomor 8' --papers paper-9",
)
