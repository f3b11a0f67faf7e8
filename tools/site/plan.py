# SPDX-License-Identifier: Apache-2.0
"""Which pages the documentation has, and in which order: a page that stands under no heading is a fault."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Section(NamedTuple):
    """One heading of the contents, in Indonesian and English, and where its pages lie."""

    title: str
    pages: tuple[str, ...]
    """Names below docs/, or a folder whose pages follow in the order of their names."""


PLAN = (
    Section("Untuk petugas", ("officer/id/",)),
    Section("For officers", ("officer/en/",)),
    Section("Commands and lists", ("commands.md", "dossier.md", "schema.md", "glossary.md")),
    Section(
        "How it works",
        (
            *(
                "custody.md",
                "backup.md",
                "law.md",
                "masking.md",
                "hashing.md",
                "hash-sets.md",
                "containers.md",
                "readers.md",
                "statements.md",
            ),
            *("profiles.md", "persons.md", "deals.md", "network.md", "unseen.md", "leads.md"),
        ),
    ),
    Section("How well it works", ("accuracy.md", "check.md", "performance.md", "asvs.md")),
    Section("For maintainers", ("simulator.md", "workers.md", "dependencies.md", "plan.md")),
    Section("Decisions", ("decisions/",)),
)


def planned(docs: Path) -> Iterator[tuple[Section, list[Path]]]:
    """Every section with its pages. Raises `ValueError` for a page that no section has."""
    left = set(docs.rglob("*.md"))
    for section in PLAN:
        pages = [path for name in section.pages for path in _pages(docs, name)]
        left -= set(pages)
        yield section, pages
    rest = (path for path in left if not _is_named_as_folder(docs, path))
    loose = sorted(str(path.relative_to(docs)) for path in rest)
    if loose:
        raise ValueError(f"tools/site/plan.py names no section for {', '.join(loose)}")


def _pages(docs: Path, name: str) -> list[Path]:
    return sorted((docs / name).glob("*.md")) if name.endswith("/") else [docs / name]


def _is_named_as_folder(docs: Path, path: Path) -> bool:
    """Figures of one subject stand below a folder that is named as its page."""
    return (docs / f"{path.relative_to(docs).parts[0]}.md").exists()
