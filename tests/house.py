# SPDX-License-Identifier: Apache-2.0
"""The rules of the house, read off the source: floors, neighbours, powers."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.form import form_faults
from tests.walked import walked

FIRST_FLOOR = (
    *("exhibits", "workers", "custody", "store", "hashing", "readers", "deals", "persons", "network"),
    *("unseen", "leads", "referral", "simulator"),
)
FLOORS = {"model": 0, "plugins": 0, **dict.fromkeys(FIRST_FLOOR, 1), "case": 2, "unit": 2, "trial": 3, "desk": 4}
"""Every room and the floor it lies on."""

MAY = {("case", "unit")}
"""Neighbours that one may import from the other."""

SIMULATES = {"desk/commands/simulate.py", "desk/commands/demo.py", "desk/commands/lesson.py"}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM|WITH)\s+[\w\"*(]")
SQL_ROOMS = ("store/", "workers/child/database.py", "simulator/")

Rooms = tuple[str, ...]
NOBODY: Rooms = ("\0",)
"""A beginning that no path has."""

POWERS: dict[str, Rooms] = {
    "PIL": ("hashing/", "simulator/"),
    **dict.fromkeys(("cv2", "av", "pi_heif"), ("hashing/",)),
    "ctypes": ("workers/", "hashing/pictures/heif.py", "exhibits/unpack/library.py"),
    "subprocess": ("workers/", "custody/standalone.py"),  # the second is no part of Suluh when it runs: it asks openssl
    "uvicorn": ("desk/",),
    "socket": ("desk/", "workers/"),  # workers talk over pairs; who may open a port stands below
    "ray": ("workers/engines/ray.py",),
    **dict.fromkeys(("pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"), NOBODY),
    **dict.fromkeys(("multiprocessing", "concurrent.futures.process"), NOBODY),
    **dict.fromkeys(("concurrent.futures.ProcessPoolExecutor", "asyncio.subprocess", "pty"), NOBODY),
    **dict.fromkeys(("socketserver", "http.server", "wsgiref", "xmlrpc"), NOBODY),
    **dict.fromkeys(("urllib.request", "http.client", "requests", "httpx", "aiohttp", "urllib3"), NOBODY),
    **dict.fromkeys(("ftplib", "smtplib", "imaplib", "poplib", "webbrowser", "websockets"), NOBODY),
}
"""Modules that only some rooms may import."""

CALLS: dict[str, Rooms] = {
    **dict.fromkeys(("os.fork", "os.forkpty", "os.posix_spawn", "os.posix_spawnp"), ("workers/",)),
    **dict.fromkeys(("os.execv", "os.execve", "os.execvp", "os.execvpe", "os.execl"), ("workers/",)),
    **dict.fromkeys(("os.spawnv", "os.spawnl", "os.spawnve", "os.spawnvp", "os.system", "os.popen"), NOBODY),
    **dict.fromkeys(("asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell"), NOBODY),
    **dict.fromkeys(("asyncio.start_server", "asyncio.open_connection"), NOBODY),
    "socket.create_connection": ("workers/engines/ray.py",),
    "socket.create_server": ("desk/",),
    "sqlite3.connect": SQL_ROOMS,
    "importlib.import_module": ("plugins.py", "workers/", "hashing/pictures/video.py", "desk/main.py"),
    **dict.fromkeys(("eval", "exec", "__import__"), NOBODY),
    "print": ("desk/",),
}
"""Calls that only some rooms may make."""

METHODS: dict[str, Rooms] = {
    "bind": ("desk/", "workers/engines/ray.py"),
    "save": ("simulator/",),
    "add_stream": NOBODY,
}
"""Methods that only some rooms may call: a port opened, a picture or a film encoded."""


class Read(NamedTuple):
    """What was read off one file: its broken rules, and the modules that it imports."""

    faults: tuple[str, ...]
    imports: frozenset[str]


def faults(root: Path) -> list[str]:
    """Every broken rule in a source tree, as ``file:line: sentence``."""
    return sorted(fault for path in sorted(root.rglob("*.py")) for fault in read(path, root).faults)


def read(path: Path, root: Path) -> Read:
    """What is read off one file of a source tree: once as long as it says the same."""
    return _read(path.relative_to(root).as_posix(), path.read_text("utf-8"))


@cache
def _read(where: str, text: str) -> Read:
    tree = ast.parse(text)
    nodes = walked(tree)
    form = (f"{where}:{line}: {sentence}" for line, sentence in form_faults(where, text, tree, nodes))
    imports = frozenset(module for node in nodes for module in imported(node, where))
    return Read((*form, *_faults_in(nodes, where)), imports)


def _faults_in(nodes: list[ast.AST], where: str) -> Iterator[str]:
    for node in nodes:
        for module in imported(node, where):
            yield from (f"{where}:{node.lineno}: {sentence}" for sentence in _import_faults(where, module))
        yield from (f"{where}:{getattr(node, 'lineno', 0)}: {sentence}" for sentence in _other_faults(where, node))


def imported(node: ast.AST, where: str) -> Iterator[str]:
    """Modules that a node imports, relative ones resolved; ``from a import b`` counts as ``a`` and ``a.b``."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
    elif isinstance(node, ast.ImportFrom):
        package = ["suluh", *Path(where).parent.parts]
        base = package[: len(package) - node.level + 1] if node.level else []
        module = ".".join([*base, *((node.module or "").split(".") if node.module else [])])
        yield module
        yield from (f"{module}.{name.name}" for name in node.names)


