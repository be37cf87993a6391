"""Reads the bodies of entries, and refuses whatever is not in the encoding of docs/record-format.md.

A shape is a function that takes its values off a sequence and returns what they say. What the page leaves to
Vigil (the range that is possible for a sign) is not known here.
"""

import datetime
import functools
import unicodedata

from lib.codes import (
    ANSWERS, ANSWER_SOURCES, CAUSES, CONCERNS, COURSES, COURSE_EVENTS, DECIDERS, DIRECTIONS, DOUBTS, ENTERED, EVENTS,
    GIVEN, KINDS, LEAVINGS, LEVELS, OUTCOMES, PER, PRESENCES, RESULTS, REVIEWED, ROUTES, SAYS, SCREENINGS, SETTINGS,
    SEVERITIES, SIGNS, SPO2_SCALES, SUBJECTS, TASK_OUTCOMES, TESTS, UNITS, VERDICTS)


class Refused(ValueError):
    """Bytes that are no body; says why."""


class Values:
    """A sequence of values, of which some are read."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        taken = self.data[self.at:self.at + count]
        if len(taken) < count:
            raise Refused("a value is longer than what is there")
        self.at += count
        return taken

    def expect(self, kind, name):
        found = self.take(1)[0]
        if found != kind:
            raise Refused(f"type {found:02x} stands where {name} has to")

    def sized(self, kind, name):
        self.expect(kind, name)
        return self.take(int.from_bytes(self.take(4), "big"))

    def read(self, shapes):
        said = tuple(shape(self) for shape in shapes)
        self.end()
        return said

    def end(self):
        if self.at < len(self.data):
            raise Refused(f"{len(self.data) - self.at} bytes are left over")


def require(holds, otherwise):
    if not holds:
        raise Refused(otherwise)


def code(table):
    def read(values):
        values.expect(3, "a code")
        found = values.take(1)[0]
        require(1 <= found <= len(table), f"{found} is no code of: {', '.join(table)}")
        return table[found - 1]
    return read


def integer(low=-2**63, high=2**63 - 1):
    def read(values):
        values.expect(4, "an integer")
        found = int.from_bytes(values.take(8), "big", signed=True)
        require(low <= found <= high, f"{found} is not within {low} to {high}")
        return found
    return read


# The years 1 to 9999, in milliseconds.
FURTHEST_STEP = 315_537_897_600_000


def clock_step(values):
    found = integer(-FURTHEST_STEP, FURTHEST_STEP)(values)
    require(abs(found) > 2000, "a clock that was set by two seconds or less is none that was set")
    return found


def boolean(values):
    found = values.take(1)[0]
    require(found in (1, 2), f"type {found:02x} stands where yes or no has to")
    return found == 2


def text(values):
    try:
        return str(values.sized(5, "text"), "utf-8")
    except UnicodeDecodeError:
        raise Refused("a text is not UTF-8") from None


def octets(count):
    def read(values):
        found = values.sized(6, "bytes")
        require(len(found) == count, f"{len(found)} bytes stand where {count} have to")
        return found
    return read


def optional(shape):
    def read(values):
        if values.data[values.at:values.at + 1] == b"\x00":
            values.at += 1
            return None
        return shape(values)
    return read


def items(shape, least=0, key=None, ascending=False):
    """A list. With a key each item's has to be another one, and with `ascending` over the one before."""
    def read(values):
        inner, found = Values(values.sized(7, "a list")), []
        while inner.at < len(inner.data):
            found.append(shape(inner))
        require(len(found) >= least, "a list is empty")
        if key:
            keys = [key(item) for item in found]
            require(len(set(keys)) == len(keys), "an item of a list is there twice")
            require(not ascending or keys == sorted(keys), "items of a list are out of order")
        return found
    return read


def group(*shapes):
    return lambda values: Values(values.sized(8, "a group")).read(shapes)


def choice(table, arms):
    """A code, and what follows it: (word, what follows …)."""
    first = code(table)

    def read(values):
        word = first(values)
        return (word, *(shape(values) for shape in arms.get(word, ())))
    return read


def chosen(table, arms):
    """A group that is a choice."""
    return lambda values: Values(values.sized(8, "a group")).read((choice(table, arms),))[0]


def such(shape, holds, otherwise):
    def read(values):
        found = shape(values)
        require(holds(found), otherwise)
        return found
    return read


def is_code_of_a_clinician(word):
    return (1 <= sum(not unicodedata.category(c).startswith("M") for c in word) <= 32
            and all(c in "-_.'" or unicodedata.category(c)[0] in "LMN" for c in word))


def is_day(word):
    try:
        return datetime.date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def first(item): return item[0]
def place_of_sign(item): return SIGNS.index(item[0])


words = such(text, lambda said: said.strip(), "a text that says something is blank")
clinician = such(text, is_code_of_a_clinician, "a text is not the code of a clinician")
day = such(text, is_day, "a text is no day")
entry = flag_number = session = integer(1)
stamp = group(integer(), integer(-1080, 1080))
amount = group(integer(1, 10**9), code(UNITS))
quantity = such(
    group(code(SIGNS), integer(), optional(group(code(ENTERED), integer()))),
    lambda said: said[0] != "acvpu" or said[1] in (0, 1000, 2000, 3000, 4000), "a consciousness is none of the five")
