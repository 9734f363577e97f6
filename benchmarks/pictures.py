"""The pictures of the README and the documentation, made from the example: `python benchmarks/pictures.py`.

Needs Chromium, LibreOffice and `pdftoppm` of Poppler. The same versions of these make the same pictures.
"""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from travaux import Comparison, compare, load, render

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
OLD, NEW = (ROOT / "examples" / f"mountain-shelters-{name}.txt" for name in ("draft", "revised-draft"))
PAGE = "1280,860"
"""Columns and rows of the page in dots."""
WORD = ("-r", "88", "-x", "0", "-y", "60", "-W", "728", "-H", "760")
"""Dots an inch, and what of the first sheet is shown."""


def main() -> int:
    """Make both pictures."""
    PICTURES.mkdir(exist_ok=True)
    comparison = compare(load(str(OLD)), load(str(NEW)))
    with TemporaryDirectory() as made:
        page(comparison, Path(made))
        word(comparison, Path(made))
    for path in sorted(PICTURES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
    return 0


def page(comparison: Comparison, folder: Path) -> None:
    """The page as a browser shows it, in light colours."""
    file = folder / "redline.html"
    file.write_bytes(render(comparison, "html").content)
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/profile"]
    picture = f"--screenshot={PICTURES / 'redline-page.png'}"
    subprocess.run([chromium, *flags, f"--window-size={PAGE}", picture, file.as_uri()], check=True, capture_output=True)


def word(comparison: Comparison, folder: Path) -> None:
    """The first sheet of the Word file as LibreOffice prints it, with its marks."""
    file = folder / "redline.docx"
    file.write_bytes(render(comparison, "word").content)
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(file)]
    subprocess.run(convert, check=True, capture_output=True)
    out = PICTURES / "redline-word"
    crop = ["pdftoppm", "-png", "-singlefile", "-f", "1", "-l", "1", *WORD, str(folder / "redline.pdf"), str(out)]
    subprocess.run(crop, check=True)


if __name__ == "__main__":
    sys.exit(main())