def _room(module: str) -> str | None:
    parts = module.split(".")
    return parts[1] if parts[0] == "suluh" and len(parts) > 1 else None


def _import_faults(where: str, module: str) -> Iterator[str]:
    here, there = Path(where).parts[0].removesuffix(".py"), _room(module)
    if there is not None and not where.startswith("__") and there != "__version__":
        yield from _floor_faults(where, here, there)
        if module.startswith("suluh.store.write") and where != "case/keep.py" and here != "store":
            yield f"{module} is for case/keep.py alone"
    for name, rooms in (*POWERS.items(), *CALLS.items()):
        if (module == name or module.startswith(name + ".")) and not where.startswith(rooms):
            yield f"{name} is not for this room"


def _floor_faults(where: str, here: str, there: str) -> Iterator[str]:
    if here == there:
        return
    above, below = FLOORS.get(here), FLOORS.get(there)
    if above is None or below is None:
        yield f"the house has no room {there if below is None else here}"
    elif here == "desk":
        allowed = {"case", "unit", "trial", "model", "plugins"} | ({"simulator"} if where in SIMULATES else set())
        if there not in allowed:
            yield f"the desk imports {there}"
    elif below > above:
        yield f"an import goes up, from {here} to {there}"
    elif below == above and above > 0 and (here, there) not in MAY:
        yield f"{here} imports its neighbour {there}"


def _other_faults(where: str, node: ast.AST) -> Iterator[str]:
    if _is_sql(node) and not where.startswith(SQL_ROOMS):
        yield "SQL outside its rooms"
    if isinstance(node, ast.Call):
        yield from _call_faults(where, node)
    if isinstance(node, ast.ExceptHandler) and where != "workers/child/child.py":
        yield from _broad(node)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
        yield from _any_faults(node)


def _is_sql(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(SQL.match(node.value))


def _call_faults(where: str, node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func)
    if not where.startswith(CALLS.get(name, ("",))):
        yield f"{name} is not for this room"
    method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
    if not where.startswith(METHODS.get(method, ("",))):
        yield f"{method} is not for this room"
    if any(one.arg == "allow_pickle" and ast.unparse(one.value) != "False" for one in node.keywords):
        yield "a pickle is read"


def _broad(node: ast.ExceptHandler) -> Iterator[str]:
    """A broad `except` is a fault unless all it does is tidy up and raise again."""
    is_broad = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
    last = node.body[-1]
    if is_broad and not (isinstance(last, ast.Raise) and last.exc is None):
        yield "a broad except"


def _any_faults(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    given = node.args
    arguments = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    for note in (*(one.annotation for one in arguments if one), node.returns):
        if note is not None and re.search(r"\bAny\b", ast.unparse(note)):
            yield f"Any in the public signature of {node.name}"
