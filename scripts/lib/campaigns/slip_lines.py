"""The kinds of slip that are not of one number: fields, units, separators, what cannot be seen, labels, levels, times.

Importing this adds them to the table in slip_kinds.
"""

import re

from slip_kinds import KEYED, KEYS, kind, number

PAIR = re.compile(r"(\d+)/(\d+)")
UNIT = re.compile(r"( ?)(bpm|l/min|kg|lb|C|F|%)$")
INVISIBLE = {
    "no-break space": "\u00a0",
    "thin space": "\u2009",
    "figure space": "\u2007",
    "narrow no-break space": "\u202f",
    "ideographic space": "\u3000",
    "zero-width space": "\u200b",
    "zero-width joiner": "\u200d",
    "word joiner": "\u2060",
    "byte order mark": "\ufeff",
    "soft hyphen": "\u00ad",
    "left-to-right mark": "\u200e",
    "right-to-left mark": "\u200f",
    "variation selector": "\ufe0f",
    "right-to-left override": "\u202e",
    "tab": "\t",
    "nul": "\0",
    "backspace": "\b",
    "line separator": "\u2028",
    "Braille blank": "\u2800",
    "Hangul filler": "\u3164",
    "em space": "\u2003",
}
# These are spaces as good as the space bar's: a line reads as it looks.
SPACES = {"no-break space", "thin space", "figure space", "narrow no-break space", "ideographic space"}


def in_pair(name, between, unreadable=False):
    kind(
        "separator",
        name,
        lambda typed, dice: PAIR.sub(rf"\g<1>{between}\g<2>", typed.line, count=1) if PAIR.search(typed.line) else None,
        unreadable,
    )


def renamed(key, family="field", name=None, unit=""):
    """The number under another key."""

    def make(typed, dice):
        if KEYED.match(typed.before) and KEYED.match(typed.before)[1] == key:
            return None
        return f"{key} {typed.number}{unit}" if any(c.isdigit() for c in typed.number) else None

    kind(family, name or f"number under {key}", make)


# Fields.
kind(
    "field",
    "pressure the wrong way round",
    lambda typed, dice: PAIR.sub(r"\2/\1", typed.line, count=1) if PAIR.search(typed.line) else None,
)
kind(
    "field",
    "pressure's parts alike",
    lambda typed, dice: PAIR.sub(r"\1/\1", typed.line, count=1) if PAIR.search(typed.line) else None,
)
kind(
    "field",
    "pulse in place of diastolic",
    lambda typed, dice: (
        re.sub(r"^(\d+)/(\d+) (\d+)", r"\1/\3 \2", typed.line) if re.match(r"\d+/\d+ \d+", typed.line) else None
    ),
)
kind(
    "field",
    "pulse in place of systolic",
    lambda typed, dice: (
        re.sub(r"^(\d+)/(\d+) (\d+)", r"\3/\2 \1", typed.line) if re.match(r"\d+/\d+ \d+", typed.line) else None
    ),
)
kind(
    "field",
    "pulse and SpO2 swapped",
    lambda typed, dice: (
        re.sub(r" (\d+) (\d+)%", r" \2 \1%", typed.line) if re.search(r" \d+ \d+%", typed.line) else None
    ),
)
kind(
    "field",
    "SpO2 and breaths swapped",
    lambda typed, dice: re.sub(r"(\d+)% rr (\d+)", r"\2% rr \1", typed.line) if "% rr " in typed.line else None,
)
kind(
    "field",
    "pressure in place of a pulse",
    lambda typed, dice: f"hr {dict(typed.meant)['systolic']}" if "systolic" in dict(typed.meant) else None,
)
kind(
    "field",
    "pressure in place of a mean",
    lambda typed, dice: f"map {dict(typed.meant)['systolic']}" if "systolic" in dict(typed.meant) else None,
)
kind(
    "field",
    "pulse typed as a percentage",
    lambda typed, dice: f"{typed.number}%" if typed.sign == "heartRate" else None,
)
kind("field", "number without its name", lambda typed, dice: typed.number if KEYED.match(typed.before) else None)
for key in KEYS:
    renamed(key)
