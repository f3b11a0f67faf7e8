# SPDX-License-Identifier: Apache-2.0
"""The topics of `make show`, and the measures of each in their order."""

from collections.abc import Mapping

from tools.show import desk, fresh, kept, matching, patterns, safety, samples, worlds, worst
from tools.show.deals import accuracy, counted, strangers
from tools.show.dossier import annexes, check, clocks, sharing
from tools.show.files import kinds, speed, types
from tools.show.ground import benches, demo, foreign, found, held, live, shape
from tools.show.line import Measure
from tools.show.money import kinds as statements
from tools.show.money import layouts, rows
from tools.show.money import practice as lines
from tools.show.money import speed as large
from tools.show.talk import chats, practice, search
from tools.show.talk import speed as sizes

GROUND: Mapping[str, Measure] = {
    "kinds": foreign.kinds,
    "acts": held.acts,
    "ids": held.ids,
    "snapshot": held.snapshot,
    "during": live.during,
    "readonly": live.readonly,
    "mutations": found.mutations,
    "ledger": benches.ledger,
    "patterns": patterns.patterns,
    "texts": benches.texts,
    "sources": benches.sources,
    "sums": held.sums,
    "packages": held.packages,
    "touched": shape.touched,
    "shape": shape.shape,
    "stable": held.stable,
    "demo": demo.demo,
}
"""What a case rests on: custody, proof, bounds, and the shape of the house."""

LINE: Mapping[str, Measure] = {
    "samples": samples.samples,
    "headers": samples.headers,
    "worlds": worlds.worlds,
    "same": worlds.same,
    "kill": worlds.kill,
    "verify": safety.verify,
    "media": safety.media,
    "package": safety.package,
    "house": safety.house,
    "pictures": safety.pictures,
    "extend": safety.extend,
    "fresh": fresh.fresh,
    "bundle": fresh.bundle,
}
"""The whole line, from exhibits to packages, and a fresh clone."""

HASHING: Mapping[str, Measure] = {
    "digest": matching.digest,
    "pdq": matching.pdq,
    "near": matching.near,
    "benign": matching.benign,
    "sets": matching.sets,
    "look": matching.look,
    "reference": matching.reference,
    "ray": matching.ray,
}
"""Hashing and matching at size."""

FILES: Mapping[str, Measure] = {
    "pictures": kinds.pictures,
    "media": kinds.media,
    "databases": kinds.databases,
    "archives": kinds.archives,
    "sets": kinds.sets,
    "away": kinds.away,
    "phone": kinds.phone,
    "types": types.types,
    "folder": speed.folder,
    "items": speed.items,
}
"""Files and containers as they really come."""

MONEY: Mapping[str, Measure] = {
    "speed": large.speed,  # first: the memory of a child is that of the largest so far
    "kinds": statements.kinds,
    "layouts": layouts.layouts,
    "practice": lines.practice,
    "rows": rows.rows,
}
"""Statements, whatever form they came in."""

TALK: Mapping[str, Measure] = {
    "kinds": chats.kinds,
    "logs": chats.logs,
    "settings": chats.settings,
    "senders": chats.senders,
    "owners": chats.owners,
    "copies": chats.copies,
    "practice": practice.practice,
    "search": search.search,
    "speed": sizes.speed,
}
"""Chats as they really come."""

DESK: Mapping[str, Measure] = {
    "ways": desk.ways,
    "forms": desk.forms,
    "payloads": desk.payloads,
    "rights": desk.rights,
    "work": desk.work,
    "pages": desk.pages,
    "axe": desk.axe,
    "speed": desk.speed,
    "scale": desk.scale,
}
"""The desk: where a case is asked, decided and made ready."""

DEALS: Mapping[str, Measure] = {
    "weights": accuracy.weights,
    "figures": accuracy.figures,
    "ordinary": accuracy.ordinary,
    "strangers": strangers.strangers,
    "terms": counted.terms,
    "chance": counted.chance,
    "back": counted.back,
    "size": counted.size,
}
"""Deals of people whom nobody has heard."""

SAFETY: Mapping[str, Measure] = {
    "tamper": worst.tamper,
    "crash": worst.crash,
    "hostile": worst.hostile,
    "upgrades": worst.upgrades,
    "backup": kept.backup,
    "removal": kept.removal,
    "trial": kept.trial,
    "site": kept.site,
}
"""Nothing lost on the worst day."""

DOSSIER: Mapping[str, Measure] = {
    "clean": check.clean,
    "faults": check.faults,
    "papers": check.papers,
    "clocks": clocks.clocks,
    "annexes": annexes.annexes,
    "rows": annexes.rows,
    "recipients": sharing.recipients,
    "statistics": sharing.statistics,
    "forms": sharing.forms,
    "beside": sharing.beside,
}
"""The dossier: from links to papers."""

TOPICS: Mapping[str, Mapping[str, Measure]] = {
    "ground": GROUND,
    "line": LINE,
    "hashing": HASHING,
    "files": FILES,
    "money": MONEY,
    "talk": TALK,
    "desk": DESK,
    "deals": DEALS,
    "safety": SAFETY,
    "dossier": DOSSIER,
}
FIRST = "ground"
"""What is shown where no topic is named."""
