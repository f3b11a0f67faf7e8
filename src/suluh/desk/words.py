# SPDX-License-Identifier: Apache-2.0
"""Values of the model in words: what the screen says for ``paid-not-delivered``."""

from collections.abc import Mapping


def N_(message: str) -> str:  # noqa: N802 # the name by which catalogues find messages
    """Marks a message for the catalogues; it is said later, in the language of the page."""
    return message


WORDS: Mapping[str, str] = {
    # deals
    "sale": N_("Sale"),
    "subscription": N_("Subscription"),
    "barter": N_("Barter"),
    "gift": N_("Gift"),
    "offered": N_("Offered"),
    "paid": N_("Paid, delivery still open"),
    "delivered": N_("Delivered"),
    "paid-not-delivered": N_("Paid, not delivered"),
    "recorded": N_("Supported by a payment record"),
    "possible": N_("Possible"),
    # what an amount of a deal is
    "money-recorded": N_("Recorded as paid"),
    "money-possible": N_("Possibly paid"),
    "money-asked": N_("Price asked, no payment"),
    # persons and links
    "seller": N_("Seller"),
    "buyer": N_("Buyer"),
    "intermediary": N_("Go-between"),
    "producer": N_("Producer"),
    "child": N_("Child"),
    "child_victim": N_("Child victim"),
    "survivor": N_("Survivor"),
    "child_witness": N_("Child witness"),
    "child_in_conflict": N_("Child in conflict with the law"),
    "harmful_behaviour": N_("Child who displayed harmful sexual behaviour"),
    "suggested": N_("Suggested"),
    "confirmed": N_("Confirmed"),
    "rejected": N_("Rejected"),
    "disputed": N_("Disputed"),
    # talk
    "direct": N_("Direct"),
    "group": N_("Group"),
    "channel": N_("Channel"),
    "text": N_("Text"),
    "media": N_("Media"),
    "post": N_("Post"),
    "system": N_("System line"),
    "call": N_("Call"),
    "revoked": N_("Revoked"),
    "unsupported": N_("Not supported by the app's export"),
    "present": N_("in the exhibit"),
    "omitted": N_("omitted from the export"),
    "not-exported": N_("not exported"),
    "missing": N_("not in the exhibit"),
    "named": N_("named only"),
    # money
    "bank": N_("Bank"),
    "atm": N_("ATM"),
    "e-wallet": N_("E-wallet"),
    "phone-credit": N_("Phone credit"),
    "booked": N_("Booked"),
    "pending": N_("Pending"),
    "failed": N_("Failed"),
    "reversal": N_("Reversal"),
    # what a receipt in a message says
    "claim-paid": N_("says that it was paid"),
    "claim-received": N_("says that it was received"),
    "claim-pending": N_("says that it is under way"),
    "claim-failed": N_("says that it failed"),
    "claim-unpaid": N_("asks for payment"),
    # why booked lines are one payment
    "same-line": N_("one payment: several statements of the account hold this line"),
    "same-reference": N_("one payment: the statements of both sides give one reference"),
    "both-sides": N_("one payment: the statement of one side names the account of the other"),
    "both-holders": N_("one payment: the statements of both sides name each other's holders"),
    "less-a-fee": N_("what came in is less than what went out by no more than a fee"),
    # intake
    "in": N_("In"),
    "out-of-scope": N_("Outside scope"),
    "quarantined": N_("Quarantined"),
    "duplicate": N_("Duplicate"),
    "benign": N_("Benign"),
    "read": N_("Read"),
    "unparsed": N_("Not parsed"),
    "waiting": N_("Waiting"),
    "flaw": N_("Flaw"),
    "court": N_("Court permission"),
    "urgent": N_("Urgent seizure, awaiting approval"),
    "handover": N_("Voluntary handover"),
    "reply": N_("Reply to a written request"),
    # looking and estimating
    "before": N_("Before matching"),
    "matched": N_("After matching"),
    "grouped": N_("Near duplicates grouped"),
    "buyers": N_("Buyers"),
    "items": N_("Items"),
    "sources": N_("Sources"),
    "floor": N_("At least"),
    "sensitivity": N_("If assumptions differ"),
    "deals": N_("Deals"),
    "exhibits": N_("Exhibits"),
    "messages": N_("Messages"),
    "items-sold-on": N_("Items sold on"),
    "first-seen-items": N_("Items first seen"),
    "countries": N_("Countries"),
    "score": N_("Score"),
}
