"""Parquet files of a folder, here or in an object store (``s3://``, ``gs://``, ``hdfs://``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
from pyarrow import fs, parquet

from claims.errors import FactcheckError

MARK = "_factcheck"
"""The file by which a folder is known to hold an earlier answer."""


class Part(NamedTuple):
    """Some row groups of one Parquet file."""

    path: str
    first: int
    last: int
    """Row groups, from 0, ``last`` not among them."""


class Folder:
    """A folder that tasks on any machine read from and write to; pickled as its address."""

    def __init__(self, address: str) -> None:
        self.address = address
        try:
            local = str(Path(address).absolute()) if "://" not in address else address
            self._system, self._root = fs.FileSystem.from_uri(local)
        except (pa.ArrowInvalid, OSError) as error:
            hint = "give a folder here, or an address as s3://bucket/folder"
            raise FactcheckError(f"cannot be opened: {error}", where=address, hint=hint) from error

    def __reduce__(self) -> tuple[Any, ...]:
        return Folder, (self.address,)

    def list_files(self, name: str = "") -> list[str]:
        """Return the Parquet files under ``name``, sorted, as paths within the folder; the folder may be one file."""
        start = self._join(name)
        info = self._system.get_file_info(start)
        if info.type == fs.FileType.File:
            return [""]
        found = self._system.get_file_info(fs.FileSelector(start, recursive=True, allow_not_found=True))
        files = (each.path for each in found if each.type == fs.FileType.File and each.path.endswith(".parquet"))
        return sorted(path[len(self._root) :].lstrip("/") for path in files)

    def split(self, path: str, rows: int) -> Iterator[Part]:
        """Yield the parts of a file, each of whole row groups and of about so many rows."""
        try:
            with parquet.ParquetFile(self._join(path), filesystem=self._system) as file:
                sizes = [file.metadata.row_group(number).num_rows for number in range(file.num_row_groups)]
        except (pa.ArrowInvalid, OSError) as error:
            hint = "give Parquet files with the columns of docs/formats.md"
            raise FactcheckError(f"cannot be read: {error}", where=self._join(path), hint=hint) from error
        first = held = 0
        for number, size in enumerate(sizes):
            held += size
            if held >= rows or number == len(sizes) - 1:
                yield Part(path, first, number + 1)
                first, held = number + 1, 0

    def read_part(self, part: Part) -> pa.Table:
        """Return the rows of a part."""
        with parquet.ParquetFile(self._join(part.path), filesystem=self._system) as file:
            return file.read_row_groups(range(part.first, part.last))

    def read(self, paths: Sequence[str], schema: pa.Schema) -> pa.Table:
        """Return the rows of several files as one table."""
        tables = [parquet.read_table(self._join(path), filesystem=self._system, schema=schema) for path in paths]
        return pa.concat_tables(tables) if tables else schema.empty_table()

    def write(self, path: str, table: pa.Table) -> None:
        """Write a table, under another name first where the file system can rename, so that no half file is left."""
        target = self._join(path)
        self._system.create_dir(target.rpartition("/")[0], recursive=True)
        unfinished = f"{target}.unfinished"
        parquet.write_table(table, unfinished, filesystem=self._system, compression="zstd")
        self._system.move(unfinished, target)

    def take_over(self, names: Sequence[str]) -> None:
        """Make it the folder of an answer, and remove what an earlier answer left under ``names``.

        Raises FactcheckError where it holds anything else.
        """
        held = self._system.get_file_info(fs.FileSelector(self._root, allow_not_found=True))
        if held and all(each.base_name != MARK for each in held):
            raise FactcheckError("holds other files", where=self.address, hint="name a new or an empty folder")
        self._system.create_dir(self._root, recursive=True)
        with self._system.open_output_stream(self._join(MARK)) as stream:
            stream.write(b"What factcheck compare --input wrote; it may be written anew.\n")
        for name in names:
            self.remove(name)

    def remove(self, name: str) -> None:
        """Remove a folder within, where it is there."""
        if self._system.get_file_info(self._join(name)).type == fs.FileType.Directory:
            self._system.delete_dir(self._join(name))

    def _join(self, path: str) -> str:
        return f"{self._root}/{path}" if path else self._root
