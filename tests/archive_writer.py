"""A process that adds drafts and says each that was recorded: `archive_writer.py ARCHIVE NAME COUNT DOSSIER...`."""

import sys
from pathlib import Path

from archiving import OPS, draft, open_archive


def main(path: str, name: str, count: str, *dossiers: str) -> None:
    with open_archive(Path(path)) as archive:
        for number in range(int(count)):
            content = draft(*OPS, f"Takes note of report {number} of {name};", symbol=f"A/C.2/99/{name}.{number}")
            added = archive.add(f"{name}-{number}.txt", content, dossier=dossiers[number % len(dossiers)])
            sys.stdout.write(f"{added.dossier} {added.revision.ordinal} {added.revision.commit} {name}-{number}.txt\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
