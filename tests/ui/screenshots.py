"""Takes pictures of every page: ``python -m tests.ui.screenshots FOLDER [SCENE...]``.

Both languages, both appearances, four screens; one process a screen, because Qt reads the scale
of a screen when it starts. ``--usual`` takes one picture a page: Indonesian, light, 1366x768;
``--smallest`` takes that in the smallest window; ``--docs`` takes the usual ones with few colours,
small enough to be kept with the documentation.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL.Image import Image

    from tests.ui.stage import Stage

SCREENS = {"1366x768-100": 1.0, "1366x768-125": 1.25, "1920x1080-150": 1.5, "3840x2160-200": 2.0}
USUAL, SMALLEST, DOCS = "1366x768-100", "1000x520-100", "1366x700-100"
"""The last one is what bars leave of the usual screen; its pictures stay below 60 KB."""
SETS = {"--usual": [USUAL], "--smallest": [SMALLEST], "--docs": [DOCS]}
BETWEEN = ("#A3ABB7",)
"""Shades at the edges of letters, besides the colours of the window."""


def main(arguments: list[str]) -> int:
    """Take the pictures."""
    kind = next((each for each in arguments if each in SETS), "")
    folder, *scenes = [each for each in arguments if each not in SETS]
    for screen in SETS.get(kind, SCREENS):
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump({"screens": [_describe(screen)]}, file)
            file.flush()
            subprocess.run(
                [sys.executable, "-m", "tests.ui.screenshots", "--screen", screen, folder,
                 "one" if kind else "all", *scenes],
                env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file.name}",
                     "QT_SCALE_FACTOR": str(SCREENS.get(screen, 1.0))},
                check=True,
            )  # fmt: skip
    if kind == "--docs":
        for path in Path(folder).glob("*.png"):
            shrink(path)
    return 0


def _describe(screen: str) -> dict[str, object]:
    """Return a screen as Qt's offscreen platform wants it; dialogs are no larger than it."""
    width, height = _size(screen)
    place = {"x": 0, "y": 0, "width": width, "height": height}
    return {"name": screen, **place, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}


def _size(screen: str) -> tuple[int, int]:
    width, height = map(int, screen.partition("-")[0].split("x"))
    return width, height


def take(screen: str, target: Path, wanted: str, scenes: list[str]) -> None:
    """Take every picture of one screen."""
    from PySide6.QtWidgets import QApplication

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.workplace.preferences import Appearance
    from tests.ui.stage import open_stage
    from tests.ui.stage_context import stage_context
    from ui.style import dress

    application = QApplication([])
    width, height = _size(screen)
    one = wanted == "one"
    looks = [(Language.INDONESIAN, Appearance.LIGHT)] if one else product(Language, Appearance)
    with tempfile.TemporaryDirectory() as store:
        for language, appearance in looks:
            with tempfile.TemporaryDirectory() as name:
                context = stage_context(Path(name), language, appearance)
                dress(application, context.theme)
                stage = open_stage(Path(store), Path(name), context)
                stage.window.resize(QSize(width, height) / SCREENS.get(screen, 1.0))
                stage.window.show()
                end = "" if one else f".{language.value}.{appearance.value}.{screen}"
                _play(stage, scenes, target, end)
                stage.end()


def shrink(path: Path) -> None:
    """Write a picture anew with the sixteen colours of the window that are most of it."""
    from PIL import Image

    from tests.ui.photograph import SHADE
    from ui.theme import LIGHT

    named = [getattr(LIGHT, name) for name in LIGHT.__struct_fields__]
    clear = [bytes.fromhex(colour[1:]) for colour in (*named, *BETWEEN)]
    behind = [bytes(part * (255 - SHADE.alpha()) // 255 for part in colour) for colour in clear]
    with Image.open(path) as picture:
        full = picture.convert("RGB")
    # Behind a dialog everything is darker, up to the corner.
    colours = clear if bytes(full.crop((0, 0, 1, 1)).tobytes()) in clear else clear + behind
    counts = _quantize(full, colours).histogram()
    most = sorted(range(len(colours)), key=lambda place: -counts[place])[:16]
    few = _quantize(full, [colours[place] for place in most])
    few.save(path, optimize=True, bits=4)


def _quantize(picture: Image, colours: list[bytes]) -> Image:
    from PIL import Image

    palette = Image.new("P", (1, 1))
    palette.putpalette(b"".join(colours))
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)


def _play(stage: Stage, scenes: Iterable[str], target: Path, end: str) -> None:
    from tests.ui.photograph import photograph
    from tests.ui.scenes import SCENES

    for scene in scenes or SCENES:
        SCENES[scene](stage)
        stage.settle()
        photograph(stage.window, target / f"{scene}{end}.png")


if __name__ == "__main__":
    if sys.argv[1] == "--screen":
        take(sys.argv[2], Path(sys.argv[3]), sys.argv[4], sys.argv[5:])
    else:
        sys.exit(main(sys.argv[1:]))
