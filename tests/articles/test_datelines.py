"""How wire stories open."""

import pytest

from claims.articles.datelines import read_dateline

STORY = " was opened in the rain, and nobody who had come to see it went home dry, people said."
CASES = [
    ("KYIV, Feb 4 (Reuters) - The talks", ("KYIV", "Feb 4", "Reuters"), "The talks"),
    ("OSLO/LONDON, June 15 (Norwire) - The firm", ("OSLO/LONDON", "June 15", "Norwire"), "The firm"),
    ("ATLANTA, Ga. (AP) — The judge", ("ATLANTA, Ga.", None, "AP"), "The judge"),
    ("SEOUL, Nov. 24 (Yonhap) -- The won", ("SEOUL", "Nov. 24", "Yonhap"), "The won"),
    ("MADRID, Jan 2 (EFE).- The king", ("MADRID", "Jan 2", "EFE"), "The king"),
    ("London (dpa) - The queen", ("London", None, "dpa"), "The queen"),
    ("PARIS, Aug 29, 2026 (AFP) The minister", ("PARIS", "Aug 29, 2026", "AFP"), "The minister"),
    ("(Bloomberg) -- Oil fell", (None, None, "Bloomberg"), "Oil fell"),
    ("TOLSK, March 12. /NORA/. Two boats", ("TOLSK", "March 12", "NORA"), "Two boats"),
    ("PINE CITY — The fire", ("PINE CITY", None, None), "The fire"),
    ("NAGPUR: The train", ("NAGPUR", None, None), "The train"),
    ("NEW DELHI, 3 March (PTI): The man", ("NEW DELHI", "3 March", "PTI"), "The man"),
    ("Orrin, March 12, 2026 - The plant", ("Orrin", "March 12, 2026", None), "The plant"),
    ("(Orrin, 12.03.2026) The plant", ("Orrin", "12.03.2026", None), "The plant"),
    ("[Orrin, 12 March 2026] The plant", ("Orrin", "12 March 2026", None), "The plant"),
    ("ORRIN (March 12, 2026) — The plant", ("ORRIN", "March 12, 2026", None), "The plant"),
    ("Thursday, March 12, 2026 (ORRIN) - The plant", ("ORRIN", "March 12, 2026", None), "The plant"),
    ("12 March 2026, Orrin – The plant", ("Orrin", "12 March 2026", None), "The plant"),
    ("12 March 2026 – The plant", (None, "12 March 2026", None), "The plant"),
    ("Orrin, Thursday 12 March 2026. The plant", ("Orrin", "12 March 2026", None), "The plant"),
    ("ORRIN--(BUSINESS WIRE)--March 12, 2026--The plant", ("ORRIN", "March 12, 2026", "BUSINESS WIRE"), "The plant"),
    ("ORRIN, Scotland--(BUSINESS WIRE)--The plant", ("ORRIN, Scotland", None, "BUSINESS WIRE"), "The plant"),
    ("[서울=뉴시스] 홍길동 기자 = 한국", ("서울", None, "뉴시스"), "한국"),
]


@pytest.mark.parametrize(("line", "parts", "rest"), CASES)
def test_dateline(line, parts, rest):
    head = read_dateline(line + STORY)
    assert head is not None
    assert (head.place, head.day, head.agency) == parts
    assert line[head.length :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "(Adds union, shares) - see below",
        "A man — who was not named — was hurt",
        "The Bank of England (BoE) has raised rates",
        "Monday: rain",
        f"12 March 2026: the pumps{STORY}",
        f"On 12 March 2026 - a day of rain - the plant{STORY}",
        f"The plant that Orrin opened on 12 March 2026 - in the rain{STORY}",
        "The Orrin Packet, 12 March 2026 - Vol. 84, No. 12",
        "The union (2,000 members) - a small one - struck",
    ],
)
def test_no_dateline(line):
    assert read_dateline(line) is None
