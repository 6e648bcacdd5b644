"""A value counts exactly where the instrument permits it, on the short way and the complete one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartcity_desktop.domain.instrument import Scale
from smartcity_desktop.domain.refusal import RefusalReason
from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.canonical import sha256_hex
from smartcity_desktop.sealing.sheet_proof import SealRefusedError, SheetChecker
from tests.sealing.proving import WHOLE, changed, prove, refusal_of, sealing
from tests.sealing.samples import HALVES, IDS, NAMES, SCALE, TIME, instrument

R = RefusalReason


@pytest.mark.parametrize("scale", [SCALE, HALVES, Scale(0, 0, 10**15, 1), Scale(0, -20, 20, 10)])
@given(value=st.integers(-30, 1010) | st.integers(-(2**53) + 1, 2**53 - 1))
def test_a_value_counts_exactly_where_the_scale_permits_it(scale: Scale, value: int) -> None:
    made = sealing(changed(values=[value] * 3))
    for checker in (
        SheetChecker(instrument(scale, scale, scale), NAMES),
        SheetChecker(instrument(scale, Scale(0, -(10**16), 10**16, 1), scale), NAMES),
    ):
        if scale.permits(value):
            assert prove(made, checker)
        else:
            assert refusal_of(made, checker) is R.VALUE_NOT_PERMITTED


FIELDS = {
    "abstained": st.sampled_from([{}, {"A1": "x"}, {"B1": "y"}, {"Z": "x"}, [], None]),
    "changed": st.fixed_dictionaries(
        {
            "count": st.sampled_from([0, 1, 2, True, -1, None]),
            "first": st.sampled_from(["", TIME, "2026-02-30T00:00:00Z", 1]),
            "last": st.sampled_from([TIME, TIME + "\n"]),
        }
    ),
    "evidence": st.sampled_from([[], {}, [{}], None]),
    "judge": st.sampled_from(["j07", "j08", 7, ["j07"]]),
    "name": st.sampled_from(["Kota Samarinda", "Kota Bontang", "", None, {}]),
    "notes": st.dictionaries(
        st.sampled_from([*IDS, "*", "Z"]), st.text(max_size=3) | st.none(), max_size=2
    ),
    "reason": st.sampled_from(["", "sakit", None, 0, []]),
    "region": st.sampled_from(["64.72", "64.74", None]),
    "state": st.sampled_from(["scored", "recused", "absent", "open", 1]),
    "values": st.lists(
        st.sampled_from([1, 4, 5, 0, -1, None, True, 1.0, 10**17, "1", [], {}]),
        min_size=2,
        max_size=4,
    ),
}


@given(st.sampled_from(sorted(FIELDS)).flatmap(lambda key: st.tuples(st.just(key), FIELDS[key])))
def test_the_short_way_takes_nothing_that_the_complete_check_refuses(
    change: tuple[str, object],
) -> None:
    payload = changed(**{"values": [4, 3, 2], "notes": {}, change[0]: change[1]})
    digest = sha256_hex(payload)
    taken = WHOLE.plain.take("j07", {"64.72": digest}, {digest: payload}.get)
    try:
        content = WHOLE.check(payload, digest, "j07", "64.72")
    except SealRefusedError:
        assert taken == {}
    else:
        assert taken in ({}, {"64.72": list(content.values)})
        assert bool(taken) is (content.state is SheetState.SCORED and None not in content.values)
