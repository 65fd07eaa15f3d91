"""All cores: the answer is that of one process, and nothing is left running."""

from __future__ import annotations

import multiprocessing
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from claims.articles import read_articles
from claims.engines import local
from claims.model import Article
from claims.pipeline import Alone, compare
from claims.registry import Registry, load_registry

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry(SAMPLES / "zelenskyy-interview" / "sources.yaml")


@pytest.fixture(scope="module")
def articles(registry: Registry) -> list[Article]:
    return [found for found in read_articles([SAMPLES], registry) if isinstance(found, Article)]


@pytest.fixture
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "FEWEST_CHARACTERS", 0)


@pytest.mark.usefixtures("_few")
@pytest.mark.parametrize("suggestions", [False, True])
def test_several_processes_give_the_answer_of_one(
    articles: list[Article], registry: Registry, suggestions: bool
) -> None:
    found = local.compare(articles[::-1], Alone(registry, suggestions), threads=2)
    assert found == compare(articles, registry, suggestions=suggestions)
    assert not multiprocessing.active_children()


@pytest.mark.usefixtures("_few")
def test_a_model_is_asked_in_this_process(articles: list[Article], registry: Registry) -> None:
    asked: list[int] = []

    def liken(texts: Sequence[str], least: float) -> Mapping[tuple[int, int], float]:
        asked.append(len(texts))
        return {}

    assert local.compare(articles, Alone(registry, liken=liken), threads=2) == compare(articles, registry, liken=liken)
    assert len(asked) == 6


@pytest.mark.parametrize("threads", [1, 2])
def test_few_articles_start_no_process(
    articles: list[Article], registry: Registry, monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    monkeypatch.setattr(local, "_start", None)
    assert local.compare(articles[:2], Alone(registry), threads=threads).claims


@pytest.mark.usefixtures("_few")
def test_progress_is_told_stage_by_stage(articles: list[Article], registry: Registry) -> None:
    told: list[tuple[str, int, int]] = []
    local.compare(articles, Alone(registry), threads=2, progress=lambda *step: told.append(step))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == [
        "attributing",
        "grouping",
        "comparing",
        "looking for repeats",
    ]
    for stage in ("attributing", "comparing"):
        steps = [(done, total) for name, done, total in told if name == stage]
        assert steps == [(done, steps[-1][1]) for done in range(len(steps))]
        assert steps[-1][0] == steps[-1][1]


@pytest.mark.usefixtures("_few")
def test_an_interruption_ends_the_processes(articles: list[Article], registry: Registry) -> None:
    def interrupt(stage: str, done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        local.compare(articles, Alone(registry), threads=2, progress=interrupt)
    assert not multiprocessing.active_children()
