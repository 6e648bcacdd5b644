"""What the operating system refused, as a sentence; its own words are in its own language."""

from __future__ import annotations

import errno

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import Message, message

_NOT_THERE = message("There is no such file or folder. Check the path. Nothing was changed.")
_NOT_ALLOWED = message("The system does not allow this file to be opened. Check its permissions.")

_SENTENCES = {
    errno.ENOENT: _NOT_THERE,
    errno.ENOTDIR: _NOT_THERE,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ENOSPC: message(
        "The disk is full. What was saved before is safe. Make room and try again."
    ),
    errno.EROFS: message("This disk cannot be written to. Choose another folder."),
    errno.EISDIR: message("This is a folder; a file is needed."),
    errno.EEXIST: message("This exists already. Choose another name."),
}


def describe_refusal(error: OSError) -> Message:
    """Return the sentence for what the system refused to do with a file."""
    known = _SENTENCES.get(error.errno or 0)
    return known or message(
        "The system could not read or write here: {reason}. What was saved before is safe.",
        reason=error.strerror or type(error).__name__,
    )


def describe_system_error(error: OSError) -> Problem:
    """Return what the system refused, with the file it was about."""
    where = "" if error.filename is None else str(error.filename)
    return Problem(where, describe_refusal(error))
