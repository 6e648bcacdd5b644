"""What may be added to a signed document: signatures in prepared fields, and little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.sign.diff_analysis import (
    DEFAULT_DIFF_POLICY,
    DiffResult,
    ModificationLevel,
    StandardDiffPolicy,
)
from pyhanko.sign.fields import MDPPerm

if TYPE_CHECKING:
    from pyhanko.pdf_utils.reader import HistoricalResolver
    from pyhanko.sign.fields import FieldMDPSpec


class SignaturesOnly(StandardDiffPolicy):
    """Judges every later addition as if the document were certified.

    Otherwise a visible field, and with it any picture, could be laid over a page whose first
    signer only approved.
    """

    def apply(
        self,
        old: HistoricalResolver,
        new: HistoricalResolver,
        field_mdp_spec: FieldMDPSpec | None = None,
        doc_mdp: MDPPerm | None = None,
    ) -> DiffResult:
        """Compare two states of a file; raises SuspiciousModification for what may not be."""
        permitted = MDPPerm.FILL_FORMS if doc_mdp is None else min(doc_mdp, MDPPerm.FILL_FORMS)
        return super().apply(old, new, field_mdp_spec, permitted)


POLICY = SignaturesOnly(DEFAULT_DIFF_POLICY.global_rules, DEFAULT_DIFF_POLICY.form_rule)


def only_filled_in(difference: object) -> bool:
    """Tell whether a difference is no more than prepared fields filled in."""
    return (
        isinstance(difference, DiffResult)
        and difference.modification_level <= ModificationLevel.FORM_FILLING
    )
