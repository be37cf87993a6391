"""What came of a slip, judged from what is stored, with a table and a reading of numbers of its own."""

import re

from slip_forms import EXPECTED, JUMP, LEAST_PULSE_PRESSURE, POSSIBLE, POUND, celsius

# A number as it stands in a line: plain digits, nothing joined to it that could be a part of it.
LITERAL = re.compile(r"(?<![\w.,+\-\u2212'_\u066b\u00b7])([+-]?)(\d+(?:\.\d+)?)(?![\d.]*\d)", re.ASCII)
JOINED = re.compile(
    r"(?:bp|hr|p|pulse|spo2|sats?|rr|resp|temp|t|map|etco2|weight|wt|o2|moaas|rass)[:=]?([+-]?)(\d+(?:\.\d+)?)",
    re.ASCII | re.IGNORECASE,
)
# What the row above the letters gives for a 5 is the unit of a saturation: a digit is missing, and a number is there.
OWN_UNIT = re.compile(r"(?<![\d.])\d+ ?%(?!\S)", re.ASCII)
LEVELS = "ACVPU"
CLASSES = ("refused", "no reading", "marked", "as meant", "silent", "breach")


def literals(line):
    """Every number that a person can read in a line, as it may be meant."""
    found = set()
    for sign, digits in LITERAL.findall(line) + JOINED.findall(line):
        found.add(float(digits))
        if sign == "-":
            found.add(-float(digits))
    return found


def outside(sign, value, table=EXPECTED):
    low, high = table[sign]
    # Pounds and Fahrenheit are converted to thousandths.
    return not low - 0.0005 <= value <= high + 0.0005


def breaches(kind, typed, line, readings, asked=False):
    """What must not be: readings are {sign: (value, verified, as entered)}; *asked* where the line was typed twice."""
    known = literals(line)
    for sign, (value, verified, entered) in readings.items():
        if value != value or outside(sign, value, POSSIBLE):
            yield f"{sign} {value} is not possible, and is stored"
        elif verified and not asked and outside(sign, value):
            yield f"{sign} {value} is outside what is expected, and is not marked"
        if sign == "acvpu":
            if not re.search(rf"(?<![A-Za-z]){LEVELS[int(value)]}(?![A-Za-z])", line, re.ASCII):
                yield f"level {LEVELS[int(value)]} is not in the line"
        elif not (sign == "oxygenFlow" and value == 0 and re.search(r"\b(ra|air)\b", line, re.IGNORECASE)):
            if not any(abs((value if entered is None else entered) - number) < 1e-9 for number in known):
                yield f"{sign} {value if entered is None else entered} is no number of the line"
    if "systolic" in readings and "diastolic" in readings:
        high, low = readings["systolic"], readings["diastolic"]
        if high[0] <= low[0]:
            yield f"{high[0]}/{low[0]} is no pressure, and is stored"
        elif high[0] - low[0] < LEAST_PULSE_PRESSURE and high[1] and low[1] and not asked:
            yield f"{high[0]}/{low[0]} is nearer together than expected, and is not marked"
    has_unit = kind.name == "shifted row" and typed.sign == "spo2" and OWN_UNIT.search(line)
    if kind.unreadable and typed.sign in readings and not has_unit:
        meant = dict(typed.meant)[typed.sign]
        value = readings[typed.sign][0]
        yield f"{typed.sign} {value} was made of what is no number ({meant} was meant)"


def judged(kind, typed, line, outcome):
    """The class, and why where it is a breach: *outcome* is None where refused, else the readings that are stored."""
    if outcome is None:
        return "refused", None
    if not outcome:
        return "no reading", None
    wrong = next(breaches(kind, typed, line, outcome), None)
    if wrong:
        return "breach", wrong
    meant = dict(typed.meant)
    stray = {
        sign: reading
        for sign, reading in outcome.items()
        if sign not in meant or abs(reading[0] - meant[sign]) > 0.0006
    }
    # An ordinary value that stands a digit away from what was seen: only who typed it can know.
    if any(verified for _, verified, _ in stray.values()):
        return "silent", None
    return ("marked" if stray or not all(reading[1] for reading in outcome.values()) else "as meant"), None


def by_jump(outcome, before):
    """Whether a mark came of the change from the set before alone."""
    for sign, (value, verified, _) in (outcome or {}).items():
        if not verified and not outside(sign, value) and sign in JUMP and sign in before:
            return abs(value - before[sign]) >= JUMP[sign]
    return False


def lax(line):
    """The negative control: a reader as it is written in an afternoon, that takes whatever becomes a number."""
    readings = {}
    names = {
        "bp": "systolic",
        "hr": "heartRate",
        "p": "heartRate",
        "pulse": "heartRate",
        "spo2": "spo2",
        "rr": "respiratoryRate",
        "t": "temperature",
        "temp": "temperature",
        "map": "map",
        "etco2": "etco2",
        "o2": "oxygenFlow",
        "weight": "weight",
        "wt": "weight",
        "moaas": "moaas",
        "rass": "rass",
    }
    sign = None
    for word in re.split(r"[\s/()]+", line):
        name = re.match(r"[a-z]+2?", word.lower())
        if name and name[0] in names:
            sign = names[name[0]]
            word = word[name.end() :].lstrip(":=")
        if not word:
            continue
        try:
            value = float(word.rstrip("%CFbpmkgl").replace(",", "."))
        except ValueError:
            continue
        key = "spo2" if word.endswith("%") else sign or ("diastolic" if "systolic" in readings else "systolic")
        if key == "systolic" and "systolic" in readings:
            key = "diastolic" if "diastolic" not in readings else "heartRate"
        readings[key] = (value, True, None)
        sign = None
    return readings
