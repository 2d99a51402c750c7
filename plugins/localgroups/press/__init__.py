"""Floor 4: the only writer of site files."""
