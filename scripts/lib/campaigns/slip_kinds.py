"""Every kind of typing slip, one row each, closed: its name, its family, what it makes of a line that was meant.

A kind gives None where it cannot happen to a line. A kind is *unreadable* where the number that stands there afterwards
is none in plain digits: whatever is stored for the sign then was made up, however sensible it looks.
"""

import dataclasses
import re
from typing import Callable

PAD = {
    "7": "84",
    "8": "795",
    "9": "86",
    "4": "751",
    "5": "8462",
    "6": "953",
    "1": "420",
    "2": "1530",
    "3": "26",
    "0": "12",
}
ROW = {
    digit: "".join("1234567890"[place] for place in (index - 1, index + 1) if 0 <= place < 10)
    for index, digit in enumerate("1234567890")
}
LETTER_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
KEYS = ("bp", "hr", "spo2", "rr", "t", "map", "etco2", "o2", "weight", "moaas", "rass", "acvpu")
WORDS = {
    "0": "zero",
    "1": "one",
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
}
KEYED = re.compile(r"^(bp|hr|pulse|spo2|rr|temp|t|map|etco2|o2|weight|wt|moaas|rass|acvpu)( ?)(.*)$")


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    family: str
    make: Callable
    unreadable: bool = False


KINDS = []


def kind(family, name, make, unreadable=False):
    KINDS.append(Kind(name, family, make, unreadable))


def number(family, name, make, unreadable=False):
    """A slip on the number alone."""

    def on_line(typed, dice):
        slipped = make(typed.number, dice)
        return None if slipped is None or slipped == typed.number else typed.slipped(slipped)

    kind(family, name, on_line, unreadable)


def has_digits(text):
    return any(character.isdigit() for character in text)


def replaced(text, place, new):
    return text[:place] + new + text[place + 1 :]


def places(text):
    return [place for place, character in enumerate(text) if character.isdigit()]


def one_digit(change):
    """A change of one digit, drawn among those that it can change."""

    def make(text, dice):
        found = [(place, new) for place in places(text) for new in [change(text[place], dice)] if new is not None]
        if not found:
            return None
        place, new = dice.choice(found)
        return replaced(text, place, new)

    return make


def digits_as(zero):
    return one_digit(lambda digit, _: chr(zero + int(digit)))


def every_digit_as(zero):
    return lambda text, _: "".join(chr(zero + int(c)) if c.isdigit() else c for c in text) if has_digits(text) else None


def table(pairs):
    return one_digit(lambda digit, dice: dice.choice(pairs[digit]) if digit in pairs else None)


def around(before, after=""):
    return lambda text, _: f"{before}{text}{after}" if has_digits(text) else None


def inside(what, least=2):
    def make(text, dice):
        run = re.search(rf"\d{{{least},}}", text)
        if not run:
            return None
        place = dice.randint(run.start() + 1, run.end() - 1)
        return text[:place] + what + text[place:]

    return make


def whole_line(change):
    return lambda typed, dice: change(typed.line, dice)


def swap_letters(text, dice):
    pairs = [
        place
        for place in range(len(text) - 1)
        if text[place].isdigit() and text[place + 1].isdigit() and text[place] != text[place + 1]
    ]
    if not pairs:
        return None
    place = dice.choice(pairs)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def at_place(choose, change):
    def make(text, dice):
        found = places(text)
        if not found:
            return None
        place = found[choose(found, dice)]
        return text[:place] + change(text[place], dice) + text[place + 1 :]

    return make


FIRST, LAST = (lambda found, dice: 0), (lambda found, dice: len(found) - 1)
ANY = lambda found, dice: dice.randrange(len(found))
DIGIT = lambda dice: dice.choice("0123456789")


def dropped(choose):
    make = at_place(choose, lambda digit, dice: "")
    return lambda text, dice: make(text, dice) if len(places(text)) > 1 else None


