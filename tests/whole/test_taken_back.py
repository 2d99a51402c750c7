"""Files that a build laid and took back: what the site had in their places stays."""

from whole.test_any_sequence import AnySequence


def test_a_claim_that_is_refused_late_costs_no_file() -> None:
    """Two groups claim one name: each is built with it, and once more without. A preview before it makes all stale."""
    sequence = AnySequence()
    try:
        sequence.begin()
        for slug, name, where in (("cedar", "Alder", 1), ("alder", "Birch", 2)):
            sequence.change_a_group(slug, name, "south", where, "ash, rowan", "summary: In short\n")
        sequence.preview("ash")
    finally:
        sequence.teardown()  # compares with a build from nothing
