# SPDX-License-Identifier: Apache-2.0
"""The rules of the house, read off the source: floors, neighbours, powers, sizes."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

FLOORS = {"model": 0, "plugins": 0, "case": 2, "unit": 2, "desk": 3}
"""Every other room lies on floor 1."""

MAY = {("case", "unit")}
"""Neighbours that one may import from the other."""

SIMULATES = {"desk/commands/simulate.py", "desk/commands/demo.py"}
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA|ATTACH|VACUUM|WITH)\s+[\w\"*(]")
SQL_ROOMS = ("store/", "workers/database.py", "simulator/")
POWERS: dict[str, tuple[str, ...]] = {
    "PIL": ("hashing/", "simulator/"),
    "cv2": ("hashing/",),
    "av": ("hashing/",),
    "pi_heif": ("hashing/",),
    "subprocess": ("workers/",),
    "pty": (),
    "uvicorn": ("desk/",),
    "socketserver": (),
    "socket": ("desk/", "workers/"),
    "sqlalchemy": ("store/",),
    "alembic": ("store/",),
    "ray": ("workers/engines/ray.py",),
    "pickle": (),
    "marshal": (),
    "shelve": (),
    "dill": (),
    "multiprocessing": (),
    "concurrent.futures.process": (),
    "urllib.request": (),
    "http.client": (),
    "requests": (),
    "httpx": (),
    "aiohttp": (),
    "urllib3": (),
    "ftplib": (),
    "smtplib": (),
    "webbrowser": (),
}
"""Modules that only some rooms may import; an empty tuple means none."""

CALLS: dict[str, tuple[str, ...]] = {
    "os.fork": ("workers/",),
    "os.system": (),
    "os.popen": (),
    "os.posix_spawn": ("workers/",),
    "os.execv": ("workers/",),
    "os.execve": ("workers/",),
    "eval": (),
    "exec": (),
}
"""Calls that only some rooms may make."""

LONGEST = 400


def faults(root: Path) -> list[str]:
    """Every broken rule in a source tree, as ``file:line: sentence``."""
    return sorted(fault for path in sorted(root.rglob("*.py")) for fault in _faults_in(path, root))


def _faults_in(path: Path, root: Path) -> Iterator[str]:
    where = path.relative_to(root).as_posix()
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    yield from _form(where, text, tree)
    for node in ast.walk(tree):
        for module in _imported(node, where):
            yield from (f"{where}:{node.lineno}: {sentence}" for sentence in _import_faults(where, module))
        yield from (f"{where}:{getattr(node, 'lineno', 0)}: {sentence}" for sentence in _other_faults(where, node))


def _form(where: str, text: str, tree: ast.Module) -> Iterator[str]:
    if not text.startswith("# SPDX-License-Identifier: Apache-2.0\n"):
        yield f"{where}:1: the first line is not the SPDX line"
    if not ast.get_docstring(tree):
        yield f"{where}:1: the file has no docstring"
    if text.count("\n") > LONGEST:
        yield f"{where}:1: {text.count(chr(10))} lines are more than {LONGEST}"


def _imported(node: ast.AST, where: str) -> Iterator[str]:
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
    for name, rooms in POWERS.items():
        if (module == name or module.startswith(name + ".")) and not where.startswith(rooms or ("\0",)):
            yield f"{name} is not for this room"


def _floor_faults(where: str, here: str, there: str) -> Iterator[str]:
    if here == there:
        return
    above, below = FLOORS.get(here, 1), FLOORS.get(there, 1)
    if here == "desk":
        allowed = {"case", "unit", "model", "plugins"} | ({"simulator"} if where in SIMULATES else set())
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
        name = ast.unparse(node.func)
        if name in CALLS and not where.startswith(CALLS[name] or ("\0",)):
            yield f"{name} is not for this room"
        if name == "print" and not where.startswith("desk/"):
            yield "print outside the desk"
    if isinstance(node, ast.ExceptHandler) and where != "workers/child.py":
        yield from _broad(node)
    if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
        yield from _any_faults(node)


def _is_sql(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(SQL.match(node.value))


def _broad(node: ast.ExceptHandler) -> Iterator[str]:
    """A broad `except` is a fault unless all it does is tidy up and raise again."""
    is_broad = node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"}
    last = node.body[-1]
    if is_broad and not (isinstance(last, ast.Raise) and last.exc is None):
        yield "a broad except"


def _any_faults(node: ast.FunctionDef) -> Iterator[str]:
    arguments = [*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs]
    for note in (*(one.annotation for one in arguments), node.returns):
        if note is not None and re.search(r"\bAny\b", ast.unparse(note)):
            yield f"Any in the public signature of {node.name}"
