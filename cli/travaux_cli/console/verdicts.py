"""What `verify` found."""

from collections.abc import Iterator

from travaux.model.evidence import Verification
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted


def verdict(found: Verification, view: View) -> Iterator[str]:
    """Yield each fault and remark, then how much was examined."""
    for fault in found.faults:
        where = fault.dossier or "archive"
        if fault.dossier and fault.revision:
            where = f"{fault.dossier}@{fault.revision}"
        what = "remark" if fault.severity == "remark" else f"{fault.kind} fault"
        yield from wrap_text(f"{where}: {what}: {one_line(fault.message)}", view.width)
    if found.faults:
        yield ""
    faults = sum(fault.severity == "fault" for fault in found.faults)
    remarks = len(found.faults) - faults
    told = f"{counted(found.dossiers, 'dossier')}, {counted(found.revisions, 'draft')}: "
    told += counted(faults, "fault") if faults else "no fault"
    yield f"{told}, {counted(remarks, 'remark')}." if remarks else f"{told}."