weight = such(quantity, lambda said: said[0] == "weight", "the weight is another sign")
reading = such(
    group(code(SIGNS), choice(SAYS, {"measured": (quantity, boolean), "notObtained": (text,), "notUsable": (text,)})),
    lambda said: said[1][0] != "measured" or said[1][1][0] == said[0], "a reading has the quantity of another sign")
flag = (text, chosen(CAUSES, {"entry": (entry,), "slot": (integer(0, 10**6),)}))
flags = items(group(flag_number, *flag))
grade = chosen(("words", "rating"), {"words": (code(SEVERITIES),), "rating": (integer(0, 10),)})
subject = chosen(SUBJECTS, {"sign": (code(SIGNS),), "effect": (text,), "scale": (text,)})
outcome = chosen(OUTCOMES, {"againstAdvice": (text, text)})
unmet = group(text, text, optional(text))


def leaving(values):
    said = choice(LEAVINGS, {
        "answers": (items(group(text, boolean, optional(text)), 1, first),),
        "decision": (outcome, clinician, items(unmet), optional(text), optional(text), optional(integer(0, 1440))),
    })(values)
    if said[0] == "decision":
        what, lacking = said[1][0], said[3]
        require(what != "criteriaMet" or not lacking, "criteria are met, and some are not")
        require(what != "unmetWithReasons" or lacking and all(one[2] is not None for one in lacking),
                "criteria are unmet without reasons")
    return said


def vitals(values):
    readings, expected, remark = items(reading, 1, place_of_sign, True)(values), boolean(values), optional(text)(values)
    require(not expected or any(sign == "acvpu" and said[0] == "measured" and said[1][1] == 1000
                                for sign, said in readings),
            "confusion is expected of someone who was not measured as confused")
    return readings, expected, remark


def amended(values):
    inner = Values(values.sized(8, "a group"))
    kind = code(KINDS)(inner)
    require(kind not in ("amendment", "void"), f"an amendment holds the content of a {kind}")
    return kind, inner.read(BODIES[kind])


screening = choice(SCREENINGS, {
    "answers": (code(ANSWER_SOURCES), items(group(text, code(ANSWERS), optional(words)), 1, first)),
    "findings": (items(group(text, code(LEVELS), code(ANSWERS), boolean, text, optional(entry))),),
    "decision": (code(DECIDERS), clinician, boolean, items(group(text, words), 1, first)),
    "countersignature": (entry, optional(text))})
presence = choice(PRESENCES, {
    "arrives": (text, optional(text)), "leaves": (text,),
    "handover": (text, items(flag_number), items(entry), optional(text), optional(text))})
course = choice(COURSE_EVENTS, {
    "consent": (words, words, day, boolean, optional(words), optional(words)), "consentWithdrawn": (text,),
    "integration": (words, integer(1, 1440), optional(words), optional(words)),
    "laboratory": (code(TESTS), code(RESULTS), day, optional(words)), "concern": (code(CONCERNS), words),
    "erasure": (text, text)})
reviewed = chosen(REVIEWED, {"flags": (items(group(flag_number, *flag), 1),), "effects": (items(entry, 1),)})
infusion = choice(EVENTS, {
    "rate": (amount, code(PER)), "stop": (choice(GIVEN, {"amount": (amount,)}),)})

# The values of each kind, in order.
BODIES = {
    "opened": (text, octets(32), text, text, octets(32), code(SETTINGS), text, optional(clinician), optional(text),
               optional(text), optional(weight), code(SPO2_SCALES)),
    "vitals": (vitals,),
    "effect": (text, optional(grade), optional(code(COURSES)), boolean, optional(text)),
    "dose": (text, amount, code(ROUTES), optional(integer(1, 1440)),
             items(code(DOUBTS), 0, DOUBTS.index, True), optional(text)),
    "infusion": (infusion,),
    "check": (text,),
    "waste": (amount, optional(text)),
    "scale": (text, integer(), optional(integer()), items(integer()), optional(text)),
    "action": (text,),
    "note": (text,),
    "mark": (optional(text),),
    "deferred": (subject, text),
    "acknowledgement": (flags, text),
    "verification": (entry,),
    "amendment": (entry, amended, optional(stamp), text),
    "void": (entry, choice(("undone", "because"), {"because": (text,)})),
    "closed": (),
    "leaving": (leaving,),
    "screening": (screening,),
    "presence": (presence,),
    "assigned": (text,),
    "review": (reviewed, code(VERDICTS), optional(words), words),
    "addendum": (text,),
    "follow-up": (text, session, code(TASK_OUTCOMES), words),
    "course": (course,),
    "moved": (code(DIRECTIONS), session, items(entry), words),
    "clock-step": (clock_step,),
}
# What a course may have beside the answers of a screening.
OF_COURSES = ("scale", "void", "follow-up", "course")


@functools.lru_cache(maxsize=8192)
def decoded(kind, body):
    """(Name of the kind, its values); refuses a body that is not in the encoding."""
    name = KINDS[kind - 1]
    return name, Values(body).read(BODIES[name])


def belongs(name, said, in_course):
    """Whether an entry may stand in a course, or in a session."""
    if name == "screening":
        return (said[0][0] == "answers") == in_course
    return name in OF_COURSES if in_course else name != "course"
