"""Reading a draft, or beginning one, on the lane that will save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.founding.draft_file import new_draft_path, read_draft

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.founding.reading import DraftReader, Reading
    from ui.context import Context


def open_draft(path: Path | None, context: Context) -> tuple[Path, Reading, DraftReader]:
    """Return where the draft lies, what it comes to so far, and the reader that says so.

    Raises:
        InputError: the file is no draft.
    """
    from smartcity_desktop.founding.paper import begin_draft
    from smartcity_desktop.founding.reading import DraftReader

    draft = begin_draft() if path is None else read_draft(path)
    reader = DraftReader()
    target = path or new_draft_path(context.own_folder, context.clock().astimezone())
    return target, reader.read(draft), reader
