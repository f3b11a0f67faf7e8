# SPDX-License-Identifier: Apache-2.0
"""The words of events by which rows of law say what starts, extends and ends a time (docs/law.md)."""

from collections.abc import Iterator, Mapping

from suluh.model.deeds.deed import Said
from suluh.model.dossier.charges import Ending
from suluh.model.dossier.entered import Field, fields_of
from suluh.model.dossier.exhibits import Handling
from suluh.model.dossier.papers import Paper
from suluh.model.errors import Misuse

OWN: Mapping[str, Said] = {
    "authority:urgent": Said("an exhibit lies under an urgent seizure", "barang bukti disita dalam keadaan mendesak"),
    "authority:approved": Said("the court approves it", "pengadilan menyetujuinya"),
    "authority:end": Said("a paper that allows the work has an end", "dasar kewenangan yang berakhir"),
    "seizure": Said("an exhibit is seized", "barang bukti disita"),
    "seizure:copies": Said("copies of the seizure record are given", "salinan berita acara diberikan"),
    "status": Said("a paper gives somebody a legal status", "penetapan status hukum seseorang"),
    "status:notice": Said("they are told of their status", "pemberitahuan status kepada yang bersangkutan"),
    "child-victim": Said("a child victim is named", "anak korban dicatat"),
    "told-of-restitution": Said("they are told of restitution", "diberi tahu hak restitusi"),
    "dossier:sent": Said("the dossier is sent", "berkas perkara dikirim"),
    "letter": Said("a letter is sent", "surat permintaan dikirim"),
    "letter:reminder": Said("a paper reminds of a letter", "surat pengingat dikirim"),
    "reply": Said("its reply comes", "balasannya diterima"),
    "request": Said("a request comes", "permintaan atau petunjuk diterima"),
    "request:answered": Said("each of its items is answered", "semua butirnya dijawab"),
}
"""Events of one kind each, in both languages."""

OF_CHILD, OF_ADULT = "child:", "adult:"
"""Before a paper's kind, a seizure or a status: it is about a child, or one who may be a child; about an adult."""


def _field(kind: type, name: str) -> Field:
    return next(one for one in fields_of(kind) if one.name == name)


def _all() -> Iterator[tuple[str, Said]]:
    """Every word with what it says."""
    yield from OWN.items()
    for act in _field(Handling, "act").choices:
        yield f"handling:{act}", Said(f"an exhibit: {act}", f"barang bukti: {act}")
    for kind in _field(Ending, "kind").choices:
        yield f"ending:{kind}", Said(f"the case of a defendant ends: {kind}", f"perkara berakhir: {kind}")
    for act in ("return", "destroy"):
        yield f"ending:{act}", Said(f"a decision that an exhibit is to be: {act}", f"putusan atas barang bukti: {act}")
    for kind in _field(Paper, "kind").choices:
        yield f"paper:{kind}", Said(kind, kind)
        yield f"{OF_CHILD}{kind}", Said(f"{kind}, about a child", f"{kind}, mengenai anak")
        yield f"{OF_ADULT}{kind}", Said(f"{kind}, about an adult", f"{kind}, mengenai orang dewasa")
    for what in ("seizure", "status"):
        english, indonesian = OWN[what]
        yield f"{OF_CHILD}{what}", Said(f"{english}: a child's case", f"{indonesian}: perkara anak")
        yield f"{OF_ADULT}{what}", Said(f"{english}: an adult's case", f"{indonesian}: perkara orang dewasa")


WORDS: Mapping[str, Said] = dict(_all())
"""Every word that a row of law may name, in both languages."""


def check_words(words: tuple[str, ...]) -> None:
    """Raise `Misuse` for a word that no event of a case has."""
    for word in words:
        if word not in WORDS:
            kinds = ", ".join(OWN)
            raise Misuse(
                f"{word!r} is no event of a case: it is one of {kinds}, or paper:KIND, child:KIND, adult:KIND, "
                "handling:ACT, ending:KIND; docs/law.md lists them"
            )