# Digits.
number("digit", "digit added in front", at_place(FIRST, lambda digit, dice: DIGIT(dice) + digit))
number("digit", "digit added inside", at_place(ANY, lambda digit, dice: digit + DIGIT(dice)))
number("digit", "digit added at the end", at_place(LAST, lambda digit, dice: digit + DIGIT(dice)))
number("digit", "first digit dropped", dropped(FIRST))
number("digit", "some digit dropped", dropped(ANY))
number("digit", "last digit dropped", dropped(LAST))
number("digit", "digit doubled", at_place(ANY, lambda digit, dice: digit * 2))
number("digit", "key held down", at_place(LAST, lambda digit, dice: digit * dice.randint(3, 9)))
number("digit", "digits transposed", swap_letters)
number("digit", "neighbour on a number pad", table(PAD))
number("digit", "neighbour on the keyboard's row", table(ROW))
number("digit", "another digit", one_digit(lambda digit, dice: dice.choice("0123456789".replace(digit, ""))))
number("digit", "pad's neighbour hit too", at_place(ANY, lambda digit, dice: digit + dice.choice(PAD[digit])))
number("digit", "hand one key to the right", lambda text, _: "".join(ROW[c][-1] if c.isdigit() else c for c in text))
number(
    "digit",
    "all digits backwards",
    lambda text, _: re.sub(r"\d+", lambda run: run[0][::-1], text) if re.search(r"\d\d", text) else None,
)
number("digit", "zeros to fill the field", lambda text, _: re.sub(r"\d", "0", text) if has_digits(text) else None)
number("digit", "nines to fill the field", lambda text, _: re.sub(r"\d", "9", text) if has_digits(text) else None)
number("digit", "typed twice", lambda text, _: text * 2 if has_digits(text) else None)
# Look-alikes.
for name, pairs in {
    "letter O for 0": {"0": "O"},
    "small o for 0": {"0": "o"},
    "l for 1": {"1": "l"},
    "I for 1": {"1": "I"},
    "| for 1": {"1": "|"},
    "! for 1": {"1": "!"},
    "S for 5": {"5": "S"},
    "B for 8": {"8": "B"},
    "Z for 2": {"2": "Z"},
    "g or q for 9": {"9": "gq"},
    "b for 6": {"6": "b"},
    "Cyrillic O for 0": {"0": "\u041e"},
    "Greek omicron for 0": {"0": "\u03bf"},
    "shifted row": dict(zip("1234567890", "!@#$%^&*()")),
}.items():
    number("look-alike", name, table(pairs), unreadable=True)
# Digits of other scripts.
for name, zero in {
    "full-width": 0xFF10,
    "Arabic-Indic": 0x660,
    "Persian": 0x6F0,
    "Devanagari": 0x966,
    "Bengali": 0x9E6,
    "Thai": 0xE50,
    "subscript": 0x2080,
    "mathematical bold": 0x1D7CE,
    "segmented": 0x1FBF0,
}.items():
    number("script", f"one {name} digit", digits_as(zero), unreadable=True)
    number("script", f"all digits {name}", every_digit_as(zero), unreadable=True)
number(
    "script",
    "superscript digit",
    table(dict(zip("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"))),
    True,
)
number(
    "script", "circled digit", one_digit(lambda digit, _: chr(0x245F + int(digit)) if digit != "0" else "\u24ea"), True
)
number("script", "keycap digit", one_digit(lambda digit, _: digit + "\ufe0f\u20e3"), True)
number(
    "script",
    "Chinese numeral",
    one_digit(lambda digit, _: "\u3007\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d"[int(digit)]),
    True,
)
number(
    "script",
    "Roman numeral",
    lambda text, _: (
        re.sub(r"\d+", lambda run: roman(int(run[0])), text, count=1) if re.search(r"[1-9]", text) else None
    ),
    True,
)
number(
    "script",
    "Roman numeral sign",
    lambda text, _: chr(0x215F + int(text)) if re.fullmatch(r"[1-9]|1[0-2]", text) else None,
    True,
)
number("script", "vulgar fraction", lambda text, _: text + "\u00bd" if has_digits(text) else None, True)
number("script", "accent on a digit", one_digit(lambda digit, _: digit + "\u0301"), True)


