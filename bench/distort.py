"""Distort details of articles and see which the library notices: ``python -m bench.distort [FOLDER ...]``.

Each article is compared with a lightly rewritten copy of itself in which one detail is changed: a digit, a hedge, a
negation, a speaker, a day, a quoted word. Clean rewrites of each sentence tell how often it cries wolf.
A distortion is caught when a discrepancy of an accepted kind (bench/distortions/data/accepted.txt) is reported
between the two sentences that was not there before the detail was changed.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.distortions.judge import Finding, Judgement, Trial, copied_text, describe_reading, judge
from bench.distortions.kinds import DISTORTIONS, REWRITES, accepted_kinds, distort, rewrite, rewrite_lightly
from bench.distortions.passage import Edits, Passage, split_passages
from claims.articles import read_articles
from claims.model import Article
from claims.registry import Registry, load_registry

ROOT = Path(__file__).resolve().parents[1]
VERBATIM = "nothing"
MISSES = ("apart", "unnoticed", "other kind", "masked")
"""How a distortion is missed: not put in one claim, nothing new said, only other things, or said without it too."""


@dataclass
class Tally:
    """What was made of one kind, how it ended, and what to print of it."""

    made: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    details: list[str] = field(default_factory=list)

    def add(self, end: str, detail: str | None = None) -> None:
        """Count one that ended so."""
        self.made += 1
        self.ends[end] += 1
        if detail:
            self.details.append(detail)


Tallies = dict[str, Tally]


class Bench:
    """Runs the distortions and the rewrites on articles, and counts."""

    def __init__(self, only: Sequence[str] = ()) -> None:
        self.only = only
        self.distorted: Tallies = defaultdict(Tally)
        self.clean: Tallies = defaultdict(Tally)

    def run(self, article: Article, registry: Registry, *, parts: str) -> None:
        """Try every kind on every sentence of an article."""
        passages = split_passages(article)
        if not passages:
            return
        if parts != "clean":
            self._distort(passages, registry)
        if parts != "distorted":
            self._rewrite(passages, registry)

    def _wanted(self, kind: str) -> bool:
        return not self.only or kind in self.only

    def _distort(self, passages: Sequence[Passage], registry: Registry) -> None:
        key = _name(passages[0].article)
        light = [rewrite_lightly(passage, key) for passage in passages]
        before: dict[Edits, Judgement] = {}
        for number, passage in enumerate(passages):
            for kind in filter(self._wanted, DISTORTIONS):
                edits = distort(kind, passage, key)
                if not edits:
                    continue
                around = [*light[:number], rewrite_lightly(passage, key, edits), *light[number + 1 :]]
                rest = tuple(edit for made in around for edit in made)
                if rest not in before:
                    before[rest] = judge(passages, rest, registry)
                trial = Trial(number, edits, accepted_kinds(kind, passage, edits))
                after = judge(passages, (*rest, *edits), registry)
                end = trial.end(before[rest], after)
                detail = None if end == "caught" else _detail(end, passage, after, trial.reported(after))
                self.distorted[kind].add(end, detail)

    def _rewrite(self, passages: Sequence[Passage], registry: Registry) -> None:
        verbatim = judge(passages, (), registry)
        if self._wanted(VERBATIM):
            self._count_alarms(VERBATIM, passages, range(len(passages)), verbatim.findings, verbatim)
        known = {finding.key for finding in verbatim.findings}
        for kind in filter(self._wanted, REWRITES):
            made = [rewrite(kind, passage) for passage in passages]
            touched = [number for number, edits in enumerate(made) if edits]
            if touched:
                judged = judge(passages, tuple(edit for edits in made for edit in edits), registry)
                new = [finding for finding in judged.findings if finding.key not in known]
                self._count_alarms(kind, passages, touched, new, judged)

    def _count_alarms(
        self,
        kind: str,
        passages: Sequence[Passage],
        touched: Iterable[int],
        findings: Iterable[Finding],
        judgement: Judgement,
    ) -> None:
        """Count each of the sentences once: quiet, with notes, or with alarms."""
        found = list(findings)
        for number in touched:
            alarms = [finding for finding in found if _is_alarm(finding, number, passages)]
            if alarms:
                end = "note" if all(finding.severity == "note" for finding in alarms) else "alarm"
                self.clean[kind].add(end, _detail(end, passages[number], judgement, alarms))
            else:
                self.clean[kind].add("quiet")


def _name(article: Article) -> str:
    return f"{article.outlet.id} {article.headline}"


def _is_alarm(finding: Finding, number: int, passages: Sequence[Passage]) -> bool:
    """Tell an unwarranted report on a sentence: between it and its copy, or a conflict with other words.

    Two sources within one story may well differ; no story contradicts itself.
    """
    copies = finding.ours == number and finding.same_place
    if finding.theirs != number or not (copies or finding.severity == "conflict"):
        return False
    return not (finding.kind == "sourcing" and _is_second_hand(passages[number]))


def _is_second_hand(passage: Passage) -> bool:
    """Tell a sentence that a copy has second hand indeed: it, or the whole article, credits the outlet it is from."""
    article, outlet = passage.article, passage.article.outlet
    credited = [passage.text, *article.credits, (article.dateline and article.dateline.agency) or ""]
    names = (outlet.name, *outlet.aliases)
    return outlet.speaks_for is not None or any(name in words for name in names for words in credited)


def _detail(end: str, passage: Passage, judgement: Judgement, reported: Iterable[Finding]) -> str:
    where = Path(passage.article.path or passage.article.id)
    lines = [f"  {end}: {where.parent.name}/{where.name}", f"    original: {_line(passage.text)}"]
    lines.append(f"    copy:     {_line(copied_text(passage, judgement.edits))}")
    lines += [f"    read:     {reading}" for reading in describe_reading(judgement, passage)]
    lines += [f"    reported: {found.kind} ({found.severity}): {found.message}" for found in reported]
    return "\n".join(lines)


def _line(text: str) -> str:
    return " ".join(text.split())


def default_folders() -> list[Path]:
    """Return the folders of the bundled samples and of the golden stories."""
    folders = [*(ROOT / "samples").iterdir(), *(ROOT / "tests" / "golden" / "stories").iterdir()]
    return sorted(folder for folder in folders if folder.is_dir())


def read_story(folder: Path) -> tuple[list[Article], Registry]:
    """Return the English articles of a folder with the registry beside them."""
    file = folder / "sources.yaml"
    registry = load_registry(file) if file.is_file() else Registry()
    found = [article for article in read_articles([folder], registry) if isinstance(article, Article)]
    return [article for article in found if (article.language or "en").startswith("en")], registry


def find_stories(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the folders themselves, or where they hold only folders, those."""
    for folder in folders:
        inner = sorted(path for path in folder.iterdir() if path.is_dir())
        yield from [folder] if (folder / "sources.yaml").is_file() or not inner else inner


