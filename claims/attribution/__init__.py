"""Attribution: whom an article credits with each statement, and along which chain it came."""

from __future__ import annotations

from claims.attribution.credits import attribute
from claims.attribution.quotations import Quotation, find_quotations

__all__ = ["Quotation", "attribute", "find_quotations"]
