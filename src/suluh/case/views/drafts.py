# SPDX-License-Identifier: Apache-2.0
"""The list of drafts of packages: who drafted which for whom, its digest, and who approved it."""

from collections.abc import Iterator

from suluh.case.case import Case
from suluh.case.views.hiding import hide
from suluh.case.views.view import Row, View
from suluh.model.after.sharing import Draft, Release


class Drafts(View):
    """Every draft, the latest first."""

    name = "drafts"
    nouns = (Draft, Release)
    each = Draft
    fields = (
        *("id", "recipient", "kind", "country", "person", "request", "basis", "handling"),
        *("digest", "state", "by", "at", "approved_by", "approved_at"),
    )
    shown = ("id", "recipient", "kind", "state", "by", "at", "approved_by", "approved_at")
    private = hide(person="object")

    def rows(self, case: Case) -> Iterator[Row]:
        """Each draft with its terms, and with its approval where it has one."""
        released = {one.draft: one for one in case.nouns(Release)}
        for one in sorted(case.nouns(Draft), key=lambda one: (one.at, one.id), reverse=True):
            release, terms = released.get(one.id), one.terms
            told = ("kind", "country", "person", "request", "basis", "handling")
            yield {
                "id": one.id,
                "recipient": one.recipient,
                **{name: terms and getattr(terms, name) for name in told},
                "digest": one.digest,
                "state": "to-approve" if release is None else "approved",
                "by": one.by,
                "at": one.at,
                "approved_by": release and release.by,
                "approved_at": release and release.at,
            }
