from __future__ import annotations

import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest
from asn1crypto import tsp  # type: ignore[import-untyped]

from smartcity_desktop.domain.errors import InputError
from smartcity_desktop.signing.checking import check_signatures
from smartcity_desktop.signing.sign import sign_pdf
from smartcity_desktop.signing.time_stamps import TimeStampError
from tests.signing.people import LATER, MOMENT, mark, panel, prepared, signatories, verdict
from tests.signing.stamping import service

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Address:
    """A server on this machine; ``answer`` turns a request into status, type and body."""

    def __init__(self, answer: Callable[[bytes], tuple[int, str, bytes]]) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status, kind, reply = answer(body)
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *_: object) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/"
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


REPLY = "application/timestamp-reply"


def stamped(request: bytes, *, known: bool = True) -> tuple[int, str, bytes]:
    asked = tsp.TimeStampReq.load(request)
    return 200, REPLY, service(known=known).request_tsa_response(asked).dump()


@pytest.fixture
def honest() -> Iterator[str]:
    address = Address(stamped)
    yield address.url
    address.close()


def test_a_stamped_signature_outlives_its_certificate(honest: str) -> None:
    pdf = sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, mark=mark(), tsa_url=honest)
    for now in (LATER, MOMENT + timedelta(days=900)):
        checks = check_signatures(
            pdf, signatories(), trust_roots=(panel().root.pem(),), now=now, incomplete_ok=True
        )
        assert [check.name for check in checks if not check.ok] == []
        stamp = next(str(check.detail) for check in checks if check.name == "timestamp")
        assert "Penanda Waktu proves that this existed at 2026-11-24T03:10:19Z" in stamp


def test_a_stamp_of_an_unknown_service_proves_nothing_and_harms_nothing() -> None:
    address = Address(lambda request: stamped(request, known=False))
    try:
        pdf = sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, tsa_url=address.url)
    finally:
        address.close()
    assert verdict(pdf, incomplete_ok=True) == {}
    late = verdict(pdf, incomplete_ok=True, now=MOMENT + timedelta(days=900))
    assert list(late) == ["trust"]


@pytest.mark.parametrize(
    "answer",
    [
        lambda _: (500, "text/plain", b"no"),
        lambda _: (200, "text/html", b"<html>"),
        lambda _: (200, REPLY, b""),
        lambda _: (200, REPLY, b"garbage"),
        lambda _: (200, REPLY, tsp.TimeStampResp({"status": {"status": "rejection"}}).dump()),
    ],
)
def test_a_service_that_gives_no_stamp_leaves_nothing_signed(
    answer: Callable[[bytes], tuple[int, str, bytes]],
) -> None:
    address = Address(answer)
    try:
        with pytest.raises(TimeStampError, match="nothing was signed") as caught:
            sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, tsa_url=address.url)
        assert caught.value.problems[0].where == address.url
    finally:
        address.close()


def test_a_stamp_on_something_else_is_refused() -> None:
    def other(request: bytes) -> tuple[int, str, bytes]:
        asked = tsp.TimeStampReq.load(request)
        asked["message_imprint"]["hashed_message"] = bytes(32)
        return 200, REPLY, service().request_tsa_response(asked).dump()

    address = Address(other)
    try:
        with pytest.raises(TimeStampError):
            sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, tsa_url=address.url)
    finally:
        address.close()


def test_a_service_that_is_not_there_is_told() -> None:
    with pytest.raises(TimeStampError):
        sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, tsa_url="http://127.0.0.1:9/")


@pytest.mark.parametrize("url", ["", "freetsa.org", "file:///etc/passwd", "http://", "http://["])
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(InputError, match="http://"):
        sign_pdf(prepared(), panel().chair, "chair", moment=MOMENT, tsa_url=url)
