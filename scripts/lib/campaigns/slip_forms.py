"""True values of every vital sign and the lines in which a person types them: what the slips are made of.

The ranges stand here a second time, written from the grammar and not taken from the program: what is judged with them
has to be judged by somebody else's table.
"""

import dataclasses

# By sign as the program's JSON names it, in the sign's own unit.
POSSIBLE = {
    "systolic": (30, 300),
    "diastolic": (10, 200),
    "map": (20, 250),
    "heartRate": (0, 280),
    "spo2": (0, 100),
    "respiratoryRate": (0, 80),
    "temperature": (25.0, 45.0),
    "etco2": (0, 150),
    "oxygenFlow": (0, 80),
    "weight": (2, 400),
    "acvpu": (0, 4),
    "moaas": (0, 5),
    "rass": (-5, 4),
}
EXPECTED = {
    "systolic": (70, 220),
    "diastolic": (40, 130),
    "map": (50, 160),
    "heartRate": (40, 160),
    "spo2": (85, 100),
    "respiratoryRate": (6, 35),
    "temperature": (34.0, 40.0),
    "etco2": (15, 70),
    "oxygenFlow": (0, 15),
    "weight": (35, 200),
    "acvpu": (0, 4),
    "moaas": (0, 5),
    "rass": (-5, 4),
}
LEAST_PULSE_PRESSURE = 10
JUMP = {"systolic": 60, "diastolic": 60, "heartRate": 50}
SIGNS = tuple(POSSIBLE)
LETTERS = "ACVPU"
POUND = 0.45359237


def celsius(fahrenheit):
    return (fahrenheit - 32) * 5 / 9


@dataclasses.dataclass(frozen=True)
class Typed:
    """A line as it should have been typed: what stands before the number that a slip falls on, the number, the rest."""

    form: str
    sign: str
    before: str
    number: str
    after: str
    meant: tuple  # (sign, value) pairs, in the sign's own unit

    @property
    def line(self):
        return self.before + self.number + self.after

    def slipped(self, number):
        return self.before + number + self.after


def _pressure(dice):
    low = dice.randint(50, 100)
    return low + dice.randint(25, 70), low


def _tenths(dice, low, high):
    return f"{dice.randint(round(low * 10), round(high * 10)) / 10:.1f}"


def systolic(dice):
    high, low = _pressure(dice)
    return "", str(high), f"/{low}", {"systolic": high, "diastolic": low}


def diastolic(dice):
    high, low = _pressure(dice)
    return f"{high}/", str(low), "", {"systolic": high, "diastolic": low}


def named_pressure(dice):
    high, low = _pressure(dice)
    return "bp ", str(high), f"/{low}", {"systolic": high, "diastolic": low}


def mean_in_brackets(dice):
    high, low = _pressure(dice)
    mean = round(low + (high - low) / 3)
    return f"{high}/{low}(", str(mean), ")", {"systolic": high, "diastolic": low, "map": mean}


def after_pressure(dice):
    high, low = _pressure(dice)
    rate = dice.randint(48, 130)
    return f"{high}/{low} ", str(rate), "", {"systolic": high, "diastolic": low, "heartRate": rate}


def in_a_set(dice):
    high, low = _pressure(dice)
    rate, saturation, breaths = dice.randint(48, 130), dice.randint(90, 100), dice.randint(8, 28)
    meant = {"systolic": high, "diastolic": low, "heartRate": rate, "spo2": saturation, "respiratoryRate": breaths}
    return f"{high}/{low} {rate} ", str(saturation), f"% rr {breaths}", meant


def whole(sign, key, low, high, unit=""):
    def form(dice):
        value = dice.randint(low, high)
        return key, str(value), unit, {sign: value}

    return form


def decimal(sign, key, low, high, unit="", convert=lambda value: value):
    def form(dice):
        text = _tenths(dice, low, high)
        return key, text, unit, {sign: convert(float(text))}

    return form


def letter(before):
    def form(dice):
        level = dice.choice(LETTERS)
        return before, level, "", {"acvpu": LETTERS.index(level)}

    return form


def sedation(dice):
    value = dice.randint(-5, 4)
    return "rass ", f"{value}", "", {"rass": value}


FORMS = {
    "systolic": ("systolic", systolic),
    "diastolic": ("diastolic", diastolic),
    "bp": ("systolic", named_pressure),
    "map": ("map", whole("map", "map ", 60, 140)),
    "map in brackets": ("map", mean_in_brackets),
    "hr": ("heartRate", whole("heartRate", "hr ", 48, 140)),
    "pulse joined": ("heartRate", whole("heartRate", "p", 48, 140)),
    "hr with unit": ("heartRate", whole("heartRate", "pulse ", 48, 140, " bpm")),
    "after a pressure": ("heartRate", after_pressure),
    "spo2": ("spo2", whole("spo2", "spo2 ", 88, 100)),
    "percent": ("spo2", whole("spo2", "", 88, 100, "%")),
    "in a set": ("spo2", in_a_set),
    "rr": ("respiratoryRate", whole("respiratoryRate", "rr ", 8, 30)),
    "temp": ("temperature", decimal("temperature", "t ", 34.5, 39.8)),
    "celsius": ("temperature", decimal("temperature", "temp ", 34.5, 39.8, "C")),
    "fahrenheit": ("temperature", decimal("temperature", "temp ", 95.0, 103.0, "F", celsius)),
    "etco2": ("etco2", whole("etco2", "etco2 ", 20, 60)),
    "oxygen": ("oxygenFlow", decimal("oxygenFlow", "o2 ", 0.5, 12.0)),
    "oxygen with unit": ("oxygenFlow", whole("oxygenFlow", "o2 ", 1, 12, " l/min")),
    "weight": ("weight", decimal("weight", "weight ", 40.0, 150.0)),
    "kilograms": ("weight", whole("weight", "wt ", 40, 150, " kg")),
    "pounds": ("weight", whole("weight", "weight ", 100, 330, "lb")),
    "letter": ("acvpu", letter("")),
    "acvpu": ("acvpu", letter("acvpu ")),
    "moaas": ("moaas", whole("moaas", "moaas ", 0, 5)),
    "rass": ("rass", sedation),
}


def typed(form, dice):
    sign, make = FORMS[form]
    before, number, after, meant = make(dice)
    if form == "pounds":
        meant = {"weight": int(number) * POUND}
    return Typed(form, sign, before, number, after, tuple(meant.items()))


def base(dice):
    """An ordinary set that stands before a slip, against which a jump is seen; values near those that slip."""
    return f"{dice.randint(112, 128)}/{dice.randint(66, 80)} {dice.randint(64, 86)} {dice.randint(95, 99)}% rr 14"
