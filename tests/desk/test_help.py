# SPDX-License-Identifier: Apache-2.0
"""The commands, their help and their page in the docs say the same."""

import re
from pathlib import Path

import typer
from tests.each import each

from suluh.case.gate.viewer import views
from suluh.case.rights import RIGHTS
from suluh.desk.main import build, command_names

ROOT = Path(__file__).parent.parent.parent
DOCS = (ROOT / "docs" / "commands.md").read_text("utf-8")
ONES = {"--help"}


def leaves(command, words=()):
    """Every command that does something, with its words."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return {words: command}
    return {key: one for name, each in inner.items() for key, one in leaves(each, (*words, name)).items()}


COMMANDS = leaves(typer.main.get_command(build(command_names())))


def shapes():
    """The commands of the docs' tables: the words of each, and the options that its line names."""
    found = {}
    for line in re.findall(r"^\| `suluh ([^`]+)`", DOCS, re.MULTILINE):
        said = re.split(r"\[| --", line)[0].split()
        words = tuple(word for word in said if re.fullmatch(r"[a-z]+(-[a-z]+)*", word))
        key = next(known for known in COMMANDS if words[: len(known)] == known)
        found.setdefault(key, set()).update(re.findall(r"--[a-z0-9-]+", line))
    return found


def options(command):
    return {name for one in command.params for name in one.opts if name.startswith("--")} - ONES


def test_the_docs_name_every_command_and_no_other():
    assert set(shapes()) == set(COMMANDS)


@each("words", sorted(COMMANDS), " ".join)
def test_the_docs_name_every_option_of_a_command_and_no_other(words):
    assert shapes()[words] == options(COMMANDS[words])


def test_the_docs_name_every_list():
    assert [what for what in views() if not re.search(rf"\b{what}\b", DOCS)] == []


def test_the_help_names_every_command(suluh):
    done = suluh("--help")

    assert done.code == 0
    assert [name for name in command_names() if f" {name} " not in done.out] == []


@each("words", sorted(COMMANDS), " ".join)
def test_the_help_of_a_command_teaches_with_an_example(words):
    command = COMMANDS[words]

    assert command.help
    assert (command.epilog or "").startswith("Example: ")
    assert f"suluh {words[0]} " in command.epilog
    assert all(one.help for one in command.params if one.name != "help")


@each("words", sorted(COMMANDS), " ".join)
def test_an_example_uses_options_that_there_are(words):
    command = COMMANDS[words]

    assert set(re.findall(r"--[a-z-]+", command.epilog)) <= options(command)


def test_the_docs_say_which_access_may_do_what():
    for right, access in RIGHTS.items():
        [said] = re.findall(rf"^\| {re.escape(right)} \| (.*) \|$", DOCS, re.MULTILINE)
        assert set(said.split(", ")) == access, right


EXAMPLES = sorted(
    {
        line
        for page in (Path(__file__).parent.parent.parent / "docs" / "officer").rglob("*.md")
        for line in re.findall(r"^suluh .*", page.read_text("utf-8"), re.MULTILINE)
    }
)


@each("line", EXAMPLES)
def test_every_example_for_officers_is_a_command_with_its_options(line):
    first, *rest = line.split(" --")[0].split()[1:]
    given = set(re.findall(r"(?<= )--[a-z0-9-]+", line))

    key = next(known for known in COMMANDS if known[0] == first and (known[1:] == () or known[1] in rest))

    assert given - options(COMMANDS[key]) == set()
