"""What comes of looking at a record: what is wrong, what nobody can tell, and what still holds."""

import collections

HOLDS, DAMAGED, CANNOT_TELL = 0, 1, 2
SESSION, COURSE = 1, 2
WHOLE_RECORD = ("record", None)


class Finding(collections.namedtuple("Finding", "about place wrong")):
    """What is wrong, where, and what it is about: ("session", 3), ("patient", code) … or the whole record."""

    def __str__(self): return f"{self.place}: {self.wrong}"


class Result:
    """What was found, what nobody can tell, and what else is worth saying."""

    def __init__(self):
        self.damaged, self.unclear = [], []
        self.record, self.version = None, None
        self.heads = {}        # stream: {number of an entry: its computed hash}
        self.seals = {}        # number of a seal: its computed hash
        self.accesses = 0
        self.keys = {}         # key in use: (owner, number of the seal that began it)
        self.patients = {}     # session: (patient's code, digest of the protocol)
        self.confirmed = set()  # sessions by their seal, patients and protocols that are as they were written

    @property
    def outcome(self):
        return DAMAGED if self.damaged else CANNOT_TELL if self.unclear else HOLDS

    def whole_sessions(self):
        """Sealed sessions about which nothing is wrong or unclear, nor about their patient and their protocol."""
        spoilt = {finding.about for finding in self.damaged + self.unclear}
        sessions = sorted(key for kind, key in self.heads if kind == SESSION)
        return [key for key in sessions if (rests := {("session", key), *self.bears_on(key)}) <= self.confirmed
                and not rests & spoilt]

    def bears_on(self, session):
        """What else a session rests on: its patient and the text of its protocol."""
        patient, protocol = self.patients.get(session, (None, None))
        return {("patient", patient), ("protocol", protocol)}


class Chain:
    """Follows a chain row by row; keeps the first that fails, and how those after it link among themselves."""

    def __init__(self, beginning):
        self.hashes, self.number, self.bad, self.later, self.also = {}, 0, None, 0, 0
        self.computed = self.stored = beginning

    def follow(self, at, prev, computed, hash):
        """Takes the next row; whether all is well with it and before it."""
        if self.bad:
            self.later += 1
            self.also += at != self.number + 1 or prev != self.stored or hash != computed
        elif at != self.number + 1:
            self.bad = at, f"stands where {self.number + 1} has to"
        elif prev != self.computed:
            self.bad = at, "is not chained to the one before it"
        elif hash != computed:
            self.bad = at, "has not the hash of what it says"
        self.hashes[at] = computed
        self.number, self.computed, self.stored = at, computed, hash
        return not self.bad

    def said(self):
        """What is wrong with the first that fails, and what is with those after it."""
        if not self.later:
            return f"{self.bad[1]}; nothing comes after it"
        return f"{self.bad[1]}; " + (
            f"of the {self.later} after it, {self.also} fail as well" if self.also
            else f"the {self.later} after it still link")


def plain(value):
    """A stored value in words, with what a terminal would act on written out."""
    said = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
    return "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in said)


def name(stream):
    return f"{'session' if stream[0] == SESSION else 'course of'} {plain(stream[1])}"


def about(stream):
    return "session" if stream[0] == SESSION else "course", stream[1]
