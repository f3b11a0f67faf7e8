# SPDX-License-Identifier: Apache-2.0
"""Rows as ``suluh show`` would give them if everything were right, made of the truth alone."""

from suluh.simulator.truth import IDLE


def perfect(truth):
    """The lists of a case that was read without a fault."""
    files = {file.key: file for file in truth.files}
    return {
        "messages": [message_row(number, record, files) for number, record in enumerate(truth.records)],
        "payments": [payment_row(number, entry, files) for number, entry in enumerate(truth.entries)],
        "deals": [deal_row(deal, truth) for deal in truth.deals if deal.seen_messages],
        "persons": [{"id": person.key, "accounts": list(person.accounts)} for person in truth.persons],
        "network": [{"left": left, "right": right} for left, right in sorted(traded(truth))],
        "sources": [{"conversation": one.conversation} for one in truth.origins],
    }


def traded(truth):
    """Pairs of seller and buyer of whose deals an exhibit holds a message."""
    return {(one.seller, one.buyer) for one in truth.deals if one.state not in IDLE and one.seen_messages}


def place_of(one, file):
    fields = ("line", "last_line", "table", "row", "pointer")
    where = {name: getattr(one, name, None) for name in fields}
    return {"exhibit": file.exhibit, "acquisition": "1", "path": file.path, "inside": file.inside, **where}


def message_row(number, record, files):
    place = place_of(record, files[record.file])
    return {
        "id": f"m{number}",
        "conversation": record.conversation,
        "sender": record.sender or named(record),
        "sent_at": record.sent,
        "kind": record.kind,
        "text": record.text or "",
        "attachments": [{"name": one.name, "sha256": one.sha256, "state": one.state} for one in record.attachments],
        "place": place,
        "places": [place],
    }


def named(record):
    exhibit = record.file.partition("/")[0]
    return f"whatsapp:name/{exhibit}/chat/{record.sender_name}" if record.sender_name else None


def payment_row(number, entry, files):
    place = place_of(entry, files[entry.file])
    own, other = entry.account, entry.counterparty or f"bca:name/1/{entry.counterparty_name}"
    payer, beneficiary = (other, own) if entry.incoming else (own, other)
    return {
        "id": f"p{number}",
        "payer": payer,
        "beneficiary": beneficiary,
        "amount_minor": entry.amount_minor,
        "at": entry.at,
        "booked": entry.booked,
        "status": entry.status,
        "place": place,
        "places": [place],
    }


def deal_row(deal, truth):
    accounts = {person.key: person.accounts[0] for person in truth.persons}
    said = [number for number, one in enumerate(truth.records) if one.message in deal.messages]
    paid = [number for number, one in enumerate(truth.entries) if one.payment in deal.payments]
    return {
        "id": deal.key,
        "kind": deal.kind,
        "state": deal.state,
        "tier": "recorded" if paid else "possible",
        "seller": accounts[deal.seller],
        "buyer": accounts[deal.buyer],
        "payments": [f"p{number}" for number in paid],
        "messages": [f"m{number}" for number in said],
        "items_delivered": deal.delivered,
        "amount_minor": deal.paid_minor,
    }
