"""A comparison made by hand: one story, three outlets, every state a claim can be in."""

from __future__ import annotations

from dataclasses import replace

from claims.model import (
    Article,
    Attribution,
    Block,
    Certainty,
    Claim,
    Comparison,
    Credit,
    Discrepancy,
    Figure,
    Match,
    Moment,
    OriginGroup,
    Origins,
    Outlet,
    Repeat,
    Speaker,
    Statement,
    Unread,
)

WIRE = Outlet(id="coast-wire", name="Coast Wire", kind="agency", aliases=("CW",))
POST = Outlet(id="maren-post", name="The Maren Post", kind="newspaper")
RADIO = Outlet(id="radio-delta", name="Radio Delta 港", kind="broadcaster")

TOLL_WIRE = (
    '"Nine dockers [sic] are officially confirmed dead," Harbour Minister Ilse Brandvoort told Radio Delta on Monday.'
)
TOLL_POST = "At least 11 dockers died in the fire, port officials said."
TOLL_RADIO = "About nine people were \x1b[31mkilled\x1b[0m when the crane burned, the minister told this station."
START_WIRE = "The fire broke out at 04:20 on Monday."
START_POST = "The blaze began before dawn on Sunday, according to a log at https://maren-post.example/harbour/log/2031/03/the-very-long-address-of-a-log-that-nobody-would-type-by-hand."
PORT_WIRE = "The port will reopen on Thursday, the harbour authority said in a statement."
PORT_RADIO = "The harbour authority hopes to reopen the port on Thursday."
CRANE_WIRE = "The crane was built in 1998."
CRANE_POST = "Built in 1998, the crane was the oldest in the harbour."
ALONE_POST = "The *oldest* docker, 71-year-old Piet | Aal_berg, watched from <the> quay."
COUNT_POST_HEAD = "Eleven dead in harbour fire"
COUNT_POST = "Ten bodies were taken ashore."

_TEXTS = {
    "a1": [TOLL_WIRE, START_WIRE, PORT_WIRE, CRANE_WIRE],
    "a2": [COUNT_POST_HEAD, TOLL_POST, START_POST, CRANE_POST, ALONE_POST, COUNT_POST],
    "a3": [TOLL_RADIO, PORT_RADIO],
}
_MINISTER = Speaker("ilse-brandvoort", "Ilse Brandvoort", "Ilse Brandvoort", "Harbour Minister")
_AUTHORITY = Speaker("maren-harbour-authority", "Maren Harbour Authority", "the harbour authority")
_OFFICIALS = Speaker("port-officials", "port officials", "port officials", named=False)


def make_comparison() -> Comparison:
    """Return the comparison; its claims stand in the order of a pipeline, not of a reader."""
    claims = (_toll(), _start(), _port(), _crane(), _alone(), _count())
    unread = (Unread("broken.pdf", "no text in it", "save the page as HTML"),)
    return Comparison((_article("a1", WIRE), _article("a2", POST), _article("a3", RADIO)), claims, unread)


def _article(id_: str, outlet: Outlet) -> Article:
    text = "\n\n".join(_TEXTS[id_])
    return Article(
        id=id_,
        outlet=outlet,
        text=text,
        blocks=(Block("paragraph", 0, len(text)),),
        sha256=id_ * 32,
        headline="Fire in the harbour – “nine dead”",
        path=f"stories/{outlet.id}.txt",
        published={"a1": "2031-03-03T07:15:00+01:00", "a2": "2031-03-03", "a3": None}[id_],
        language="en",
        notes=("corrects the toll",) if id_ == "a2" else (),
    )


def _statement(article: str, text: str) -> Statement:
    start = "\n\n".join(_TEXTS[article]).index(text)
    number = _TEXTS[article].index(text)
    part = "headline" if text == COUNT_POST_HEAD else "body"
    return Statement(article, number, part, start, start + len(text), text, sentence=number, paragraph=number)


def _row(article: str, text: str, credit: Credit | None = None, **rest: object) -> Attribution:
    outlet = {"a1": WIRE, "a2": POST, "a3": RADIO}[article]
    return Attribution(_statement(article, text), outlet, credit or Credit(), **rest)  # type: ignore[arg-type]


def _dead(text: str, low: float, high: float, bound: str = "exact", noun: str = "dockers") -> tuple[Figure, ...]:
    return (
        Figure(
            text,
            0,
            len(text),
            low,
            high,
            bound,
            noun=noun,
            event="killed",
            measure=f"{noun} killed",  # type: ignore[arg-type]
        ),
    )


