# SPDX-License-Identifier: Apache-2.0
"""D2 is checked without Suluh: lists for `sha256sum`, digests of what deals rest on, figures of one kind, codes."""

import hashlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from suluh.case.case import Case
from suluh.case.corrections.standing_papers import typed
from suluh.case.papers.examined import left_aside as aside
from suluh.case.papers.examined.received import Received, algorithm
from suluh.case.papers.examined.sums import Sums
from suluh.case.papers.making import MADE, Wanted, documents
from suluh.case.papers.material import Material
from suluh.case.papers.veiled import Veiled
from suluh.desk.languages import Language
from suluh.model.dossier.exhibits import Seizure
from suluh.model.ids import display
from suluh.model.intake import File, Standing
from suluh.model.rules.codes import CODES, kind_of
from suluh.referral.papers.forms.d2 import NOTHING_STATED
from suluh.referral.papers.forms.d2_again import DECIDING, SUMS
from suluh.referral.papers.forms.heads import PATHS
from suluh.referral.papers.known import known
from suluh.referral.papers.legend import CODES_HERE, PROSECUTOR, codes, texts_of, with_legend
from suluh.referral.papers.measured import MEANINGS, for_one_deal, rates
from suluh.referral.papers.report import NOT_ENTERED, NOT_RUN
from suluh.referral.papers.values import Both, Listed

from .conftest import AT

NO_PROGRAM = pytest.mark.skipif(shutil.which("sha256sum") is None, reason="the program sha256sum is not installed")


def report(papers):
    return next(one for one in papers.documents if one.number == "D2")


def table(papers, name):
    return next(one for one in report(papers).tables() if one.name == name)


def exhibit(papers, label, tmp_path):
    """A copy of the folder in which the files of an exhibit lie."""
    return Path(shutil.copytree(papers.folder.path.parent / "world" / "exhibits" / label, tmp_path / label))


def check(folder, listed):
    words = ["sha256sum", "-c", "--quiet", "--strict", str(listed)]
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)  # a fixed program


@NO_PROGRAM
@pytest.mark.parametrize("label", ["B-1", "B-2", "B-3"])
def test_sha256sum_alone_checks_an_exhibit_by_the_list_of_the_report(papers, label, tmp_path):
    [row] = [one for one in table(papers, SUMS).rows if one[1] == label]
    listed, folder = papers.written / row[0], exhibit(papers, label, tmp_path)

    assert hashlib.sha256(listed.read_bytes()).hexdigest() == row[5]
    found = check(folder, listed)
    assert (found.returncode, found.stdout) == (0, "")


@NO_PROGRAM
def test_a_changed_file_and_one_that_is_gone_are_named(papers, tmp_path):
    folder = exhibit(papers, "B-3", tmp_path)
    first, second = sorted(one for one in folder.rglob("*") if one.is_file())[:2]
    first.write_bytes(first.read_bytes() + b" ")
    second.unlink()

    found = check(folder, papers.written / "D2-sha256-B-3-1.txt")

    assert found.returncode == 1
    assert re.findall(r"\./(.+): FAILED", found.stdout) == [
        one.relative_to(folder).as_posix() for one in (first, second)
    ]


def test_a_list_counts_what_it_holds_and_what_it_leaves_out(papers):
    case = Case.open(papers.folder, papers.acting)
    lying = [one.exhibit for one in case.nouns(File) if not one.containers]
    case.close()

    for name, label, _, lines, left, _ in table(papers, SUMS).rows:
        text = (papers.written / name).read_text("utf-8", "backslashreplace")
        assert lines == len(re.findall(r"^\\?[0-9a-f]{64}  \./", text, re.MULTILINE))
        assert lines + left == lying.count(label)
        assert left == sum(map(int, re.findall(r"^# left out: (\d+) ", text, re.MULTILINE)))


def test_lists_of_labels_that_look_alike_as_names_of_files_are_two(decided):
    material = Material(decided, Veiled(decided))
    one, two, *_ = Sums(material, ("B-1", "B-2"), "D2").files()

    assert one != two


def test_the_files_that_deals_rest_on_are_listed_by_the_digest_that_they_have(papers, tmp_path):
    rows = table(papers, DECIDING).rows
    folder = exhibit(papers, "B-3", tmp_path)
    lying = {hashlib.sha256(one.read_bytes()).hexdigest() for one in folder.rglob("*") if one.is_file()}

    assert {row[4] for row in rows if row[0] == "B-3"} <= lying
    told = " ".join(part if isinstance(part, str) else part.english for row in rows for part in row[6].parts)
    confirmed = {
        row[0] for paper in papers.documents for one in paper.tables() if one.name == "1 rangkaian" for row in one.rows
    }
    covered = {
        f"R-{number}"
        for first, last in re.findall(r"R-(\d+)(?: \u2013 R-(\d+))?", told)
        for number in range(int(first), int(last or first) + 1)
    }
    assert {one for one in confirmed if str(one).startswith("R-")} <= covered


