# SPDX-License-Identifier: Apache-2.0
"""What a role rests on, and of how many deals a share is, is the same on every paper."""

from tests.referral.papers.conftest import AT
from tests.referral.papers.test_annexes import of

from suluh.case.papers.examined.decided import Decided
from suluh.case.papers.making import Wanted, documents
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.referral.papers.legend import texts_of


def test_the_sheet_says_of_a_role_by_no_paper_what_the_report_says(papers, decided):
    [sheet] = documents(decided, Wanted(("D5",), persons=(papers.child,), tell=str), AT)
    told = {text for text in texts_of(sheet) if text.startswith("surat UPTD 3")}
    report = {text for text in texts_of(of(papers, "D2")[0]) if text.startswith("surat UPTD 3")}

    assert told == {"surat UPTD 3 (no paper of this number is entered)", "surat UPTD 3 (tidak ada surat bernomor ini)"}
    assert told == report


def test_the_share_of_rejected_deals_is_of_those_that_were_decided(decided):
    material = Material(decided, Veiled(decided))
    called = [one for one in material.parties.deals if one.tier == "recorded"]
    open_ = [material.parties.deal_codes[one.id] for one in called if one.judgement is None]

    [said] = Decided(material).rejected()

    assert open_
    assert said.english.startswith(
        f"Of {len(called) - len(open_)} deals of this case that the program called supported "
    )
    assert f"on {len(open_)} more that it called so nobody decided ({', '.join(open_)})" in said.english
    assert f"{len(open_)} lagi" in said.indonesian
