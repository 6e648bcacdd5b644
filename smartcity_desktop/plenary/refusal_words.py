"""What paper says of a refused file: one sentence for each reason of the closed set."""

from __future__ import annotations

from smartcity_desktop.domain.message import message
from smartcity_desktop.domain.refusal import RefusalReason

REFUSAL_WORDS = {
    RefusalReason.NOT_A_PANEL_FILE: message("It is no panel file."),
    RefusalReason.TOO_LARGE: message("It is larger than any panel file."),
    RefusalReason.DAMAGED: message("It is damaged."),
    RefusalReason.WAL_MODE: message("Another program left it in a state that loses data."),
    RefusalReason.NEWER_VERSION: message("A newer version of the program made it."),
    RefusalReason.FOREIGN_SCHEMA: message("Another program altered its tables."),
    RefusalReason.ENCRYPTED: message("It is encrypted and was not opened."),
    RefusalReason.NOT_SEALED: message("It is not sealed."),
    RefusalReason.SEAL_MALFORMED: message("Its seal does not have the published form."),
    RefusalReason.ALGORITHM_NOT_ALLOWED: message(
        "Its seal names an algorithm that is not its key's."
    ),
    RefusalReason.CERTIFICATE_NOT_ALLOWED: message(
        "Its seal was made with a key that is not allowed."
    ),
    RefusalReason.SIGNATURE_INVALID: message("The signature of its seal does not hold."),
    RefusalReason.OTHER_ASSESSMENT: message("It belongs to another assessment."),
    RefusalReason.OTHER_MODE: message("It mixes rehearsal and official."),
    RefusalReason.OTHER_INSTRUMENT: message("It was scored with another instrument."),
    RefusalReason.UNKNOWN_JUDGE: message("Its judge is not one of this assessment."),
    RefusalReason.UNKNOWN_ISSUE: message("It was never issued by this assessment."),
    RefusalReason.KEY_NOT_PROVEN: message("The key that sealed it was never enrolled."),
    RefusalReason.REGION_NOT_ASSIGNED: message("It seals other regions than were issued."),
    RefusalReason.CONFLICT_OF_INTEREST: message("It scores against a conflict of interest."),
    RefusalReason.SHEET_MISSING: message("A sealed score sheet is missing in it."),
    RefusalReason.SHEET_CHANGED: message("A score sheet was changed after sealing."),
    RefusalReason.SHEET_NOT_SEALED: message("It holds a score sheet that no seal lists."),
    RefusalReason.SHEET_DUPLICATED: message("A score sheet stands in it twice."),
    RefusalReason.SHEET_MALFORMED: message("A score sheet does not have the published form."),
    RefusalReason.SHEET_MISPLACED: message("A score sheet belongs to another judge or region."),
    RefusalReason.VALUE_NOT_PERMITTED: message("A score is not a permitted value."),
    RefusalReason.SHEET_UNFINISHED: message("An unfinished score sheet was sealed."),
    RefusalReason.CHANGED_SINCE_SCAN: message("It changed while it was being merged."),
    RefusalReason.DECLARED: message("The results were declared already."),
    RefusalReason.UNREADABLE: message("It could not be read."),
}
