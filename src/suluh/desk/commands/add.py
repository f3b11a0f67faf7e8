# SPDX-License-Identifier: Apache-2.0
"""`suluh add`: enter exhibits."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.acts.bags import bags_of, left_of
from suluh.case.acts.intake import Bag, Digests, add_exhibits, stated_digests
from suluh.case.case import Case
from suluh.case.corrections.correct import Fields, Lies, correct_exhibit
from suluh.case.corrections.outdated import outdated
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument, Corrects, WhyCorrected, option
from suluh.desk.printing import say
from suluh.model.errors import Misuse

NewPath = Annotated[Path | None, option("--path", "With --corrects: where the acquisition lies now.", "PATH")]
Stated = Annotated[
    Path | None, option("--digest", "The examiner's stated hashes, or a manifest, to compare with.", "FILE")
]
Withdraw = Annotated[
    bool, typer.Option("--withdraw", help="With --corrects: the acquisition was added by mistake, take it out.")
]
SameAs = Annotated[
    str | None, option("--same-as", "With --corrects: an exhibit that does hold the same files.", "LABEL")
]
app = typer.Typer()


@app.command(epilog="Example: suluh add cases/lp-1 /mnt/b1 --label B-1 --authority PEN-7 --timezone Asia/Jakarta")
def add(
    *,
    case: CaseArgument,
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="The seized tree or file.", show_default=False)
    ] = None,
    label: Annotated[str | None, option("--label", "The exhibit's label, such as B-1.")] = None,
    authority: Annotated[str | None, option("--authority", "Number of the paper that allows it.", "REF")] = None,
    acquisition: Annotated[
        str, option("--acquisition", "Which extraction of the exhibit; 1 if there is one.", "NAME")
    ] = "1",
    holder: Annotated[str | None, option("--holder", "Who held it.", "NAME")] = None,
    account: Annotated[list[str] | None, option("--account", "An account of the device itself.", "ID")] = None,
    timezone: Annotated[str | None, option("--timezone", "Zone of its clocks, such as Asia/Jakarta.", "ZONE")] = None,
    digest: Stated = None,
    new_path: NewPath = None,
    withdraw: Withdraw = False,
    same_as: SameAs = None,
    corrects: Corrects = None,
    reason: WhyCorrected = None,
    listed: Annotated[Path | None, option("--list", "A CSV list of exhibits instead of one.", "FILE")] = None,
    actor: Actor = None,
) -> None:
    """Enter an exhibit, or every exhibit of a list, or correct one; nothing is copied and nothing is changed."""
    named = (path, label, authority, holder, account, timezone, digest, new_path, same_as, corrects, reason)
    if listed is not None:
        if withdraw or any(one is not None for one in named):
            raise Misuse("--list stands alone: what belongs to an exhibit stands in its line of the list")
        bags = bags_of(listed, say)
    elif corrects is not None:
        if path is not None or label is not None:
            raise Misuse("an exhibit keeps its label for ever: name it with --corrects, and where it lies with --path")
        fields = _given(authority, holder, account, timezone)
        stated = stated_digests(digest, say) if digest else None
        if withdraw and (fields or (new_path, stated, same_as) != (None, None, None)):
            raise Misuse("--withdraw stands alone beside --acquisition: of what is taken out nothing else is corrected")
        lies = Lies(acquisition, new_path, stated, withdrawn=withdraw, same_as=same_as)
        _correct(case, actor, (corrects, reason), fields, lies)
        return
    elif withdraw or any(one is not None for one in (reason, new_path, same_as)):
        raise Misuse("--reason, --path, --withdraw and --same-as correct an exhibit: name it with --corrects")
    elif path is None or label is None or authority is None:
        raise Misuse("an exhibit needs PATH, --label and --authority; or give --list FILE")
    else:
        hashes = stated_digests(digest, say) if digest else Digests()
        bags = [Bag(path, label, authority, acquisition, holder, tuple(account or ()), timezone, *hashes)]
    with open_case(case, actor) as opened:
        _enter(opened, bags, bags if listed is None else left_of(opened, bags))
    say(f"Next: suluh run {case}")


def _enter(case: Case, bags: list[Bag], wanted: list[Bag]) -> None:
    """Enter what is not in the case yet, and say what is."""
    for bag in bags:
        if bag not in wanted:
            say(f"{bag.label}, acquisition {bag.acquisition}, is in the case already, just as the list says.")
    for bag, _ in zip(wanted, add_exhibits(case, wanted), strict=True):
        say(f"Added {bag.label}, acquisition {bag.acquisition}.")


def _given(authority: str | None, holder: str | None, account: list[str] | None, timezone: str | None) -> Fields:
    """What is said otherwise of an exhibit; an empty text takes away what was stated."""
    if authority == "":
        raise Misuse("an exhibit rests on a paper: --authority cannot be taken away")
    words = {"authority": authority, "holder": holder, "timezone": timezone}
    given: dict[str, str | tuple[str, ...] | None] = {
        name: text or None for name, text in words.items() if text is not None
    }
    if account is not None:
        given["accounts"] = tuple(one for one in account if one)
    return given


def _correct(case: Path, actor: str | None, what: tuple[str, str | None], fields: Fields, lies: Lies) -> None:
    """Correct an exhibit, and say of what."""
    label, reason = what
    with open_case(case, actor) as opened:
        changes = correct_exhibit(opened, label, fields, reason, lies)
        left = list(outdated(opened.rows))
    for note in left:
        say(f"Note: {note}.")
    say(f"Corrected {label}: {', '.join(changes)}. Next: suluh run {case}")
