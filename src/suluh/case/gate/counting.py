# SPDX-License-Identifier: Apache-2.0
"""Counts at once what takes long over a whole case, and keeps it beside the case: a run does at its end."""

from suluh.case.case import Case
from suluh.case.gate.names import named
from suluh.case.gate.viewer import views


def count_up(case: Case) -> None:
    """Make what lists need of all rows, where the file beside the case does not hold it for these rows already."""
    case.kept.writes = True
    try:
        named(case)
        for view in views().values():
            view.count_up(case)
    finally:
        case.kept.writes = False