# Units.
for name, unit in (
    ("C", "C"),
    ("F", "F"),
    ("kg", "kg"),
    ("lb", "lb"),
    ("%", "%"),
    ("bpm", "bpm"),
    ("mmHg", "mmHg"),
    ("kPa", "kPa"),
    ("st", "st"),
    ("g", "g"),
    ("ml", "ml"),
    ("l", "l"),
    ("K", "K"),
    ("/min", "/min"),
    ("mg", "mg"),
    ("cmH2O", "cmH2O"),
):
    kind("unit", f"unit {name} put behind", lambda typed, dice, unit=unit: UNIT.sub("", typed.line) + unit)
kind("unit", "unit left out", lambda typed, dice: UNIT.sub("", typed.line) if UNIT.search(typed.line) else None)
kind(
    "unit",
    "Celsius called Fahrenheit",
    lambda typed, dice: f"temp {dict(typed.meant)['temperature']:.1f}F" if typed.sign == "temperature" else None,
)
kind(
    "unit",
    "Fahrenheit without its unit",
    lambda typed, dice: (
        f"temp {dict(typed.meant)['temperature'] * 9 / 5 + 32:.1f}" if typed.sign == "temperature" else None
    ),
)
kind(
    "unit",
    "Fahrenheit called Celsius",
    lambda typed, dice: (
        f"temp {dict(typed.meant)['temperature'] * 9 / 5 + 32:.1f}C" if typed.sign == "temperature" else None
    ),
)
kind(
    "unit",
    "Kelvin",
    lambda typed, dice: (
        f"temp {dict(typed.meant)['temperature'] + 273.15:.1f}" if typed.sign == "temperature" else None
    ),
)
kind(
    "unit",
    "pounds called kilograms",
    lambda typed, dice: f"weight {dict(typed.meant)['weight'] / 0.45359237:.0f} kg" if typed.sign == "weight" else None,
)
kind(
    "unit",
    "kilograms called pounds",
    lambda typed, dice: f"weight {dict(typed.meant)['weight']:.0f} lb" if typed.sign == "weight" else None,
)
kind(
    "unit",
    "stones",
    lambda typed, dice: f"weight {dict(typed.meant)['weight'] / 6.35029:.1f}" if typed.sign == "weight" else None,
)
kind(
    "unit",
    "grams",
    lambda typed, dice: f"weight {dict(typed.meant)['weight'] * 1000:.0f}" if typed.sign == "weight" else None,
)
kind(
    "unit",
    "height for weight",
    lambda typed, dice: f"weight {dice.randint(150, 198)}" if typed.sign == "weight" else None,
)
kind(
    "unit",
    "pressure in kPa",
    lambda typed, dice: (
        f"{dict(typed.meant)['systolic'] / 7.50062:.0f}/{dict(typed.meant)['diastolic'] / 7.50062:.0f}"
        if PAIR.search(typed.line)
        else None
    ),
)
kind(
    "unit",
    "pressure in kPa with decimals",
    lambda typed, dice: (
        f"{dict(typed.meant)['systolic'] / 7.50062:.1f}/{dict(typed.meant)['diastolic'] / 7.50062:.1f}"
        if PAIR.search(typed.line)
        else None
    ),
    True,
)
kind(
    "unit",
    "EtCO2 in kPa",
    lambda typed, dice: f"etco2 {dict(typed.meant)['etco2'] / 7.50062:.1f}" if typed.sign == "etco2" else None,
    True,
)
kind(
    "unit",
    "EtCO2 in whole kPa",
    lambda typed, dice: f"etco2 {dict(typed.meant)['etco2'] / 7.50062:.0f}" if typed.sign == "etco2" else None,
)
kind(
    "unit",
    "SpO2 as a fraction",
    lambda typed, dice: f"spo2 {dict(typed.meant)['spo2'] / 100:.2f}" if typed.form == "spo2" else None,
)
kind(
    "unit",
    "oxygen as a fraction",
    lambda typed, dice: f"o2 {dice.choice((21, 24, 28, 35, 40, 60))}" if typed.sign == "oxygenFlow" else None,
)
kind(
    "unit",
    "oxygen in ml",
    lambda typed, dice: f"o2 {dict(typed.meant)['oxygenFlow'] * 1000:.0f}" if typed.sign == "oxygenFlow" else None,
)
kind(
    "unit",
    "beats of fifteen seconds",
    lambda typed, dice: f"hr {dict(typed.meant)['heartRate'] // 4}" if typed.sign == "heartRate" else None,
)
# What stands between the parts of a pressure.
for name, between in (
    ("hyphen", "-"),
    ("en dash", "\u2013"),
    ("em dash", "\u2014"),
    ("minus", "\u2212"),
    ("fraction slash", "\u2044"),
    ("division slash", "\u2215"),
    ("backslash", r"\\"),
    ("full-width slash", "\uff0f"),
    ("big solidus", "\u29f8"),
    ("bar", "|"),
    ("colon", ":"),
    ("point", "."),
    ("comma", ","),
    ("semicolon", ";"),
    ("underscore", "_"),
    ("star", "*"),
    ("equals", "="),
    ("7 for the slash", "7"),
    ("l for the slash", "l"),
    ("question mark", "?"),
):
    in_pair(f"{name} for the slash", between, unreadable=True)
