"""Floor 1: a folder of text becomes typed items and located faults. The only floor that reads groups' files."""
