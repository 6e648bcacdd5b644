from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from smartcity_desktop.domain.counted import CountedSheet
from smartcity_desktop.domain.rules import WeightKind
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.domain.total_range import total_range
from smartcity_desktop.instruments.reading import check_instrument, read_instrument
from smartcity_desktop.instruments.shipped import shipped_instruments
from smartcity_desktop.results.tally import compute_tally
from tests.instruments.small_instrument import SMALL, WHERE
from tests.instruments.written_instruments import written_instruments

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from smartcity_desktop.domain.instrument import Instrument, Scale

TEXTS = (
    SMALL,
    *(path.read_text(encoding="utf-8") for path in shipped_instruments().values()),
)
COMMENTS = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"]) | st.sampled_from("\"'[]{}=#."), max_size=8
)


@st.composite
def _redecorated(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw an instrument, and the same one with other blanks, comments and line ends."""
    text = draw(st.sampled_from(TEXTS))
    lines = []
    chance = draw(st.randoms(use_true_random=False))
    comments = draw(st.lists(COMMENTS, min_size=3, max_size=3))
    for line in text.splitlines():
        if chance.random() < 0.2:
            lines.append(chance.choice(["", " \t ", f"  #{chance.choice(comments)}"]))
        indented = chance.choice(["", "  ", "\t"]) + line.replace(
            " = ", chance.choice(["=", "  = "])
        )
        ending = chance.choice(["", " ", "\t", f" # {chance.choice(comments)}"])
        lines.append(indented + ending)
    decorated = chance.choice(["\n", "\r\n"]).join([*lines, ""]).encode()
    return text, chance.choice([b"", b"\xef\xbb\xbf"]) + decorated


@given(_redecorated())
@settings(max_examples=40, deadline=None)
def test_blanks_comments_and_line_ends_do_not_change_the_meaning(both: tuple[str, bytes]) -> None:
    text, decorated = both
    plain = read_instrument(text.encode(), WHERE)
    assert replace(read_instrument(decorated, WHERE), sha256=plain.sha256) == plain


@given(written_instruments())
@settings(max_examples=150, deadline=None)
def test_weights_are_read_as_they_are_written(written: tuple[str, list[int]]) -> None:
    text, hundredths = written
    instrument = read_instrument(text.encode(), WHERE)
    assert [i.weight * 100 for i in instrument.indicators()] == [Fraction(h) for h in hundredths]
    if instrument.rules.weights is not WeightKind.FACTOR:
        assert (
            sum(
                instrument.weight_in_total(d) * instrument.weight_in_dimension(d, i)
                for d in instrument.dimensions
                for i in d.all_indicators()
            )
            == 1
        )


@given(written_instruments(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_every_total_lies_between_two_that_are_reached(
    written: tuple[str, list[int]], chance: Random
) -> None:
    instrument = read_instrument(written[0].encode(), WHERE)
    lowest, highest = total_range(instrument)
    assert _total(instrument, lambda scale: scale.minimum) == lowest
    assert _total(instrument, lambda scale: scale.maximum) == highest
    between = _total(instrument, lambda scale: chance.choice(_permitted(scale)))
    assert lowest <= between <= highest


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert check_instrument(data, WHERE)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_damage_is_refused_or_harmless_never_a_fault_of_the_program(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS[:1] + TEXTS[-1:]))
    at = data.draw(st.integers(0, len(text) - 1))
    length = data.draw(st.integers(0, 30))
    piece = data.draw(
        st.sampled_from(["", "0", "-1", '"', "[", "]", "{}", "[[dimensions]]\n", "x"])
    )
    damaged = (text[:at] + piece + text[at + length :]).encode()
    for problem in check_instrument(damaged, WHERE):
        assert str(problem.where)
        assert str(problem.what)


def _permitted(scale: Scale) -> tuple[int, ...]:
    return scale.values or tuple(range(scale.minimum, scale.maximum + 1, scale.step))


def _total(instrument: Instrument, pick: Callable[[Scale], int]) -> Fraction:
    sheets = [
        CountedSheet(judge, "11.01", SheetState.SCORED,
                     tuple(pick(i.scale) for i in instrument.indicators()), "", "", "")
        for judge in ("j1", "j2")
    ]  # fmt: skip
    (tally,) = compute_tally(instrument, ["11.01"], sheets)
    assert tally.final_total is not None
    return tally.final_total
