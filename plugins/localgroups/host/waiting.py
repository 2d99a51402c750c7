"""What is said while another build has the output to itself."""

from pathlib import Path


def say_waiting(output: Path, process: str) -> None:
    import logging  # few builds wait

    logging.getLogger("localgroups").warning(
        "Another build (process %s) is writing to %s. Waiting for it to end ...", process, output
    )
