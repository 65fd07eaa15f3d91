"""Origins: how many independent roots stand behind the attributions of a claim."""

from dataclasses import replace

from claims.model import Attribution, ChainLink, Credit, Figure, Outlet, Speaker, Statement
from claims.origins import Copies, trace_origins


def attribution(
    outlet: str,
    speaker: str | None = None,
    *,
    named: bool = True,
    value: float | None = None,
    unit: str | None = None,
    speaks_for: str | None = None,
    text: str = "nine people were hurt",
) -> Attribution:
    figures = (Figure("nine", 0, 4, value, value, unit=unit),) if value is not None else ()
    credited = Speaker(id=speaker, name=speaker, mention=speaker, named=named) if speaker else None
    return Attribution(
        Statement(f"{outlet}-1", 0, "body", 0, len(text), text, 0, 0),
        Outlet(id=outlet, name=outlet, speaks_for=speaks_for),
        Credit(speaker=credited, mode="indirect" if speaker else "none"),
        figures=figures,
    )


def test_one_speaker_in_many_outlets_is_one_origin() -> None:
    found = trace_origins([attribution(name, "Tobias Renn") for name in ("wire", "post", "courier")])
    assert found.independent == 1
    assert found.groups[0].attributions == (0, 1, 2)


def test_two_speakers_are_two_origins() -> None:
    found = trace_origins([attribution("wire", "Tobias Renn"), attribution("post", "Mara Oldenberg")])
    assert found.independent == 2


def test_own_voice_adds_no_origin() -> None:
    found = trace_origins([attribution("wire", "Tobias Renn"), attribution("post")])
    assert found.independent == 1
    assert [group.independent for group in found.groups] == [True, False]


def test_own_voices_alone_are_one_origin_at_most() -> None:
    assert trace_origins([attribution("wire"), attribution("post")]).independent == 1


def test_a_press_office_speaks_for_its_body() -> None:
    release = attribution("office", speaks_for="Ostwick Police")
    assert trace_origins([release, attribution("wire", "Ostwick Police")]).independent == 1


def test_nameless_officials_with_the_same_count_are_the_body() -> None:
    named = attribution("wire", "Ministry of Railways", value=38)
    assert trace_origins([named, attribution("post", "officials", named=False, value=38)]).independent == 1
    assert trace_origins([named, attribution("post", "a doctor", named=False, value=41)]).independent == 2


def test_a_body_and_its_arm_are_one() -> None:
    rows = [attribution("wire", "Valdoria"), attribution("post", "Valdorian Defence Ministry")]
    assert trace_origins(rows).independent == 1


def test_two_plain_bodies_with_one_count_are_one() -> None:
    rows = [
        attribution("wire", "organisers", named=False, value=250),
        attribution("post", "unions", named=False, value=250),
    ]
    assert trace_origins(rows).independent == 1


def test_a_director_speaks_for_the_office() -> None:
    office = attribution("wire", "Harbour Safety Office", value=9)
    head = attribution("post", "Ines Dahl", value=9)
    assert head.credit.speaker is not None
    speaker = replace(head.credit.speaker, role="director of the Harbour Safety Office")
    told = replace(head, credit=replace(head.credit, speaker=speaker))
    assert trace_origins([office, told]).independent == 1
    assert trace_origins([office, head]).independent == 2


def test_hidden_sources_of_two_outlets_are_two_unless_relayed() -> None:
    near = attribution("wire", "two people familiar with the matter", named=False)
    far = attribution("post", "two people with knowledge of the deal", named=False)
    assert trace_origins([near, far]).independent == 2
    relayed = replace(far, credit=replace(far.credit, via=("wire",)))
    assert trace_origins([near, relayed]).independent == 1


def test_a_headline_goes_back_to_what_stands_below_it() -> None:
    headline = attribution("wire", "Union")
    body = attribution("wire", "Marta Renn")
    other = attribution("post", "Marta Renn")
    above = replace(headline, statement=replace(headline.statement, part="headline", index=1))
    found = trace_origins([above, body, other])
    assert found.independent == 1
    assert found.groups[0].attributions == (0, 1, 2)


