"""Settings for publishing: those of pelicanconf.py, and the public address.

The address is that of content/organisation.yaml. A host that gives another one (a preview, a mirror) sets SITEURL
in the environment.
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

SITEURL = os.environ.get("SITEURL", SITEURL)  # type: ignore[name-defined]  # noqa: F405