def roman(value):
    told = ""
    for size, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while value >= size:
            told += sign
            value -= size
    return told


# Forms of numbers.
for name, before, after in (
    ("plus sign", "+", ""),
    ("minus sign", "-", ""),
    ("minus as a dash", "\u2013", ""),
    ("true minus", "\u2212", ""),
    ("about", "~", ""),
    ("less than", "<", ""),
    ("more than", ">", ""),
    ("brackets", "(", ")"),
    ("question mark", "", "?"),
    ("full stop after it", "", "."),
    ("point before it", ".", ""),
    ("comma after it", "", ","),
    ("letter after it", "", "k"),
    ("letter before it", "x", ""),
    ("exponent", "", "e2"),
    ("hexadecimal", "0x", ""),
    ("quoted", '"', '"'),
    ("star after it", "", "*"),
    ("approximate word", "", "ish"),
    ("dollar", "$", ""),
    ("percent doubled", "", "%%"),
    ("equals doubled", "==", ""),
    ("range", "", "-90"),
    ("plus and minus", "", "\u00b12"),
):
    # RASS alone takes a sign.
    make = around(before, after)
    if name in ("plus sign", "minus sign"):
        kind(
            "number form",
            name,
            lambda typed, dice, make=make: (
                None
                if typed.sign == "rass"
                else typed.slipped(make(typed.number, dice) or "") if has_digits(typed.number) else None
            ),
            True,
        )
    else:
        number("number form", name, make, unreadable=True)
# What is left may still be a line that reads: `118/74 68 % rr 14` is an SpO2 of 68 to anybody.
number("number form", "nothing for a number", lambda text, _: "" if has_digits(text) else None)
for word in ("NaN", "nan", "inf", "-inf", "Infinity", "nil", "none", "1e309", "0x78", "--", "?", "n/a"):
    number("number form", f"{word} for a number", lambda text, _, word=word: word if has_digits(text) else None, True)
number(
    "number form",
    "leading zeros",
    lambda text, dice: (
        re.sub(r"\d", lambda run: "0" * dice.randint(1, 3) + run[0], text, count=1) if has_digits(text) else None
    ),
)
number("number form", "negative zero", lambda text, _: "-0" if has_digits(text) else None)
number("number form", "underscore inside", inside("_"), True)
number("number form", "apostrophe inside", inside("'"), True)
number(
    "number form",
    "words for digits",
    lambda text, _: re.sub(r"\d", lambda run: WORDS[run[0]], text) if has_digits(text) else None,
    True,
)
# The decimal point.
point = lambda change: (lambda text, _: change(text) if "." in text else None)
number("point", "point lost", point(lambda text: text.replace(".", "")))
number("point", "comma for the point", point(lambda text: text.replace(".", ",")), True)
number("point", "raised point", point(lambda text: text.replace(".", "\u00b7")), True)
number("point", "Arabic point", point(lambda text: text.replace(".", "\u066b")), True)
number("point", "point doubled", point(lambda text: text.replace(".", "..")), True)
number("point", "space for the point", point(lambda text: text.replace(".", " ")))
number("point", "colon for the point", point(lambda text: text.replace(".", ":")), True)
number("point", "semicolon for the point", point(lambda text: text.replace(".", ";")), True)
number(
    "point",
    "point one place left",
    point(lambda text: re.sub(r"(\d)\.(\d)", r".\1\2", text) if re.match(r"\d\d", text) else None),
)
number("point", "point one place right", lambda text, _: text.replace(".", "") + ".0" if "." in text else None)
number("point", "point in a whole number", lambda text, dice: inside(".")(text, dice) if "." not in text else None)
number("point", "more decimals", point(lambda text: text + "55"), True)
number("point", "tenth added", lambda text, _: text + ".5" if has_digits(text) and "." not in text else None)
number("point", "point at the front", lambda text, _: "." + text.replace(".", "") if has_digits(text) else None, True)
