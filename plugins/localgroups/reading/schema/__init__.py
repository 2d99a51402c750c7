"""The schema: the single source of every field of the format.

One file a kind of file. Validation, JSON Schema, the field reference and the editors' forms come from here.
"""
