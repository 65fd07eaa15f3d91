"""The chain of a claim as a tree: each root, the media on the way, and the outlets that printed it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from rich.tree import Tree

from claims.model import Attribution, Claim
from claims.render.clean import clean

Branch = dict[str, "Branch"]


def build_chains(claim: Claim) -> Tree:
    """Draw where the claim comes from: a root to a branch, then the media it passed, the last nearest to print."""
    tree = Tree(Text("where it comes from", style="dim"), guide_style="dim")
    for group in claim.origins.groups:
        label = Text(clean(group.origin), style="bold")
        if not group.independent:
            label.append("  (not counted)", "dim")
        _grow(tree.add(label), _branch([(index + 1, claim.attributions[index]) for index in group.attributions]))
    return tree


def _branch(rows: Sequence[tuple[int, Attribution]]) -> Branch:
    """Return the ways of the attributions as nested mappings, equal beginnings shared."""
    trunk: Branch = {}
    printed: dict[tuple[str, ...], list[int]] = {}
    for number, row in rows:
        way = (*reversed(row.credit.via), row.outlet.name)
        printed.setdefault(way, []).append(number)
    for way, numbers in printed.items():
        branch = trunk
        for station in way[:-1]:
            branch = branch.setdefault(station, {})
        branch[f"{way[-1]} ({', '.join(map(str, numbers))})"] = {}
    return trunk


def _grow(tree: Tree, branch: Branch) -> None:
    for station, further in branch.items():
        _grow(tree.add(Text(clean(station))), further)
