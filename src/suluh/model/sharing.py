# SPDX-License-Identifier: Apache-2.0
"""Nouns of sharing: draft and release of a referral package."""

from suluh.model.body import Noun


class Draft(Noun, frozen=True, kw_only=True, tag="draft/1"):
    """A package that one officer proposes: its digest covers exactly what would leave."""

    recipient: str
    digest: str
    """SHA-256 of the package's manifest."""

    by: str
    at: str
    signature: str
    """Author's Ed25519 signature over recipient and digest, hex (docs/custody.md)."""


class Release(Noun, frozen=True, kw_only=True, tag="release/1"):
    """A draft that another officer approved."""

    draft: str
    digest: str
    by: str
    at: str
    signature: str
