# SPDX-License-Identifier: Apache-2.0
"""The investigation, the bundle of all objects, and the act by which the package was made and approved."""

from collections.abc import Iterator

from suluh.referral.exchange.format import Package, Seal
from suluh.referral.exchange.graph.node import Names, Node, moment


def making(package: Package, seal: Seal, names: Names, inner: list[object]) -> Iterator[Node]:
    """What stands over the objects: bundle, investigation, tool, two officers by code, and the act."""
    refs = [{"@id": one} for one in inner]
    act = names.ref("making", "package")
    yield {
        "@id": names.of("bundle", "package"),
        "@type": "uco-core:Bundle",
        "uco-core:name": f"{package.case}, {package.kind}",
        "uco-core:description": [_head(package, seal)],
        "uco-core:object": [names.ref("investigation", "case"), act, *refs],
    }
    yield {
        "@id": names.of("investigation", "case"),
        "@type": "case-investigation:Investigation",
        "uco-core:name": package.case,
        "uco-core:description": [f"Case of {package.unit}"],
        "uco-core:object": [act, *refs],
    }
    yield from _hands(package, seal, names)
    yield {
        "@id": names.of("making", "package"),
        "@type": "case-investigation:InvestigativeAction",
        "uco-core:name": "Package drafted and approved",
        "uco-core:description": _withheld(package),
        "uco-action:performer": names.ref("officer", package.author),
        "uco-action:participant": [names.ref("officer", seal.approver)],
        "uco-action:instrument": [names.ref("tool", package.tool)],
        "uco-action:startTime": moment(package.at),
        "uco-action:result": [names.ref("record", "package")],
    }
    yield {
        "@id": names.of("record", "package"),
        "@type": "case-investigation:ProvenanceRecord",
        "uco-core:description": [f"Made from the approved package {seal.digest} alone"],
        "uco-core:object": refs or [names.ref("investigation", "case")],
    }


def _hands(package: Package, seal: Seal, names: Names) -> Iterator[Node]:
    """The two officers, by their codes alone, and the program."""
    for code in (package.author, seal.approver):
        yield {"@id": names.of("officer", code), "@type": "uco-identity:Identity", "uco-core:name": code}
    name, _, version = package.tool.partition(" ")
    yield {
        "@id": names.of("tool", package.tool),
        "@type": "uco-tool:Tool",
        "uco-core:name": name,
        "uco-tool:version": version,
    }


def _head(package: Package, seal: Seal) -> str:
    terms = ("country", "request", "basis", "handling")
    given = "".join(f"; {name} {getattr(package, name)}" for name in terms if getattr(package, name))
    return f"For {package.recipient}{given}; from the approved package {seal.digest}"


def _withheld(package: Package) -> list[str]:
    """How much was left out of the package, and why."""
    if package.withheld is None:
        return ["A package of this kind does not say how much was left out of it"]
    return [f"Withheld: {one.count} {one.what} ({one.why})" for one in package.withheld] or ["Nothing was withheld"]
