"""Somebody with a judge's key and a database tool, who tampers with a copy handed over."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from typing import TYPE_CHECKING

import orjson

from smartcity_desktop.sealing.base64url import read_base64url, write_base64, write_base64url
from smartcity_desktop.sealing.canonical import canonical_bytes, sha256_hex
from smartcity_desktop.sealing.jws import write_jws
from smartcity_desktop.sealing.proof import open_seal
from smartcity_desktop.sealing.seal import TYP, digest_of_seal
from smartcity_desktop.sealing.signer import P256_ORDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import Any

    from smartcity_desktop.sealing.signer import Signer


class Forgery:
    """A copy of a copy, free to be changed; what it was made from stays as it is.

    Attributes:
        path: where the forged file lies.
    """

    def __init__(self, copy: Path, name: str = "palsu.panel") -> None:
        """Begin with the same bytes."""
        self.path = copy.with_name(name)
        shutil.copyfile(copy, self.path)

    @contextlib.contextmanager
    def database(self) -> Iterator[sqlite3.Connection]:
        """Open the file as any tool would."""
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            yield connection
            connection.commit()

    def run(self, sql: str, *values: object) -> None:
        """Change rows or tables."""
        with self.database() as connection:
            connection.execute(sql, values)

    def jws(self) -> str:
        """Return the last seal."""
        with self.database() as connection:
            return str(
                connection.execute("SELECT jws FROM seals ORDER BY number DESC").fetchone()[0]
            )

    def put_jws(self, jws: str) -> None:
        """Put another text in place of the last seal."""
        self.run("UPDATE seals SET jws = ? WHERE number = (SELECT max(number) FROM seals)", jws)

    def rewrite(self, part: int, change: Callable[[Any], object]) -> None:
        """Change header (0) or statement (1) of the seal, the signature staying as it is."""
        parts = self.jws().split(".")
        said = change(orjson.loads(read_base64url(parts[part])))
        parts[part] = write_base64url(canonical_bytes(said))
        self.put_jws(".".join(parts))

    def reseal(self, signer: Signer, change: Callable[[dict[str, Any]], object]) -> None:
        """Let the judge's own key sign another statement; ``change`` edits it in place."""
        jws, _, _ = open_seal(self.jws())
        said = orjson.loads(jws.payload)
        change(said)
        header = {"typ": TYP, "x5c": jws.header.array("x5c")}
        self._take(write_jws(header, canonical_bytes(said), signer))

    def reseal_raw(self, signer: Signer, change: Callable[[bytes], bytes]) -> None:
        """Let the judge's own key sign whatever bytes ``change`` makes of the statement."""
        jws, _, _ = open_seal(self.jws())
        header = {"typ": TYP, "x5c": jws.header.array("x5c")}
        self._take(write_jws(header, change(jws.payload), signer))

    def reseal_sheet(self, signer: Signer, region: str, change: Callable[[bytes], bytes]) -> None:
        """Change a payload, list its new digest, and sign that: only its content is wrong."""
        _, _, manifest = open_seal(self.jws())
        old = dict(manifest.sheets)[region]
        with self.database() as connection:
            row = connection.execute("SELECT payload FROM sealed_sheets WHERE sha256 = ?", (old,))
            payload = change(row.fetchone()[0].encode())
            new = sha256_hex(payload)
            connection.execute(
                "UPDATE sealed_sheets SET sha256 = ?, payload = CAST(? AS TEXT) WHERE sha256 = ?",
                (new, payload, old),
            )

        def listed(said: dict[str, Any]) -> None:
            for sheet in said["sheets"]:
                if sheet["sha256"] == old:
                    sheet["sha256"] = new

        self.reseal(signer, listed)

    def twin(self) -> None:
        """Replace the signature (r, s) by (r, n - s), which verifies just as well."""
        head, payload, signature = self.jws().split(".")
        raw = read_base64url(signature)
        s = P256_ORDER - int.from_bytes(raw[32:])
        self.put_jws(f"{head}.{payload}.{write_base64url(raw[:32] + s.to_bytes(32))}")

    def other_certificate(self, signer: Signer) -> None:
        """Sign the same statement with another key and show that key's certificate."""
        jws, _, _ = open_seal(self.jws())
        shown = [write_base64(der) for der in signer.certificates]
        self._take(write_jws({"typ": TYP, "x5c": shown}, jws.payload, signer))

    def _take(self, jws: str) -> None:
        self.run(
            "UPDATE seals SET jws = ?, digest = ? WHERE number = (SELECT max(number) FROM seals)",
            jws,
            digest_of_seal(jws),
        )


def header_byte(path: Path, offset: int, data: bytes) -> None:
    """Overwrite bytes of a file where they lie."""
    content = bytearray(path.read_bytes())
    content[offset : offset + len(data)] = data
    path.write_bytes(content)
