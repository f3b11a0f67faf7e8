# SPDX-License-Identifier: Apache-2.0
"""Finds extensions: every class in a folder that extends a base."""

import importlib
import inspect
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeGuard, TypeVar

from suluh.model.errors import TwoOfOneName

T = TypeVar("T")


@cache
def find(package: str, base: type[T]) -> tuple[type[T], ...]:
    """Every class below a package that extends `base` and has a name, sorted by name; two of one name is an error."""
    found: dict[str, type[T]] = {}
    for module in _modules(package):
        for _, one in inspect.getmembers(module, inspect.isclass):
            if not _is_extension(one, base, module.__name__):
                continue
            name = str(getattr(one, "name", one.__name__))
            if name in found:
                raise TwoOfOneName(f"{name} is the name of two extensions of {package}: rename one of them")
            found[name] = one
    return tuple(found[name] for name in sorted(found))


def _modules(package: str) -> list[ModuleType]:
    """All modules of a package, in the order of their names."""
    folder = importlib.import_module(package)
    names = sorted(module.name for module in pkgutil.iter_modules(folder.__path__))
    return [importlib.import_module(f"{package}.{name}") for name in names]


def _is_extension(one: type, base: type[T], module: str) -> TypeGuard[type[T]]:
    """Whether a class is a finished extension that this very module defines."""
    return issubclass(one, base) and one is not base and one.__module__ == module and not inspect.isabstract(one)
