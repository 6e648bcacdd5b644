"""Plain sheets of one seal, parsed and checked together: one pass in C for each question.

All payloads are read as one JSON array. That array stands for the single payloads only because
every payload begins as a plain sheet does and ends with its values, every record in it is plain,
and a plain record holds no array of objects: no payload can then run on into the next one.
"""

from __future__ import annotations

from hashlib import sha256 as _sha256
from itertools import chain
from typing import TYPE_CHECKING, Any

import orjson

from smartcity_desktop.domain.score_sheet import SheetState
from smartcity_desktop.sealing.canonical import OPTIONS
from smartcity_desktop.sealing.plain_text import are_instants, are_texts
from smartcity_desktop.sealing.sheet_payload import CHANGED_KEYS, KEYS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    Records = list[dict[str, Any]]

BEGINNING = b'{"abstained":{},"changed":{"count":'
NO_EVIDENCE = b'"evidence":[],"judge":"'
ENDING = b"]}"
_DIGITS = b"0123456789,-"
_SCORED = SheetState.SCORED.value


def looks_plain(payload: bytes) -> bool:
    """Whether the bytes begin and end as those of a plain sheet do; nothing is proven by it."""
    return payload.startswith(BEGINNING) and payload.endswith(ENDING) and NO_EVIDENCE in payload


def read_together(sheets: Mapping[str, bytes]) -> Records | None:
    """Return the records of payloads by their SHA-256, None where one is not its own bytes.

    Every payload must look plain; the records still have to be proven plain.
    """
    if [_sha256(payload).hexdigest() for payload in sheets.values()] != list(sheets):
        return None
    joined = b"[%b]" % b",".join(sheets.values())
    try:
        records = orjson.loads(joined)
        if orjson.dumps(records, option=OPTIONS) != joined:
            return None
    except (orjson.JSONDecodeError, orjson.JSONEncodeError):
        return None
    if len(records) != len(sheets) or set(map(type, records)) != {dict}:
        return None
    return records if set(map(tuple, records)) == {KEYS} else None


def plain_values(
    records: Records, judge: str, regions: Sequence[str], owners: Collection[str], length: int
) -> tuple[tuple[str, ...], tuple[list[int], ...]] | None:
    """Return names and values where every record is a plain sheet of its region, else None.

    Whether names and values are permitted, and values are integers, is for the caller to say.
    """
    columns = tuple(zip(*map(dict.values, records), strict=True))
    abstained, changed, evidence, judges, names, notes, reasons, codes, states, values = columns
    count = len(records)
    alike = (
        set(judges) == {judge}
        and codes == tuple(regions)
        and states.count(_SCORED) == count
        and reasons.count("") == count
        and abstained.count({}) == count
        and evidence.count([]) == count
    )
    if not alike or not _are_counted(changed) or not _are_noted(notes, owners):
        return None
    if set(map(type, values)) != {list} or set(map(len, values)) != {length}:
        return None
    return names, values


def hold_only_integers(payloads: Collection[bytes]) -> bool:
    """Read off the bytes, which end with the values: digits, commas and nothing else."""
    tails = b"".join([payload[payload.rfind(b"[") :] for payload in payloads])
    return tails.translate(None, _DIGITS) == b"[]}" * len(payloads)


def _are_counted(changed: tuple[Any, ...]) -> bool:
    if set(map(type, changed)) != {dict} or set(map(tuple, changed)) != {CHANGED_KEYS}:
        return False
    counts, first, last = zip(*map(dict.values, changed), strict=True)
    if set(map(type, counts)) != {int} or min(counts) < 1:
        return False
    return are_instants((*first, *last))


def _are_noted(notes: tuple[Any, ...], owners: Collection[str]) -> bool:
    if set(map(type, notes)) != {dict} or not set(chain.from_iterable(notes)) <= set(owners):
        return False
    texts = list(chain.from_iterable(map(dict.values, notes)))
    return are_texts(texts) and all(map(str.strip, texts))
