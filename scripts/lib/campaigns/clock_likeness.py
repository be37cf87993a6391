"""What a session says of itself, freed of when and where: by it the session is held against its twin."""

import datetime
import re

STAMP = re.compile(r"-?\d{4,}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)")
# Words with times in them, what differs from one record to the next, and what is told of the step itself.
LEFT_OUT = {"text", "missing", "id", "zone", "adoption", "record", "clockThen", "commit", "backup", "label", "basis"}
ENTRIES = {"entry", "of", "unverified", "effects", "entries", "by", "verifiedBy", "dose", "start", "stop",
           "retractedBy"}


def instant(told):
    """Milliseconds since 1970."""
    return round(datetime.datetime.fromisoformat(told).timestamp() * 1000)


def minutes(milliseconds):
    """Whole ones; a third of a minute is allowed to the machine that all this runs on."""
    return (milliseconds + 20_000) // 60_000


class Likeness:
    """Times as minutes since the dose, or the opening, and entries numbered as if the clock had not been set."""

    def __init__(self, timeline):
        self.steps = [entry["number"] for entry in timeline["entries"] if entry["kind"] == "clock-step"]
        self.zero = instant(timeline["timeZero"] or timeline["session"]["opened"])

    def typed(self, number):
        return number - sum(step < number for step in self.steps)

    def of(self, told, key=None):
        if isinstance(told, dict):
            alike = {name: self.of(value, name) for name, value in told.items() if name not in LEFT_OUT}
            if "author" in told and "number" in told:
                alike["number"] = self.typed(told["number"])
            return alike
        if isinstance(told, list):
            return [self.of(one, key) for one in told
                    if not (isinstance(one, dict) and one.get("kind") == "clock-step")]
        if isinstance(told, str) and STAMP.fullmatch(told):
            return minutes(instant(told) - self.zero)
        if isinstance(told, int) and not isinstance(told, bool):
            if key and (key.startswith("seconds") or key.endswith("Seconds")):
                return minutes(told * 1000)
            if key in ENTRIES:
                return self.typed(told)
        return told


def differences(one, other, place=""):
    """Where two documents differ, each as `place: one, other`."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [told for name in sorted(one.keys() | other.keys())
                for told in differences(one.get(name), other.get(name), f"{place}.{name}")]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [told for at, pair in enumerate(zip(one, other)) for told in differences(*pair, f"{place}[{at}]")]
    return [] if one == other else [f"{place}: {short(one)}, not {short(other)}"]


def short(told):
    if isinstance(told, list):
        return f"{len(told)} of them"
    return str(told)[:60]
