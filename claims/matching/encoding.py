"""Features as bytes and back, beside `claims.encoding`: what comes out equals what went in.

JSON of the date of publication, the stems, the names and the figures, each with its weight in whole grains.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from claims.matching.stories import GRAIN, Features, Vector

FEATURES_VERSION = 2
"""Changes whenever the fields of `Features` do, so that older bytes are not taken for newer ones."""


def encode_features(features: Features) -> bytes:
    """Return the features of one article as bytes."""
    vectors = (features.weights, features.names, features.figures)
    plain = (features.published, *map(count_grains, vectors))
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode_features(data: bytes) -> Features:
    """Return the features that were encoded; raise ValueError or TypeError where the bytes are damaged."""
    published, weights, names, figures = json.loads(data.decode("utf-8", "surrogatepass"))
    return Features(published, *map(_weigh_grains, (weights, names, figures)))


def count_grains(vector: Vector) -> dict[str, int]:
    """Return the weights in whole grains."""
    return {key: round(weight * GRAIN) for key, weight in vector.items()}


def _weigh_grains(grains: Mapping[str, int]) -> Vector:
    return {key: count / GRAIN for key, count in grains.items()}
