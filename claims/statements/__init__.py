"""Statements: what an article asserts, sentence by sentence and clause by clause, with offsets."""

from __future__ import annotations

from claims.model import Article, Label, Part, Statement
from claims.statements.clauses import split_clauses
from claims.statements.gaps import Gap, find_gaps
from claims.statements.marks import Region, find_quotation_marks
from claims.statements.quoted import join_quotations
from claims.statements.sentences import split_paragraph, split_paragraphs, split_sentences

__all__ = [
    "Gap",
    "Region",
    "find_gaps",
    "find_quotation_marks",
    "split_paragraph",
    "split_paragraphs",
    "split_sentences",
    "split_statements",
]

_PARTS: dict[Label, Part] = {
    "headline": "headline",
    "standfirst": "standfirst",
    "paragraph": "body",
    "caption": "caption",
}


def split_statements(article: Article) -> list[Statement]:
    """Return the statements of the headline, standfirst, paragraphs and captions, in the order of the text.

    The sentences of a short quotation are one statement; clauses of one sentence share its number.
    """
    statements: list[Statement] = []
    sentence = -1
    text = article.text
    blocks = [(paragraph, block) for paragraph, block in enumerate(article.blocks) if block.label in _PARTS]
    sentences = split_paragraphs(text, tuple((block.start, block.end) for _, block in blocks))
    for (paragraph, block), spans in zip(blocks, sentences, strict=True):
        for opened, closed in join_quotations(text, spans):
            sentence += 1
            for start, end, lead in split_clauses(text, opened, closed):
                place = (len(statements), _PARTS[block.label], start, end, text[start:end], sentence, paragraph)
                statements.append(Statement(article.id, *place, lead=text[lead:start]))
    return statements
