# SPDX-License-Identifier: Apache-2.0
"""By how much the clocks of two copies of a conversation differ, where a link rests on their being one."""

from collections.abc import Iterator

from suluh.case.papers.material import Material
from suluh.model.after.beyond import Joint
from suluh.model.people import Link
from suluh.referral.papers.values import Both

RULE = "same-talk"


def of_link(material: Material, link: Link) -> Iterator[Both]:
    """The minutes of each conversation in which both accounts of a link wrote the same messages."""
    pair = {link.left, link.right}
    if link.rule != RULE:
        return
    labels = {one.conversation: one.place.exhibit for one in material.conversations}
    for joint in material.case.nouns(Joint):
        if joint.record == "conversation" and joint.shifts and any(set(one) == pair for one in joint.same):
            ahead = zip(joint.members, joint.shifts, strict=False)
            copies = ", ".join(f"{labels.get(name, '?')} {minutes:+d}" for name, minutes in ahead)
            yield Both(
                f"The clocks of its copies, in minutes ahead of the first: {copies}.",
                f"Jam salinan-salinannya, dalam menit lebih cepat dari yang pertama: {copies}.",
            )
