"""`python -m localgroups` is the command `localgroups`."""

import gc
import os
import sys


def run() -> None:
    """Run a command and end with its status, at once.

    Python would first take apart, one by one, all that a build has made: at fifty thousand items that takes as long
    as a small edit. Nothing of ours waits for it: files are closed and processes have ended when `main` comes back.
    """
    gc.disable()  # what is loaded stays; `main` says how seldom Python is to look for what does not
    from localgroups.host.kept_code import code_from_one_file

    kept = code_from_one_file()
    from localgroups.cli import main

    gc.enable()
    status = main()
    sys.stdout.flush()
    sys.stderr.flush()
    if kept:
        kept.keep()
    os._exit(status)


if __name__ == "__main__":
    run()