def test_a_headline_alone_names_its_own_source() -> None:
    headline = attribution("wire", "Union")
    above = replace(headline, statement=replace(headline.statement, part="headline"))
    assert trace_origins([above, attribution("post", "Marta Renn")]).independent == 2


def test_what_an_outlet_saw_itself_is_an_origin_of_its_own() -> None:
    seen = attribution("post", text="Police fired tear gas, as reporters of this newspaper saw.")
    witness = attribution("wire", "a wire witness", named=False)
    found = trace_origins([seen, witness, attribution("courier")])
    assert found.independent == 2
    assert {group.origin for group in found.groups} == {"post, own reporters", "wire, own reporters", "not stated"}


def test_what_reporters_were_told_is_not_what_they_saw() -> None:
    told = attribution("post", text="A neighbour told our reporters that the door was open.")
    assert trace_origins([told, attribution("wire", "Marta Renn")]).independent == 1


def test_two_people_without_a_name_are_two_roots_unless_one_kind() -> None:
    relatives = attribution("wire", "two relatives", named=False, value=300)
    assert trace_origins([relatives, attribution("post", "an intermediary", named=False, value=300)]).independent == 2
    assert trace_origins([relatives, attribution("post", "relatives", named=False, value=300)]).independent == 1


def test_a_nameless_lawyer_is_the_one_that_another_names() -> None:
    lawyer = attribution("wire", "a lawyer for the residents", named=False)
    named = attribution("post", "Marta Renn")
    assert named.credit.speaker is not None
    speaker = replace(named.credit.speaker, role="lawyer of the residents")
    assert trace_origins([lawyer, replace(named, credit=replace(named.credit, speaker=speaker))]).independent == 1
    assert trace_origins([lawyer, named]).independent == 2


def test_published_figures_are_those_of_the_office_that_gives_them() -> None:
    office = attribution("release", speaks_for="Statistics Horn", value=3.4, unit="percent")
    data = attribution("wire", "data", named=False, value=3.4, unit="percent")
    assert trace_origins([office, data]).independent == 1
    report = attribution("wire", "a report", named=False, value=3.4, unit="percent")
    assert trace_origins([office, report]).independent == 2


def test_a_release_that_repeats_a_rate_to_the_digit_adds_no_root() -> None:
    office = attribution("wire", "Statistics Horn", value=3.4, unit="percent")
    bank = attribution("bank-notes", speaks_for="Harbour Bank", value=3.4, unit="percent")
    assert trace_origins([office, bank]).independent == 1
    forecast = attribution("bank-notes", speaks_for="Harbour Bank", value=3.6, unit="percent")
    assert trace_origins([office, forecast]).independent == 2


def test_a_release_that_names_the_court_adds_no_root() -> None:
    court = attribution("wire", "Higher Court of Horn", value=96)
    text = "The Higher Court of Horn ordered Brandt Marine to pay 96 crowns."
    assert (
        trace_origins([court, attribution("release", speaks_for="Brandt Marine", value=96, text=text)]).independent == 1
    )
    assert trace_origins([court, attribution("release", speaks_for="Brandt Marine", value=96)]).independent == 2


def test_what_is_relayed_goes_back_to_the_source_of_the_outlet_it_is_relayed_from() -> None:
    near = attribution("wire", "Disaster Office", value=6)
    far = attribution("post", "Storm Agency", value=6)
    relayed = replace(far, credit=replace(far.credit, via=("wire",)))
    found = trace_origins([near, relayed])
    assert found.independent == 1
    assert found.groups[0].chain == (ChainLink(1, 0, "relay"),)
    assert trace_origins([near, far]).independent == 2
    updated = replace(relayed, figures=(Figure("nine", 0, 4, 9, 9),))
    assert trace_origins([near, updated]).independent == 2


