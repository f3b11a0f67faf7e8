# SPDX-License-Identifier: Apache-2.0
"""`suluh law`: enter rows of law that the case goes by, who checked them, holidays, and why something was late."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.law import Holiday, Late, LawRow

app = group(
    "Enter rows of law that the case goes by, who checked them, holidays, and why something was late.",
    "suluh law cases/lp-1 holiday --day 2026-12-25 --name Natal",
)
typing(
    app,
    "row",
    LawRow,
    "suluh law cases/lp-1 row --code kuhap-60-1 --law 'UU 20' --article '60(1)' --kind duty --duty-en 'SPDP' --mark R",
)
typing(app, "holiday", Holiday, "suluh law cases/lp-1 holiday --day 2026-12-25 --name Natal")
typing(app, "late", Late, "suluh law cases/lp-1 late --row kuhap-60-1 --event paper-1 --why 'kantor tutup'")
