# SPDX-License-Identifier: Apache-2.0
"""`suluh ending`: enter how the case of a defendant ended."""

from suluh.desk.typed.commands import group, typing
from suluh.model.dossier.charges import Ending

app = group(
    "Enter how the case of a defendant ended.",
    "suluh ending cases/lp-1 add --defendant defendant-1 --kind putusan --paper paper-20 --date 2027-01-10",
)
typing(
    app,
    "add",
    Ending,
    "suluh ending cases/lp-1 add --defendant defendant-1 --kind putusan --paper paper-20 --date 2027-01-10",
)