def test_a_copied_paragraph_goes_back_to_the_source_of_the_one_it_copies() -> None:
    near = attribution("wire", "two people familiar with the matter", named=False)
    far = attribution("post", "two people with knowledge of the deal", named=False)
    copies = Copies({("post-1", 0): frozenset({("wire-1", 0)})})
    found = trace_origins([near, far], copies)
    assert found.independent == 1
    assert found.groups[0].chain == (ChainLink(1, 0, "copy"),)
    unnamed = trace_origins([near, attribution("post")], copies)
    assert [group.attributions for group in unnamed.groups] == [(0, 1)]


def test_nameless_sources_of_one_owner_are_one() -> None:
    near = attribution("wire", "two people familiar with the matter", named=False)
    far = attribution("post", "two people with knowledge of the deal", named=False)
    owned = [replace(row, outlet=replace(row.outlet, owner="Horn Press")) for row in (near, far)]
    assert trace_origins(owned).independent == 1


def test_relatives_with_the_figure_of_a_body_are_not_the_body() -> None:
    police = attribution("wire", "Horn Police", value=300)
    assert trace_origins([police, attribution("post", "two relatives", named=False, value=300)]).independent == 2


def test_many_outlets_are_traced_in_little_time() -> None:
    rows = [attribution(f"outlet{number}", "Tobias Renn" if number % 2 else None) for number in range(4000)]
    found = trace_origins(rows)
    assert found.independent == 1
    assert sum(len(group.attributions) for group in found.groups) == 4000


def test_the_report_is_of_the_body_that_publishes_it() -> None:
    release = attribution("board", speaks_for="Harbour Board")
    assert trace_origins([release, attribution("post", "the report", named=False)]).independent == 1
    assert trace_origins([release, attribution("post", "a report", named=False)]).independent == 2


def test_who_has_it_from_another_report_is_no_further_origin() -> None:
    first = attribution("Northern Wire", "two people close to the board", named=False)
    second = attribution("post", "Drivers", text="Drivers saw a leak, as Northern Wire revealed on Monday")
    found = trace_origins([second, first])
    assert found.independent == 1
    assert [(link.attribution, link.source, link.how) for link in found.groups[0].chain] == [(0, 1, "relay")]


def test_a_spokesman_of_no_named_body_speaks_for_the_one_his_article_credits() -> None:
    body, spokesman = attribution("wire", "Brandt Marine"), attribution("wire", "Curt Wren")
    speaker = Speaker("curt-wren", "Curt Wren", "spokesman Curt Wren", "spokesman")
    spokesman = replace(spokesman, credit=replace(spokesman.credit, speaker=speaker))
    elsewhere = replace(spokesman, statement=replace(spokesman.statement, article="post-1"))
    assert trace_origins([body, spokesman]).independent == 1
    assert trace_origins([body, elsewhere]).independent == 2


def test_a_former_worker_and_a_former_employee_may_be_one() -> None:
    rows = [attribution("wire", "a former employee", named=False), attribution("post", "a former worker", named=False)]
    assert trace_origins(rows).independent == 1


def test_figures_of_other_units_are_not_held_against_each_other() -> None:
    rows = [
        attribution("office", speaks_for="Cardo", value=1700, unit="kg"),
        attribution("post", "its makers", named=False, value=3750, unit="pound"),
    ]
    assert trace_origins(rows).independent == 1


def test_the_words_of_a_person_in_a_release_and_elsewhere_are_one() -> None:
    text = 'The director, Dr Tobias Renn, states: "I am sorry."'
    release, paper = attribution("release", speaks_for="Harbour Office", text=text), attribution("post", "Tobias Renn")
    assert trace_origins([release, paper]).independent == 1
    assert trace_origins([attribution("release", speaks_for="Harbour Office"), paper]).independent == 2


def test_a_relay_and_the_nameless_report_that_it_relays_are_one() -> None:
    first = attribution("radio", "the head of the Met Office")
    relay = attribution("wire", "Ines Dahl")
    assert relay.credit.speaker is not None
    speaker = replace(relay.credit.speaker, role="director of the weather office")
    told = replace(relay, credit=replace(relay.credit, speaker=speaker, via=("radio",)))
    assert trace_origins([told, first]).independent == 1
    assert trace_origins([first, told]).independent == 1
