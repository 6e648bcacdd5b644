"""What the system refuses, in sentences for people."""

from __future__ import annotations

import errno

from smartcity_desktop.domain.errors import Problem
from smartcity_desktop.domain.message import message

NOT_THERE = message("There is no such file or folder. Check the path. Nothing was changed.")
NOT_ALLOWED = message("The system does not allow this file to be opened. Check its permissions.")
FULL = message("The disk is full. What was saved before is safe. Make room and try again.")
READ_ONLY = message("This disk cannot be written to. Choose another folder.")

OF_THE_SYSTEM = {
    errno.ENOENT: NOT_THERE,
    errno.ENOTDIR: NOT_THERE,
    errno.EACCES: NOT_ALLOWED,
    errno.EPERM: NOT_ALLOWED,
    errno.ENOSPC: FULL,
    errno.EROFS: READ_ONLY,
    errno.EISDIR: message("This is a folder; a file is needed."),
    errno.EEXIST: message("This exists already. Choose another name."),
}


def describe_system_error(error: OSError) -> Problem:
    """Return what the system refused, in words."""
    where = "" if error.filename is None else str(error.filename)
    what = OF_THE_SYSTEM.get(error.errno or 0)
    if what is None:
        what = message(
            "The system could not read or write here: {reason}. What was saved before is safe.",
            reason=error.strerror or type(error).__name__,
        )
    return Problem(where, what)
