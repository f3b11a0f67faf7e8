# SPDX-License-Identifier: Apache-2.0
"""The list of what devices say of themselves."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View, place_row
from suluh.model.talk import Trait


class Devices(View):
    """Model, numbers, accounts and names of a device, as its own files say them: facts of the exhibit."""

    name = "devices"
    nouns = (Trait,)
    each = Trait
    fields = ("exhibit", "what", "value", "kind", "place")
    private = hide(id="id", value="text")
    exhibits = ("exhibit",)

    def rows(self, case: Case) -> Iterator[Row]:
        """Every fact, by exhibit and by what it is."""
        for one in sorted(case.nouns(Trait), key=lambda one: (one.place.exhibit, one.what, one.value, one.id)):
            said = {"what": one.what, "value": one.value, "kind": one.kind}
            yield {"exhibit": one.place.exhibit, **said, "place": place_row(one.place), "id": one.id}
