"""Credits of whole articles: speaker, mode, chain, day."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.attribution import attribute
from claims.model import Article, Block, Credit, Dateline, Institution, Outlet, Person, Role, Statement
from claims.registry import Registry
from claims.statements import split_paragraph

OWN = Outlet("gazette", "The Gazette")
REGISTRY = Registry(
    outlets=(
        OWN,
        Outlet("wire", "Northwire", kind="agency"),
        Outlet("channel", "Channel Nine", aliases=("Channel Nine TV",), kind="broadcaster"),
        Outlet("post", "Harbour Post", kind="newspaper"),
    ),
    people=(
        Person("Danylo Horbenkiy", ("Danylo Horbenko",), (Role("President of Orland", (), "2024-01-01"),)),
        Person("Ilse Brandt", (), (Role("Mayor of Orlo", ("the city's first woman mayor",)),)),
        Person("Tove Ekdahl", (), (Role("Branch Secretary, Pier Guild"),)),
    ),
    institutions=(
        Institution("Orland Defence Ministry", ("Defence Ministry of Orland",)),
        Institution("Bank of Orland", (), "central bank"),
        Institution("Pier Guild", (), "union"),
        Institution("Institute for Harbour Studies", ("IHS",), "think tank"),
    ),
)


def read(lines: Sequence[str], outlet: Outlet = OWN, **more: object) -> list[Credit]:
    text, blocks = "", []
    for line in lines:
        blocks.append(Block("paragraph", len(text), len(text) + len(line)))
        text += line + "\n"
    article = Article("a", outlet, text, tuple(blocks), "0" * 64, published="2026-02-05", **more)  # type: ignore[arg-type]
    statements = []
    for number, block in enumerate(blocks):
        for start, end in split_paragraph(text, block.start, block.end):
            statements.append(Statement("a", len(statements), "body", start, end, text[start:end], 0, number))
    return attribute(article, statements, REGISTRY)


def names(lines: Sequence[str]) -> list[str | None]:
    return [credit.speaker.name if credit.speaker else None for credit in read(lines)]


SPEAKERS = [
    (['In an editorial, Ada Ek, MD, of the charity Breathe, wrote that the air was "bad".'], ["Ada Ek"]),
    (["Cllr Pat Osei-Bode told members the pier was shut."], ["Pat Osei-Bode"]),
    (["Opposition leader Tomas van der Wel called it “mad”."], ["Tomas van der Wel"]),
    (["Ilse Brandt spoke. Transport Orland said it was sad.", "He was not there."], [None, "Transport Orland", None]),
    (["Oceanographer Sigur Helg said the sea was warm."], ["Sigur Helg"]),
    (["Halden FK sacked the coach, the club announced on Monday."], ["Halden FK"]),
    (["Tarn Motors cut jobs. Appliance maker Velda is recalling 40 heaters, the company said."], [None, "Velda"]),
    (["Tarn Motors cut jobs. The retailer Kolm & Sons will open a shop, the company said."], [None, "Kolm & Sons"]),
    (["Mining giant Orebank posted a loss, the group said."], ["Orebank"]),
    (["Solvia sued its former chief, the company said. Shares of Solvia rose."], ["Solvia", None]),
    (["Two rebels were killed, the group said."], ["group"]),
    (["Solvia borrowed money from Tarn Capital, the bank said. Shares of Solvia rose."], ["bank", None]),
    (["Drugmaker Solvia sued insurer Pell Mutual, the drugmaker said."], ["Solvia"]),
    (["Budget airline SkyTarn cancelled 40 flights, the airline said."], ["SkyTarn"]),
    (["Tarn Motors cut jobs. Workers in Horn were told on Monday, the company said."], [None, "Tarn Motors"]),
    (["Previous estimates by the Institute for Harbour Studies had put it at 250 years."], ["Institute for Harbour Studies"]),  # noqa: E501
    (["“Nobody listened,” the whistleblower, nurse Ada Ek, told the court."], ["Ada Ek"]),
    (["The team counted 12 worms, Dr Ek and her colleagues write.", "Ada Ek is glad."], ["Ada Ek", None]),
    (["The pier may last 300 years, a study published in the journal Tides found on Monday."], ["study"]),
    (["A person close to the owner said it was shut.", "The person said it was sad."], ["person close to the owner"] * 2),  # noqa: E501
    (["The pier is unsafe, says an employee of the port who does not wish to be named."], ["employee of the port"]),
    (["Ilse Brandt denied this."], ["Ilse Brandt"]),
    (["Ten ships call a day, according to council figures.", "The council denied that, saying it had written to all."], ["council figures", "council"]),  # noqa: E501
    (["Tove Ekdahl was there.", "The union said the pier was shut."], [None, "Pier Guild"]),
    (["The union rejected the offer: the pier was shut, it said.", "Tove Ekdahl left."], ["Pier Guild", None]),
    (["The owner, Anna Ek, saw the crack on Monday, she told the Post."], ["Anna Ek"]),
    (["A baker, Bo Ek, saw it. “It was loud,” he says."], [None, "Bo Ek"]),
    (["Mayor Ilse Brandt lost to Anna Ek. “Hope won,” the 48-year-old party leader told us."], [None, "Anna Ek"]),
    (["It was old, according to a letter to the Harbour Board.", "The board said so."], ["letter to the Harbour Board", None]),  # noqa: E501
    (["The pier is shut, according to two people close to the owner."], ["two people close to the owner"]),
    (["Ilse Brandt warned against panic."], ["Ilse Brandt"]),
    (["The safety mission found no cracks, according to Channel Nine."], ["safety mission"]),
    (["A minister welcomed the ruling."], ["minister"]),
    (["Two people involved in the repair told the Post the pier was unsafe."], ["two people involved in the repair"]),
    (["Four voted for it, according to a person who was in the room."], ["person who was in the room"]),
    (["Ilse Brandt spoke. A person said it was shut.", "He said in June that it was open."], [None, "person", "Ilse Brandt"]),  # noqa: E501
    (["The Institute for Harbour Studies met. The institute is short of staff, it said."], [None, "Institute for Harbour Studies"]),  # noqa: E501
    (["The Dockers' Alliance met.", "The union said it would strike."], [None, "Dockers' Alliance"]),
    (["The Bank of Orland's preliminary report indicates that rates will rise."], ["Bank of Orland"]),
    (["Salvage Aid met.", "A charity said the pier was shut."], [None, "charity"]),
    (["The water has risen, the agency Northwire reports, citing the mayor, Ilse Brandt."], ["Ilse Brandt"]),
    (["Harbour Post said it would not hand the letter over."], ["Harbour Post"]),
    (["No group has claimed responsibility."], [None]),
    (["“We are open,” Ilse Brandt had called out to the crowd."], ["Ilse Brandt"]),
    (["Mayor Ilse Brandt said the pier was shut.", "She said it would open in May."], ["Ilse Brandt"] * 2),
    (["Ilse Brandt spoke.", "Brandt said the pier was shut."], [None, "Ilse Brandt"]),
    (["Horbenky said the talks were over."], ["Horbenky"]),
    (["Danylo Horbenkyy said the talks were over."], ["Danylo Horbenkiy"]),
    (["Orland votes in May.", "The president said the talks were over."], [None, "Danylo Horbenkiy"]),
    (["The city's first woman mayor said the pier was shut."], ["Ilse Brandt"]),
    (["The city's first woman mayor, Runa Vester, said the pier was shut."], ["Runa Vester"]),
    (["The Institute for Harbour Studies (IHS) opened.", "The IHS said it was full."], [None, "Institute for Harbour Studies"]),  # noqa: E501
    (["Orland kept silent. Its Defence Ministry said nothing had happened at all."], [None, "Orland Defence Ministry"]),
    (["The Bank of Orland met.", "The bank said rates would rise."], [None, "Bank of Orland"]),
    (["Two people familiar with the matter said it failed.", "One of them said it was late."], ["two people familiar with the matter"] * 2),  # noqa: E501
    (["Police said the pier was shut."], ["police"]),
    (["A retired pilot, Jo Ek, 71, said it was cold.", "He said nobody came."], ["Jo Ek"] * 2),
    (["The press service of the Bank of Orland said rates would rise."], ["Bank of Orland"]),
    (["“It was cold,” said its convener at Port Ardle, Davey Rusk."], ["Davey Rusk"]),
    (["Norland's defence ministry said its ships had left."], ["Norland's defence ministry"]),
    (["Orland's central bank said rates would rise."], ["Bank of Orland"]),
    (["According to a statement released by the Bank of Orland, rates will rise."], ["Bank of Orland"]),
    (["Analysts at Northbank said rates would rise."], ["analysts at Northbank"]),
    (["Ek denies it and will appeal, his lawyer told reporters."], ["his lawyer"]),
    (["The pier was shut. Nobody came."], [None, None]),
    (["Inspector Carla Boyce of Orlo CID said it was shut."], ["Carla Boyce"]),
    (["“It was cold,” said the Director-General, Dr Linnea Rusk."], ["Linnea Rusk"]),
    (["The Commissioner of Police, CP Linnea Rusk, said it was cold."], ["Linnea Rusk"]),
    (["The Country Director of the charity, Mrs. Ada Ek, lamented that nobody came."], ["Ada Ek"]),
    (["Pot-washer Jo Ek said it was cold."], ["Jo Ek"]),
    (["The parcel firm Lockerbox said it was shut."], ["Lockerbox"]),
    (["A think tank, the IHS, opened.", "The local think tank IHS said it was full."], [None, "Institute for Harbour Studies"]),  # noqa: E501
    (["Rates will rise, according to a tally of 98% of branches that the Bank of Orland put out."], ["Bank of Orland"]),
    (["Ada Ek runs the mine. Rival Orlo Copper rose.", "“It was cold,” she said."], [None, None, "Ada Ek"]),
    (["Ada Ek said it was cold.", "Jo Rusk was late, she said."], ["Ada Ek", "Ada Ek"]),
    (["Ada Ek said it was cold.", "At the bar the landlord poured. “We are full,” he said."], ["Ada Ek", None, "landlord"]),  # noqa: E501
    (["In the Golden Carp, the landlord poured. “We are full,” he said."], [None, "landlord"]),
    (["Kim’s dad Jo, 58, said it was cold."], ["Jo"]),
    (["Miner Orlo Resources said it was shut."], ["Orlo Resources"]),
    (["Jo Ek KC told the judge that it was cold."], ["Jo Ek"]),
    (["A group calling itself Dark Tide claimed on a forum that it had the files."], ["Dark Tide"]),
    (["It was shut, the head of the port, Ada Ek, said."], ["Ada Ek"]),
    (["The striker Jo Ek signed. Ek is 19, and Ek is fast.", "The new boy said he was glad."], [None, None, "Jo Ek"]),
    (["Pell Mining said it was shut. A harbour guild contradicted this."], ["Pell Mining", "harbour guild"]),
    (["It was shut, it was learned from port circles."], ["port circles"]),
    (["The club hopes to return in May, Ilse Brandt said, “if the money is there.”"], ["Ilse Brandt"]),
    (["Ada Ek sang. Ek said it was late.", "In an interview with the Harbour Post, Jo Rusk was glad.", "It was shut, he said."], [None, "Ada Ek", None, "Jo Rusk"]),  # noqa: E501
    (["It was cold, Bank of Orland figures show."], ["Bank of Orland"]),
    (["It was cold, IHS data showed."], ["Institute for Harbour Studies"]),
    (["The lender Bank of Orland fell. The lender said it was shut."], [None, "Bank of Orland"]),
    (["Pell Mining cut jobs. The miner has not paid, according to its own statement."], [None, "Pell Mining"]),
    (["Ada Ek ran.", "She was late, according to her own account."], [None, "Ada Ek"]),
    (["Two sailors who were out that night told the court that it was cold."], ["two sailors who were out that night"]),
    (["A nurse who lives next door said it was shut."], ["nurse who lives next door"]),
    (["The company that runs it said it was shut."], ["company"]),
    (["Police said the man who drove the van said nothing."], ["police"]),
    (["Ada Ek spoke.", "Asked about reports that it was shut, she said: “No.”"], [None, "Ada Ek"]),
    (["According to the fire brigade one car burned."], ["fire brigade"]),
    (["According to police the driver fled."], ["police"]),
    (["According to data from the last 10 years the lake is warm."], [None]),
    (["The management has ruled out a sale."], ["management"]),
    (["The freighter ran aground, its owner said.", "The owner, Pell Carriers of Orlo, said the crew was safe."], ["Pell Carriers"] * 2),  # noqa: E501
    (["Pell Mining cut jobs.", "No oil has leaked, the miner said."], [None, "Pell Mining"]),
    (["The ship was built by Pell Marine.", "It is safe, its makers insist."], [None, "Pell Marine"]),
    (["The ship went down.", "It is safe, its owner said."], [None, "owner"]),
    (["The club's manager, Rui Ode, was there.", "The manager said it was shut."], [None, "Rui Ode"]),
    (["CEO Anita Rasch said it was shut.", "The chief executive said she would stay."], ["Anita Rasch"] * 2),
    (["Orland's foreign ministry said it was shut.", "The ministry said it was sad."], ["Orland's foreign ministry"] * 2),  # noqa: E501
    (["The Met Service met. “We expect snow on the coast,” it says."], [None, "Met Service"]),
    (["Miriam Ode KC said it was shut.", "Ms Ode said it was sad."], ["Miriam Ode"] * 2),
    (["Minister Bae Sung-min left.", "Bae said it was shut."], [None, "Bae Sung-min"]),
    (["Ilse Brandt and her colleagues write that it was shut."], ["Ilse Brandt"]),
    (["Food inspector Paul Ode rose.", "Asked by counsel Tom Ache whether it was shut, he replied: “No, sir.”"], [None, "Paul Ode"]),  # noqa: E501
    (["It is shut, said opposition MP Greta Holm (@gretaholm)."], ["Greta Holm"]),
    (["A source in the camp who did not wish to be named said it was shut."], ["source in the camp"]),
    (["The WHO said it was shut. The WHO's envoy, Dr. Luisa Berg, said it was sad."], ["WHO", "Luisa Berg"]),
    (["A man who called himself Captain Rolf left."], [None]),
    (["The manager, Marta Quist, smiled.", "“Three goals: perfect,” said the Dane."], [None, "Marta Quist"]),
    (["The Speaker, Sir Odd Lien, told members to be quiet."], ["Odd Lien"]),
    (["The manager, Per Lund, was sent off."], [None]),
    (["Q: Is it shut?", "A: It is.", "Q: Since when?", "A: Since May."], [None] * 4),
    (["Silence fell when the presiding judge, Rena Ode, rose.", "It was shut, the judge remarked."], [None, "Rena Ode"]),  # noqa: E501
    (["The union met with the president, Rena Ode told us.", "It was shut, the president said."], ["Rena Ode", "president"]),  # noqa: E501
    (["It was shut, the port ministry and two sources said."], ["port ministry and two sources"]),
    (["The Harbour Monitoring Institute (HMI) reports that it was shut."], ["Harbour Monitoring Institute"]),
    (["Minister Khalid al-Rashidi spoke.", "Al-Rashidi said it was shut."], [None, "Khalid al-Rashidi"]),
    (["Edna Marsh, 77, fell.", "The mum-of-three said it was shut."], [None, "Edna Marsh"]),
    (["A port man, who asked not to be named for fear of reprisal, said it was shut."], ["port man"]),
    (["Kathryn Maurer spoke.", "Mauer said it was shut."], [None, "Kathryn Maurer"]),
    (["Jo Ek, 52, fell. Ada Rusk, 40, ran.", "In a statement, the 52-year-old said he was sorry."], [None, None, "Jo Ek"]),  # noqa: E501
    (["Ada Rusk, 40, ran.", "The 52-year-old said it was shut."], [None, "52-year-old"]),
    (["A 19-year-old ran to Ada Rusk.", "The 19-year-old said it was shut."], [None, "19-year-old"]),
    (["Qualifier Jo Ek won.", "The teenager said it was cold."], [None, "Jo Ek"]),
    (["A teenager was held. Jo Ek won.", "The teenager said it was cold."], [None, None, "teenager"]),
    (["Jo Ek won.", "“It was cold,” the former striker said."], [None, "Jo Ek"]),
    (["Ada Rusk, a retired nurse, ran.", "Jo Ek said it was late.", "“It was cold,” the retired nurse said."], [None, "Jo Ek", "Ada Rusk"]),  # noqa: E501
    (["Ada Rusk sang.", "Jo Ek said it was late.", "“Jo held the door,” the mother of one said."], [None, "Jo Ek", "Ada Rusk"]),  # noqa: E501
    (["Kelly Rusk, 38, paid.", "“It was cold,” blonde Kelly sobbed."], [None, "Kelly Rusk"]),
    (["Kelly Rusk and Kelly Ek paid.", "“It was cold,” Kelly sobbed."], [None, "Kelly"]),
    (["Cabinet Secretary Ada Ek spoke.", "“It was cold,” said the CS while opening a pier."], [None, "Ada Ek"]),
    (["Imran Sheikh KC rose.", "Mr Sheikh said it was shut."], [None, "Imran Sheikh"]),
    (["Acting Supt Ada Ek rose.", "Det Con Jo Rusk told the court it was shut.", "Supt Ek said it was sad."], [None, "Jo Rusk", "Ada Ek"]),  # noqa: E501
    (["Sheriff Bob Ode of Orlo County spoke.", "It was shut, according to the sheriff."], [None, "Bob Ode"]),
    (["Carla Ode of the Harbour Institute was not there.", "Ode said it was shut."], [None, "Carla Ode"]),
    (["Bandmate Jo Ek said it was shut."], ["Jo Ek"]),
    (["The mill told nobody, it said."], ["it"]),
    (["Orlo Chemicals fell. Pell Mining rose.", "The Orlo-based company said it was shut."], [None, None, "Orlo-based company"]),  # noqa: E501
    (["Pell Mining cut jobs.", "The Orlo-based company said it was shut."], [None, "Pell Mining"]),
    (["It was shut, the port’s chair Ada Ek told portTALK."], ["Ada Ek"]),
    (["Ada Ek’s lawyer said it was shut.", "One of them, Jo Rusk, told the court it was open."], ["Ada Ek’s lawyer", "Jo Rusk"]),  # noqa: E501
    (["Ada Rusk, 40, ran.", "The 40-year-old testified that it was shut."], [None, "Ada Rusk"]),
    (["Jo Ek sang. “It was cold,” the former bus driver said."], [None, "Jo Ek"]),
    (["The agency’s coordinator, Alhaji Bello Ek, told newsmen it was shut."], ["Bello Ek"]),
    (["Tom Ek climbed the tower of St Agnes.", "“It was cold,” he says."], [None, "Tom Ek"]),
    (["Tom Ek said it was cold.", "The port’s safety officer, Rosa Rusk, disagrees. “It was shut,” she said."], ["Tom Ek", None, "Rosa Rusk"]),  # noqa: E501
    (["Tom Ek said it was cold.", "His neighbour disagrees. “It was shut,” she said."], ["Tom Ek", None, "she"]),
    (["The central ferry office raised its fares, it said."], ["central ferry office"]),
    (["The hospital in Orlo has taken in 31 people, it writes on its website."], ["hospital in Orlo"]),
    (["Ada Ek ran. According to her words, it was cold."], [None, "Ada Ek"]),
    (["Jo Ek, the head of the port, which owns the quay, said it was shut."], ["Jo Ek"]),
    (["The Minister for Ports (Ms. Ada Ek) said it was shut."], ["Ada Ek"]),
    (["Harbour Fund’s Ada Ek said it was shut."], ["Ada Ek"]),
    (["Ada Ek and colleagues report that it was cold."], ["Ada Ek"]),
    (["Rates fell, according to figures from the Bank of Orland."], ["Bank of Orland"]),
    (["The press service of the energy company Volta-Orlo said it was shut."], ["Volta-Orlo"]),
    (["The Bank of Orland met. The Bank of Orland said it was shut.", "The same source counted 85 boats."], [None, "Bank of Orland", "Bank of Orland"]),  # noqa: E501
    (["Pell Mining said it was shut.", "It was sad, the institution indicated."], ["Pell Mining"] * 2),
    (["Jo Ek said it was late.", "Ada Rusk of the University of Sur is more careful.", "She points out that it was cold."], ["Jo Ek", None, "Ada Rusk"]),  # noqa: E501
    (["Mayor of Sumy-Lis Artem Holub spoke.", "Holub said it was sad."], [None, "Artem Holub"]),
    (["Governor of New York Anna Rusk said it was shut."], ["Anna Rusk"]),
    (["The head of Human Rights Watch said it was shut."], ["head of Human Rights Watch"]),
    (["The Irishman Rusk ran.", "It was shut, the organisation said."], [None, "organisation"]),
    (["Jo Ek sang at Tarn Bridge.", "It was cold, he said."], [None, "Jo Ek"]),
    (["Jo Ek told Radio Orlo it was cold.", "He added that it was late."], ["Jo Ek"] * 2),
    (["Jo Ek spoke.", "Last week we reported how it was shut."], [None, None]),
    (["A 2023 paper in the journal Harbour Trends reckoned that it was shut."], ["2023 paper in the journal Harbour Trends"]),  # noqa: E501
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), SPEAKERS, ids=lambda value: str(value)[:40])
def test_resolves_speakers(lines: list[str], expected: list[str | None]) -> None:
    assert names(lines) == expected


NAMELESS = [
    "Almond Street sources said it was shut.",
    "Mayor Ada Ek would not resign, her office told reporters.",
    "Health bosses say it was shut.",
    "Forecasters say it was shut.",
    "A MUM-OF-TWO said it was shut.",
    "Ek's agent said it was shut.",
]


def test_finds_the_player_of_the_headline_by_given_name_not_a_coach_of_the_registry() -> None:
    lines = [
        "Striker Jo Ek signed.",
        "Boss Ilse Brandt smiled. Brandt stayed, and Brandt won.",
        "The new boy said it was shut.",
    ]
    for headline in ("Orlo land hotshot Jo at last", "Orlo are glad"):
        speaker = read(lines, headline=headline)[-1].speaker
        assert speaker is not None
        assert speaker.name == ("Jo Ek" if "Jo" in headline else "new boy")


@pytest.mark.parametrize("line", NAMELESS)
def test_takes_what_people_are_for_no_name(line: str) -> None:
    (credit,) = read([line])
    assert credit.speaker is not None
    assert not credit.speaker.named


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("An Orland firm closed its works.", "ministry"),
        ("The Defence budget of Orland was cut.", "Orland Defence Ministry"),
    ],
)
def test_a_ministry_is_the_registry_s_where_the_article_tells_of_it(before: str, name: str) -> None:
    found = read([before, "The ministry said that the pier was shut."])
    assert found[1].speaker is not None
    assert found[1].speaker.name == name


@pytest.mark.parametrize(
    ("titled", "mention", "name"),
    [
        ("President Ada Ek", "The president", "Ada Ek"),
        ("President Ada Ek", "The vice president", "vice president"),
        ("Vice President Ada Ek", "The president", "president"),
        ("Vice President Ada Ek", "The vice president", "Ada Ek"),
        ("Deputy Minister Ada Ek", "The minister", "Ada Ek"),
        ("The vice president", "The president", "president"),
    ],
)
def test_an_office_is_that_of_its_rank(titled: str, mention: str, name: str) -> None:
    found = read([f"{titled} said that the pier was shut.", f"{mention} said that it was cold."])
    assert found[1].speaker is not None
    assert found[1].speaker.name == name


def test_tells_named_from_unnamed() -> None:
    found = read(["Police said the pier was shut.", "Ilse Brandt said it was not.", "A French diplomat said it was."])
    assert [credit.speaker.named for credit in found if credit.speaker] == [False, True, False]


ROLES = [
    ("“It was cold,” said the Director-General, Dr Linnea Rusk.", "Director-General"),
    ("Inspector Carla Boyce of Orlo CID said it was shut.", "Inspector"),
    ("A visibly moved Dr. Ada Ek said it was shut.", None),
    ("Dr Ada Ek, the port's medical officer, said it was shut.", "port's medical officer"),
    ("The head of the dockers' union, Col. Ada Ek, said it was shut.", "head of the dockers' union"),
    ("The State hydrologist, Dr Ada Ek, said it was shut.", "State hydrologist"),
    ("His barrister, Ada Ek KC, said it was shut.", "barrister"),
    ("County Auditor Ada Ek said it was shut.", "County Auditor"),
    ("Skipper Ada Ek said it was shut.", "Skipper"),
    ("COO Ada Ek said it was shut.", "COO"),
    ("A ferry pilot, Ada Ek, said it was shut.", "ferry pilot"),
    ("Ada Ek, the director-general of the port, said it was shut.", "director-general of the port"),
]


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_reads_the_role_beside_the_name(text: str, role: str | None) -> None:
    (credit,) = read([text])
    assert credit.speaker is not None
    assert credit.speaker.role == role


def test_tells_the_mode() -> None:
    lines = [
        '"It is shut," Brandt said.',
        'Brandt said it was "quite shut".',
        "Brandt said it was shut.",
        "It is shut.",
    ]
    assert [credit.mode for credit in read(lines)] == ["direct", "mixed", "indirect", "none"]


VIA = [
    ('"We have found a link," the daily quoted study leader Ada Ek.', "Ada Ek", ("daily",)),
    ('"We have found a link," the daily quoted Ada Ek as saying.', "Ada Ek", ("daily",)),
    ("Brandt told Channel Nine TV that the pier was shut.", "Ilse Brandt", ("Channel Nine",)),
    ("Brandt said in an interview with the Harbour Post that it was shut.", "Ilse Brandt", ("Harbour Post",)),
    ("The pier was shut, Northwire reported.", None, ("Northwire",)),
    ("The pier was shut, Northwire reported, citing two officials.", "two officials", ("Northwire",)),
    ("The pier was shut, local media including the Harbour Post reported.", None, ("Harbour Post",)),
    ("Asked by the Morn Observer, sources told the Observer that the pier was shut.", "sources", ("Morn Observer",)),
    ("The Morn Observer cited an unnamed aide as saying that the pier was shut.", "unnamed aide", ("Morn Observer",)),
    ("According to a report by the broadcaster ITN citing port sources, the pier was shut.", "port sources", ("ITN",)),
    ("The pier was shut, the Halcyon Times reported, quoting the port office.", "port office", ("Halcyon Times",)),
    ("The pier was shut, according to a letter obtained by the Harbour Post.", "letter", ("Harbour Post",)),
    ("The pier was shut, according to a letter obtained by The Gazette.", "letter", ()),
    ("Speaking to the media, Brandt said the pier was shut.", "Ilse Brandt", ()),
    ("Brandt told Radio Halcyon that the pier was shut.", "Ilse Brandt", ("Radio Halcyon",)),
    ("Brandt told Halcyons Posten that the pier was shut.", "Ilse Brandt", ("Halcyons Posten",)),
    ("Brandt told The Gazette that the pier was shut.", "Ilse Brandt", ()),
    ("Brandt told reporters that the pier was shut.", "Ilse Brandt", ()),
    ("Speaking to the Coastal Times, Brandt said the pier was shut.", "Ilse Brandt", ("Coastal Times",)),
    ("Officials quoted by state television said the pier was shut.", "officials", ("state television",)),
    ("The pier was shut, Reuters reported.", None, ("Reuters",)),
    ("The pier was shut, the trade paper Harbour Post writes.", None, ("Harbour Post",)),
    ("The pier was shut, the online portal Halcyon Wire reports.", None, ("Halcyon Wire",)),
    (
        "The pier was shut, Brandt told Channel Nine, the Harbour Post and other local media reported.",
        "Ilse Brandt",
        ("Harbour Post", "Channel Nine"),
    ),
    ("The pier was shut, Orlo Press reported, citing the harbour office.", "harbour office", ("Orlo Press",)),
    ("The toll is 3, the Orlo Wire agency reported.", None, ("Orlo Wire",)),
    ("“It is shut,” Brandt was quoted as saying by the Harbour Post.", "Ilse Brandt", ("Harbour Post",)),
    ("Brandt told reporters that it was shut, Interfin reported.", "Ilse Brandt", ("Interfin",)),
    ("Brandt called it “mad”, the state agency Drovin reported.", "Ilse Brandt", ("Drovin",)),
    ("It was shut, Brandt told Channel Nine, the agency Globus reported.", "Ilse Brandt", ("Globus", "Channel Nine")),
    ("As the agency Globus transmits, Brandt stated that it was shut.", "Ilse Brandt", ("Globus",)),
    ("“It is shut,” Brandt was quoted by Interfin as saying.", "Ilse Brandt", ("Interfin",)),
    ("It had been shut since May, as Northwire revealed, citing port circles.", "port circles", ("Northwire",)),
    ("As reported by Interfin, citing the port office, three are missing.", "port office", ("Interfin",)),
    ("Brandt said it was shut, police reported.", "Ilse Brandt", ()),
    ("“It was cold,” recounted a survivor to local media.", "survivor", ("local media",)),
    ("Local media are reporting that it was shut.", None, ("Local media",)),
    ("It was shut, the local trade press reported.", None, ("local trade press",)),
    ("According to the newspaper La Hora del Sur, it was shut.", None, ("La Hora del Sur",)),
    ("It was shut, the RVN agency reported, citing a port official.", "port official", ("RVN",)),
    ("It was shut, the UN agency reported, citing a port official.", "UN agency", ()),
    (
        "Brandt told reporters that the pier was shut, according to the news site Orlo Online.",
        "Ilse Brandt",
        ("Orlo Online",),
    ),
    ("Brandt told US paper The Orlo Herald that the pier was shut.", "Ilse Brandt", ("The Orlo Herald",)),
]


@pytest.mark.parametrize(("text", "speaker", "via"), VIA)
def test_finds_the_media_on_the_way(text: str, speaker: str | None, via: tuple[str, ...]) -> None:
    (credit,) = read([text])
    assert (credit.speaker.name if credit.speaker else None, credit.via) == (speaker, via)


def test_carries_the_interview_on_and_no_further() -> None:
    found = read(
        [
            "Brandt told Channel Nine that the pier was shut.",
            "She added that it was old.",
            "Brandt said in a statement that repairs would begin.",
            "She added that they would be slow.",
        ]
    )
    assert [credit.via for credit in found] == [("Channel Nine",), ("Channel Nine",), (), ()]


def test_the_same_agency_is_the_one_told_of_before_and_later_is_elsewhere() -> None:
    found = read(
        [
            "Brandt said it was shut, Interfin reported.",
            "The pier was old, she affirmed, according to the same agency.",
            "Brandt later denied that the pier was old.",
        ]
    )
    assert [credit.via for credit in found] == [("Interfin",), ("Interfin",), ()]


def test_gives_the_opening_the_chain_that_the_next_sentence_tells() -> None:
    found = read(
        [
            "Mayor Ilse Brandt said that the pier would stay shut.",
            "According to local media including the Harbour Post, Brandt made the remarks in an interview "
            "with Channel Nine.",
        ]
    )
    assert found[0].via == ("Harbour Post", "Channel Nine")


def test_a_desk_of_the_outlet_s_own_is_no_wire() -> None:
    desk = Dateline("ORLO", None, "HP/English service")
    found = read(["The pier was shut."], Outlet("post", "Harbour Post"), dateline=desk)
    assert found[0].via == ()
    assert read(["The pier was shut."], dateline=desk)[0].via == ("HP/English service",)


def test_a_copy_carries_its_wire() -> None:
    found = read(["The pier was shut.", "Brandt said it was old."], dateline=Dateline("ORLO", None, "Northwire"))
    assert [credit.via for credit in found] == [("Northwire",), ("Northwire",)]


def test_a_press_release_credits_only_people() -> None:
    office = Outlet("office", "Bank of Orland press office", speaks_for="Bank of Orland")
    found = read(["The Bank of Orland expects growth of 2 percent.", '"We are glad," said Ilse Brandt.'], office)
    assert [credit.mode for credit in found] == ["none", "direct"]


DAYS = [
    ("Brandt said on Wednesday that the pier was shut.", "2026-02-04", None),
    ("Brandt said in a statement on Feb 3 that the pier was shut.", "2026-02-03", "statement"),
    ("On Monday, Brandt said the pier was shut.", "2026-02-02", None),
    ("Brandt told a news conference that the pier was shut.", None, None),
    ("Brandt said the pier would open on Friday.", None, None),
    ("Brandt declared Tuesday a day of mourning.", None, None),
]


@pytest.mark.parametrize(("text", "day", "occasion"), DAYS)
def test_finds_day_and_occasion(text: str, day: str | None, occasion: str | None) -> None:
    (credit,) = read([text])
    assert (credit.said_on, credit.occasion) == (day, occasion)


def test_credit_tells_its_rule_and_words() -> None:
    (credit,) = read(["Brandt said the pier was shut."])
    assert (credit.rule, credit.cue, credit.words) == ("words-after", "said", ((12, 29),))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=4))
def test_gives_one_credit_a_statement(lines: list[str]) -> None:
    lines = [" ".join(line.split()) or "x" for line in lines]
    assert all(isinstance(credit, Credit) for credit in read(lines))


@pytest.mark.parametrize(
    ("headline", "body", "speaker"),
    [
        ("Measles: a second school shut", "The measles outbreak spread.", None),
        ("Brandt: pier was never safe", "Brandt spoke on Monday.", "Ilse Brandt"),
    ],
)
def test_tells_topics_from_speakers_before_a_colon(headline: str, body: str, speaker: str | None) -> None:
    end = len(headline)
    blocks = (Block("headline", 0, end), Block("paragraph", end + 1, end + 1 + len(body)))
    article = Article("a", OWN, f"{headline}\n{body}\n", blocks, "0" * 64, published="2026-02-05", headline=headline)
    (credit,) = attribute(article, [Statement("a", 0, "headline", 0, end, headline, 0, 0)], REGISTRY)
    assert (credit.speaker.name if credit.speaker else None) == speaker
