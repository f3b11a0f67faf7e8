# SPDX-License-Identifier: Apache-2.0
"""Loads what Python itself would only import when first used: a locked worker cannot."""

import codecs
import importlib

NAMES = ("ascii", "cp1250", "cp1251", "cp1252", "cp437", "cp850", "gb18030", "hex", "idna", "latin-1", "mac-roman")
WIDE = ("big5", "euc-kr", "shift-jis", "utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32")
MODULES = ("_strptime", "bz2", "lzma", "stringprep", "traceback", "unicodedata", "xml.etree.ElementTree", "zoneinfo")


def warm() -> None:
    """Load codecs and modules that a library may ask for while it reads."""
    for name in (*NAMES, *WIDE):
        codecs.lookup(name)
    for module in MODULES:
        importlib.import_module(module)
