"""The commands on streams in memory: what they print, and the status they end with."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from claims.model import Severity
from claims.render import RENDERERS
from claims.render.schema import build_schema
from cli import options
from tests.cli.conftest import Run


def options_of(story: Path) -> tuple[str, str]:
    return ("--sources", str(story / "sources.yaml"))


def compare(factcheck: Run, story: Path, *more: object):
    return factcheck("compare", story, *options_of(story), *more)


def test_options_offer_what_there_is() -> None:
    assert set(get_args(options.Format)) == {"table", *RENDERERS}
    assert get_args(options.SeverityName) == get_args(Severity)


def test_compare_finds_the_conflict(factcheck: Run, story: Path) -> None:
    result = compare(factcheck, story)
    assert result.status == 0
    assert "CONFLICT" in result.out
    assert "Maren Morning" in result.out
    assert "figure-conflict" in result.out
    assert result.err == ""


@pytest.mark.parametrize("name", ["--json", "--format=json"])
def test_compare_json_is_valid(factcheck: Run, story: Path, name: str) -> None:
    result = compare(factcheck, story, name)
    document = json.loads(result.out)
    Draft202012Validator(build_schema()).validate(document)
    assert [article["outlet"]["name"] for article in document["articles"]] == ["Maren Evening", "Maren Morning"]
    assert {claim["agreement"] for claim in document["claims"]} >= {"conflict"}


def test_other_formats(factcheck: Run, story: Path) -> None:
    lines = compare(factcheck, story, "-f", "jsonl").out.splitlines()
    assert all(json.loads(line)["schema_version"] == "1.0" for line in lines)
    rows = list(csv.DictReader(io.StringIO(compare(factcheck, story, "-f", "csv").out)))
    assert len(rows) == sum(len(json.loads(line)["attributions"]) for line in lines)
    assert compare(factcheck, story, "-f", "markdown").out.startswith("# What the outlets say\n")


def test_json_contradicts_another_format(factcheck: Run, story: Path) -> None:
    result = compare(factcheck, story, "--json", "-f", "csv")
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith("factcheck: error: --json contradicts --format csv\nfactcheck: hint: ")


def test_output_file(factcheck: Run, story: Path, tmp_path: Path) -> None:
    target = tmp_path / "answer.json"
    result = compare(factcheck, story, "--json", "-o", target)
    assert (result.status, result.out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["tool"]["name"] == "factcheck"


def test_output_file_that_cannot_be_written(factcheck: Run, story: Path, tmp_path: Path) -> None:
    result = compare(factcheck, story, "-o", tmp_path / "no" / "where.txt")
    assert result.status == 2
    assert "where.txt: cannot be written: No such file or directory" in result.err


def test_exit_code_only_when_asked(factcheck: Run, story: Path) -> None:
    assert compare(factcheck, story).status == 0
    assert compare(factcheck, story, "--exit-code").status == 1
    assert compare(factcheck, story, "--exit-code", "--min-severity", "conflict").status == 1
    assert compare(factcheck, story, "--exit-code", "--kind", "speaker-conflict").status == 0


def test_filters(factcheck: Run, story: Path) -> None:
    conflicts = json.loads(compare(factcheck, story, "--json", "--kind", "figure-conflict").out)["claims"]
    assert {found["kind"] for claim in conflicts for found in claim["discrepancies"]} == {"figure-conflict"}
    assert len(json.loads(compare(factcheck, story, "--json", "--limit", "1").out)["claims"]) == 1
    none = compare(factcheck, story, "--json", "--since", "2031-03-04")
    assert json.loads(none.out)["articles"] == []
    assert none.status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--kind", "mood"), "no kind of discrepancy is called 'mood'"),
        (("--outlet", "Nobody"), "--outlet: no article of Nobody here"),
        (("--since", "tomorrow"), "--since: 'tomorrow' is no day"),
        (("--limit", "-1"), "invalid value for '--limit'"),
        (("--format", "pdf"), "invalid value for '--format'"),
        (("--nonsense",), "no such option: --nonsense"),
    ],
)
def test_mistakes(factcheck: Run, story: Path, arguments: tuple[str, ...], message: str) -> None:
    result = compare(factcheck, story, *arguments)
    assert (result.status, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first.startswith(f"factcheck: error: {message}")
    assert second.startswith("factcheck: hint: ")


def test_unreadable_inputs_are_part_of_the_answer(factcheck: Run, story: Path) -> None:
    result = compare(factcheck, story, story / "absent.txt", "--json")
    assert result.status == 2
    document = json.loads(result.out)
    assert len(document["articles"]) == 2
    assert document["unread"][0]["path"].endswith("absent.txt")
    assert "absent.txt: no such file" in result.err
    Draft202012Validator(build_schema()).validate(document)


def test_nothing_to_read(factcheck: Run, tmp_path: Path) -> None:
    result = factcheck("compare", tmp_path / "absent.txt")
    assert (result.status, result.out) == (2, "")
    assert "no article to compare" in result.err


def test_one_article_is_told_to_be_one(factcheck: Run, story: Path) -> None:
    result = factcheck("compare", story / "morning.txt", *options_of(story))
    assert result.status == 0
    assert "factcheck: hint: only one article" in result.err
    assert factcheck("compare", story / "morning.txt", *options_of(story), "-q").err == ""


def test_standard_input(factcheck: Run, story: Path) -> None:
    text = (story / "evening.txt").read_bytes()
    result = factcheck("compare", story / "morning.txt", "-", *options_of(story), "--json", stdin=text)
    assert len(json.loads(result.out)["articles"]) == 2
    assert factcheck("compare", story / "morning.txt", "-", "--json", stdin=b"").status == 2


def test_private_addresses_are_not_fetched(factcheck: Run, story: Path) -> None:
    result = compare(factcheck, story, "http://127.0.0.1:9/fire")
    assert result.status == 2
    assert "http://127.0.0.1:9/fire: 127.0.0.1 is an address of this machine" in result.err
    assert compare(factcheck, story, "").status == 2


def test_store(factcheck: Run, story: Path, tmp_path: Path) -> None:
    db = ("--db", tmp_path / "articles.db")
    assert factcheck("ingest", story, *options_of(story), *db).out == "2 new, 0 unchanged, 0 unreadable\n"
    again = factcheck("ingest", story, story / "absent.txt", *options_of(story), *db)
    assert (again.status, again.out) == (2, "0 new, 2 unchanged, 1 unreadable\n")
    stored = json.loads(factcheck("compare", *options_of(story), *db, "--json").out)
    named = json.loads(compare(factcheck, story, "--json").out)
    assert stored["claims"] == named["claims"]
    listed = json.loads(factcheck("articles", *db, "--json").out)["articles"]
    assert [article["outlet"]["id"] for article in listed] == ["evening", "morning"]
    assert "Maren Evening" in factcheck("articles", *db, "--outlet", "evening").out
    assert "Maren Morning" not in factcheck("articles", *db, "--outlet", "evening").out


def test_comparing_files_touches_no_store(factcheck: Run, story: Path, tmp_path: Path) -> None:
    db = tmp_path / "articles.db"
    compare(factcheck, story, "--db", db)
    assert not db.exists()


@pytest.mark.parametrize("command", ["compare", "articles"])
def test_no_store_yet(factcheck: Run, tmp_path: Path, command: str) -> None:
    result = factcheck(command, "--db", tmp_path / "none.db")
    assert (result.status, result.out) == (2, "")
    assert "none.db: there is no store yet" in result.err
    assert "factcheck: hint: factcheck ingest" in result.err


def test_every_fault_of_a_registry_is_told(factcheck: Run, story: Path) -> None:
    (story / "sources.yaml").write_text("outlets:\n  - {nam: X}\npeople:\n  - {name: Y, foo: 1}\n", encoding="utf-8")
    for command in (("compare", story), ("sources", "check"), ("sources", "check", story / "sources.yaml")):
        result = factcheck(*command, *options_of(story))
        assert (result.status, result.out) == (2, "")
        places = [
            line.split("sources.yaml:")[1].split(":")[0] for line in result.err.splitlines() if ": error: " in line
        ]
        assert len(places) >= 2
        assert {"2", "4"} <= set(places)


def test_sources(factcheck: Run, story: Path) -> None:
    checked = factcheck("sources", "check", *options_of(story))
    assert checked.out.endswith("sources.yaml: 2 outlets, 1 person, 0 institutions; no faults\n")
    listed = factcheck("sources", "list", *options_of(story)).out
    assert "Maren Morning" in listed
    assert "Ilse Brandvoort" in listed
    people = json.loads(factcheck("sources", "list", "people", "--json", *options_of(story)).out)
    assert people["people"][0]["roles"] == [{"title": "Harbour Minister", "from": "2029-01-01"}]
    shown = factcheck("sources", "show", "brandvoort", *options_of(story)).out
    assert shown == "name: Ilse Brandvoort\nrole: Harbour Minister, from 2029-01-01\n"
    assert factcheck("sources", "show", "nobody", *options_of(story)).status == 2


def test_show_claim(factcheck: Run, story: Path) -> None:
    claims = json.loads(compare(factcheck, story, "--json").out)["claims"]
    claim = next(claim for claim in claims if claim["agreement"] == "conflict")
    shown = factcheck("show", claim["id"], story, *options_of(story), "--explain", env={"COLUMNS": "120"})
    assert "where it comes from" in shown.out
    assert shown.status == 0
    assert ">> " in shown.out
    assert "match: " in shown.out
    assert "(rule " in shown.out
    document = json.loads(factcheck("show", claim["id"][:6], story, *options_of(story), "--json").out)
    assert document["id"] == claim["id"]
    assert len(document["articles"]) == 2


def test_show_article(factcheck: Run, story: Path) -> None:
    by_file = factcheck("show", story / "morning.txt", *options_of(story))
    assert by_file.status == 0
    assert '(the words before "told")' in by_file.out
    document = json.loads(factcheck("show", story / "morning.txt", *options_of(story), "--json").out)
    text = (story / "morning.txt").read_text("utf-8")
    assert all(row["text"] in text for row in document["attributions"])
    by_id = factcheck("show", document["article"]["id"], story, *options_of(story))
    assert by_id.out == by_file.out


def test_show_what_is_not_there(factcheck: Run, story: Path) -> None:
    result = factcheck("show", "nothing", story, *options_of(story))
    assert (result.status, result.out) == (2, "")
    assert "no claim or article is called 'nothing' here" in result.err


def test_schema(factcheck: Run) -> None:
    assert json.loads(factcheck("schema").out) == build_schema()


def test_demo(factcheck: Run) -> None:
    result = factcheck("demo")
    assert result.status == 0
    assert "$ factcheck ingest " in result.out
    assert " new, 0 unchanged, 0 unreadable" in result.out
    assert "Next:" in result.out
    assert factcheck("demo", "nosuch").status == 2


def test_verbose_tells_what_was_read(factcheck: Run, story: Path) -> None:
    assert "morning.txt: Maren Morning, published 2031-03-03" in compare(factcheck, story, "-v").err


def test_show_versions(factcheck: Run, story: Path) -> None:
    first, second = story / "gazette-1.txt", story / "gazette-2.txt"
    first.write_text("Fire in Maren\n\n3 March 2031\n\nNine dockers were killed in a fire at the harbour of Maren.\n")
    second.write_text(
        "Fire in Maren\n\n3 March 2031\n\nEleven dockers were killed in a fire at the harbour of Maren.\n"
    )
    shown = factcheck("show", first, second, "--versions", *options_of(story)).out
    assert "- Nine dockers were killed" in shown
    assert "+ Eleven dockers were killed" in shown
    document = json.loads(factcheck("show", second, first, "--versions", "--json", *options_of(story)).out)
    assert len(document["versions"]) == 2
    assert len(document["changes"]) == 1
    assert factcheck("show", first, "--versions", story / "morning.txt", *options_of(story)).status == 2
