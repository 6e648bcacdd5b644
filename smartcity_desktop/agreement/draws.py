"""Drawn numbers that are the same on every machine: SHA-256 of a seed and a counter."""

from __future__ import annotations

import hashlib

BITS = 32


class Draws:
    """A stream of whole numbers that follows from its seed alone."""

    def __init__(self, seed: str) -> None:
        """Begin a stream."""
        self._seed = seed.encode()
        self._counter = 0
        self._block = b""

    def below(self, limit: int) -> int:
        """Return the next number from 0 to limit - 1; a limit far below 2**32 hardly leans."""
        return self._next() * limit >> BITS

    def shares(self, count: int, whole: int) -> list[int]:
        """Return ``count`` numbers that add up to ``whole``, every division equally likely."""
        cuts = sorted(self.below(whole + 1) for _ in range(count - 1))
        return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]

    def _next(self) -> int:
        if not self._block:
            self._block = hashlib.sha256(self._seed + self._counter.to_bytes(8, "big")).digest()
            self._counter += 1
        head, self._block = self._block[:4], self._block[4:]
        return int.from_bytes(head, "big")
