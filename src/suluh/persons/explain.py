# SPDX-License-Identifier: Apache-2.0
"""Why two accounts are one person: the shortest chain of links between them."""

from collections.abc import Iterable

from suluh import plugins
from suluh.model.people import Link
from suluh.persons.clusters import path, paths
from suluh.persons.rule import Rule


def explain(links: Iterable[Link], left: str, right: str) -> tuple[Link, ...]:
    """The links that join two accounts, in order; empty when they are not one person."""
    return path((link for link in links if link.merges), left, right)


def chains(links: Iterable[Link], start: str) -> dict[str, tuple[Link, ...]]:
    """The links that join each further account of a person with one of them, in order."""
    return paths((link for link in links if link.merges), start)


def words_of_rule(name: str) -> str:
    """What the analyst reads of a rule: its docstring."""
    rules = {rule.name: rule.__doc__ or "" for rule in plugins.find("suluh.persons.rules", Rule)}
    return rules.get(name, "An officer decided so.")
