# SPDX-License-Identifier: Apache-2.0
"""A report that refers to an annex says whether that annex was made with it."""

from tests.referral.papers.conftest import AT

from suluh.case.papers.making import Wanted, documents, referred


def notes(report):
    return [one for table in report.tables() if table.name.startswith("14") for one in table.notes]


def test_a_report_names_the_annexes_that_were_not_made_with_it(papers, decided):
    all_of_it = next(one for one in papers.documents if one.number == "D2")
    *made, report, _ = documents(decided, Wanted(persons=(papers.seller,), tell=str), AT)

    numbers = {one.number for one in made}
    unmade = referred(report) - numbers
    assert unmade
    [said] = [one for one in notes(report) if one.english.startswith("This report refers to annexes that were not")]
    assert all(name in said.english and name in said.indonesian for name in unmade)
    assert not [one for one in notes(all_of_it) if "not made with it" in one.english and "D3-" in one.english]
