"""Time stamps from a service, by RFC 3161; the only thing here that ever uses a network."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pyhanko.sign.timestamps import HTTPTimeStamper

from smartcity_desktop.domain.errors import ExpectedError, InputError, Problem
from smartcity_desktop.domain.message import message
from smartcity_desktop.signing.library import FAULTS

if TYPE_CHECKING:
    from asn1crypto import cms  # type: ignore[import-untyped]

_PATIENCE = 20
"""Seconds for one answer; two are asked for."""


class TimeStampError(ExpectedError):
    """The service gave no usable time stamp."""


class TimeStampService(HTTPTimeStamper):
    """A time-stamp service at an address."""

    def __init__(self, url: str) -> None:
        """Take the address.

        Raises:
            InputError: not an address that begins with http:// or https://.
        """
        try:
            parts = urlsplit(url)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            usable = False
        if not usable:
            raise InputError(
                Problem(url, message("The address of a time-stamp service begins with "
                                     "http:// or https://."))
            )  # fmt: skip
        super().__init__(url, timeout=_PATIENCE)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> cms.ContentInfo:
        """Ask for a time stamp on a digest.

        Raises:
            TimeStampError: no answer, a refusal, or an answer that is no time stamp.
        """
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            imprint = token["content"]["encap_content_info"]["content"].parsed["message_imprint"]
            answered = imprint["hashed_message"].native == message_digest
        except FAULTS as fault:
            raise TimeStampError(_no_stamp(self.url)) from fault
        if not answered:
            raise TimeStampError(_no_stamp(self.url))
        return token


def _no_stamp(url: str) -> Problem:
    return Problem(
        url,
        message(
            "The time-stamp service gave no usable answer, so nothing was signed. Try again "
            "later, or sign without a time stamp."
        ),
    )
