"""Reading a draft, or beginning one, on the lane that will save it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.founding.draft_file import new_draft_path, read_draft

if TYPE_CHECKING:
    from pathlib import Path

    from smartcity_desktop.founding.draft import AssessmentDraft
    from smartcity_desktop.founding.reading import DraftReader
    from ui.context import Context


def open_draft(path: Path | None, context: Context) -> tuple[Path, AssessmentDraft, DraftReader]:
    """Return where the draft lies, what was typed so far, and a reader that has read it.

    Raises:
        InputError: the file is no draft.
    """
    from smartcity_desktop.founding.paper import begin_draft
    from smartcity_desktop.founding.reading import DraftReader

    draft = begin_draft() if path is None else read_draft(path)
    reader = DraftReader()
    reader.read(draft)
    return path or new_draft_path(context.own_folder, context.clock().astimezone()), draft, reader
