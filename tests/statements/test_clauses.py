"""Clauses: where a sentence is cut, and where it must stay whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.statements.clauses import Clause, split_clauses

CASES = {
    "Police spoke of 6,500 marchers, the union Metal and Energy of 12,000.": [
        "Police spoke of 6,500 marchers",
        "the union Metal and Energy of 12,000.",
    ],
    "Police put the crowd at 6,500, organisers at 12,000 and the mayor at about 9,000.": [
        "Police put the crowd at 6,500",
        "organisers at 12,000",
        "the mayor at about 9,000.",
    ],
    "The army reported 12 dead, the rebels at least 40.": [
        "The army reported 12 dead",
        "the rebels at least 40.",
    ],
    "The clerk said 12 men came, the army 40 miles away.": [
        "The clerk said 12 men came, the army 40 miles away.",
    ],
    "The bank said sales rose 12%, the most since 2019.": [
        "The bank said sales rose 12%, the most since 2019.",
    ],
    "Orlo Mining said it had shut the pit, which employs some 2,300 people.": [
        "Orlo Mining said it had shut the pit",
        "which employs some 2,300 people.",
    ],
    "Orlo Mining shut the pit, which employs some 2,300 people.": [
        "Orlo Mining shut the pit, which employs some 2,300 people.",
    ],
    "Orlo Mining said it had shut the pit, which was old.": [
        "Orlo Mining said it had shut the pit, which was old.",
    ],
    "They demand 8.5% more pay; the company had offered 4.2%.": [
        "They demand 8.5% more pay",
        "the company had offered 4.2%.",
    ],
    '"The roof went," Ada Ek, a mother of four, told the radio.': [
        '"The roof went," Ada Ek, a mother of four, told the radio.',
    ],
    'The mayor said the pier was "a ruin" and that nobody had been hurt.': [
        'The mayor said the pier was "a ruin"',
        "that nobody had been hurt.",
    ],
    "The mayor said that the pier was shut and that nobody had been hurt.": [
        "The mayor said that the pier was shut and that nobody had been hurt.",
    ],
    "The storm sank two ferries, killing nine people and injuring 40, the coastguard said.": [
        "The storm sank two ferries",
        "killing nine people",
        "injuring 40, the coastguard said.",
    ],
    "The company cut 300 jobs; the union said 450 had gone.": [
        "The company cut 300 jobs",
        "the union said 450 had gone.",
    ],
    "Police counted 8,000 marchers, while organisers put the crowd at 20,000.": [
        "Police counted 8,000 marchers",
        "organisers put the crowd at 20,000.",
    ],
    "The blaze destroyed 70 buildings, including 12 homes.": [
        "The blaze destroyed 70 buildings",
        "including 12 homes.",
    ],
    "Holders will get 90 pence a share, a premium of 12% to Monday's close.": [
        "Holders will get 90 pence a share",
        "a premium of 12% to Monday's close.",
    ],
    "Pilots voted by 71 percent to walk out, on a turnout of 83 percent.": [
        "Pilots voted by 71 percent to walk out",
        "on a turnout of 83 percent.",
    ],
    "The bill passed by 61 votes to 58, after two deputies of the coalition broke ranks.": [
        "The bill passed by 61 votes to 58",
        "after two deputies of the coalition broke ranks.",
    ],
    "The inspector said the mill would shut, with about 90 workers losing their jobs.": [
        "The inspector said the mill would shut",
        "with about 90 workers losing their jobs.",
    ],
    "The driver who had fled was found on Monday, and two others were charged.": [
        "The driver who had fled was found on Monday",
        "two others were charged.",
    ],
    "Sales have shrunk since, but they remain above the level of spring.": [
        "Sales have shrunk since",
        "they remain above the level of spring.",
    ],
    "The fair showed 70 films from 12 countries and recorded 9,400 visitors, against 8,100 last year.": [
        "The fair showed 70 films from 12 countries",
        "recorded 9,400 visitors, against 8,100 last year.",
    ],
    "The storm killed one person and destroyed 12 barns.": [
        "The storm killed one person",
        "destroyed 12 barns.",
    ],
}

WHOLE = [
    "The bridge was closed on Monday, the council said.",
    "The bridge was closed, and the council said so on Monday.",
    '"We lost two boats, and nine people were killed," the mayor said.',
    "The mayor, who had led the rescue, thanked the crews.",
    "The centre estimates that between 400 and 600 people have been hurt since the dam broke.",
    "The storm killed one of the farmers and destroyed 12 barns.",
    "The ferry left the harbour, with nobody at the wheel.",
    "Rents rose by 4 percent in May, compared with 5 percent in April.",
    "The yard built 41 boats, 12 percent fewer than in 2023.",
    "Holders will get 90 pence a share, 12% more than on Monday.",
    "It is the fourth case of the winter, after 11 in all of last year.",
    "The minister said he had read the letter, which reached him on May 14.",
    "The bell was rung only once, on 9 May 1612, for a queen.",
    "In a ballot that closed on Monday, 77 percent voted for the walkout.",
    "The crew of a ferry that had sunk in June, killing 14 people, shut the wrong valve.",
    "She was convicted after a jury of seven women and five men had sat for 19 hours.",
    "The club thanks Ida Moe, who chaired it, and the many people who brought soup and, on one occasion, a band.",
    "Ana and Pedro met the mayor and the council.",
]


@pytest.mark.parametrize(("sentence", "clauses"), CASES.items())
def test_cuts(sentence: str, clauses: list[str]) -> None:
    assert [sentence[a:b] for a, b, _ in split_clauses(sentence, 0, len(sentence))] == clauses


@pytest.mark.parametrize("sentence", WHOLE)
def test_stays_whole(sentence: str) -> None:
    assert split_clauses(sentence, 0, len(sentence)) == [Clause(0, len(sentence), 0)]


def test_a_result_leans_on_its_clause() -> None:
    sentence = "The storm sank two ferries, killing nine people, while police counted 40 injured."
    leads = [sentence[clause.lead : clause.end] for clause in split_clauses(sentence, 0, len(sentence))]
    assert leads == [
        "The storm sank two ferries",
        "The storm sank two ferries, killing nine people",
        "police counted 40 injured.",
    ]


@given(st.text(max_size=200))
def test_clauses_are_in_order_and_inside(sentence: str) -> None:
    clauses = split_clauses(sentence, 0, len(sentence))
    borders = [border for clause in clauses for border in clause[:2]]
    assert borders == sorted(borders)
    assert borders[0] >= 0
    assert borders[-1] <= len(sentence)
