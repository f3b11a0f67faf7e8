# SPDX-License-Identifier: Apache-2.0
"""Keeps what an officer remarks on an exhibit: a made-up act that shows what one more costs."""

from suluh.case.case import Case
from suluh.case.keep import Act
from suluh.case.rights import CATEGORISE, need
from suluh.model.ids import make_id
from suluh.model.people import Remark
from suluh.model.times import utc


def remark(case: Case, exhibit: str, text: str) -> Remark:
    """Enter a remark. Raises `NotAllowed`."""
    need(case, CATEGORISE)
    code, at = case.acting.key.code, utc(case.acting.now())
    made = Remark(id=make_id("remark", exhibit, code, at), exhibit=exhibit, text=text, by=code, at=at)
    case.keep(Act("remark", exhibit), [made])
    return made
