"""Dossiers as they lie in our files: JSON, there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from smartcity_desktop.domain.dossier import Answer, Dossier
from smartcity_desktop.sealing.canonical import canonical_bytes, read_canonical

if TYPE_CHECKING:
    from collections.abc import Sequence


def write_dossier(dossier: Dossier, indicator_ids: Sequence[str]) -> bytes:
    """Return the JSON of a dossier, answers in instrument order."""
    order = {indicator: place for place, indicator in enumerate(indicator_ids)}
    answers = sorted(dossier.answers, key=lambda answer: order[answer.indicator])
    return canonical_bytes(
        {
            "answers": [[a.indicator, a.text, a.claimed] for a in answers],
            "figures": [[name, text] for name, text in dossier.figures],
            "region": dossier.region,
        }
    )


def read_dossier(data: bytes) -> Dossier:
    """Return the dossier that ``write_dossier`` wrote; it comes from our own file."""
    record = cast("dict[str, list[list[str]]]", read_canonical(data))
    return Dossier(
        str(record["region"]),
        tuple((name, text) for name, text in record["figures"]),
        tuple(
            Answer(indicator, text, cast("int | None", claimed))
            for indicator, text, claimed in record["answers"]
        ),
    )
