"""What is said while another build has the output to itself."""

import logging
from pathlib import Path

log = logging.getLogger("localgroups")


def say_waiting(output: Path, process: str) -> None:
    log.warning("Another build (process %s) is writing to %s. Waiting for it to end ...", process, output)