def render_distorted(tallies: Tallies) -> Iterator[str]:
    """Yield the table of what was caught, by kind."""
    yield f"{'distortion':24}{'made':>6}{'caught':>8}{'share':>8}" + "".join(f"{end:>12}" for end in MISSES)
    rows = {kind: tallies[kind] for kind in DISTORTIONS if kind in tallies}
    for kind, tally in {**rows, "all": _total(rows.values())}.items():
        caught = tally.ends["caught"]
        misses = "".join(f"{tally.ends[end]:12}" for end in MISSES)
        yield f"{kind:24}{tally.made:6}{caught:8}{caught / tally.made:8.1%}{misses}"


def render_clean(tallies: Tallies) -> Iterator[str]:
    """Yield the table of alarms on clean copies, by kind; notes are counted among them."""
    yield f"{'clean rewrite':24}{'made':>6}{'alarms':>8}{'share':>8}{'notes':>12}"
    rows = {kind: tallies[kind] for kind in (VERBATIM, *REWRITES) if kind in tallies}
    for kind, tally in {**rows, "all": _total(rows.values())}.items():
        notes = tally.ends["note"]
        alarms = tally.ends["alarm"] + notes
        yield f"{kind:24}{tally.made:6}{alarms:8}{alarms / tally.made:8.1%}{notes:12}"


def _total(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.made += tally.made
        total.ends += tally.ends
    return total


def main() -> None:
    """Parse the command line, run and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="stories, or folders of stories")
    parser.add_argument("--details", action="store_true", help="print each miss and each false alarm")
    parser.add_argument("--only", nargs="+", default=[], metavar="KIND", help="these kinds alone")
    parser.add_argument("--parts", choices=("all", "distorted", "clean"), default="all")
    options = parser.parse_args()
    bench = Bench(options.only)
    for folder in find_stories(options.folders or default_folders()):
        articles, registry = read_story(folder)
        for article in articles:
            bench.run(article, registry, parts=options.parts)
    for tallies, table in (
        (bench.distorted, render_distorted(bench.distorted)),
        (bench.clean, render_clean(bench.clean)),
    ):
        if tallies:
            print("\n".join(table), end="\n\n")
    if options.details:
        for kind, tally in [*bench.distorted.items(), *bench.clean.items()]:
            print("\n".join([f"{kind}:", *tally.details]))


if __name__ == "__main__":
    main()
