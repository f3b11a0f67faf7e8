# SPDX-License-Identifier: Apache-2.0
"""`suluh add`: enter exhibits."""

from pathlib import Path
from typing import Annotated

import typer

from suluh.case.bags import bags_of
from suluh.case.intake import Bag, add_exhibits, stated_digests
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument, option
from suluh.desk.printing import say
from suluh.model.errors import Misuse

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
    digest: Annotated[Path | None, option("--digest", "The examiner's stated hashes, to compare with.", "FILE")] = None,
    listed: Annotated[Path | None, option("--list", "A CSV list of exhibits instead of one.", "FILE")] = None,
    actor: Actor = None,
) -> None:
    """Enter an exhibit, or every exhibit of a list; nothing is copied and nothing is changed."""
    if listed is not None:
        if any(one is not None for one in (path, label, authority, holder, account, timezone, digest)):
            raise Misuse("--list stands alone: what belongs to an exhibit stands in its line of the list")
        bags = bags_of(listed, say)
    elif path is None or label is None or authority is None:
        raise Misuse("an exhibit needs PATH, --label and --authority; or give --list FILE")
    else:
        stated = stated_digests(digest, say) if digest else ()
        bags = [Bag(path, label, authority, acquisition, holder, tuple(account or ()), timezone, stated)]
    with open_case(case, actor) as opened:
        for bag, _ in zip(bags, add_exhibits(opened, bags), strict=True):
            say(f"Added {bag.label}, acquisition {bag.acquisition}.")
    say(f"Next: suluh run {case}")
