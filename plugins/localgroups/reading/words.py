"""The nearest known word for one that is not known."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that a slip of the finger away from `word`; empty where none is near.

    Near is an edit distance (with neighbours swapped counted once) of a third of the word's length, or
    one word beginning with the other. Among equals one of the same letters wins, then the first of the alphabet.
    """
    asked = _plain(word)
    if not asked:
        return ""
    best = ""
    limit = max(1, min(3, len(asked) // 3))
    least = (limit + 1, True)
    for candidate in sorted(known):
        other = _plain(candidate)
        if asked == other:
            return candidate
        if abs(len(asked) - len(other)) <= limit:
            distance = _distance(asked, other, limit + 1)
            found = (distance, sorted(asked) != sorted(other))
            if found < least and distance <= limit:
                best, least = candidate, found
    if best:
        return best
    starts = [
        one
        for one in sorted(known)
        if len(asked) > 3 and (_plain(one).startswith(asked) or asked.startswith(_plain(one) + "-"))
    ]
    return min(starts, key=len, default="")


def distance(one: str, other: str) -> int:
    """How many slips of the finger lie between two words."""
    return _distance(_plain(one), _plain(other), len(one) + len(other))


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", "-").replace(" ", "-")


def _distance(one: str, other: str, enough: int) -> int:
    """Optimal string alignment distance; `enough` or more where it gets that far."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before = before, row
        row = [i]
        for j, sign in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != sign))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == sign:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) >= enough:
            return enough
    return row[-1]
