"""The tree of a claim: roots, the media on the way, and copies below what they copy."""

from rich.console import Console

from claims.model import Attribution, ChainLink, Claim, Credit, OriginGroup, Origins, Outlet, Statement
from cli.chains import build_chains


def row(outlet: str, *via: str) -> Attribution:
    statement = Statement(f"{outlet}-1", 0, "body", 0, 5, "Words", 0, 0)
    return Attribution(statement, Outlet(id=outlet.casefold(), name=outlet), Credit(via=via))


def draw(rows: tuple[Attribution, ...], group: OriginGroup) -> list[str]:
    claim = Claim("c-1", "Words", (), "agree", rows, Origins(1, (group,)))
    console = Console(width=80, color_system=None)
    with console.capture() as captured:
        console.print(build_chains(claim))
    return [line.strip(" │├└─") for line in captured.get().splitlines()][1:]


def test_a_relay_stands_below_the_outlet_it_came_through() -> None:
    group = OriginGroup("Tobias Renn", (0, 1), chain=(ChainLink(1, 0, "relay"),))
    assert draw((row("Wire"), row("Post", "Wire")), group) == ["Tobias Renn", "Wire (1)", "Post (2)"]


def test_media_that_are_not_in_the_comparison_are_stations() -> None:
    group = OriginGroup("Tobias Renn", (0, 1))
    assert draw((row("Wire", "Radio"), row("Post", "Radio")), group) == ["Tobias Renn", "Radio", "Wire (1)", "Post (2)"]


def test_a_copy_stands_below_what_it_copies() -> None:
    group = OriginGroup("Tobias Renn", (0, 1, 2), chain=(ChainLink(2, 0, "copy"),))
    drawn = draw((row("Wire"), row("Post"), row("Digest")), group)
    assert drawn == ["Tobias Renn", "Wire (1)", "Digest (3), word for word", "Post (2)"]


def test_an_unknown_root_is_not_counted() -> None:
    group = OriginGroup("not stated", (0,), independent=False)
    assert draw((row("Wire"),), group) == ["not stated  (not counted)", "Wire (1)"]