def test_where_no_digest_was_stated_the_report_says_that_nothing_was_compared(papers):
    stated = [(row[4], row[5]) for row in table(papers, "4a keutuhan").rows]

    assert stated
    assert all(differ == NOTHING_STATED for size, differ in stated if size == 0)


def test_a_digest_of_an_image_stands_behind_its_kind():
    assert [algorithm("a" * size).split()[0] for size in (32, 40, 64)] == ["MD5", "SHA-1", "SHA-256"]


def test_every_known_figure_has_a_meaning_that_takes_its_numbers_from_the_file():
    names = [one.name for one in known()]
    told = " ".join(one.english for one in for_one_deal())

    assert list(MEANINGS) == names
    assert len(rates()) == len(names)
    assert not [one for row in rates() for one in row if isinstance(one, Both) and "{" in one.english + one.indonesian]
    [wrong] = [one for one in known() if one.name == "deals-recorded"]
    part, _, whole = wrong.figure.partition(" / ")
    assert f"({part} of {whole} were wrong)" in told
    assert "made up by others" in told


def test_an_interval_is_said_to_have_two_sides(papers):
    [rate] = [one for one in report(papers).tables() if one.name == "6b tingkat kesalahan"]

    assert [head.english for head in rate.heads if "interval" in head.english] == ["Of 100: 95 % interval, two-sided"]


def test_every_code_on_a_paper_is_in_its_legend(papers):
    case = Case.open(papers.folder, papers.acting)
    given = Material(case, Veiled(case)).parties.given
    case.close()

    for paper in papers.documents:
        bare = replace_legend(paper)
        used = {kind_of(one) for one in codes(texts_of(bare)) if one in given}
        legend = [cell for name, cell in paper.head if name == CODES_HERE]
        said = [part.english for cell in legend for part in cell.parts]
        assert all(any(one.startswith(f"{CODES[kind].letters}-1, ") for one in said) for kind in used if kind), (
            paper.number
        )
        assert len(legend) == bool(used)


def replace_legend(paper):

    return replace(paper, head=tuple(pair for pair in paper.head if pair[0] != CODES_HERE))


def test_a_seal_that_looks_like_the_code_of_a_child_is_none(papers):
    paper = replace_legend(report(papers))

    legend = with_legend(paper, frozenset({"O-1"})).head[-1][1]

    assert isinstance(legend, Listed)
    assert [one.english for one in legend.parts if one.english.startswith("A-1")] == []
    assert PROSECUTOR not in legend.parts


def test_forms_of_the_prosecutor_are_explained_where_a_paper_names_one(papers):
    paper = replace_legend(report(papers))

    legend = with_legend(replace(paper, by="P-19"), frozenset({"O-1"})).head[-1][1]

    assert legend.parts[-1] == PROSECUTOR


def test_the_short_form_says_of_no_step_that_it_was_done_where_no_run_is_noted(papers):
    short = next(one for one in papers.documents if one.number == "D2-ringkas")
    idle = [row for row in table(papers, "5a langkah").rows if row[4] == NOT_RUN]
    said = [one.english for one in short.sections[0].says]

    assert idle
    assert [row for row in idle if any(one.startswith(f"{row[0]}. ") for one in said)] == []
    assert all(row[1].english in said[-1] for row in idle)


def test_two_accounts_of_a_child_are_told_apart_by_their_services(papers):
    said = [row[3].indonesian for row in table(papers, "11 keputusan").rows if "AK-1" in row[3].indonesian]

    assert not [one for one in said if "kaitan" in one and re.search(r"AK-1 dengan AK-1", one)]


def test_every_reason_of_what_was_not_read_is_said_in_indonesian(decided):
    [made, _] = documents(decided, Wanted(forms=("D2",), tell=Language("id").tell), AT)
    rows = next(one for one in made.tables() if one.name == "8a tidak diproses").rows

    assert rows
    assert [row[4].english for row in rows if row[4].english == row[4].indonesian] == []


def test_every_decision_is_a_sentence_in_both_languages(papers):
    rows = table(papers, "11 keputusan").rows

    assert rows
    assert all(row[3].english.endswith(".") and row[3].english != row[3].indonesian for row in rows)
    assert not [row for row in rows if "phone-credit" in row[3].indonesian]


def test_each_file_that_was_left_aside_is_named_and_as_many_as_are_counted(papers):
    groups, rows = table(papers, "8a tidak diproses").rows, table(papers, "8c satu per satu").rows
    whole = [row for row in rows if row[2].english != "could not be read"]
    note, key = table(papers, "8c satu per satu").notes

    assert rows
    assert len(whole) == sum(row[5] or 0 for row in groups)
    assert len(rows) - len(whole) == sum(row[6] or 0 for row in groups)
    assert all(re.match(r"B-\d: .", row[1].english) for row in rows)
    assert "not named" in note.english
    assert key == PATHS


