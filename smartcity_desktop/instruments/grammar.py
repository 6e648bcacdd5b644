"""The keys of the format: where each belongs, and what it looks like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message

if TYPE_CHECKING:
    from smartcity_desktop.domain.message import Message

EXAMPLES = {
    "after": 'after = "total"',
    "aspects": "[[dimensions.aspects]]",
    "at_cut": 'at_cut = "plenary"',
    "combine_at": 'combine_at = "indicator"',
    "combine_judges": 'combine_judges = "mean"',
    "decimals": "decimals = 2",
    "dimensions": "[[dimensions]]",
    "en": 'en = "Good"',
    "evidence": 'evidence = { id = "Peraturan, foto", en = "Regulations, photos" }',
    "format": "format = 1",
    "from": "from = 3.6",
    "grades": "[[grades]]",
    "guidance": 'guidance = { id = "Lihat ...", en = "Look at ..." }',
    "high": "high = 1",
    "id": 'id = "A1"',
    "id of a text": 'id = "Baik"',
    "indicators": "[[dimensions.indicators]] / [[dimensions.aspects.indicators]]",
    "labels": 'labels = [{ value = 1, id = "Kurang", en = "Poor" }, ...]',
    "levels": 'levels = [{ value = 1, id = "Belum ada", en = "None" }, ...]',
    "low": "low = 1",
    "max": "max = 100",
    "min": "min = 0",
    "minimum_judges": "minimum_judges = 3",
    "minimum_scores": "minimum_scores = 2",
    "minimum_total": "minimum_total = 2.6",
    "mode": 'mode = "half_up"',
    "name": 'name = { id = "Kebijakan", en = "Policy" }',
    "notice": 'notice = { id = "Contoh", en = "Example" }',
    "province_cap": "province_cap = 5",
    "quota": "quota = 25",
    "reserve": "reserve = true",
    "rounding": 'rounding = [{ after = "total", decimals = 2, mode = "half_up" }]',
    "rubric": 'rubric = "layanan"',
    "rubrics": "[rubrics.layanan]",
    "rules": "[rules]",
    "scale": "[scale]",
    "selection": "[[selection]]",
    "step": "step = 0.5",
    "tie_break": 'tie_break = ["dimension:A", "plenary"]',
    "title": 'title = { id = "Instrumen", en = "Instrument" }',
    "trim": "trim = { low = 1, high = 1 }",
    "value": "value = 1",
    "values": "values = [1, 2, 3, 4]",
    "version": 'version = "1.0"',
    "weight": "weight = 20",
    "weights": 'weights = "percent"',
}
"""Every key as it is written."""

_TOP = message("at the top of the file, above the first line in square brackets")
_SCALE = message("under [scale]")
_RULES = message("under [rules]")
_SELECTION = message("under [[selection]]")

HOMES: dict[str, Message] = {
    **dict.fromkeys(("format", "version", "title", "notice"), _TOP),
    **dict.fromkeys(("values", "min", "max", "step", "labels"), _SCALE),
    **dict.fromkeys(
        (
            "weights",
            "combine_judges",
            "combine_at",
            "trim",
            "minimum_judges",
            "minimum_scores",
            "rounding",
            "tie_break",
            "at_cut",
        ),
        _RULES,
    ),
    **dict.fromkeys(("quota", "minimum_total", "province_cap", "reserve"), _SELECTION),
    "from": message("under [[grades]]"),
    "rubric": message("at an indicator"),
}
"""Keys that belong in one place only; in TOML a key easily lands under the wrong heading."""

INDONESIAN = {
    "aspek": "aspects",
    "aturan": "rules",
    "bobot": "weight",
    "bukti": "evidence",
    "catatan": "notice",
    "dimensi": "dimensions",
    "indikator": "indicators",
    "judul": "title",
    "kuota": "quota",
    "nama": "name",
    "nilai": "values",
    "panduan": "guidance",
    "pembulatan": "rounding",
    "predikat": "grades",
    "rubrik": "rubric",
    "seleksi": "selection",
    "skala": "scale",
    "tingkat": "levels",
    "versi": "version",
}
"""What somebody may write who thinks of the word and not of the key."""
