# SPDX-License-Identifier: Apache-2.0
"""What a node of a graph is, how nodes are named, and the literals in which UCO wants its values."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

Node = dict[str, object]

_ROOT = "https://ontology.unifiedcyberontology.org/uco/"
CONTEXT = {
    "kb": "urn:suluh:",
    "case-investigation": "https://ontology.caseontology.org/case/investigation/",
    **{f"uco-{name}": f"{_ROOT}{name}/" for name in ("action", "core", "identity", "observable", "tool", "types")},
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Names of vocabularies: nothing is fetched from them."""


class Names:
    """Ids that follow from the digest of a package and the code of what they stand for."""

    def __init__(self, digest: str) -> None:
        self._digest = digest

    def of(self, kind: str, code: str) -> str:
        """The id of one object."""
        return f"kb:{kind}-{uuid5(NAMESPACE_URL, f'urn:suluh:{self._digest}:{kind}:{code}')}"

    def ref(self, kind: str, code: str) -> Node:
        """A reference to one object."""
        return {"@id": self.of(kind, code)}


def whole(number: int) -> Node:
    """A whole number."""
    return {"@type": "xsd:integer", "@value": str(number)}


def moment(text: str) -> Node:
    """A moment in UTC, to the second."""
    stamp = datetime.fromisoformat(text).astimezone(UTC)
    return {"@type": "xsd:dateTime", "@value": stamp.isoformat(timespec="seconds")}


def hash_of(names: Names, method: str, value: str) -> Node:
    """A hash with its kind."""
    return {
        "@id": names.of("hash", f"{method}:{value}"),
        "@type": "uco-types:Hash",
        "uco-types:hashMethod": method,
        "uco-types:hashValue": {"@type": "xsd:hexBinary", "@value": value.upper()},
    }


def note(names: Names, about: str, statement: str) -> Node:
    """A sentence on one object."""
    return {
        "@id": names.of("annotation", f"{about} {statement}"),
        "@type": "uco-core:Annotation",
        "uco-core:object": [{"@id": about}],
        "uco-core:statement": [statement],
    }
