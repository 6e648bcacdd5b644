"""Instruments of every shape, written as TOML, for property tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec import Struct

from smartcity_desktop.domain.rules import STAGE_ORDER, CombineAt, WeightKind

if TYPE_CHECKING:
    from collections.abc import Iterator

WHOLE = 10_000
"""All of the weight, in hundredths of a percent."""

SCALES = (
    "values = [1, 2, 3, 4]",
    "values = [0, 2.5, 10]",
    "values = [-3, 1, 1.25]",
    "min = 0\nmax = 100\nstep = 0.5",
    "min = 0.125\nmax = 7\nstep = 0.125",
)


class Branch(Struct, frozen=True):
    """A part of the tree with its weight in hundredths; without children it is an indicator."""

    weight: int
    children: tuple[Branch, ...] = ()


@st.composite
def written_instruments(draw: st.DrawFn) -> tuple[str, list[int]]:
    """Draw the text of an instrument, and its indicators' weights in hundredths."""
    kind = draw(st.sampled_from(WeightKind))
    dimensions = tuple(
        Branch(weight, draw(_insides(kind, weight))) for weight in draw(_weights(kind, WHOLE))
    )
    text = "\n".join(
        [*_head(draw(st.sampled_from(SCALES))), *_tree(dimensions), draw(_rules(kind))]
    )
    return text, [leaf.weight for dimension in dimensions for leaf in _leaves(dimension)]


@st.composite
def _insides(draw: st.DrawFn, kind: WeightKind, weight: int) -> tuple[Branch, ...]:
    """Draw the indicators of a dimension, or its aspects with theirs."""
    whole = weight if kind is WeightKind.SHARE else WHOLE
    children = draw(_weights(kind, whole))
    if draw(st.booleans()):
        return tuple(map(Branch, children))
    return tuple(
        Branch(
            child,
            tuple(map(Branch, draw(_weights(kind, child if kind is WeightKind.SHARE else WHOLE)))),
        )
        for child in children
    )


@st.composite
def _weights(draw: st.DrawFn, kind: WeightKind, whole: int) -> list[int]:
    """Draw the weights of up to three siblings; factors are free, others have a sum."""
    count = draw(st.integers(1, min(3, whole)))
    if kind is WeightKind.FACTOR:
        return draw(st.lists(st.integers(1, 900), min_size=count, max_size=count))
    places = st.integers(1, whole - 1) if count > 1 else st.nothing()
    cuts = sorted(draw(st.sets(places, min_size=count - 1, max_size=count - 1)))
    return [end - start for start, end in zip([0, *cuts], [*cuts, whole], strict=True)]


@st.composite
def _rules(draw: st.DrawFn, kind: WeightKind) -> str:
    combine_at = draw(st.sampled_from(CombineAt))
    stages = [stage for stage in STAGE_ORDER[combine_at] if draw(st.booleans())]
    rounding = ", ".join(
        f'{{ after = "{stage.value}", decimals = {draw(st.integers(0, 3))}, '
        f'mode = "{draw(st.sampled_from(["half_up", "half_even"]))}" }}'
        for stage in stages
    )
    return (
        f'[rules]\nweights = "{kind.value}"\ncombine_at = "{combine_at.value}"\n'
        'combine_judges = "mean"\nminimum_judges = 1\nminimum_scores = 1\ndecimals = 2\n'
        f"rounding = [{rounding}]\n"
    )


def _head(scale: str) -> Iterator[str]:
    yield 'format = 1\nid = "acak"\nversion = "1"\ntitle = { id = "Acak" }'
    yield f"[scale]\n{scale}"


def _tree(dimensions: tuple[Branch, ...]) -> Iterator[str]:
    for d, dimension in enumerate(dimensions, 1):
        yield _table("[[dimensions]]", f"D{d}", dimension)
        for c, child in enumerate(dimension.children, 1):
            step = "aspects" if child.children else "indicators"
            yield _table(f"[[dimensions.{step}]]", f"D{d}.{c}", child)
            for i, leaf in enumerate(child.children, 1):
                yield _table("[[dimensions.aspects.indicators]]", f"D{d}.{c}.{i}", leaf)


def _table(heading: str, own_id: str, branch: Branch) -> str:
    weight = f"{branch.weight // 100}.{branch.weight % 100:02}"
    return f'{heading}\nid = "{own_id}"\nname = {{ id = "Nama {own_id}" }}\nweight = {weight}'


def _leaves(branch: Branch) -> Iterator[Branch]:
    if not branch.children:
        yield branch
    for child in branch.children:
        yield from _leaves(child)
