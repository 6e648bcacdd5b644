"""A small instrument that uses every part of the format, for tests that change one thing."""

from __future__ import annotations

from smartcity_desktop.instruments.reading import check_instrument

WHERE = "kecil.toml"

SMALL = """\
format = 1
id = "kecil"
version = "1.0"
title = { id = "Instrumen kecil", en = "Small instrument" }
notice = { id = "Contoh", en = "Example" }

[scale]
values = [1, 2, 3, 4]
labels = [
  { value = 1, id = "Sangat Kurang", en = "Very poor" },
  { value = 2, id = "Kurang", en = "Poor" },
  { value = 3, id = "Baik", en = "Good" },
  { value = 4, id = "Sangat Baik", en = "Very good" },
]

[rubrics.layanan]
levels = [
  { value = 1, id = "Informasi", en = "Information" },
  { value = 2, id = "Interaksi", en = "Interaction" },
  { value = 3, id = "Transaksi", en = "Transaction" },
  { value = 4, id = "Terintegrasi", en = "Integrated" },
]

[[dimensions]]
id = "A"
name = { id = "Kebijakan", en = "Policy" }
weight = 60

[[dimensions.indicators]]
id = "A1"
name = { id = "Dasar hukum", en = "Legal basis" }
weight = 40
levels = [
  { value = 1, id = "Belum ada", en = "None" },
  { value = 2, id = "Rancangan", en = "Draft" },
  { value = 3, id = "Berlaku", en = "In force" },
  { value = 4, id = "Dilaksanakan", en = "Carried out" },
]
evidence = { id = "Peraturan", en = "Regulations" }

[[dimensions.indicators]]
id = "A2"
name = { id = "Rencana induk", en = "Master plan" }
weight = 60.0
guidance = { id = "Lihat masa berlakunya", en = "Look whether it is in force" }

[[dimensions]]
id = "B"
name = { id = "Layanan", en = "Services" }
weight = 40

[[dimensions.aspects]]
id = "B.x"
name = { id = "Publik", en = "Public" }
weight = 70

[[dimensions.aspects.indicators]]
id = "B1"
name = { id = "Pengaduan", en = "Complaints" }
weight = 100
rubric = "layanan"

[[dimensions.aspects]]
id = "B.y"
name = { id = "Internal", en = "Internal" }
weight = 30

[[dimensions.aspects.indicators]]
id = "B2"
name = { id = "Arsip", en = "Records" }
weight = 25
rubric = "layanan"

[[dimensions.aspects.indicators]]
id = "B3"
name = { id = "Kepegawaian", en = "Personnel" }
weight = 75

[rules]
weights = "percent"
combine_judges = "trimmed_mean"
combine_at = "indicator"
trim = { low = 1, high = 1 }
minimum_judges = 5
minimum_scores = 3
decimals = 2
rounding = [
  { after = "judges", decimals = 3, mode = "half_even" },
  { after = "total", decimals = 2, mode = "half_up" },
]
tie_break = ["exact_total", "dimension:A", "indicator:B1", "median_total", "plenary"]
at_cut = "plenary"

[[selection]]
name = { id = "Terpilih", en = "Selected" }
quota = 25
minimum_total = 2.6
province_cap = 5

[[selection]]
name = { id = "Cadangan", en = "Reserve" }
quota = 10
reserve = true

[[grades]]
name = { id = "Baik", en = "Good" }
from = 2.60

[[grades]]
name = { id = "Kurang", en = "Poor" }
from = 1
"""

SMALLEST = """\
format = 1
id = "terkecil"
version = "1"
title = { id = "Instrumen terkecil" }

[scale]
values = [1, 2, 3, 4]

[[dimensions]]
id = "A"
name = { id = "Semua" }
weight = 2

[[dimensions.indicators]]
id = "A1"
name = { id = "Satu" }
weight = 1.5

[rules]
weights = "factor"
combine_judges = "median"
combine_at = "total"
minimum_judges = 1
minimum_scores = 1
decimals = 0
"""


def changed(*changes: tuple[str, str], base: str = SMALL) -> bytes:
    """Return the instrument with changes; every old text must stand in it exactly once."""
    text = base
    for old, new in changes:
        if text.count(old) != 1:
            raise ValueError(f"{text.count(old)} times in the instrument: {old!r}")
        text = text.replace(old, new)
    return text.encode()


def problems_of(data: bytes) -> list[tuple[str, str]]:
    """Return every problem as place inside the file, and English sentence."""
    return [
        (str(p.where).removeprefix(WHERE).removeprefix(", "), str(p.what))
        for p in check_instrument(data, WHERE)
    ]
