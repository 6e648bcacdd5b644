from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from babel.dates import format_date

from smartcity_desktop.domain.local_text import Language
from smartcity_desktop.language.dates import (
    Zone,
    print_day,
    print_moment,
    print_month,
    print_time,
    print_weekday,
    spell_day,
)

ID, EN = Language.INDONESIAN, Language.ENGLISH
FIRST_DAY = date(2017, 5, 2)


def test_days() -> None:
    assert print_day(FIRST_DAY, ID) == "2 Mei 2017"
    assert print_day(FIRST_DAY, EN) == "2 May 2017"
    assert print_weekday(FIRST_DAY, ID) == "Selasa"
    assert print_weekday(date(2017, 5, 5), ID) == "Jumat"
    assert print_month(date(2017, 8, 1), ID) == "Agustus"


def test_all_weekdays_and_months_are_indonesian() -> None:
    weekdays = [print_weekday(date(2017, 5, day), ID) for day in range(1, 8)]
    assert weekdays == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    months = " ".join(print_month(date(2017, month, 1), ID) for month in range(1, 13))
    assert months == (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )


@pytest.mark.parametrize("language", Language)
def test_days_are_printed_as_babel_prints_them(language: Language) -> None:
    for month in range(1, 13):
        day = date(2017, month, 9)
        expected = format_date(day, "d MMMM yyyy", locale=language.value)
        assert print_day(day, language) == expected


@pytest.mark.parametrize(
    ("zone", "printed"),
    [
        (Zone.WIB, "2 Mei 2017 pukul 22.30 WIB"),
        (Zone.WITA, "2 Mei 2017 pukul 23.30 WITA"),
        (Zone.WIT, "3 Mei 2017 pukul 00.30 WIT"),
    ],
)
def test_a_moment_is_printed_in_its_zone(zone: Zone, printed: str) -> None:
    moment = datetime(2017, 5, 2, 15, 30, tzinfo=UTC).astimezone(zone.tzinfo)
    assert print_moment(moment, ID) == printed


def test_times() -> None:
    moment = datetime(2017, 5, 2, 9, 30, tzinfo=Zone.WIB.tzinfo)
    assert print_time(moment, ID) == "pukul 09.30 WIB"
    assert print_moment(moment, EN) == "2 May 2017, 09:30 WIB"
    with pytest.raises(ValueError, match="zone"):
        print_time(moment.replace(tzinfo=None), ID)


def test_minutes_open_with_the_day_in_words() -> None:
    assert spell_day(FIRST_DAY, ID) == (
        "Selasa, tanggal dua bulan Mei tahun dua ribu tujuh belas (02-05-2017)"
    )
    assert spell_day(FIRST_DAY, EN) == (
        "Tuesday, the second of May two thousand and seventeen (02-05-2017)"
    )
