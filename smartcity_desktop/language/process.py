"""The language of libraries that ask the process which language it speaks."""

from __future__ import annotations

import gettext
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from smartcity_desktop.language.catalogue import DOMAIN, TRANSLATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from smartcity_desktop.domain.local_text import Language

VARIABLE = "LANGUAGE"
"""What gettext asks before any other variable of the environment."""


@contextmanager
def process_language(language: Language, directory: Path = TRANSLATIONS) -> Iterator[None]:
    """Let plain ``gettext`` answer from our catalogue, and restore what was there before.

    The command line's own words ("Usage", "Missing argument") are asked for this way.
    """
    domain, variable = gettext.textdomain(), os.environ.get(VARIABLE)
    gettext.bindtextdomain(DOMAIN, str(directory))
    gettext.textdomain(DOMAIN)
    os.environ[VARIABLE] = language.value
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if variable is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = variable
