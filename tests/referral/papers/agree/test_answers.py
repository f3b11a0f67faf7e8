# SPDX-License-Identifier: Apache-2.0
"""What D2 says of an answer agrees with D1, and a question without an answer is said to have none."""

from suluh.case.papers.examined.asked import Asked
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.case.typed.enter import enter
from suluh.model.dossier.papers import Answer, Paper, Request, RequestItem
from suluh.referral.papers.values import Both


def asked(case, *sentences):
    """Items of a request: an answer of each sentence, that gives the order of seizure, then one that is open and one
    that cannot be answered."""
    enter(case, Paper, [{"code": "p-19", "kind": "P-19", "number": "P-19/3/2026", "date": "2026-02-01"}])
    enter(case, Request, [{"code": "request-1", "sender": "prosecutor", "paper": "p-19", "received": "2026-02-02"}])
    item = {"request": "request-1", "kind": "formal"}
    states = [*({} for _ in sentences), {}, {"state": "cannot", "why": "saksi pindah"}]
    for number, state in enumerate(states, 1):
        enter(case, RequestItem, [{**item, "code": f"i-{number}", "number": str(number), "text": "Lengkapi.", **state}])
    for number, sentence in enumerate(sentences, 1):
        enter(case, Answer, [{"item": f"i-{number}", "sentence": sentence, "papers": ("paper-2",)}])
    return list(Asked(Material(case, Veiled(case))).findings())


def test_an_answer_that_names_a_number_of_the_list_of_which_it_gives_no_paper_says_so(decided):
    wrong, right, none, _, _ = asked(decided, "BA ada pada nomor 8.", "Ada pada nomor 7.", "Ada pada nomor 8/IX/2026.")

    assert wrong[2].parts[-1] == Both(
        "The answer names number 8; in the list of contents (D1) that is: Records of seizure, Records of packing and "
        "sealing, Receipts. No paper given here is of these; of them in the case: none is entered.",
        "Jawaban ini menyebut nomor 8; dalam daftar isi (D1) itu: BA penyitaan, BA pembungkusan dan penyegelan, Tanda "
        "terima. Tidak satu pun surat yang disebut di sini termasuk di dalamnya; yang ada dalam perkara: belum ada "
        "yang dimasukkan.",
    )
    assert len(right[2].parts) == len(none[2].parts) == 1


def test_a_question_without_an_answer_is_said_to_have_none(decided):
    *_, is_open, cannot = asked(decided, "Sudah.")

    assert is_open == ("2", Both("no answer is entered", "belum ada jawaban yang dimasukkan"), None, None)
    assert cannot[1].english == "no answer: it cannot be done (saksi pindah)"
    assert cannot[3]
