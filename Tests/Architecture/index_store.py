"""Reads the index that the compiler writes next to a debug build: which symbols each file defines and uses."""

import ctypes
import json
import subprocess
from ctypes import c_bool, c_char_p, c_int, c_size_t, c_uint, c_uint64, c_void_p
from pathlib import Path
from typing import NamedTuple

# From indexstore.h, which the toolchain contains.
DEFINITION, REFERENCE = 1 << 1, 1 << 2
RECORD = 2


class Occurrence(NamedTuple):
    symbol: str
    name: str
    line: int
    is_definition: bool


class Text(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("length", c_size_t)]

    def __str__(self):
        return ctypes.string_at(self.data, self.length).decode()


VISIT = ctypes.CFUNCTYPE(c_bool, c_void_p, c_void_p)
FUNCTIONS = {
    "store_create": (c_void_p, c_char_p, c_void_p),
    "unit_reader_create": (c_void_p, c_void_p, c_char_p, c_void_p),
    "unit_reader_get_main_file": (Text, c_void_p),
    "unit_reader_dependencies_apply_f": (c_bool, c_void_p, c_void_p, VISIT),
    "unit_dependency_get_kind": (c_int, c_void_p),
    "unit_dependency_get_name": (Text, c_void_p),
    "record_reader_create": (c_void_p, c_void_p, c_char_p, c_void_p),
    "record_reader_occurrences_apply_f": (c_bool, c_void_p, c_void_p, VISIT),
    "occurrence_get_symbol": (c_void_p, c_void_p),
    "occurrence_get_roles": (c_uint64, c_void_p),
    "occurrence_get_line_col": (None, c_void_p, c_void_p, c_void_p),
    "symbol_get_usr": (Text, c_void_p),
    "symbol_get_name": (Text, c_void_p),
}


class IndexStore:
    """The index in a folder."""

    def __init__(self, folder):
        info = json.loads(subprocess.check_output(["swiftc", "-print-target-info"]))
        libraries = Path(info["paths"]["runtimeResourcePath"]).parent
        library = ctypes.CDLL(str(next(libraries.glob("libIndexStore.*"))))
        for name, (result, *parameters) in FUNCTIONS.items():
            function = library[f"indexstore_{name}"]
            function.restype, function.argtypes = result, parameters
            setattr(self, name, function)
        self.folder, self.store = folder, self.store_create(str(folder).encode(), None)

    def units(self):
        """The newest unit of each compiled file by its path: (time of compilation, unit)."""
        newest = {}
        for file in self.folder.glob("v*/units/*"):
            unit = self.unit_reader_create(self.store, file.name.encode(), None)
            source = Path(str(self.unit_reader_get_main_file(unit)))
            newest[source] = max(newest.get(source, (0, 0)), (file.stat().st_mtime, unit))
        return newest

    def occurrences(self, unit):
        """Where the file of a unit defines and uses symbols."""
        records, found = [], []

        def visit_dependency(_, dependency):
            if self.unit_dependency_get_kind(dependency) == RECORD:
                records.append(str(self.unit_dependency_get_name(dependency)))
            return True

        def visit_occurrence(_, occurrence):
            roles = self.occurrence_get_roles(occurrence)
            if roles & (DEFINITION | REFERENCE):
                symbol, line = self.occurrence_get_symbol(occurrence), c_uint()
                self.occurrence_get_line_col(occurrence, ctypes.byref(line), ctypes.byref(c_uint()))
                usr, name = str(self.symbol_get_usr(symbol)), str(self.symbol_get_name(symbol))
                found.append(Occurrence(usr, name, line.value, bool(roles & DEFINITION)))
            return True

        self.unit_reader_dependencies_apply_f(unit, None, VISIT(visit_dependency))
        for name in records:
            record = self.record_reader_create(self.store, name.encode(), None)
            self.record_reader_occurrences_apply_f(record, None, VISIT(visit_occurrence))
        return found
