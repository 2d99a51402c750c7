"""Compiles the program and the theme's templates before they are first used, as pip does with what it installs.

Python would do so by itself, one file after the other, in the first build that may write beside them; where it never
may (PYTHONDONTWRITEBYTECODE), every build would compile all that it loads. Run by `environment`, inside and apart from
whatever the shell has set.
"""

import compileall
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "plugins"))
    compileall.compile_dir(ROOT / "plugins", quiet=2)

    from localgroups.outputs.theme import Theme

    for theme in sorted((ROOT / "themes").iterdir()):
        Theme(theme).load()
