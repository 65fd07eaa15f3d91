"""The chain of a claim as a tree: each root, the media on the way, and the outlets that printed it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from rich.tree import Tree

from claims.model import Attribution, Claim, OriginGroup
from claims.render.clean import clean

Branch = dict[str, "Branch"]
Way = tuple[str, ...]


def build_chains(claim: Claim) -> Tree:
    """Draw where the claim comes from: root, media it passed, print; a copy below what it was copied from."""
    tree = Tree(Text("where it comes from", style="dim"), guide_style="dim")
    for group in claim.origins.groups:
        label = Text(clean(group.origin), style="bold")
        if not group.independent:
            label.append("  (not counted)", "dim")
        _grow(tree.add(label), _branch(claim.attributions, group))
    return tree


def _branch(rows: Sequence[Attribution], group: OriginGroup) -> Branch:
    """Return the ways of the attributions as nested mappings, outlets with the numbers of their rows."""
    copied = {link.attribution: link.source for link in reversed(group.chain) if link.how == "copy"}
    printed: dict[Way, list[int]] = {}
    copies: dict[Way, list[int]] = {}
    for index in group.attributions:
        if index in copied:
            copies.setdefault((*_way_of(rows[copied[index]]), rows[index].outlet.name), []).append(index)
        else:
            printed.setdefault(_way_of(rows[index]), []).append(index)
    labels = {way: f"{way[-1]} ({_number(indices)})" for way, indices in printed.items()}
    labels |= {way: f"{way[-1]} ({_number(indices)}), word for word" for way, indices in copies.items()}
    trunk: Branch = {}
    for way in labels:
        branch = trunk
        for length in range(1, len(way) + 1):
            branch = branch.setdefault(labels.get(way[:length], way[length - 1]), {})
    return trunk


def _way_of(row: Attribution) -> Way:
    return (*reversed(row.credit.via), row.outlet.name)


def _number(indices: Sequence[int]) -> str:
    return ", ".join(str(index + 1) for index in indices)


def _grow(tree: Tree, branch: Branch) -> None:
    for station, further in branch.items():
        _grow(tree.add(Text(clean(station))), further)
