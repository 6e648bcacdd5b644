"""The tie chain: what is compared, one after the other, where totals are equal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.rules import TieKey, TieKeyKind
from smartcity_desktop.instruments.findings import shown
from smartcity_desktop.instruments.sentences import listed, not_offered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from smartcity_desktop.domain.instrument import Dimension
    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.instruments.section import Section

_MOST = 100
_FORMS = {
    **{kind.value: kind.value for kind in TieKeyKind},
    TieKeyKind.DIMENSION.value: "dimension:ID",
    TieKeyKind.INDICATOR.value: "indicator:ID",
}


def read_tie_break(section: Section, dimensions: Sequence[Dimension]) -> tuple[TieKey, ...]:
    """Return the chain; empty when it is left out, and ties then stay ties."""
    if not section.has("tie_break"):
        return ()
    ids = {
        TieKeyKind.DIMENSION: [d.id for d in dimensions if d.id],
        TieKeyKind.INDICATOR: [i.id for d in dimensions for i in d.all_indicators() if i.id],
    }
    keys: dict[TieKey, int] = {}
    written = list(section.texts("tie_break", _MOST))
    for number, text in written:
        key = _key(text, ids)
        if isinstance(key, TieKey):
            what = _misplaced(key, keys, is_last=number == written[-1][0])
            keys.setdefault(key, number)
        else:
            what = key
        if what:
            section.findings.add(section.place.entry("tie_break", number, text), what)
    return tuple(keys)


def _key(text: str, ids: Mapping[TieKeyKind, Sequence[str]]) -> TieKey | Message:
    word, _, own_id = text.partition(":")
    kind = next((k for k in TieKeyKind if k.value == word), None)
    if kind is None:
        return not_offered(text, _FORMS.values())
    known = ids.get(kind)
    if known is None:
        return TieKey(kind) if text == word else message(
            '"{word}" stands alone, without a colon and an id.', word=word)  # fmt: skip
    if own_id in known:
        return TieKey(kind, own_id)
    if not own_id:
        return message('Write which one: "{form}".', form=_FORMS[word])
    if kind is TieKeyKind.DIMENSION:
        return message('There is no dimension "{id}". Dimensions are: {known}.',
                       id=shown(own_id), known=listed(known))  # fmt: skip
    return message('There is no indicator "{id}". Indicators are: {known}.',
                   id=shown(own_id), known=listed(known))  # fmt: skip


def _misplaced(key: TieKey, earlier: Mapping[TieKey, int], *, is_last: bool) -> Message | None:
    if key in earlier:
        return message("This stands twice in the chain; the second time it can break no tie.")
    if key.kind is TieKeyKind.PLENARY and not is_last:
        return message("The plenary decides what nothing else could, so it stands last.")
    return None
