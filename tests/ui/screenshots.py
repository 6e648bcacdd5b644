"""Takes pictures of every page: ``python -m tests.ui.screenshots FOLDER [SCENE...]``.

Both languages, both appearances, four screens; one process a screen, because Qt reads the scale
of a screen when it starts. ``--usual`` takes one picture a page: Indonesian, light, 1366x768.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSize

SCREENS = {"1366x768-100": 1.0, "1366x768-125": 1.25, "1920x1080-150": 1.5, "3840x2160-200": 2.0}
USUAL = "1366x768-100"


def main(arguments: list[str]) -> int:
    """Take the pictures."""
    usual = "--usual" in arguments
    folder, *scenes = [each for each in arguments if each != "--usual"]
    for screen in [USUAL] if usual else SCREENS:
        subprocess.run(
            [sys.executable, "-m", "tests.ui.screenshots", "--screen", screen, folder,
             "usual" if usual else "all", *scenes],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen",
                 "QT_SCALE_FACTOR": str(SCREENS[screen])},
            check=True,
        )  # fmt: skip
    return 0


def take(screen: str, target: Path, wanted: str, scenes: list[str]) -> None:
    """Take every picture of one screen."""
    from PySide6.QtWidgets import QApplication

    from smartcity_desktop.domain.local_text import Language
    from smartcity_desktop.workplace.preferences import Appearance
    from tests.ui.photograph import photograph
    from tests.ui.scenes import SCENES, open_stage
    from tests.ui.stage_context import stage_context
    from ui.style import dress

    application = QApplication([])
    width, height = map(int, screen.partition("-")[0].split("x"))
    size = QSize(width, height) / SCREENS[screen]
    looks = product(Language, Appearance)
    for language, appearance in (
        [(Language.INDONESIAN, Appearance.LIGHT)] if wanted == "usual" else (looks)
    ):
        with tempfile.TemporaryDirectory() as name:
            context = stage_context(Path(name), language, appearance)
            dress(application, context.theme)
            stage = open_stage(Path(name), context)
            stage.window.resize(size)
            stage.window.show()
            for scene in scenes or SCENES:
                SCENES[scene](stage)
                file = (
                    scene
                    if wanted == "usual"
                    else (f"{scene}.{language.value}.{appearance.value}.{screen}")
                )
                photograph(stage.window, target / f"{file}.png")
            stage.front.close()
            stage.window.close()
            stage.window.deleteLater()


if __name__ == "__main__":
    if sys.argv[1] == "--screen":
        take(sys.argv[2], Path(sys.argv[3]), sys.argv[4], sys.argv[5:])
    else:
        sys.exit(main(sys.argv[1:]))
