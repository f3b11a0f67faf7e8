# SPDX-License-Identifier: Apache-2.0
"""Terms for a package of every kind of the made-up case in `made.py`."""

from tests.referral.made import ANI

from suluh.model.after.sharing import Terms

PARTNER = {"country": "MY", "request": "own initiative", "basis": "UU 27/2022 art. 56", "handling": "H1"}
TERMS = {
    "prosecutor": Terms(kind="prosecutor"),
    "partner": Terms(kind="partner", **PARTNER),
    "support": Terms(kind="support"),
    "defence": Terms(kind="defence", person=ANI, request="W-7"),
    "commission": Terms(kind="commission"),
    "expert": Terms(kind="expert"),
}
