"""How a file is opened that somebody else may have put there."""

import os

PLAIN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""To read it: no link is followed, and nobody waits for whoever writes to a pipe."""
