"""Results that name no judge are proved by whoever holds the panel's own, and by nobody's word."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from smartcity_desktop.merging.sources import find_sources
from smartcity_desktop.results.anonymous import PanelResults, publish, read_panel_results
from smartcity_desktop.results.document import build_results_document
from smartcity_desktop.results.document_reading import (
    ResultsDocumentError,
    read_results_document,
)
from smartcity_desktop.verifying.assessment_file import verify_assessment_file
from smartcity_desktop.verifying.panel_results import check_commitment, recount_anonymous
from tests.plenary.anonymous_jury import declare, object_and_declare_anew, open_jury
from tests.verifying.declared import failed, run_sql

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.results.facts import ResultsFacts
    from tests.workshop import Workshop


@pytest.fixture(scope="module")
def unnamed_once(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    shop = open_jury(tmp_path_factory.mktemp("anonim"))
    declare(shop)
    object_and_declare_anew(shop)
    return shop


@pytest.fixture
def unnamed(unnamed_once: Workshop, tmp_path: Path) -> Workshop:
    return unnamed_once.copied_to(tmp_path / "anonim")


def declared(shop: Workshop) -> tuple[ResultsFacts, bytes]:
    """What is published, and the panel's own document beside it."""
    with shop.assessment() as file:
        standing = file.declarations.all()[-1]
        return read_results_document(standing.results), file.anonymity.panel_results()[2]


def received(shop: Workshop) -> Path:
    return shop.folder / "handed-over"


def recounted(
    shop: Workshop, facts: ResultsFacts, *known: bytes
) -> tuple[list[str], dict[str, list[str]]]:
    checks = recount_anonymous(facts, known, find_sources([received(shop)]), (), lambda: None)
    return [check.name for check in checks if check.ok], failed(checks)


def test_with_the_panels_own_results_everything_is_proved(unnamed: Workshop) -> None:
    facts, panel = declared(unnamed)
    held, fails = recounted(unnamed, facts, b"{}", panel)
    assert fails == {}
    assert held == ["panel_results", "panel_files", "recount", "settled"]


def test_they_may_lie_among_the_panel_files(unnamed: Workshop) -> None:
    facts, panel = declared(unnamed)
    (received(unnamed) / "hasil-panel.json").write_bytes(panel)
    held, fails = recounted(unnamed, facts)
    assert fails == {}
    assert "passed_over" not in held


def test_without_them_only_the_seals_are_found(unnamed: Workshop) -> None:
    facts, _ = declared(unnamed)
    held, fails = recounted(unnamed, facts)
    assert held == ["seals_held"]
    assert facts.panel_sha256 in fails["recount"][0]


def test_a_missing_seal_is_counted_even_without_them(unnamed: Workshop) -> None:
    facts, panel = declared(unnamed)
    for folder in received(unnamed).iterdir():
        if facts.seals[0].digest.startswith(folder.name):
            shutil.rmtree(folder)
    _, fails = recounted(unnamed, facts)
    assert "Of 4 counted seals 1 are not among these files" in fails["seals_held"][0]
    _, fails = recounted(unnamed, facts, panel)
    assert "is not among the panel files" in fails["recount"][0]


def test_published_figures_that_the_panels_own_do_not_give(unnamed: Workshop) -> None:
    facts, panel = declared(unnamed)
    first, *rest = facts.ranked
    forged = replace(facts, ranked=(replace(first, printed="4.00"), *rest))
    _, fails = recounted(unnamed, forged, panel)
    assert "is printed as 4.00" in fails["panel_results"][0]


def test_panel_results_that_no_panel_file_gives(unnamed: Workshop) -> None:
    """A dishonest organiser commits to results of his own."""
    _, panel = declared(unnamed)
    inner = read_panel_results(panel)
    assert inner is not None
    named = read_results_document(inner.results)
    first, *rest = named.ranked
    wrong = replace(named, ranked=(replace(first, printed="4.00"), *rest))
    lie = PanelResults(inner.secret, build_results_document(wrong))
    held, fails = recounted(unnamed, publish(wrong, lie.sha256()), lie.document())
    assert "panel_results" in held
    assert "is printed as 4.00; the panel files give" in fails["recount"][0]


@pytest.mark.parametrize("panel", [b"", b"{}", b'{"format":"panel-1","secret":"00","results":{}}'])
def test_what_is_no_document_of_the_panel(unnamed: Workshop, panel: bytes) -> None:
    facts, _ = declared(unnamed)
    (check,) = check_commitment(facts, panel)
    assert not check.ok
    assert "not those that the published results commit to" in str(check.detail)


def test_an_untouched_file_holds(unnamed: Workshop) -> None:
    checks = verify_assessment_file(unnamed.path)
    assert failed(checks) == {}
    assert "panel_results" in [check.name for check in checks]


@pytest.mark.parametrize(
    ("sql", "name", "words"),
    [
        (
            "UPDATE objections SET claim = 'Semua salah'", "recorded",
            "Objection 1 is not what the audit log records (claim)",
        ),
        (
            "UPDATE objection_answers SET outcome = 'accepted'", "recorded",
            "The answer to objection 1 is not what the audit log records (outcome)",
        ),
        (
            "DELETE FROM objection_answers", "recorded",
            "records The answer to objection 1, which is not in the file any more",
        ),
        (
            "DELETE FROM reopening_objections", "recorded",
            "The reopening of declaration 1 is not what the audit log records (objections)",
        ),
        (
            "INSERT INTO objections VALUES (2, 1, '11.01', 'x', 'y', '2026-11-24T03:00:00Z')",
            "recorded", "Objection 2 is in the file, but the audit log does not know it",
        ),
        (
            "UPDATE anonymity SET secret = zeroblob(32)", "recorded",
            "The choice that judges stay anonymous",
        ),
        (
            "DELETE FROM anonymity", "recorded",
            "records The choice that judges stay anonymous, which is not in the file any more",
        ),
        (
            "UPDATE panel_results SET document = x'7b7d' WHERE declaration = 2", "panel_results",
            "not those that the published results commit to",
        ),
        (
            "DELETE FROM panel_results", "panel_results",
            "not those that the published results commit to",
        ),
        ("UPDATE panel_results SET document = CAST('x' AS BLOB) WHERE declaration = 1",
         "panel_results", "not those that the published results commit to"),
        ("DELETE FROM panel_results WHERE declaration = 1",
         "panel_results", "not those that the published results commit to"),
    ],
)  # fmt: skip
def test_an_altered_row_is_named(unnamed: Workshop, sql: str, name: str, words: str) -> None:
    run_sql(unnamed.path, sql)
    fails = failed(verify_assessment_file(unnamed.path))
    assert words in " ".join(fails[name])


def test_a_published_document_may_state_no_decision_about_judges(unnamed: Workshop) -> None:
    _, panel = declared(unnamed)
    inner = read_panel_results(panel)
    assert inner is not None
    named = read_results_document(inner.results)
    public = publish(named, "ab" * 32)
    data = build_results_document(public)
    assert read_results_document(data) == public
    recusal = next(d for d in named.decisions if d.kind.value == "recuse")
    forged = build_results_document(replace(public, decisions=(recusal,)))
    with pytest.raises(ResultsDocumentError, match=r"decisions\[0\]"):
        read_results_document(forged)
    with pytest.raises(ResultsDocumentError, match="panel_sha256"):
        read_results_document(data.replace(b"ab" * 32, b"AB" * 32))
