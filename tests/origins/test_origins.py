"""Origins: how many independent roots stand behind the attributions of a claim."""

from dataclasses import replace

from claims.model import Attribution, Credit, Figure, Outlet, Speaker, Statement
from claims.origins import trace_origins


def attribution(
    outlet: str,
    speaker: str | None = None,
    *,
    named: bool = True,
    value: float | None = None,
    speaks_for: str | None = None,
) -> Attribution:
    text = "nine people were hurt"
    figures = (Figure("nine", 0, 4, value, value),) if value is not None else ()
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
