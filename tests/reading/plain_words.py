"""Whether a fault is told in everyday words."""

import re

from localgroups.model.diagnostics import Diagnostic

JARGON = re.compile(
    r"\b(yaml|json|python|pydantic|pars(?:e|er|ing)|scalar|mapping|sequence|string|int(?:eger)?|float|null|none|boolean|"
    r"regex|token|key|node|alias|anchor|scanner|exception|traceback|invalid|error|failed|syntax|unicode|ascii|codec)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(
    r"“[^”]*”|\"[^\"]*\"|'[^']*'|(?:Write|Begin|Delete it and type|(?:Put|Take) [^:\n]*:).*|Known here.*"
    r"|\S*\.(?:yaml|json)\b",
    re.DOTALL,
)
"""What was quoted, and what is to be pasted, may say anything."""


def in_plain_words(one: Diagnostic) -> bool:
    """Whether a fault is told without the words of those who make programs."""
    return not JARGON.search(QUOTED.sub("", one.message)) and not JARGON.search(QUOTED.sub("", one.help))
