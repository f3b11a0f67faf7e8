# SPDX-License-Identifier: Apache-2.0
"""Which columns of a list a terminal shows, and how it calls the list; `--json` has them all."""

CALLED = {"persons": "groups of accounts (each probably one person)"}
"""Lists whose name alone would say more than the case knows."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "files": ("exhibit", "path", "inside", "size", "type", "state", "reader", "reason"),
    "matches": ("sha256", "kind", "set_kind", "set_name", "set_entry", "distance", "categories"),
    "flaws": ("exhibit", "path", "inside", "line", "step", "reason"),
    "conversations": ("id", "service", "kind", "title", "members", "messages"),
    "messages": ("sent_at", "sent_at_written", "sender", "kind", "text", "attachments", "place"),
    "statements": ("account", "holder", "period", "opening", "closing", "currency", "adds_up", "place"),
    "payments": ("booked", "payer", "beneficiary", "amount", "currency", "channel", "status", "text", "place"),
    "links": ("id", "left", "right", "rule", "judgement", "score", "chance", "reasons_for", "reasons_against"),
    "deals": (
        "at",
        "kind",
        "state",
        "tier",
        "seller",
        "buyer",
        "items_delivered",
        "amount",
        "currency",
        "money",
        "score",
        "same_sum",
    ),
    "offers": ("at", "kind", "seller", "conversation", "told", "asked"),
    "network": (
        *("left", "right", "kind", "deals", "recorded_deals", "items", "currency", "recorded", "possible", "asked"),
        *("first", "last"),
    ),
    "leads": ("rank", "tier", "about", "reasons", "counted"),
    "unseen": ("of", "role", "method", "observed", "low", "high", "refused", "sentence"),
    "exhibits": ("label", "authority", "holder", "accounts", "timezone", "zone", "acquisitions"),
    "authorities": ("kind", "number", "issuer", "date", "end", "scope", "kinds", "exhibits", "corrected_by"),
    "sets": ("digest", "kind", "name", "version", "entries", "flaws", "dropped", "reason", "at", "by"),
    "decisions": ("order", "act", "left", "right", "reason", "document", "by", "at"),
    "facts": (
        "sha256",
        "exhibits",
        "sentence",
        "make",
        "model",
        "taken",
        "latitude",
        "longitude",
        "reasons_for",
        "reasons_against",
    ),
    "samples": (
        *("seed", "exhibit", "scheme", "version", "code", "files", "contents", "groups", "categorised", "drawn"),
        *("waits", "found", "disputed", "low", "high", "share_low", "share_high"),
    ),
    "look": ("stage", "sets", "files", "contents", "groups", "categorised", "known", "benign", "to_look", "ratio"),
}
"""Lists that are not named show their fixed fields."""
