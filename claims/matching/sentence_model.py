"""A sentence model in a local folder: model.onnx and tokenizer.json, run on one thread, nothing looked up elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from claims.errors import FactcheckError
from claims.matching.semantic import Cosines, Liken

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    Vector: TypeAlias = NDArray[np.float64]

_MODELS = ("model.onnx", "onnx/model.onnx")
_TOKENIZER = "tokenizer.json"
_HINT = f"name a folder that holds model.onnx and {_TOKENIZER} of a sentence model"
_LONGEST = 256
"""Pieces of words that are read of a text."""
_STEPS = 2**15
"""Steps from 0 to 1 that a vector is rounded to: its products are whole numbers, and sums of them are exact."""
_BLOCK = 256
"""Texts that are compared with all others at a time."""


def open_model(folder: Path) -> Liken:
    """Return the comparison of texts by the model in ``folder``; raise FactcheckError where it cannot be used.

    The vector of a text is the mean of those of its pieces, or what the model gives for the whole. It depends on
    nothing but the text, and a cosine, rounded to three places, on nothing but its two texts.
    """
    model = next((folder / name for name in _MODELS if (folder / name).is_file()), None)
    if not folder.is_dir():
        raise FactcheckError("no such folder", where=str(folder), hint=_HINT)
    if model is None or not (folder / _TOKENIZER).is_file():
        raise FactcheckError(f"no {_TOKENIZER if model else 'model.onnx'} in it", where=str(folder), hint=_HINT)
    embed = cache(_read_model(model, folder / _TOKENIZER))

    def liken(texts: Sequence[str], least: float) -> Cosines:
        return _compare([embed(text) for text in texts], least)

    return liken


def _read_model(path: Path, tokenizer_path: Path) -> Callable[[str], Vector]:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        from onnxruntime import InferenceSession
        from tokenizers import Tokenizer
    except ImportError as error:
        hint = "install factcheck-cli with its extra: factcheck-cli[semantic]"
        raise FactcheckError(f"a sentence model needs onnxruntime and tokenizers: {error}", hint=hint) from error
    with _complain_of(path):
        session = InferenceSession(str(path), _choose_options(), providers=["CPUExecutionProvider"])
    with _complain_of(tokenizer_path):
        tokenizer = Tokenizer.from_buffer(tokenizer_path.read_bytes())
    own = tokenizer.truncation
    tokenizer.enable_truncation(min(_LONGEST, own["max_length"]) if own else _LONGEST)
    tokenizer.no_padding()

    def embed(text: str) -> Vector:
        with _complain_of(path):
            return _embed(text, tokenizer, session)

    return embed


def _choose_options() -> SessionOptions:
    """Return what makes a run repeatable and silent: one thread, fixed order."""
    from onnxruntime import ExecutionMode, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = ExecutionMode.ORT_SEQUENTIAL
    options.use_deterministic_compute = True
    options.log_severity_level = 4  # what goes wrong is raised, and needs no line on standard error
    return options


@contextmanager
def _complain_of(path: Path) -> Iterator[None]:
    """Turn what the libraries raise over a file that they cannot use into a FactcheckError."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    faults = (state.Fail, state.InvalidGraph, state.InvalidProtobuf, state.NoSuchFile, state.NotImplemented)
    try:
        yield
    except (*faults, state.InvalidArgument, state.RuntimeException, OSError, ValueError) as error:
        reason = " ".join(str(error).split())[:200]
        raise FactcheckError(f"cannot be used: {reason}", where=str(path), hint=_HINT) from error


def _embed(text: str, tokenizer: Tokenizer, session: InferenceSession) -> Vector:
    """Return the vector of a text, ``_STEPS`` long and rounded; raise ValueError where the model gives none.

    A text without any piece that the model knows of is all zeros.
    """
    import numpy as np

    encoding = tokenizer.encode(text)
    if not encoding.ids:
        return np.zeros(1)
    fields = {
        "input_ids": encoding.ids,
        "attention_mask": encoding.attention_mask,
        "token_type_ids": encoding.type_ids,
    }
    names = [each.name for each in session.get_inputs()]
    if not fields.keys() >= set(names):
        raise ValueError(f"it asks for {', '.join(sorted(set(names) - fields.keys()))}")
    feed = {name: np.array([fields[name]], dtype=np.int64) for name in names}
    found = np.asarray(session.run([session.get_outputs()[0].name], feed)[0], dtype=np.float64)
    if found.ndim == 3:
        found = np.average(found[0], axis=0, weights=encoding.attention_mask)[np.newaxis]
    if found.ndim != 2 or found.shape[1] < 2:
        raise ValueError(f"its output has the shape {found.shape}")
    vector: Vector = np.rint(found[0] / (np.linalg.norm(found[0]) or 1.0) * _STEPS)
    return vector


def _compare(vectors: Sequence[Vector], least: float) -> Cosines:
    """Return the cosines of at least ``least``."""
    import numpy as np

    numbers = [number for number, vector in enumerate(vectors) if vector.any()]
    if not numbers:
        return {}
    found: dict[tuple[int, int], float] = {}
    matrix = np.stack([vectors[number] for number in numbers])
    for start in range(0, len(matrix), _BLOCK):
        cosines = np.round(matrix[start : start + _BLOCK] @ matrix.T / _STEPS**2, 3)
        for i, j in np.argwhere(cosines >= least).tolist():
            if start + i < j:
                found[numbers[start + i], numbers[j]] = float(cosines[i, j])
    return found
