"""The JSON Schema (2020-12) of the document that ``factcheck compare --format json`` writes."""

from __future__ import annotations

from typing import Any, get_args

from claims.model import Agreement, Bound, Level, Mode, Part, Passing, Severity
from claims.render.document import SCHEMA_VERSION

Schema = dict[str, Any]

KINDS = (
    "figure-conflict",
    "figure-contested",
    "figure-updated",
    "figure-rounded",
    "measure",
    "date-conflict",
    "place-conflict",
    "speaker-conflict",
    "speaker-unnamed",
    "sourcing",
    "quote-altered",
    "quote-paraphrased",
    "certainty",
    "polarity",
    "role",
    "name-spelling",
    "omission",
    "unattributed",
)
"""Every kind of discrepancy; closed, only ever appended to."""

_TEXT: Schema = {"type": "string"}
_MAYBE_TEXT: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_FLAG: Schema = {"type": "boolean"}
_NUMBER: Schema = {"type": "number"}


def build_schema() -> Schema:
    """Return the schema; unknown keys are allowed, since keys are added within 1.x."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck comparison",
        "description": "What several outlets printed, claim by claim. Offsets count code points, end exclusive.",
        **_object(
            schema_version={"const": SCHEMA_VERSION},
            tool=_object(name={"const": "factcheck"}, version=_TEXT),
            articles=_array("article"),
            claims=_array("claim"),
            unread=_array("unread"),
        ),
        "$defs": _definitions(),
    }


def _definitions() -> Schema:
    return {
        "article": _article(),
        "claim": _claim(),
        "attribution": _attribution(),
        "speaker": _object(id=_TEXT, name=_TEXT, mention=_TEXT, role=_MAYBE_TEXT, named=_FLAG, body=_MAYBE_TEXT),
        "figure": _figure(),
        "moment": _moment(),
        "match": _object(level=_one_of(Level), score=_NUMBER, why=_TEXTS),
        "discrepancy": _discrepancy(),
        "repeat": _object(claim=_TEXT, score=_NUMBER, day=_MAYBE_TEXT, outlets=_TEXTS, text=_TEXT),
        "unread": _object(path=_TEXT, reason=_TEXT, hint=_MAYBE_TEXT),
    }


def _article() -> Schema:
    return _object(
        id=_TEXT,
        outlet=_object(id=_TEXT, name=_TEXT, kind=_MAYBE_TEXT),
        headline=_MAYBE_TEXT,
        path=_MAYBE_TEXT,
        url=_MAYBE_TEXT,
        published=_MAYBE_TEXT,
        updated=_MAYBE_TEXT,
        language=_MAYBE_TEXT,
        sha256=_TEXT,
        version_of=_MAYBE_TEXT,
        notes=_TEXTS,
    )


def _claim() -> Schema:
    link = _object(**{"attribution": _COUNT, "from": _COUNT, "how": _one_of(Passing)})
    group = _object(
        origin=_TEXT,
        attributions={"type": "array", "items": _COUNT},
        independent=_FLAG,
        chain={"type": "array", "items": link},
    )
    return _object(
        id=_TEXT,
        text=_TEXT,
        outlets={**_TEXTS, "minItems": 1, "uniqueItems": True},
        agreement=_one_of(Agreement),
        origins=_object(independent=_COUNT, groups={"type": "array", "items": group}),
        attributions={**_array("attribution"), "minItems": 1},
        discrepancies=_array("discrepancy"),
        repeats=_array("repeat"),
    )


def _attribution() -> Schema:
    return _object(
        article=_TEXT,
        outlet=_TEXT,
        part=_one_of(Part),
        start=_COUNT,
        end=_COUNT,
        text=_TEXT,
        speaker=_maybe("speaker"),
        cue=_MAYBE_TEXT,
        mode=_one_of(Mode),
        addressee=_MAYBE_TEXT,
        via=_TEXTS,
        said_on=_MAYBE_TEXT,
        certainty=_MAYBE_TEXT,
        figures=_array("figure"),
        certainty_band=_MAYBE_TEXT,
        certainty_words=_TEXTS,
        moments=_array("moment"),
        occasion=_MAYBE_TEXT,
        rule=_TEXT,
        match=_maybe("match"),
    )


def _figure() -> Schema:
    figure = _object(
        text=_TEXT,
        bound=_one_of(Bound),
        unit=_MAYBE_TEXT,
        measure=_MAYBE_TEXT,
        as_of=_MAYBE_TEXT,
        start=_COUNT,
        end=_COUNT,
        noun=_MAYBE_TEXT,
        event=_MAYBE_TEXT,
        scope=_MAYBE_TEXT,
        change={"enum": ["up", "down", None]},
        previous=_FLAG,
    )
    # A value, or for a range its two ends: never both.
    either = [_object(value=_NUMBER), _object(low=_NUMBER, high=_NUMBER)]
    return {**figure, "oneOf": either}


def _moment() -> Schema:
    return _object(
        text=_TEXT, start=_COUNT, end=_COUNT, earliest=_TEXT, latest=_TEXT, granularity=_TEXT, note=_MAYBE_TEXT
    )


def _discrepancy() -> Schema:
    return _object(
        kind={"enum": list(KINDS)},
        severity=_one_of(Severity),
        between=_pair(_COUNT),
        values=_pair(_TEXT),
        message=_TEXT,
        rule=_TEXT,
        within=_FLAG,
    )


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _array(name: str) -> Schema:
    return {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}


def _maybe(name: str) -> Schema:
    return {"oneOf": [{"type": "null"}, {"$ref": f"#/$defs/{name}"}]}


def _pair(of: Schema) -> Schema:
    return {"type": "array", "items": of, "minItems": 2, "maxItems": 2}


def _one_of(literal: object) -> Schema:
    return {"enum": list(get_args(literal))}
