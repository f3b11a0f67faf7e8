# SPDX-License-Identifier: Apache-2.0
"""Contents as observable objects with their hashes, and exhibits as the records of where they come from."""

from collections.abc import Iterator

from suluh.referral.exchange.format import Listed, Package
from suluh.referral.exchange.graph.node import Names, Node, hash_of, note, whole


def contents(package: Package, names: Names) -> Iterator[Node]:
    """Each content with its hashes, and a note for each set in which it stands and each category it was given."""
    for one in package.contents:
        yield _content(one, names)
        about = names.of("content", one.sha256)
        for match in one.matches:
            version = f" version {match.version}" if match.version else ""
            yield note(
                names, about, f"Exact hash in set {match.set}{version} (SHA-256 {match.digest}), entry {match.entry}"
            )
        for vote in one.votes:
            yield note(names, about, f"Category {vote.category}, given by {vote.officers} officers")


def exhibits(package: Package, names: Names) -> Iterator[Node]:
    """A provenance record for each exhibit with the contents that were found on it."""
    for one in package.exhibits:
        held = [names.ref("content", two.sha256) for two in package.contents if one.label in two.exhibits]
        approval = f"; court approval {one.approval}" if one.approval else ""
        counts = f"{one.files} files and {one.contents} contents within scope, of which {one.listed} are listed here"
        yield {
            "@id": names.of("exhibit", one.label),
            "@type": "case-investigation:ProvenanceRecord",
            "case-investigation:exhibitNumber": one.label,
            "uco-core:description": [
                f"Under {one.authority_kind} {one.authority} of {one.authority_date}{approval}; {counts}"
            ],
            "uco-core:object": held or [names.ref("making", "package")],
        }


def _content(one: Listed, names: Names) -> Node:
    facet = {
        "@id": names.of("facet", one.sha256),
        "@type": "uco-observable:ContentDataFacet",
        "uco-observable:mimeType": [one.type],
        "uco-observable:sizeInBytes": whole(one.size),
        "uco-observable:hash": [
            hash_of(names, method, value)
            for method, value in (("MD5", one.md5), ("SHA1", one.sha1), ("SHA256", one.sha256))
        ],
    }
    return {
        "@id": names.of("content", one.sha256),
        "@type": "uco-observable:ObservableObject",
        "uco-core:hasFacet": [facet],
    }
