"""The kinds of slip of labels, levels and times; importing this adds them, and all before them, to the table."""

import re

import slip_lines  # noqa: F401
from slip_kinds import KEYED, KEYS, KINDS, LETTER_ROWS, kind, whole_line


def keyed(change):
    """A slip on the key that a line begins with."""

    def make(typed, dice):
        found = KEYED.match(typed.line)
        slipped = change(found[1], dice) if found else None
        return None if slipped is None else slipped + found[2] + found[3]

    return make


def neighbour(key, dice):
    place = dice.randrange(len(key))
    row = next((row for row in LETTER_ROWS if key[place] in row), None)
    if row is None:
        return None
    near = [row[at] for at in (row.index(key[place]) - 1, row.index(key[place]) + 1) if 0 <= at < len(row)]
    return key[:place] + dice.choice(near) + key[place + 1 :]


# Labels.
kind("label", "letter dropped", keyed(lambda key, dice: key[1:] if len(key) > 1 else None))
kind("label", "letter doubled", keyed(lambda key, dice: key[0] + key))
kind(
    "label",
    "letters transposed",
    keyed(lambda key, dice: key[1] + key[0] + key[2:] if len(key) > 1 and key[0] != key[1] else None),
)
kind("label", "neighbouring letter", keyed(neighbour))
kind("label", "capitals", whole_line(lambda line, dice: line.upper() if re.search(r"[a-z]", line) else None))
kind("label", "first letter a capital", keyed(lambda key, dice: key.capitalize()))
kind("label", "small letters", whole_line(lambda line, dice: line.lower() if re.search(r"[A-Z]", line) else None))
kind("label", "key typed twice", keyed(lambda key, dice: f"{key} {key}"))
kind(
    "label",
    "key behind the number",
    lambda typed, dice: f"{typed.number} {KEYED.match(typed.before)[1]}" if KEYED.match(typed.before) else None,
)
kind(
    "label",
    "Cyrillic letters",
    keyed(
        lambda key, dice: key.translate(
            str.maketrans("aehoprtxc", "\u0430\u0435\u043d\u043e\u0440\u0433\u0442\u0445\u0441")
        )
    ),
)
kind("label", "full-width letters", keyed(lambda key, dice: "".join(chr(ord(c) + 0xFEE0) for c in key)))
kind("label", "key of another sign", keyed(lambda key, dice: dice.choice([other for other in KEYS if other != key])))
kind("label", "colon and dash", keyed(lambda key, dice: key + ":-"))
kind("label", "key of two signs", keyed(lambda key, dice: f"{key}/{dice.choice(KEYS)}"))
# Levels of consciousness.
LEVEL = lambda change: (
    lambda typed, dice: typed.slipped(change(typed.number, dice)) if typed.sign == "acvpu" else None
)
kind("level", "small letter", LEVEL(lambda level, dice: level.lower()))
kind("level", "neighbouring key", LEVEL(lambda level, dice: {"A": "S", "C": "X", "V": "B", "P": "O", "U": "I"}[level]))
kind(
    "level",
    "neighbouring level's key",
    LEVEL(lambda level, dice: {"A": "Q", "C": "V", "V": "C", "P": "L", "U": "Y"}[level]),
)
kind("level", "letter held down", LEVEL(lambda level, dice: level * 2))
kind("level", "two levels", LEVEL(lambda level, dice: level + dice.choice("ACVPU".replace(level, ""))))
kind("level", "two levels apart", LEVEL(lambda level, dice: f"{level} {dice.choice('ACVPU'.replace(level, ''))}"))
kind(
    "level",
    "word for the letter",
    LEVEL(lambda level, dice: {"A": "alert", "C": "confused", "V": "voice", "P": "pain", "U": "unresponsive"}[level]),
)
kind("level", "number for the letter", LEVEL(lambda level, dice: str(dice.randint(0, 15))))
kind("level", "full-width letter", LEVEL(lambda level, dice: chr(ord(level) + 0xFEE0)))
kind(
    "level",
    "Cyrillic or Greek letter",
    LEVEL(lambda level, dice: {"A": "\u0410", "C": "\u0421", "V": "\u03bd", "P": "\u0420", "U": "\u054d"}[level]),
)
kind("level", "P before a pulse", LEVEL(lambda level, dice: f"P {dice.randint(50, 120)}"))
# Times, before a line that is itself as it was meant.
for time in (
    "@25:00",
    "@24:00",
    "@14.05",
    "@14:60",
    "@14:5",
    "@1:5:5:5",
    "@tomorrow",
    "@yesterday",
    "@now",
    "@noon",
    "@2pm",
    "@ 14:05",
    "@ -3m",
    "@3m",
    "@-3",
    "@-3d",
    "@+3m",
    "@--3m",
    "@-99h",
    "@-13h",
    "@-0.5h",
    "@-3min",
    "@\uff11\uff14:05",
    "@14;05",
    "@14-05",
    "@14h05",
    "@145",
    "@99999",
    "@2026-11-26",
    "@2026-11-26T14:05",
    "@-\u0663m",
    "@@14:05",
    "@",
    "14:05",
    "at 14:05",
    "@0x0e:05",
    "@1e1:05",
    "@NaN",
    "@-NaNm",
    "@-infm",
    "@14:05pm",
    "@-00:05",
    "@-9999999999999999999m",
    "@0014:05",
    "@-3\u00b2m",
):
    kind(
        "time",
        f"time {time.encode('ascii', 'backslashreplace').decode()}",
        lambda typed, dice, time=time: f"{time} {typed.line}",
    )

NAMES = [known.name for known in KINDS]
if len(set(NAMES)) != len(NAMES):
    raise ValueError(f"names that are given twice: {sorted({name for name in NAMES if NAMES.count(name) > 1})}")
