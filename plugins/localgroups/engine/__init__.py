"""Floor 5: one build from folder to site, step by step."""
