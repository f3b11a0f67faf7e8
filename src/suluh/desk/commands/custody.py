# SPDX-License-Identifier: Apache-2.0
"""`suluh custody`: what was done with exhibits, and what leaves the case so that nobody can rewrite it unseen."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from suluh.case.folder import CaseFolder
from suluh.case.safety import timestamps
from suluh.desk.acting import open_case
from suluh.desk.options import Actor, CaseArgument
from suluh.desk.printing import say
from suluh.desk.typed.commands import typing
from suluh.model.dossier.exhibits import Handling
from suluh.model.times import utc

HELP = "What was done with exhibits; checkpoints of the ledger for paper, and time stamps on them."
app = typer.Typer(help=HELP, no_args_is_help=True)


@app.callback(epilog="Example: suluh custody cases/lp-1 checkpoint")
def custody(context: typer.Context, case: CaseArgument) -> None:
    """What was done with exhibits; checkpoints of the ledger for paper, and time stamps on them."""
    context.obj = case


@app.command(epilog="Example: suluh custody cases/lp-1 checkpoint")
def checkpoint(context: typer.Context, actor: Actor = None) -> None:
    """Sign the ledger as it stands, and say in both languages what to write by hand on the seizure record."""
    with open_case(context.obj, actor) as case:
        case.checkpoint()
        seen, number = case.witnessed or case.seen(), case.paper.number
    size, root = f"{seen.size}", seen.short()
    say("Tulis dengan tangan pada Berita Acara / Write by hand on the seizure record:")
    say(f"  Perkara {number}. Buku jejak: {size} catatan, akar {root}.")
    say(f"  Case {number}. Ledger: {size} entries, root {root}.")
    say(f"Whoever holds that paper compares it later: suluh verify {quote(str(context.obj))} --seen '{size} {root}'")


@app.command(epilog="Example: suluh custody cases/lp-1 request /media/stick/lp-1.tsq")
def request(
    context: typer.Context,
    out: Annotated[Path, typer.Argument(metavar="OUT.tsq", help="The file to be carried.", show_default=False)],
) -> None:
    """Write a request for a time stamp of the newest checkpoint, to be carried to an authority: a hash alone."""
    size = timestamps.request(CaseFolder(context.obj), out)
    say(f"Wrote {out}, a request by RFC 3161 for the checkpoint over {size:,} entries: carry it to the authority.")
    say(f"Next, with its answer: suluh custody {quote(str(context.obj))} attach IN.tsr --certificates FILE.pem")


@app.command(epilog="Example: suluh custody cases/lp-1 attach /media/stick/lp-1.tsr --certificates authority.pem")
def attach(
    context: typer.Context,
    answer: Annotated[Path, typer.Argument(metavar="IN.tsr", help="The answer.", show_default=False)],
    certificates: Annotated[
        Path,
        typer.Option(
            metavar="FILE.pem",
            help="The authority's root and those below it, received another way than the answer.",
            show_default=False,
        ),
    ],
    actor: Actor = None,
) -> None:
    """Check a time stamp and keep it beside the checkpoint that it is of; `suluh verify` checks it from then on."""
    with open_case(context.obj, actor) as case:
        found = timestamps.attach(case, answer, certificates)
    stamp, which = found.stamp, f"the checkpoint over {found.entries:,} entries"
    say(f"Attached: {stamp.authority} says that {which} was there at {utc(stamp.at)}.")
    say(f"It is trusted under a root of SHA-256 {stamp.root}: compare that with what the authority publishes.")


for _act in ("receive", "open", "copy", "hand-over", "return", "destroy"):
    _done = "--exhibit B-1 --done 2026-09-01T10:00+07:00 --taker S-2"
    typing(app, _act, Handling, f"suluh custody cases/lp-1 {_act} {_done}", act=_act)
