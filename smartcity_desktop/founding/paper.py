"""Between the form of a letterhead and the letterhead itself."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

from msgspec.structs import replace

from smartcity_desktop.domain.local_text import LocalText
from smartcity_desktop.founding.days import held_in_words
from smartcity_desktop.founding.draft import AssessmentDraft, PaperDraft, PersonDraft
from smartcity_desktop.reports.letterhead import Letterhead, Paper, Person
from smartcity_desktop.reports.letterhead_reading import read_letterhead
from smartcity_desktop.reports.letterhead_writing import write_letterhead

NEUTRAL = Path(__file__).parents[2] / "resources" / "letterheads" / "netral.toml"


def letterhead_bytes(draft: AssessmentDraft) -> bytes:
    """Return the letterhead that was typed as the TOML that an assessment carries.

    Whoever wants to know what is wrong with it reads it back.
    """
    paper = draft.paper
    return write_letterhead(
        Letterhead(
            paper=Paper.__members__.get(paper.size, Paper.A4),
            lines=_entries(paper.lines),
            address=_entries(paper.address),
            emblem_file=paper.emblem_name,
            emblem=paper.emblem,
            place=paper.place.strip(),
            venue=_clean(draft.venue),
            held=held_in_words(draft),
            subject=_clean(paper.subject),
            classification=_clean(paper.classification),
            legal_basis=_both_entries(paper.legal_basis),
            copies_to=_both_entries(paper.copies_to),
            copies=int(paper.copies) if paper.copies.strip().isdecimal() else 0,
            letter_to=_both_entries(paper.letter_to),
            considering=_both_entries(paper.considering),
            numbering=tuple((kind, template) for kind, template in paper.numbering if template),
            chair=_person(paper.chair),
            secretary=None if paper.secretary.is_empty() else _person(paper.secretary),
            official=None if paper.official.is_empty() else _person(paper.official),
            witnesses=tuple(_person(one) for one in paper.witnesses if not one.is_empty()),
            judges_sign=paper.judges_sign,
        )
    )


def begin_draft(path: Path = NEUTRAL) -> AssessmentDraft:
    """Return a draft with nothing but the neutral letterhead."""
    return with_letterhead(AssessmentDraft(), read_letterhead(path.read_bytes()))


def with_letterhead(draft: AssessmentDraft, letterhead: Letterhead) -> AssessmentDraft:
    """Return the draft with everything that a letterhead says, venue and time included."""
    paper = PaperDraft(
        size=letterhead.paper.name,
        lines="\n".join(letterhead.lines),
        address="\n".join(letterhead.address),
        emblem=letterhead.emblem,
        emblem_name=letterhead.emblem_file if letterhead.emblem else "",
        place=letterhead.place,
        subject=letterhead.subject,
        classification=letterhead.classification,
        legal_basis=_joined(letterhead.legal_basis),
        copies_to=_joined(letterhead.copies_to),
        letter_to=_joined(letterhead.letter_to),
        considering=_joined(letterhead.considering),
        copies=str(letterhead.copies),
        numbering=letterhead.numbering,
        chair=_typed(letterhead.chair),
        secretary=_typed(letterhead.secretary or Person()),
        official=_typed(letterhead.official or Person()),
        witnesses=tuple(_typed(one) for one in letterhead.witnesses),
        judges_sign=letterhead.judges_sign,
    )
    return replace(
        draft,
        paper=paper,
        venue=letterhead.venue if letterhead.venue.id else draft.venue,
        held=letterhead.held if letterhead.held.id else draft.held,
    )


def _person(typed: PersonDraft) -> Person:
    return Person(
        typed.name.strip(),
        _clean(typed.role),
        typed.institution.strip(),
        typed.identity.strip(),
        typed.certificate_sha256.replace(" ", "").replace(":", "").lower(),
    )


def _typed(person: Person) -> PersonDraft:
    return PersonDraft(
        person.name, person.role, person.institution, person.identity, person.certificate_sha256
    )


def _clean(text: LocalText) -> LocalText:
    """Return a text without blanks around; English alone cannot be printed."""
    own = " ".join(text.id.split())
    return LocalText(own, " ".join(text.en.split()) if own else "")


def _entries(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _both_entries(text: LocalText) -> tuple[LocalText, ...]:
    pairs = zip_longest(_entries(text.id), _entries(text.en), fillvalue="")
    return tuple(LocalText(own, english) for own, english in pairs if own)


def _joined(texts: tuple[LocalText, ...]) -> LocalText:
    english = [text.en for text in texts]
    return LocalText(
        "\n".join(text.id for text in texts),
        "\n".join(english) if any(english) else "",
    )