def test_more_than_can_be_named_are_counted(decided, monkeypatch):
    monkeypatch.setattr(aside, "MOST", 1)
    [made, _] = documents(decided, Wanted(forms=("D2",), tell=str), AT)
    named = next(one for one in made.tables() if one.name == "8c satu per satu")
    groups = next(one for one in made.tables() if one.name == "8a tidak diproses").rows

    assert len(named.rows) == 2
    assert named.notes[0].english.startswith(f"{sum((row[5] or 0) + (row[6] or 0) for row in groups) - 2} more ")


def test_a_remark_on_a_file_that_is_left_aside_itself_is_no_second_thing(papers):
    whole = {row[0] for row in table(papers, "8c satu per satu").rows if row[2].english != "could not be read"}
    remarks = [row for row in table(papers, "8c satu per satu").rows if row[2].english == "could not be read"]
    twice = sum(row[0] in whole for row in remarks)
    said = [one.english for one in report(papers).sections[7].says]

    assert twice
    assert any(one.startswith(f"{twice} of these records") for one in said)


def test_the_short_form_names_each_figure_that_misses_its_goal(papers):
    short = next(one for one in papers.documents if one.number == "D2-ringkas")
    said = [one.english for one in short.sections[2].says if "NOT met" in one.english]

    assert len(said) == sum(not one.is_met for one in known())


def test_what_one_deal_means_has_the_share_of_all_deals_that_are_said():
    [share] = [one for one in rates() if one[1].english == "Deals said that are right"]

    assert share[6].english in for_one_deal()[1].english


def test_what_a_count_leaves_is_said_beside_it():
    [row] = [one for one in known() if one.name == "statements"]
    right, _, whole = row.figure.partition(" / ")
    [said] = [one[6].english for one in rates() if one[1].english == row.function.en]

    assert f"The other {int(whole) - int(right)} of " in said


def said(papers, number):
    """The sentences at the head of a part of the report."""
    return [one.english for one in report(papers).sections[number - 1].says]


def test_what_nobody_entered_of_an_exhibit_is_warned_of_in_the_short_form_too(papers):
    short = next(one for one in papers.documents if one.number == "D2-ringkas")
    warned = [one for one in short.sections[1].says if "does not show whether" in one.english]

    assert [one.english for one in warned] == [one for one in said(papers, 3) if "does not show whether" in one]
    assert warned


def test_a_day_in_a_name_after_the_seizure_is_told_with_the_numbers_of_the_files(decided):
    received = Received(Material(decided, Veiled(decided)), ("B-1",))
    [seizure] = [one for one in typed(decided.rows, Seizure) if one.exhibit == "B-1"]
    paths = {
        one.id: "/".join(map(display, (*one.containers, one.path))) for one in decided.nouns(File, {"exhibit": "B-1"})
    }
    files = {one.file: one.position + 1 for one in decided.nouns(Standing, {"exhibit": "B-1"})}

    later, *bear = received.later()

    runs = re.findall(r"(\d+)(?:\u2013(\d+))?", later.english.partition("intake: ")[2].partition(")")[0])
    told = [number for one, last in runs for number in range(int(one), int(last or one) + 1)]
    days = {number: re.findall(r"20\d\d-?\d\d-?\d\d", paths[name]) for name, number in files.items()}
    assert told
    assert f"; {len(told)} of its files" in later.english
    assert all(re.search(r"R-\d+ (\(not decided\) )?\d+/\d+", one.english) for one in bear)
    inside = {files[one.id] for one in decided.nouns(File, {"exhibit": "B-1"}) if "2026-01-20" in str(one.containers)}
    assert inside
    assert inside <= set(told)
    assert all(any(day.replace("-", "") > seizure.taken[:10].replace("-", "") for day in days[one]) for one in told)


def test_how_decisions_were_made_is_counted(papers):
    rows = table(papers, "11 keputusan").rows
    facts = said(papers, 11)[1:]

    [by] = [one for one in facts if one.startswith("Decisions by officer")]
    assert sum(map(int, re.findall(r" (\d+)[,.]", by))) == len(rows)
    assert any(re.fullmatch(r"The shortest time .* was \d+ seconds\.", one) for one in facts)
    assert any(one.startswith("Of ") and "stand so now" in one for one in facts)


def test_an_authority_that_limits_nothing_is_named_beside_the_count_of_what_lies_outside(papers):
    [limit] = [one for one in said(papers, 8) if one.startswith("No period and no kinds")]

    assert all(str(row[1]) in limit for row in table(papers, "1a kewenangan").rows)
    assert all(row[4] == NOT_ENTERED for row in table(papers, "1a kewenangan").rows)


def test_every_paper_says_when_it_was_made_and_by_whom(papers):
    for paper in papers.documents:
        assert paper.head[0] == (MADE, f"{paper.by}, 2026-02-03 04:05:06 UTC")
