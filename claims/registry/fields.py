"""Read the value of one key of sources.yaml, each kind of value by a function of its own.

Each takes the node, its key and the faults, and returns the value, or what stands for nothing where it is faulty.
"""

from __future__ import annotations

from claims.registry.days import is_day
from claims.registry.faults import Faults, clip
from claims.registry.keys import host_key
from claims.registry.tree import Listing, Mapping, Node, Refused, Scalar

_MINUTES = {"00", "15", "30", "45"}


def read_text(node: Node, key: str, faults: Faults) -> str | None:
    """Read a text; white space in it becomes single spaces."""
    if isinstance(node, Refused):
        return None
    if not isinstance(node, Scalar):
        faults.add(node, f'"{key}" must be a text', f"write one value: {key}: ...")
        return None
    if node.missing:
        return None
    text = " ".join(node.text.split())
    if not text:
        faults.add(node, f'"{key}" is an empty text', "write the text, or leave the key out")
    return text or None


def read_texts(node: Node, key: str, faults: Faults) -> tuple[str, ...]:
    """Read a list of texts."""
    return tuple(text for scalar in read_listed(node, key, faults) if (text := read_text(scalar, key, faults)))


def read_listed(node: Node, key: str, faults: Faults) -> list[Node]:
    """Return the members of a list, none where nothing is written."""
    if isinstance(node, Listing):
        return node.values
    if isinstance(node, Refused) or (isinstance(node, Scalar) and node.missing):
        return []
    hint = f"write {key}: [{clip(node.text)}]" if isinstance(node, Scalar) else "begin each member with a dash"
    faults.add(node, f'"{key}" must be a list', hint)
    return []


def read_spellings(node: Node, key: str, faults: Faults) -> dict[str, str]:
    """Read a mapping of texts to texts."""
    if isinstance(node, Mapping):
        read = {word: read_text(value, word, faults) for word, value in node.values.items()}
        return {word: text for word, text in read.items() if text}
    if not isinstance(node, Refused) and not (isinstance(node, Scalar) and node.missing):
        faults.add(node, f'"{key}" must be spellings with what they stand for', f"write {key}: {{Kiev: Kyiv}}")
    return {}


def read_day(node: Node, key: str, faults: Faults) -> str | None:
    """Read a day, month or year of ISO 8601."""
    text = read_text(node, key, faults)
    if text is None or is_day(text):
        return text
    hint = "write year-month-day, such as 2025-01-20, or a month or year alone; leave it out where it is open"
    faults.add(node, f'"{key}" is not a date: {clip(text)}', hint)
    return None


def read_offset(node: Node, key: str, faults: Faults) -> str | None:
    """Read an offset from UTC, such as +09:00."""
    text = read_text(node, key, faults)
    if text is None or _is_offset(text):
        return text
    hint = 'write the standard time\'s offset with sign, hours and minutes, such as "+09:00" or "-05:00"'
    faults.add(node, f'"{key}" is not an offset from UTC: {clip(text)}', hint)
    return None


def read_domains(node: Node, key: str, faults: Faults) -> tuple[str, ...]:
    """Read a list of hosts."""
    return tuple(host for member in read_listed(node, key, faults) if (host := _read_host(member, key, faults)))


def _read_host(node: Node, key: str, faults: Faults) -> str | None:
    text = read_text(node, key, faults)
    if text is None or _is_host(text):
        return text
    inner = text.partition("://")[2] or text
    host = inner.partition("/")[0]
    hint = f"write the host alone: {clip(host)}" if _is_host(host) else "write a host, such as bbc.co.uk"
    faults.add(node, f"not a domain: {clip(text)}", hint)
    return None


def _is_host(text: str) -> bool:
    labels = host_key(text).split(".")
    plain = all(label and label.replace("-", "").replace("_", "").isalnum() for label in labels)
    return plain and len(labels) > 1 and len(text) <= 253 and ":" not in text


def _is_offset(text: str) -> bool:
    hours, colon, minutes = text[1:].partition(":")
    if text[:1] not in {"+", "-"} or not colon or minutes not in _MINUTES:
        return False
    within = 12 if text[0] == "-" else 14
    return hours.isascii() and hours.isdigit() and len(hours) == 2 and int(hours) * 60 + int(minutes) <= within * 60
