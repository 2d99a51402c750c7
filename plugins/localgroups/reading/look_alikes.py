"""Letters that look like others: what a name looks like to the eye, whatever alphabets it was typed in.

A small table of those Cyrillic, Greek and other letters that no reader can tell from a Latin one
(the one-to-one part of Unicode Technical Standard 39's confusables that a group's name could hold).
"""

import re
import unicodedata

_PAIRS = {
    "a": "аɑα", "b": "Ьƅ", "c": "сϲⅽ", "d": "ԁⅾ", "e": "еҽє", "f": "ƒ", "g": "ɡց", "h": "һհ", "i": "іıι", "j": "ј",
    "k": "κк", "l": "ӏⅼ|Ӏ", "m": "ⅿ", "n": "ոп", "o": "оοօо०", "p": "рρ", "q": "ԛգ", "r": "гᴦ", "s": "ѕ", "t": "т",
    "u": "υս", "v": "νѵⅴ", "w": "ԝѡա", "x": "хχⅹ", "y": "уγү", "z": "ᴢ", "A": "АΑ", "B": "ВΒ", "C": "СϹ", "D": "Ⅾ",
    "E": "ЕΕ", "F": "Ϝ", "G": "Ԍ", "H": "НΗ", "I": "ІΙ", "J": "Ј", "K": "КΚ", "L": "Ⅼ", "M": "МΜ", "N": "Ν", "O": "ОΟՕ",
    "P": "РΡ", "Q": "Ԛ", "S": "Ѕ", "T": "ТΤ", "U": "Ս", "V": "Ѵ", "W": "Ԝ", "X": "ХΧ", "Y": "УΥҮ", "Z": "Ζ",
}  # fmt: skip
_LATIN = str.maketrans({other: letter for letter, others in _PAIRS.items() for other in others})
_SAME_SHAPE = str.maketrans("0|1", "oll")
_WORDS = re.compile(r"[^\W\d_]+")


def plain_letters(name: str) -> str:
    """The name with Latin letters in the place of those that look like them."""
    return name.translate(_LATIN)


def mixed_word(name: str) -> str:
    """The first word with Latin letters beside others that look like Latin ones; empty where there is none."""
    return next((word for word in _WORDS.findall(name) if _is_mixed(word)), "")


def _is_mixed(word: str) -> bool:
    others = [letter for letter in word if letter != letter.translate(_LATIN)]
    return bool(others) and any(letter.isascii() or _is_latin(letter) for letter in word if letter not in others)


def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN") and letter == letter.translate(_LATIN)


def look_of(name: str) -> str:
    """What two names have in common that no eye can tell apart: letters of other alphabets, O and 0, I, l and 1."""
    wide = unicodedata.normalize("NFKC", name).translate(_LATIN)
    upright = wide.replace("I", "l").casefold().translate(_SAME_SHAPE)
    return " ".join(re.sub(r"[^\w]+", " ", upright).split())


def strangeness(name: str) -> int:
    """How many signs of a name are not what its look suggests; 0 for one in plain Latin letters."""
    odd = sum(letter != letter.translate(_LATIN) for letter in name)
    return odd + len(re.findall(r"(?<=[a-z])[I0-9](?=[a-z])|(?<=[a-z])I|(?<=[^\W\d_])[01](?=[^\W\d_])", name))
