# SPDX-License-Identifier: Apache-2.0
"""`suluh refer` and `suluh approve` say for whom, how much leaves, and what stops them."""

import re

import pytest
from tests.case.views.made import BUDI, SELLER, acting
from tests.custody.every_noun import work_out

from suluh.case.acts.admit import admit
from suluh.case.case import Case
from suluh.case.folder import CaseFolder
from suluh.referral.recipients import RECIPIENTS

PARTNER = ("--country", "ID", "--request", "own initiative", "--basis", "UU 27/2022", "--handling", "H1")


@pytest.fixture
def made(tmp_path, copied_case):
    """A worked-out case with two supervisors, closed."""
    made = copied_case
    made.close()
    case = Case.open(CaseFolder(made.folder.path), acting(tmp_path / "home"))
    admit(case, acting(tmp_path / "home", "S2").key.public)
    work_out(case)
    case.close()
    return case.folder.path


def test_a_draft_and_its_approval_say_what_leaves(suluh, made):
    drafted = suluh("refer", made, "--to", "partner", "--name", "Polisi Contoh", *PARTNER)
    assert drafted.code == 0, drafted.err
    draft = re.search(r"Drafted ([a-z2-7]{26}) for Polisi Contoh", drafted.out).group(1)
    approved = suluh("approve", made, draft, "--actor", "S2")

    said = [line for line in drafted.out.splitlines() if line.startswith(("For ", "Leaves: ", "Left out: ", "It is "))]
    assert said[0] == "For partner: Polisi Contoh, country ID, request own initiative, basis UU 27/2022, handling H1."
    assert [line for line in said if line not in approved.out] == []
    assert "For Polisi Contoh (partner): " in suluh("verify", made / "releases" / f"package-{draft}").out


@pytest.mark.parametrize("kind", [one for one in RECIPIENTS if one not in {"partner", "defence"}])
def test_every_kind_that_needs_nothing_is_called_by_its_own_name(suluh, made, kind):
    assert f" for {RECIPIENTS[kind].english}; " in suluh("refer", made, "--to", kind).out


@pytest.mark.parametrize("person", [SELLER.id, BUDI])
def test_the_defence_is_asked_for_by_a_person_or_an_account(suluh, made, person):
    done = suluh("refer", made, "--to", "defence", "--person", person, "--request", "W-1")

    assert "2 accounts in full" in done.out, done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--to", "Kejaksaan"), "choose one of prosecutor, partner, support, defence, commission, expert"),
        (("--to", "partner"), "needs --country and --request and --basis and --handling"),
        (("--to", "expert", "--country", "MY"), "leave --country out"),
        (("--to", "defence", "--person", "nobody", "--request", "1"), "the case has no account nobody"),
    ],
)
def test_what_stops_a_draft_is_said_in_one_sentence(suluh, made, words, said):
    done = suluh("refer", made, *words)

    assert done.code == 2
    assert said in done.err
    assert not list((made / "releases").glob("draft-*"))
