# SPDX-License-Identifier: Apache-2.0
"""The list of grades of rows of packages for partners."""

from suluh.case.typed.listing import Typed
from suluh.model.dossier.partner import Grade


class Grades(Typed):
    """How reliable a source is, and how well a row of a package is known."""

    name = "grades"
    kind = Grade
