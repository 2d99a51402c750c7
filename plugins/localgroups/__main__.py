"""`python -m localgroups` is the command `localgroups`."""

import sys

from localgroups.cli import main

if __name__ == "__main__":
    sys.exit(main())
