"""What is drawn from a record without judges, in the cases that a real jury seldom meets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from smartcity_desktop.domain.assessment import Judge
from smartcity_desktop.domain.decision import Decision, DecisionKind
from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import Combine
from smartcity_desktop.domain.signatory import Signatory
from smartcity_desktop.plenary.details import with_details
from smartcity_desktop.reports.kinds import ReportKind
from smartcity_desktop.reports.phrases.decisions import decided
from smartcity_desktop.reports.phrases.naming import Naming
from smartcity_desktop.reports.printing import build_report
from smartcity_desktop.reports.silence import Silence
from smartcity_desktop.reports.veiled import letter, published

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.reports.press import Press
    from smartcity_desktop.reports.record import DeclaredRecord

SECRET = bytes(range(32))
NOON = "2017-05-05T02:30:00Z"


def anonymous(record: DeclaredRecord, secret: bytes = SECRET) -> DeclaredRecord:
    return replace(record, secret=secret)


def test_letters_go_on_after_z() -> None:
    assert [letter(n) for n in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_a_named_record_is_published_as_it_is(make_case: Callable[..., Any]) -> None:
    record = make_case().record()
    assert published(record) is record


def test_nothing_of_a_judge_is_left_in_the_record(
    make_case: Callable[..., Any], make_eventful: Callable[..., DeclaredRecord]
) -> None:
    record = make_eventful(make_case(8, 21).record())
    said = repr(published(anonymous(record)))
    for judge in record.roster.judges:
        assert judge.name not in said
        assert f"'{judge.id}'" not in said
        assert f"{judge.id}-" not in said
        assert not judge.institution or judge.institution not in said
    assert SECRET.hex() not in said
    assert repr(SECRET) not in said
    assert {seal.thumbprint for seal in published(anonymous(record)).seals} == {""}


def test_a_judge_who_holds_an_office_signs_without_a_name(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = anonymous(make_case(judges=4).record())
    chair = record.letterhead.chair
    assert chair.name == record.roster.judges[0].name
    people = (Signatory("chair", chair.name, "Ketua", "ab" * 32),
              Signatory("secretary", "Budi", ""), Signatory("judge-j01", "x", ""))  # fmt: skip
    shown = published(replace(record, signatories=people))
    assert shown.signatories == (replace(people[0], name=""), people[1])
    flat = paper(build_report(ReportKind.RANKING, shown, english).pdf).flat()
    assert record.letterhead.secretary is not None
    assert record.letterhead.secretary.name in flat
    assert chair.name not in flat
    assert "Chair of the Jury" in flat


def test_another_secret_draws_other_letters(make_case: Callable[..., Any]) -> None:
    record = make_case(regions=6, judges=8, per_region=8).record()
    first, again = published(anonymous(record)), published(anonymous(record))
    other = published(anonymous(record, bytes(32)))
    assert first == again
    assert first.counted != other.counted
    assert sorted(s.values for s in first.counted) == sorted(s.values for s in other.counted)


def test_what_the_rules_leave_out_does_not_betray_the_order_of_judges(
    make_case: Callable[..., Any],
) -> None:
    """Among equal values the lowest goes first: of letters, not of ids."""
    case = make_case(regions=4, judges=6, per_region=6)
    rules = replace(case.instrument.rules, combine_judges=Combine.TRIMMED_MEAN, trim_low=1,
                    trim_high=1)  # fmt: skip
    record = replace(case.record(), instrument=replace(case.instrument, rules=rules))
    details = with_details(published(anonymous(record))).details
    low_dropped = 0
    for detail in details:
        for unit in detail.units:
            values = dict(unit.judges)
            least = min(values.values())
            lowest = [judge for judge, value in values.items() if value == least]
            if len(lowest) > 1 and least != max(values.values()):
                low_dropped += 1
                assert [j for j in unit.dropped if j in lowest] == [min(lowest)]
    assert low_dropped > 20


def test_letters_stand_at_the_head_of_columns(
    make_case: Callable[..., Any], english: Press, paper: Callable[..., Any]
) -> None:
    record = make_case(regions=2, judges=30, per_region=30).record()
    shown = with_details(published(anonymous(record)))
    flat = paper(build_report(ReportKind.REGION_SHEETS, shown, english).pdf).flat()
    assert "Y Z AA AB AC AD" in flat
    assert "Letters stand for judges, drawn anew for this region" in flat


@pytest.mark.parametrize(
    ("kind", "subject", "said"),
    [
        (DecisionKind.KEY, ("j01", "thumb"), "The key of a judge is confirmed."),
        (DecisionKind.RECUSE, ("j01", "11.71"), "A judge does not score Kota Banda Aceh (11.71)."),
        (
            DecisionKind.REISSUE,
            ("j01-1", "ab" * 32),
            "A new panel file takes the place of another.",
        ),
        (DecisionKind.ADMIT, ("ab" * 32,), "A late seal is admitted."),
        (DecisionKind.VOID, ("ab" * 32,), "All sheets under one seal are not counted."),
        (
            DecisionKind.VOID,
            ("ab" * 32, "11.71"),
            "Under one seal these sheets are not counted: Kota Banda Aceh (11.71).",
        ),
        (DecisionKind.WAIVE, ("j02:11.71",), "Missing sheets waived (1): Kota Banda Aceh (11.71)."),
    ],
)
def test_decisions_about_judges_name_none(
    make_case: Callable[..., Any], english: Press, kind: DecisionKind, subject: tuple[str, ...],
    said: str,
) -> None:  # fmt: skip
    record = make_case().record()
    decision = Decision(1, kind, subject, "", "Pleno", "Sebab.", NOON)
    shown = published(anonymous(replace(record, decisions=(decision,), lapsed=(decision,))))
    naming = Naming(shown.roster, shown.instrument, shown.seals, english.words)
    assert shown.decisions == shown.lapsed
    assert decided(shown.decisions[0], naming) == said
    assert not set(shown.decisions[0].subject) & {"j01", "j01-1", "j02:11.71", "thumb", "ab" * 32}


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Usul Prof. Dr. Ratna Wibisono, M.Sc. dan j07", "Usul […] dan […]"),
        ("RATNA  WIBISONO", "[…]"),
        ("Bu Ratna", "Bu Ratna"),
        ("j070 dan aj07", "j070 dan aj07"),
        ("berkas j07-1.panel", "berkas […]-1.panel"),
        ("12 daerah", "12 daerah"),
        ("Suarta", "[…]"),
        ("", ""),
    ],
)
def test_names_are_taken_out_of_what_people_wrote(text: str, left: str) -> None:
    judges = (
        Judge("j07", "Prof. Dr. Ratna Wibisono, M.Sc."), Judge("12", "Suarta"), Judge("x", "Al"),
    )  # fmt: skip
    silence = Silence(judges)
    assert silence.text(text) == left
    inner = message("{why}", why=message("{text}", text=text))
    assert str(silence.message(inner)) == left


def test_nobody_to_be_silent_about() -> None:
    assert Silence(()).text("Ratna") == "Ratna"
