"""Settings of the site. `pelican` reads this file; publishing adds publishconf.py.

Everything that names the organisation stands in content/organisation.yaml. A setting written below the call
changes it, as in any Pelican project: https://docs.getpelican.com/en/stable/settings.html
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "plugins"))

from localgroups.host.defaults import national_settings  # noqa: E402

# SITENAME, SITEURL, TIMEZONE, DEFAULT_LANG and the addresses of pages
globals().update(national_settings(HERE))

THEME = "themes/commons"
THEME_TEMPLATES_OVERRIDES: list[str] = []
OUTPUT_PATH = "output"
