# SPDX-License-Identifier: Apache-2.0
"""What goes with a package to a partner abroad: on what terms, at what risk, what is asked, how sure each row is."""

from typing import Annotated, Literal

from suluh.model.dossier.entered import Entered, says

Answer = Literal["yes", "no", "not-known"]


class PartnerNote(Entered, frozen=True, kw_only=True, tag="partnernote/1"):
    """What stands over a package for one country: channel, basis, risk, what is asked and by when."""

    package: Annotated[str, says("The approved package, by the id of its draft.", "word", of="named")]
    number: Annotated[str, says("The unit's own number of it.", "word")]
    channel: Annotated[
        Literal["police", "mla"],
        says("From police to police, or by the central authority for legal assistance.", "word"),
    ]
    transfer: Annotated[
        Literal["equal-level", "safeguards", "consent"],
        says("On what sending of personal data rests: equal protection, binding safeguards, consent.", "word"),
    ]
    transfer_why: Annotated[str, says("By which finding, agreement or paper.")]
    purpose: Annotated[str, says("What it may be used for.")]
    onward: Annotated[str, says("Whether, to whom and after whose word it may go on.")]
    expires: Annotated[str, says("The day after which it is not to be used any more.", "day")]
    child_reachable: Annotated[Answer, says("Whether a child may be reachable there.", "word")]
    suspect_told: Annotated[Answer, says("Whether a suspect knows of it already.", "word")]
    risk: Annotated[str | None, says("What else may go wrong, and what not to do.")] = None
    asked: Annotated[tuple[str, ...], says("What is asked, one thing at a time.")]
    asked_by: Annotated[str, says("By when.", "day")]
    contact: Annotated[str, says("Whom to answer.", "name")]
    paper: Annotated[str | None, says("The paper by which it was carried.", "word", of="paper")] = None


class Grade(Entered, frozen=True, kw_only=True, tag="grade/1"):
    """How reliable a source is, and how well one row of a package for a partner is known."""

    note: Annotated[str, says("The note on the package.", "word", of="partnernote")]
    row: Annotated[
        str, says("A deal or an account by its code in the package, or `all` for what has no own one.", "word")
    ]
    source: Annotated[
        Literal["A", "B", "C", "X"], says("The source: always, mostly, seldom reliable, or not known.", "word")
    ]
    information: Annotated[
        Literal["1", "2", "3", "4"],
        says("The row: known as true, known to the source, not known to it but supported, not to be judged.", "word"),
    ]
    why: Annotated[str | None, says("Why.")] = None
