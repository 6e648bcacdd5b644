from __future__ import annotations

from datetime import UTC, datetime

import pytest

from smartcity_desktop.domain.instant import read_instant, write_instant


def test_a_moment_is_read_as_it_was_written() -> None:
    moment = datetime(2026, 11, 24, 3, 10, 16, tzinfo=UTC)
    assert read_instant(write_instant(moment)) == moment
    assert read_instant("2026-11-24T03:10:16Z").tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    ["", "2026-11-24", "2026-11-24 03:10:16Z", "2026-11-24T03:10:16z", "2026-W48-2T03:10:16Z",
     "2026-11-24T24:00:00Z", "2026-11-24T03:10:60Z", "2026-11-31T03:10:16Z",
     "2026-1-24T03:10:16Z", "2026-11-24T03:10: 6Z", "2026-11-24T03:10:16+00:00",
     "\uff12026-11-24T03:10:16Z", "2026-11-24T03:10:16.0Z"],
)  # fmt: skip
def test_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the sentence is of Python, or of ours
        read_instant(text)
