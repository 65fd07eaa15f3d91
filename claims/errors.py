"""Errors that a user can mend. Anything else is a bug and is allowed to crash."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something the user can mend: what went wrong, where, and what to do.

    Printed as ``factcheck: error: WHERE: WHAT`` and ``factcheck: hint: DO THIS``.
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


class UnreadableError(FactcheckError):
    """An input that is no article we can read; becomes an entry of ``unread``."""


class RegistryError(FactcheckError):
    """A sources.yaml with faults: ``faults`` holds each as ``(line, column, message, hint)``."""

    def __init__(self, path: str, faults: list[tuple[int, int, str, str | None]]) -> None:
        first = faults[0]
        super().__init__(first[2], where=f"{path}:{first[0]}:{first[1]}", hint=first[3])
        self.path = path
        self.faults = faults


class StoreError(FactcheckError):
    """The store cannot be opened, read or written."""
