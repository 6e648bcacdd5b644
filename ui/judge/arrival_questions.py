"""The questions that come before a panel file is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.workplace.places import Place
from ui.pages.question_page import Question, Way, back

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.workplace.arriving import OtherCopy
    from smartcity_desktop.workplace.recent import RecentFile
    from ui.judge.opening import Seen
    from ui.words import Words

    Act = Callable[[], object]

_TITLES = {
    Place.STICK: message("This file lies on a stick"),
    Place.TEMPORARY: message("This file lies in a temporary folder"),
    Place.NETWORK: message("This file lies on a network drive"),
    Place.SYNCHRONISED: message("This file lies in a synchronised folder"),
    Place.READ_ONLY: message("This file cannot be changed where it lies"),
}
_REASONS = {
    Place.STICK: message(
        "A stick can be pulled out while you score, and it is slow. Work in a copy on this laptop; "
        "the file on the stick stays as it is."
    ),
    Place.TEMPORARY: message(
        "It was opened from an archive or a messenger. Such folders are emptied without a warning, "
        "and your scores with them. Work in a copy of your own."
    ),
    Place.NETWORK: message(
        "The connection can break while you score, and others may open the file. Work in a copy on "
        "this laptop; the file on the network stays as it is."
    ),
    Place.SYNCHRONISED: message(
        "A program copies this folder to other machines while you score; that can damage the file "
        "or bring an older one back, and your scores leave this laptop. Work in a copy in a folder "
        "that is not synchronised."
    ),
    Place.READ_ONLY: message(
        "The file or its folder is write-protected, so no score could be saved there. Work in a "
        "copy of your own; the original stays as it is."
    ),
}


def ask_about_place(seen: Seen, folder: Path, copy: Act, go_on: Act, leave: Act) -> Question:
    """Offer a copy in a folder of the judge's own."""
    ways = [
        Way(
            message("Copy to this laptop and go on there"),
            message("The copy is read back and compared before it is opened."),
            copy,
        )
    ]
    if seen.place is not Place.READ_ONLY:
        meaning = message("Nothing is copied. Do so only if you know this place well.")
        ways.append(Way(message("Go on in this place"), meaning, go_on))
    facts = (
        (message("The file"), seen.file.path),
        (message("Where the copy will lie"), str(folder)),
    )
    return Question(_TITLES[seen.place], _REASONS[seen.place], facts, (*ways, back(leave)))


def ask_about_other(
    seen: Seen, other: OtherCopy, words: Words, acts: tuple[Act, Act, Act]
) -> Question:
    """Say that this laptop knows a copy that has come as far or further.

    ``acts``: open the other one (or choose a file, where it is away), go on here, leave.
    """
    instead, go_on, leave = acts
    here = Path(seen.file.path) == Path(other.file.path)
    facts = [(message("This file"), _far(seen.file, words))]
    if not here:
        facts.append((message("The other copy"), _far(other.file, words)))
    open_it = (message("Open the other copy"), message("Recommended: the work is kept in one."))
    look = (message("Choose another file"), message("Recommended: look for the newer copy."))
    way = Way(*(open_it if other.there else look), instead)
    anyway = Way(
        message("Go on with this file anyway"),
        message("Two copies scored apart become a conflict that the plenary must decide."),
        go_on,
    )
    title, text = _words_of(seen, other, words, here=here)
    return Question(title, text, tuple(facts), (way, anyway, back(leave)))


def _words_of(seen: Seen, other: OtherCopy, words: Words, *, here: bool) -> tuple[Message, Message]:
    when = words.moment(other.file.opened_at)
    if here:
        return message("This file is older than what this laptop knows"), message(
            "On {when} this file had {known} changes; now it has {count}. It was replaced by an "
            "older copy. An automatic backup may be newer: Menu, Automatic backups.",
            when=when, known=other.file.changes, count=seen.file.changes,
        )  # fmt: skip
    if not other.further:
        return message("You already work in another copy of this file"), message(
            "Both are equally far. Go on in the one you worked in, so that there are not two."
        )
    if other.there:
        return message("This is an older copy"), message(
            "On this laptop lies a newer copy of the same panel file, last open on {when}. Nothing "
            "was written yet.",
            when=when,
        )
    return message("This is an older copy"), message(
        "This laptop knows a newer copy of the same panel file, last open on {when}. It is not "
        "where it was: plug in its drive, or look where it was moved. Nothing was written yet.",
        when=when,
    )


def _far(file: RecentFile, words: Words) -> str:
    said = message("{path}, changes: {count}", path=file.path, count=file.changes)
    return words.say(said)