def _toll() -> Claim:
    rows = (
        _row(
            "a1",
            TOLL_WIRE,
            Credit(
                _MINISTER, "told", "direct", "Radio Delta", said_on="2031-03-03", occasion="interview", rule="quote-cue"
            ),
            certainty=Certainty("confirmed", "certain", ("officially", "confirmed")),
            figures=_dead("Nine", 9, 9),
            match=Match("confirmed", 0.93, ("figure 9", "measure killed")),
        ),
        _row(
            "a2",
            TOLL_POST,
            Credit(_OFFICIALS, "said", "indirect", via=("Coast Wire", "local media"), rule="cue-after"),
            figures=_dead("At least 11", 11, 11, "min"),
            match=Match("suggested", 0.715, ("measure killed",)),
        ),
        _row(
            "a3",
            TOLL_RADIO,
            Credit(_MINISTER, "told", "indirect", "this station", said_on="2031-03-03", rule="cue-after"),
            certainty=Certainty("approximate", "reserved", ("about",)),
            figures=_dead("About nine", 9, 9, "approx", "people"),
            match=Match("confirmed", 0.9, ("figure 9",)),
        ),
    )
    found = (
        _found(
            "certainty", "differs", (0, 2), ("officially", "about"), "Coast Wire has officially; Radio Delta 港 about."
        ),
        _found(
            "figure-conflict",
            "conflict",
            (0, 1),
            ("Nine", "At least 11"),
            "Coast Wire has Nine; The Maren Post has At least 11.",
        ),
        _found(
            "figure-conflict",
            "conflict",
            (1, 2),
            ("At least 11", "About nine"),
            "The Maren Post has At least 11; Radio Delta 港 has About nine.",
        ),
        _found(
            "speaker-unnamed",
            "differs",
            (0, 1),
            ("Ilse Brandvoort", "port officials"),
            "Coast Wire names Ilse Brandvoort; The Maren Post has port officials.",
        ),
        _found(
            "speaker-unnamed",
            "differs",
            (1, 2),
            ("port officials", "Ilse Brandvoort"),
            "Radio Delta 港 names Ilse Brandvoort; The Maren Post has port officials.",
        ),
        _found(
            "quote-paraphrased",
            "note",
            (0, 2),
            ("Nine dockers", "About nine people"),
            "Coast Wire quotes; Radio Delta 港 paraphrases.",
        ),
    )
    groups = (
        OriginGroup("Ilse Brandvoort to Radio Delta, 2031-03-03", (0, 2)),
        OriginGroup("port officials", (1,), independent=True),
    )
    return _claim("c-toll", TOLL_WIRE, rows, "conflict", Origins(2, groups), found)


def _start() -> Claim:
    rows = (
        _row("a1", START_WIRE, moments=(Moment("Monday", 29, 35, "2031-03-03", "2031-03-03"),)),
        _row("a2", START_POST, moments=(Moment("Sunday", 31, 37, "2031-03-02", "2031-03-02", note="before dawn"),)),
    )
    found = (
        _found(
            "date-conflict",
            "conflict",
            (0, 1),
            ("Monday", "Sunday"),
            "Coast Wire puts it on Monday 3 March; The Maren Post on Sunday 2 March.",
        ),
    )
    groups = (OriginGroup("not stated", (0, 1), independent=False),)
    return _claim("c-start", START_WIRE, rows, "conflict", Origins(0, groups), found)


def _port() -> Claim:
    rows = (
        _row(
            "a1",
            PORT_WIRE,
            Credit(_AUTHORITY, "said", "indirect", rule="cue-after"),
            certainty=Certainty("will", "future", ("will",)),
        ),
        _row(
            "a3",
            PORT_RADIO,
            Credit(_AUTHORITY, "hopes", "indirect", rule="cue-before"),
            certainty=Certainty("hoped", "wished", ("hopes",)),
        ),
    )
    found = (_found("certainty", "differs", (0, 1), ("will", "hopes"), "Coast Wire says will; Radio Delta 港 hopes."),)
    return _claim(
        "c-port", PORT_WIRE, rows, "differ", Origins(1, (OriginGroup("Maren Harbour Authority", (0, 1)),)), found
    )


def _crane() -> Claim:
    rows = (_row("a1", CRANE_WIRE), _row("a2", CRANE_POST))
    days = ("2030-11-02", "2031-06-07", "2031-08", None)
    repeats = tuple(
        Repeat(f"c-again{place}", 1 - place / 8, day, ("The Maren Post", "Quay [Weekly]"), "The crane dates from 1998.")
        for place, day in enumerate(days)
    )
    return replace(_claim("c-crane", CRANE_WIRE, rows, "agree", Origins(0, ()), ()), repeats=repeats)


def _alone() -> Claim:
    age = Figure("71-year-old", 0, 2, 70.5, 71, "range", unit="year")
    return _claim("c-alone", ALONE_POST, (_row("a2", ALONE_POST, figures=(age,)),), "single-outlet", Origins(0, ()), ())


def _count() -> Claim:
    rows = (
        _row("a2", COUNT_POST_HEAD, figures=_dead("Eleven", 11, 11)),
        _row("a2", COUNT_POST, figures=_dead("Ten", 10, 10, noun="bodies")),
    )
    found = (
        _found(
            "figure-conflict",
            "conflict",
            (0, 1),
            ("Eleven", "Ten"),
            "The headline has Eleven; the text has Ten.",
            within=True,
        ),
    )
    return _claim("c-count", COUNT_POST_HEAD, rows, "conflict", Origins(0, ()), found)


def _found(
    kind: str, severity: str, between: tuple[int, int], values: tuple[str, str], message: str, *, within: bool = False
) -> Discrepancy:
    return Discrepancy(kind, severity, between, values, message, kind, within)  # type: ignore[arg-type]


def _claim(
    id_: str, text: str, rows: tuple[Attribution, ...], agreement: str, origins: Origins, found: tuple[Discrepancy, ...]
) -> Claim:
    outlets = tuple(dict.fromkeys(row.outlet.name for row in rows))
    return Claim(id_, text, outlets, agreement, rows, origins, found)  # type: ignore[arg-type]
