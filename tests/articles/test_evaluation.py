"""The story cases beside the repository: every annotated statement must stand in a paragraph."""

from pathlib import Path

import pytest
import yaml

from claims.articles import read_articles
from claims.model import Article
from claims.registry import load_registry

CASES = Path(__file__).parents[3] / "shared/eval/cases"
FOLDERS = sorted(path.parent for path in CASES.glob("*/gold.yaml"))


def fold(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.skipif(not FOLDERS, reason="the evaluation data is not beside the repository")
@pytest.mark.parametrize("folder", FOLDERS or [CASES], ids=lambda folder: folder.name)
def test_statements_stand_in_paragraphs_of_known_outlets(folder):
    articles = list(read_articles([folder], load_registry(folder / "sources.yaml")))
    bodies = {}
    for article in articles:
        assert isinstance(article, Article)
        assert not article.outlet.provisional
        paragraphs = [article.text[b.start : b.end] for b in article.blocks if b.label == "paragraph"]
        bodies[Path(article.path or "").name] = "\n".join(map(fold, paragraphs))
    gold = yaml.safe_load((folder / "gold.yaml").read_text(encoding="utf-8"))
    statements = [statement for claim in gold["claims"] for statement in claim["statements"]]
    assert [s["text"] for s in statements if fold(s["text"]) not in bodies[s["article"]]] == []
