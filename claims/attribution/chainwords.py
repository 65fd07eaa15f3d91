"""The words around a quotation by which a text tells how it came: whom a medium cites, an interview, a later day."""

from __future__ import annotations

import re

from claims.patterns import Gated, lazy

CITING = Gated(
    r"\b(?:citing|quoting|quotes|cites|cited|quoted|attributing it to|learn(?:ed|t) from|heard from)\s+"
    r"(?P<who>[^,.;]{3,90})",
    "cit",
    "quot",
    "attributing it to",
    "from",
)
REPORT_BY = Gated(
    r"^(?:an?|the) (?:\w+ )?(?:report|article|story|dispatch) (?:by|in|from|on) ",
    "report",
    "article",
    "story",
    "dispatch",
    flags=re.IGNORECASE,
)
QUOTED_BY = Gated(r"\b(?:quoted|cited|interviewed|reached|contacted|obtained|seen|reviewed) by\s+", " by")
SAME_OCCASION = re.compile(
    r"\bthe (?:same )?(?:interview|broadcast|programme|program|article|conversation|podcast)\b", re.IGNORECASE
)
LATER = Gated(r"^\s*(?:Mr |Ms |Mrs )?(?:has )?later\b|\blater (?:denied|said|told|wrote|added|retracted)\b", "later")
SAME_MEDIUM = Gated(
    r"\bthe same (?:(?:news )?agency|(?:news)?paper|daily|broadcaster|channel|website|magazine|outlet)\b", "the same "
)
EARLIER = Gated(
    r"\b(?:had|earlier|previously|last (?:week|month|year))\b",
    "had",
    "earlier",
    "previously",
    "last",
    flags=re.IGNORECASE,
)
DISCLOSED = lazy(
    r"^(?P<who>[^,.;]{2,80}?)\s+(?:on \w+day )?(?:has |had )?"
    r"(?:made|disclosed|revealed|gave|spoke|told|said|announced|was speaking|commented|denied|confirmed|rejected"
    r"|warned|ruled out|(?P<finding>(?:found|concluded) (?:no|that)))\b"
)
OF_ITSELF = lazy(r"(?:that )?(?:it (?:would|will|had|has|stood|stands|did|does|could|can)|its|it'?d)\b")
BACK = Gated(
    r"\b(?:the|these|those|his|her|their) (?:remarks?|comments?|statements?|claims?|disclosure|announcement"
    r"|figures?|toll|death toll|number|losses|words)\b|\bdisclosed\b",
    "remark",
    "comment",
    "statement",
    "claim",
    "disclos",
    "announcement",
    "figure",
    "toll",
    "number",
    "losses",
    "words",
    flags=re.IGNORECASE,
)
INTERVIEW = Gated(r"\bin an? (?:[\w-]+ ){0,2}interview (?:with|to|on|for|published in|published by)\s+", "interview")
