"""Comparison -> the document of schema_version 1.0: plain dicts, lists, strings and numbers, in a fixed order."""

from __future__ import annotations

from math import isfinite
from typing import Any

from claims.model import (
    Article,
    Attribution,
    Claim,
    Comparison,
    Credit,
    Discrepancy,
    Figure,
    Match,
    Moment,
    Origins,
    Outlet,
    Repeat,
    Speaker,
    Unread,
)
from claims.version import __version__

SCHEMA_VERSION = "1.0"

Document = dict[str, Any]


def build_document(comparison: Comparison) -> Document:
    """Return the whole answer; keys are only ever added within 1.x."""
    return {
        **build_preamble(),
        "articles": [build_article(article) for article in comparison.articles],
        "claims": [build_claim(claim) for claim in comparison.claims],
        "unread": [build_unread(unread) for unread in comparison.unread],
    }


def build_preamble() -> Document:
    """Return what every document opens with: the schema's version and who wrote it."""
    return {"schema_version": SCHEMA_VERSION, "tool": {"name": "factcheck", "version": __version__}}


def build_article(article: Article) -> Document:
    """Return an article without its text."""
    return {
        "id": article.id,
        "outlet": build_outlet(article.outlet),
        "headline": article.headline,
        "path": article.path,
        "url": article.url,
        "published": article.published,
        "updated": article.updated,
        "language": article.language,
        "sha256": article.sha256,
        "version_of": article.version_of,
        "notes": list(article.notes),
    }


def build_outlet(outlet: Outlet) -> Document:
    """Return what the answer says of an outlet."""
    return {"id": outlet.id, "name": outlet.name, "kind": outlet.kind}


def build_claim(claim: Claim) -> Document:
    """Return a claim with its attributions and discrepancies."""
    return {
        "id": claim.id,
        "text": claim.text,
        "outlets": list(claim.outlets),
        "agreement": claim.agreement,
        "origins": _origins(claim.origins),
        "attributions": [build_attribution(attribution) for attribution in claim.attributions],
        "discrepancies": [_discrepancy(discrepancy) for discrepancy in claim.discrepancies],
        "repeats": [build_repeat(repeat) for repeat in claim.repeats],
    }


def build_attribution(attribution: Attribution) -> Document:
    """Return one row: where it stands, who is credited and how, and what it measures."""
    statement, credit = attribution.statement, attribution.credit
    return {
        "article": statement.article,
        "outlet": attribution.outlet.name,
        "part": statement.part,
        "start": statement.shown_start,
        "end": statement.end,
        "text": statement.shown_text,
        **_credit(credit),
        "certainty": attribution.certainty.level if attribution.certainty else None,
        "figures": [_figure(figure) for figure in attribution.figures if _is_writable(figure)],
        "certainty_band": attribution.certainty.band if attribution.certainty else None,
        "certainty_words": list(attribution.certainty.words) if attribution.certainty else [],
        "moments": [_moment(moment) for moment in attribution.moments],
        "occasion": credit.occasion,
        "rule": credit.rule,
        "match": _match(attribution.match),
    }


def build_repeat(repeat: Repeat) -> Document:
    """Return a claim of another story that states the same."""
    return {
        "claim": repeat.claim,
        "score": round(repeat.score, 4),
        "day": repeat.day,
        "outlets": list(repeat.outlets),
        "text": repeat.text,
    }


def build_unread(unread: Unread) -> Document:
    """Return an input that could not be read."""
    return {"path": unread.path, "reason": unread.reason, "hint": unread.hint}


def _credit(credit: Credit) -> Document:
    return {
        "speaker": _speaker(credit.speaker),
        "cue": credit.cue,
        "mode": credit.mode,
        "addressee": credit.addressee,
        "via": list(credit.via),
        "said_on": credit.said_on,
    }


def _speaker(speaker: Speaker | None) -> Document | None:
    if speaker is None:
        return None
    return {
        "id": speaker.id,
        "name": speaker.name,
        "mention": speaker.mention,
        "role": speaker.role,
        "named": speaker.named,
        "body": speaker.body,
    }


def _figure(figure: Figure) -> Document:
    single = figure.value
    amount = (
        {"value": _number(single)} if single is not None else {"low": _number(figure.low), "high": _number(figure.high)}
    )
    return {
        "text": figure.text,
        **amount,
        "bound": figure.bound,
        "unit": figure.unit,
        "measure": figure.measure,
        "as_of": figure.as_of,
        "start": figure.start,
        "end": figure.end,
        "noun": figure.noun,
        "event": figure.event,
        "scope": figure.scope,
        "change": figure.change,
        "previous": figure.previous,
    }


def _is_writable(figure: Figure) -> bool:
    # JSON has no infinity: a number of four hundred digits is left to the words.
    return isfinite(figure.low) and isfinite(figure.high)


def _number(value: float) -> int | float:
    return int(value) if float(value).is_integer() else value


def _moment(moment: Moment) -> Document:
    return {
        "text": moment.text,
        "start": moment.start,
        "end": moment.end,
        "earliest": moment.earliest,
        "latest": moment.latest,
        "granularity": moment.granularity,
        "note": moment.note,
    }


def _match(match: Match | None) -> Document | None:
    if match is None:
        return None
    return {"level": match.level, "score": round(match.score, 4), "why": list(match.why)}


def _origins(origins: Origins) -> Document:
    return {
        "independent": origins.independent,
        "groups": [
            {
                "origin": group.origin,
                "attributions": list(group.attributions),
                "independent": group.independent,
                "chain": [{"attribution": x.attribution, "from": x.source, "how": x.how} for x in group.chain],
            }
            for group in origins.groups
        ],
    }


def _discrepancy(discrepancy: Discrepancy) -> Document:
    return {
        "kind": discrepancy.kind,
        "severity": discrepancy.severity,
        "between": list(discrepancy.between),
        "values": list(discrepancy.values),
        "message": discrepancy.message,
        "rule": discrepancy.rule,
        "within": discrepancy.within,
    }
