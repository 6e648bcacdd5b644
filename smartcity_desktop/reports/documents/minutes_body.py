"""What the minutes state: how it was done, what came out, by which rules, with which notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartcity_desktop.domain.message import message
from smartcity_desktop.reports.digests import grouped
from smartcity_desktop.reports.documents.minutes_notes import notes_summary
from smartcity_desktop.reports.documents.participation import count_participation
from smartcity_desktop.reports.layout.ink import BODY
from smartcity_desktop.reports.layout.text import flush, heading, numbered, paragraph, titled_points
from smartcity_desktop.reports.phrases.rules import rule_sentences

if TYPE_CHECKING:
    from reportlab.platypus import Flowable  # type: ignore[import-untyped]

    from smartcity_desktop.domain.message import Message
    from smartcity_desktop.domain.results import RankedRegion
    from smartcity_desktop.reports.record import DeclaredRecord
    from smartcity_desktop.reports.words import Words


def body(record: DeclaredRecord, words: Words) -> list[Flowable]:
    """Return the sections between the opening and the closing formula."""
    sections = (
        (message("A. How the scoring was carried out"), _course(record, words)),
        (message("B. Results"), _results(record, words)),
        (message("C. Rules of calculation"), rule_sentences(record.instrument, words)),
        (message("D. Notes"), notes_summary(record, words)),
    )
    found: list[Flowable] = []
    for title, points in sections:
        found += titled_points(words.say(title), numbered(points))
    digest = grouped(record.declaration.results_sha256)
    return [
        *found,
        heading(words.say(message("E. Fingerprint of the results"))),
        paragraph(
            words.say(
                message(
                    "The results were fixed by {by} as declaration {number} on {moment}, with this "
                    "SHA-256 of the attached results.json:",
                    number=record.declaration.number,
                    moment=words.stamp(record.declaration.at),
                    by=words.name(record.declaration.by),
                )
            )
        ),
        flush(digest, BODY),
    ]


def _course(record: DeclaredRecord, words: Words) -> list[str]:
    instrument = record.instrument
    held = words.local(record.letterhead.held)
    notice = words.local(instrument.notice)
    counts = count_participation(record)
    sentences: list[Message] = []
    if held:
        sentences.append(message("The scoring was held on {held}.", held=held))
    sentences += [
        message(
            "It used the instrument “{title}”, version {version}, with {dimensions} dimensions and "
            "{indicators} indicators.",
            title=words.local(instrument.title),
            version=words.name(instrument.version),
            dimensions=len(instrument.dimensions),
            indicators=len(instrument.indicators()),
        ),
        message(
            "Regions invited: {invited}; took part: {present}; scored: {scored}; ranked: {ranked}.",
            invited=counts.invited,
            present=counts.present,
            scored=counts.scored,
            ranked=counts.ranked,
        ),
        _sealing(record, counts.sheets),
    ]
    said = [words.say(one) for one in sentences]
    if notice:
        place = 1 if held else 0
        said[place] = f"{said[place]} {notice.rstrip('.')}."
    return said


def _sealing(record: DeclaredRecord, sheets: int) -> Message:
    if record.veil:
        return message(
            "Judges who scored: {judges}; scored sheets that count: {sheets}. Each judge sealed "
            "the sheets before they were merged; the record of integrity lists every receipt, "
            "without names, so that every judge can see that exactly these sheets were counted.",
            judges=record.count_scoring(),
            sheets=sheets,
        )
    return message(
        "Judges who scored: {judges}; scored sheets that count: {sheets}. Each judge sealed "
        "the sheets before they were merged; the receipt of each seal is printed beside "
        "the judge's signature, so that every judge can see that exactly these sheets were "
        "counted.",
        judges=record.count_scoring(),
        sheets=sheets,
    )


def _results(record: DeclaredRecord, words: Words) -> list[str]:
    sentences = [
        words.say(
            message(
                "Ranks, final values and selection are as set out in Annex I, which is an "
                "inseparable part of these Minutes."
            )
        )
    ]
    bands: dict[str, list[RankedRegion]] = {}
    for region in record.results.ranked:
        if region.selection:
            bands.setdefault(words.local(region.selection), []).append(region)
    names = {r.code: words.name(r.name) for r in record.roster.regions}
    sentences += [_band(band, taken, names, words) for band, taken in bands.items()]
    if record.results.not_ranked:
        sentences.append(
            words.say(
                message("Regions not ranked: {count}, with the reasons in Annex I.",
                        count=len(record.results.not_ranked))
            )
        )  # fmt: skip
    return sentences


def _band(band: str, taken: list[RankedRegion], names: dict[str, str], words: Words) -> str:
    first, last = taken[0], taken[-1]
    if first is last:
        return words.say(
            message(
                "{band} (1): rank {rank} ({name}, {total}).",
                band=band,
                rank=first.rank,
                name=names.get(first.code, first.code),
                total=words.figure(first.printed),
            )
        )
    return words.say(
        message(
            "{band} ({count}): from rank {first} ({first_name}, {first_total}) to rank "
            "{last} ({last_name}, {last_total}).",
            band=band,
            count=len(taken),
            first=first.rank,
            first_name=names.get(first.code, first.code),
            first_total=words.figure(first.printed),
            last=last.rank,
            last_name=names.get(last.code, last.code),
            last_total=words.figure(last.printed),
        )
    )
