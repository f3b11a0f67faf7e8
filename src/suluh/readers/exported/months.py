# SPDX-License-Identifier: Apache-2.0
"""Names of months as exports write them, in full and shortened: in English, Indonesian, Malay, and neighbours."""

_NAMES = (
    "january jan januari",
    "february feb februari pebruari",
    "march mar maret mac mrt märz",
    "april apr",
    "may mei mai",
    "june jun juni",
    "july jul juli julai",
    "august aug agustus agu agt ogos ags",
    "september sep sept",
    "october oct oktober okt",
    "november nov nopember",
    "december dec desember des disember dis dezember dez",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
"""The number of a month by its name in small letters."""
