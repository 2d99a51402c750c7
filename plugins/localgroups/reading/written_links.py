"""Links in Markdown that are written in the commonest way: `[words](https://example.org/page)`.

Apart from `slip_signs` and `markdown`, which both ask what is left of a text without them: it is worked out once.
None of these needs a closer look.
"""

import re
from functools import lru_cache

_LINK = re.compile(
    r"\[(?<![!\\]\[)(?!www\.)[^\[\]\n`|\\^:]{0,200}+\]"
    r"\(https?://[A-Za-z0-9_.-]++(?:(?<=\w\.\w\w)|(?<=\w\.\w{3}))(?:[/?#][A-Za-z0-9_./?=%#~+-]*+)?\)",
    re.ASCII,
)
"""A link whatever stands around it, or part of some code: no sign in it can begin or end anything else."""


@lru_cache(maxsize=2)
def without_links(text: str) -> str:
    """The text with a backtick in the place of each such link, so that what stood before and behind one does not come
    together."""
    return _LINK.sub("`", text) if "[" in text else text
