"""Floor 0: what the program speaks of. Frozen values, no input or output, no third party.

Everything above may import from here; nothing here imports from above.
"""
