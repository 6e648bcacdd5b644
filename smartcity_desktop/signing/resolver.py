"""Earlier states of a file, walked with a limit on the work a file can demand."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, Any

from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
)
from pyhanko.pdf_utils.misc import ConsList, PdfReadError
from pyhanko.pdf_utils.reader import (
    HistoricalResolver,
    RawPdfPath,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyhanko.pdf_utils.generic import Reference

_CONTAINERS = (IndirectObject, DictionaryObject, ArrayObject)
_VISIT = 8
"""Cost of entering an object, in the cost of looking at one entry of it."""


class WorkLimit:
    """How much walking one file may still cost; shared by all its earlier states."""

    def __init__(self, steps: int) -> None:
        """Allow this many steps."""
        self._left = steps

    def take(self, steps: int) -> None:
        """Take steps away; raises PdfReadError when none are left."""
        self._left -= steps
        if self._left < 0:
            raise PdfReadError("the file demands more work than any real document")


class BoundedResolver(HistoricalResolver):
    """One earlier state of a file.

    Finds the same paths to every object as the library does, but without recursion (a long list
    of bookmarks exhausts it) and within a limit (a few hundred bytes can hold more paths than
    there are atoms).
    """

    def __init__(self, reader: Any, revision: int, limit: WorkLimit) -> None:  # noqa: ANN401
        """Look at a revision of a reader."""
        super().__init__(reader, revision)
        self._limit = limit
        self._paths: dict[Reference, list[Any]] | None = None

    def __call__(self, ref: Reference) -> Any:  # noqa: ANN401
        """Return an object as it was in this revision."""
        self._limit.take(_VISIT)
        return super().__call__(ref)

    def _load_reverse_xref_cache(self) -> None:
        if self._paths is None:
            canonical = {ref: path[::-1] for ref, path in self._page_nodes()}
            self._paths = self._walk(canonical, self._structure_nodes())

    def _get_usages_of_ref(self, ref: Reference) -> set[Any]:
        paths = (self._paths or {}).get(ref, ())
        return {RawPdfPath(*reversed(list(path))) for path in paths}

    def _walk(
        self, canonical: dict[Reference, tuple[Any, ...]], structure: frozenset[Reference]
    ) -> dict[Reference, list[Any]]:
        found: dict[Reference, list[Any]] = defaultdict(list)
        entered: set[Reference] = set()
        # An entry is an object to visit, or a reference to leave once all below it is visited.
        stack: list[tuple[Any, Any, bool]] = [(self.trailer_view, ConsList.empty(), False)]
        while stack:
            value, path, in_structure = stack.pop()
            if path is None:
                entered.discard(value)
                continue
            if isinstance(value, IndirectObject):
                ref = value.reference
                if ref in entered:
                    continue
                found[ref].append(path)
                value = self(ref)
                if not _enters(ref, path, canonical) or (not in_structure and ref in structure):
                    continue
                entered.add(ref)
                stack.append((ref, None, False))
            stack.extend(self._below(value, path, in_structure=in_structure))
        return found

    def _below(
        self,
        value: object,
        path: ConsList[Any],
        *,
        in_structure: bool,
    ) -> Iterator[tuple[Any, Any, bool]]:
        if isinstance(value, DictionaryObject):
            self._limit.take(len(value))
            at_structure = path.head == "/StructTreeRoot" and _is_root(path.tail)
            for key, entry in value.items():
                if not isinstance(entry, _CONTAINERS):
                    continue
                if key != "/Parent" and not (in_structure and key == "/P"):
                    yield entry, path.cons(key), in_structure or (at_structure and key == "/K")
        elif isinstance(value, ArrayObject):
            self._limit.take(len(value))
            for index, entry in enumerate(value):
                if isinstance(entry, _CONTAINERS):
                    yield entry, path.cons(index), in_structure

    def _page_nodes(self) -> Iterator[tuple[Reference, tuple[Any, ...]]]:
        """Yield every node of the page tree with the one path by which it is entered."""
        seen: set[Reference] = set()
        stack: list[tuple[Any, tuple[Any, ...]]] = [
            (self.root.raw_get("/Pages"), ("/Root", "/Pages"))
        ]
        while stack:
            node, path = stack.pop()
            if isinstance(node, IndirectObject):
                if node.reference in seen:
                    raise PdfReadError("the page tree turns in a circle")
                seen.add(node.reference)
                yield node.reference, path
                node = self(node.reference)
            if len(path) == 2 or node.get("/Type", None) == "/Pages":
                kids = node["/Kids"]
                stack.extend((kids.raw_get(i), (*path, "/Kids", i)) for i in range(len(kids)))

    def _structure_nodes(self) -> frozenset[Reference]:
        if "/StructTreeRoot" not in self.root:
            return frozenset()
        nodes: set[Reference] = set()
        stack = [self.root["/StructTreeRoot"]]
        while stack:
            children = stack.pop().get("/K", ())
            for child in children if isinstance(children, ArrayObject) else (children,):
                self._enter_structure(child, nodes, stack)
        return frozenset(nodes)

    def _enter_structure(self, child: Any, nodes: set[Reference], stack: list[Any]) -> None:  # noqa: ANN401
        self._limit.take(_VISIT)
        element = self(child.reference) if isinstance(child, IndirectObject) else child
        if not isinstance(element, DictionaryObject):
            return
        if element.get("/Type", "/StructElem") != "/StructElem":
            return
        if isinstance(child, IndirectObject):
            if child.reference in nodes:
                raise PdfReadError("the structure tree turns in a circle")
            nodes.add(child.reference)
        stack.append(element)


def _is_root(path: Any) -> bool:  # noqa: ANN401
    return path is not None and path.head == "/Root" and path.tail.head is None


def _enters(ref: Reference, path: Any, canonical: dict[Reference, tuple[Any, ...]]) -> bool:  # noqa: ANN401
    """Tell whether the walk goes on into an object; a page is entered by one path only."""
    only = canonical.get(ref)
    return only is None or all(a == b for a, b in zip_longest(only, islice(path, len(only) + 1)))
