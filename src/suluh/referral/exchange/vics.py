# SPDX-License-Identifier: Apache-2.0
"""The hashes of a package as VICS JSON 2.0, without media, names of files and PhotoDNA."""

from typing import ClassVar

import msgspec

from suluh.referral.exchange.format import ExchangeFormat, Listed, Package, Seal
from suluh.referral.worklists.vics import MODEL


class Vics(ExchangeFormat):
    """One case with a media object a content; `Category` is null: codes of one country are not those of another."""

    name: ClassVar[str] = "vics"
    tables: ClassVar[frozenset[str]] = frozenset({"contents"})
    needs: ClassVar[str | None] = "contents"

    def write(self, package: Package, seal: Seal) -> bytes:
        """One JSON object."""
        media = [_media(number, one) for number, one in enumerate(package.contents, 1)]
        case = {"CaseID": seal.digest[:32], "CaseNumber": package.case, "SourceApplicationName": "Suluh"}
        return msgspec.json.encode({"@odata.context": MODEL, "value": [{**case, "Media": media}]}) + b"\n"


def _media(number: int, one: Listed) -> dict[str, object]:
    votes = [f"{vote.category}: {vote.officers}" for vote in one.votes]
    return {
        "MediaID": number,
        "Category": None,
        "MD5": one.md5.upper(),
        "SHA1": one.sha1.upper(),
        "MediaSize": one.size,
        "MimeType": one.type,
        "Comments": f"votes: {'; '.join(votes)}" if votes else None,
        "AlternateHashes": [{"HashName": "SHA256", "HashValue": one.sha256.upper()}],
        "MediaFiles": [],
    }
