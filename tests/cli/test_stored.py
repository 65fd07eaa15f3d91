"""Stories of the store on the command line: listed, compared alone, and the same answer as of the files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

CORN = """Maize harvest falls short

4 March 2031

The maize harvest in Olmar province fell by 12 percent, the growers' union said on Tuesday.
"""


@pytest.fixture
def sources(story: Path) -> tuple[str, str]:
    (story / "corn").mkdir()
    (story / "corn" / "olmar-post.txt").write_text(CORN, encoding="utf-8")
    return "--sources", str(story / "sources.yaml")


@pytest.fixture
def db(factcheck: Run, story: Path, sources: tuple[str, str]) -> tuple[str, str]:
    where = "--db", str(story.parent / "articles.db")
    assert factcheck("ingest", story, *where, *sources).status == 0
    return where


def list_stories(factcheck: Run, *more: object) -> list[dict[str, object]]:
    result = factcheck("articles", "--stories", "--json", *more)
    assert result.status == 0, result.err
    return list(json.loads(result.out)["stories"])


def test_the_store_answers_as_the_files_do(
    factcheck: Run, story: Path, sources: tuple[str, str], db: tuple[str, str]
) -> None:
    files = factcheck("compare", story, "--json", *sources)
    for _ in range(2):
        stored = factcheck("compare", "--json", *db, *sources)
        assert (stored.status, stored.out) == (files.status, files.out)


def test_stories_are_listed(factcheck: Run, db: tuple[str, str], sources: tuple[str, str]) -> None:
    corn, fire = list_stories(factcheck, *db, *sources)
    assert (fire["articles"], fire["outlets"], fire["first"], fire["last"]) == (2, 2, "2031-03-03", "2031-03-03")
    assert (corn["articles"], corn["headline"], corn["last"]) == (1, "Maize harvest falls short", "2031-03-04")
    assert [one["id"] for one in list_stories(factcheck, *db, *sources, "--until", "2031-03-03")] == [fire["id"]]
    table = factcheck("articles", "--stories", *db, *sources)
    assert str(fire["id"]) in table.out
    assert "Maize harvest" in table.out


def test_one_story_is_compared_alone(
    factcheck: Run, story: Path, db: tuple[str, str], sources: tuple[str, str]
) -> None:
    corn, fire = list_stories(factcheck, *db, *sources)
    for asked in (fire["id"], str(fire["id"])[:8], "harbour fire Maren", "Brandvoort"):
        result = factcheck("compare", "--json", "--story", asked, *db, *sources)
        assert len(json.loads(result.out)["articles"]) == 2, asked
    for asked in (corn["id"], "maize"):
        of_files = factcheck("compare", story, "--json", "--story", asked, *sources)
        assert factcheck("compare", "--json", "--story", asked, *db, *sources).out == of_files.out
        assert len(json.loads(of_files.out)["articles"]) == 1


@pytest.mark.parametrize("asked", ["zeppelin", "s-0000000000", "", "the"])
def test_a_story_that_is_not_there(factcheck: Run, db: tuple[str, str], asked: str) -> None:
    result = factcheck("compare", "--story", asked, *db)
    assert result.status == 2
    assert result.err.startswith("factcheck: error: --story: no story is called")
    assert "factcheck: hint: " in result.err


def test_a_claim_of_the_store_is_shown(factcheck: Run, db: tuple[str, str], sources: tuple[str, str]) -> None:
    claims = json.loads(factcheck("compare", "--json", *db, *sources).out)["claims"]
    result = factcheck("show", claims[0]["id"], *db, *sources)
    assert result.status == 0
    assert claims[0]["id"] in result.out


def test_stories_are_not_chosen_by_outlet(factcheck: Run, db: tuple[str, str]) -> None:
    result = factcheck("articles", "--stories", "--outlet", "morning", *db)
    assert result.status == 2
    assert "--outlet: does not go with --stories" in result.err
