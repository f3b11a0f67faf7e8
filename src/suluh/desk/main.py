# SPDX-License-Identifier: Apache-2.0
"""The command `suluh`: finds the commands, and prints what stops one as a sentence."""

import gc
import hashlib
import importlib
import os
import pkgutil
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Annotated

import typer
from rich.console import Console
from typer.core import TyperGroup
from typer.exceptions import TyperException

from suluh import __version__
from suluh.case.folder import Unreadable
from suluh.desk import commands
from suluh.desk.closing import OTHERS
from suluh.desk.printing import say
from suluh.desk.web.visible import one_line
from suluh.model.errors import SuluhError

HELP = """Suluh takes lawfully seized exhibits to a referral that can be checked.

It shows and sends no media, masks persons without a purpose, and writes every act in a signed ledger.
"""
EPILOG = "Begin with `suluh demo`, or with: suluh new CASE --number LP/1/2026 --unit 'Unit PPA'"

UNREADABLE = "see that its disk is attached and does not fail, then do the same again, or run `suluh verify`"
"""What can be done where a disk gives no bytes in the middle of a command."""

STOPPED = 130
"""Exit code after Ctrl-C."""


class Sorted(TyperGroup):
    """Commands in the order of their names."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override] # Typer's public name of the same class
        """The names, sorted."""
        return sorted(super().list_commands(ctx))


def command_names() -> tuple[str, ...]:
    """Every command, by name: one file each under `desk/commands/`."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(commands.__path__)))


def build(names: Sequence[str]) -> typer.Typer:
    """The command line with some of its commands; one is enough to run it, and starts quicker."""
    root = typer.Typer(
        name="suluh",
        cls=Sorted,
        help=HELP,
        epilog=EPILOG,
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
    )
    root.callback()(_root)
    for name in names:
        app: typer.Typer = importlib.import_module(f"{commands.__name__}.{name}").app
        if app.registered_callback or len(app.registered_commands) > 1 or app.registered_groups:
            root.add_typer(app, name=name)
        else:
            root.registered_commands.extend(app.registered_commands)
    return root


def _say_version(is_asked: bool) -> None:  # noqa: FBT001 # called by Typer with the value of the option
    if is_asked:
        say(f"suluh {__version__}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", help="Say which version this is.", is_eager=True, callback=_say_version)
]


def _root(*, version: Version = False) -> None:
    """Nothing: all other options stand with their commands."""
    del version


def main(words: Sequence[str] | None = None) -> None:
    """Run one command and exit: 0 done, 1 something is wrong, 2 misuse, 130 stopped."""
    os.umask(OTHERS)
    _keep_compiled_code()
    given = list(sys.argv[1:] if words is None else words)
    sys.excepthook = _say_fault
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    wanted = [name for name in command_names() if given[:1] == [name]]
    try:
        # called so, and not as `root()`, for that would set a hook of its own which prints a traceback
        command = typer.main.get_command(_loaded(wanted or command_names()))
        sys.exit(command(given, prog_name="suluh", standalone_mode=False))
    except (KeyboardInterrupt, typer.Abort):
        _say("stopped")
        sys.exit(STOPPED)
    except TyperException as error:
        if error.format_message():  # else a command without words printed its help
            _say(_misuse(error, given))
        sys.exit(error.exit_code)
    except SuluhError as error:
        _say(str(error))
        sys.exit(error.exit_code)
    except Unreadable as error:
        _say(f"the case file cannot be read ({error}): {UNREADABLE}")
        sys.exit(1)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        _say(f"{where}{error.strerror or error}: see that the path is right and may be used, then do the same again")
        sys.exit(1)


def _loaded(names: Sequence[str]) -> typer.Typer:
    """The command line with some of its commands; nothing of what loads is thrown away, so nothing is looked for."""
    gc.disable()
    try:
        return build(names)
    finally:
        gc.enable()


def _misuse(error: TyperException, given: Sequence[str]) -> str:
    """What was wrong with the words of a command, and where its help is."""
    sentence = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
    known = f"suluh {given[0]}" if given[:1] and given[0] in command_names() else "suluh"
    deepest = getattr(getattr(error, "ctx", None), "command_path", known)
    path = deepest.replace("{CASE}", "CASE") if deepest.startswith(known) else known
    return f"{sentence}: see `{path} --help`"


def _keep_compiled_code() -> None:
    """Have numeric functions compiled once on a machine, and anew for every change of what they are made of."""
    if "NUMBA_CACHE_DIR" in os.environ:
        return
    cache = Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser()
    source = hashlib.sha256()
    for path in sorted((Path(commands.__path__[0]).parent.parent / "hashing").rglob("*.py")):
        source.update(path.read_bytes())
    os.environ["NUMBA_CACHE_DIR"] = str(cache / "suluh" / f"numba-{source.hexdigest()[:16]}")


def _say(sentence: str) -> None:
    """A sentence on the error stream, whole, unadorned and on one line."""
    Console(stderr=True, soft_wrap=True, markup=False, highlight=False, emoji=False).print(
        f"suluh: {one_line(sentence)}"
    )


def _say_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault of the program in one sentence, with the place to report."""
    frames = traceback.extract_tb(trace)
    where = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "an unknown place"
    _say(f"a fault of the program at {where} ({kind.__name__}: {error}); nothing half-done was kept; please report it")