in_pair("slash doubled", "//", True)
in_pair("slash left out", "", True)
in_pair("space for the slash", " ", True)
in_pair("word over for the slash", " over ", True)
in_pair("spaces around the slash", " / ")
in_pair("space before the slash", " /")
in_pair("space behind the slash", "/ ")
for name, between in (
    ("comma", ", "),
    ("comma without a space", ","),
    ("semicolon", ";"),
    ("slash", "/"),
    ("bar", " | "),
    ("tab", "\t"),
    ("and", " and "),
    ("plus", " + "),
):
    kind(
        "separator",
        f"{name} between readings",
        lambda typed, dice, between=between: typed.line.replace(" ", between, 1) if " " in typed.line else None,
    )
kind("separator", "space left out", lambda typed, dice: typed.line.replace(" ", "", 1) if " " in typed.line else None)
kind("separator", "all spaces left out", lambda typed, dice: typed.line.replace(" ", "") if " " in typed.line else None)
number(
    "separator",
    "space inside a number",
    lambda text, dice: text[:1] + " " + text[1:] if text[:2].isdigit() and len(text) > 1 else None,
)
# What cannot be seen.
for name, sign in INVISIBLE.items():
    number(
        "invisible",
        f"{name} inside a number",
        lambda text, dice, sign=sign: text[:1] + sign + text[1:] if text[:2].isdigit() else None,
        unreadable=name not in SPACES,
    )
    kind(
        "invisible",
        f"{name} for a space",
        lambda typed, dice, sign=sign: typed.line.replace(" ", sign, 1) if " " in typed.line else None,
    )
    kind("invisible", f"{name} at the end", lambda typed, dice, sign=sign: typed.line + sign)
# Lines.
kind("line", "line pasted twice", lambda typed, dice: f"{typed.line} {typed.line}")
kind("line", "two lines run together", lambda typed, dice: typed.line + typed.line)
kind("line", "another line run on", lambda typed, dice: f"{typed.line} hr {dice.randint(50, 120)}")
kind(
    "line",
    "another pressure run on",
    lambda typed, dice: f"{typed.line}{dice.randint(100, 160)}/{dice.randint(60, 90)}",
)
kind(
    "line",
    "return pressed early",
    lambda typed, dice: typed.line[: dice.randint(1, len(typed.line) - 1)] if len(typed.line) > 1 else None,
)
kind(
    "line",
    "beginning cut off",
    lambda typed, dice: typed.line[dice.randint(1, len(typed.line) - 1) :] if len(typed.line) > 1 else None,
)
kind("line", "letter hit at the end", lambda typed, dice: typed.line + dice.choice("abcdefghijklmnopqrstuvwxyz"))
kind("line", "letter hit at the beginning", lambda typed, dice: dice.choice("abcdefghijklmnopqrstuvwxyz") + typed.line)
kind("line", "quote hit at the end", lambda typed, dice: typed.line + dice.choice("'\"#;\\"))
kind(
    "line",
    "words changed places",
    lambda typed, dice: " ".join(reversed(typed.line.split(" "))) if " " in typed.line else None,
)
kind("line", "spaces doubled", lambda typed, dice: "  " + typed.line.replace(" ", "   ") + " ")
kind("line", "remark without its dashes", lambda typed, dice: typed.line + " sitting")
kind("line", "remark behind one dash", lambda typed, dice: typed.line + " - sitting")
kind(
    "line",
    "unclosed bracket",
    lambda typed, dice: typed.line.replace(")", "") if ")" in typed.line else typed.line + "(90",
)
