"""Floor 2: what groups hand up, joined into one nation."""
