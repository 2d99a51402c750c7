"""Floor 3: what is published, as pure functions from values to artifacts."""
