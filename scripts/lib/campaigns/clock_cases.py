"""The session that is typed on every machine, and what becomes of the clock of each."""

import calendar
import dataclasses

# Minutes since the dose, what is typed, and whether the program has to take it. `{-4}` is the time by the clock of four
# minutes before, `{bp.sys.crit}` the number of the open flag of that rule.
COURSE = (
    (-9, "124/78 72 98% rr 14 t 36.6 moaas 5 A ra"),
    (-6, "122/80 70 98%"),
    (0, "ketamine 36 mg iv over 40 min"),
    (10, "150/92 82 97% rr 15 moaas 4 A ra"),
    (16, "nausea mod"),
    # What is due at minute 20 is overdue until here.
    (33, "184/104 96 97% rr 15 moaas 4 A ra"),
    (36, "186/106 94 97% rr 14 moaas 4"),
    (38, "ack {bp.sys.crit} head up, room dark"),
    (44, "150/90 90 97% rr 15 moaas 5 A ra"),
    (47, "fix last hr 84 -- digits transposed"),
    (50, "@{-4} nausea mild"),
    (52, "note looks well"),
    (52.25, "undo"),
    (60, "140/86 84 98% rr 14 moaas 5 A ra"),
    (70, "@{-4} give ondansetron 4 mg iv"),
    (76, "132/82 76 98% rr 14 moaas 5 A ra"),
)
# Nobody types while the machine sleeps.
SLEEPING = tuple((minute, line) for minute, line in COURSE if not 20 < minute < 62)
SLEEPING = tuple((minute, line) for minute, line in SLEEPING if "{-4}" not in line)
# What flags are open is not the same where nothing can be known of the step.
UNFLAGGED = tuple((minute, line) for minute, line in COURSE if "ack" not in line)
OPENING, ENDING = -12, 80
# Half a minute off what is typed, so that no look falls on the moment at which something becomes due.
LOOKS = (-7.5, 2.5, 7.5, 12.5, 18.5, 22.5, 24.5, 27.5, 29.5, 31.5, 34.5, 37.5, 41.5, 46.5, 49.5, 54.5, 61.5, 66.5, 73.5,
         78.5)
HOUR, DAY = 3600, 86_400


@dataclasses.dataclass(frozen=True)
class Case:
    name: str
    # Minute, and what the clock is set by: seconds, or a function of the machine.
    steps: tuple = ()
    # Milliseconds of what has to be in the record, in order.
    told: tuple = ()
    wall: int = 0
    zone: str = "UTC"
    course: tuple = COURSE
    twin: str = "usual"
    # Whether the twin can be equalled: not where nothing can be known of the step.
    is_equal: bool = True
    # Minute and line that have to be refused, with words of the answer.
    refused: tuple = ()
    # Where nobody can know of the step until it is undone, from when on the twin is equalled.
    equal_from: float = OPENING


def utc(year, month, day, hour=0, minute=0, second=0):
    return calendar.timegm((year, month, day, hour, minute, second))


USUAL = utc(2026, 11, 17, 13, 30)
DEAD = 1_794_923_000  # what a clock goes back by that starts again in 1970
# Of a clock that comes up behind the last entry the step is guessed by what the machine has been up for: at minute 33 not
# quite ten of the seventeen minutes since minute 16.
UNSEEN = 439_500


class Guess(int):
    """Milliseconds of a step that nobody can know to the last of them."""


LAST = utc(2038, 1, 19, 3, 14, 8)


def simple(name, *steps, told=None, **more):
    """Steps of so many seconds at so many minutes, all of which are told unless it is said which."""
    told = tuple(seconds * 1000 for _, seconds in steps) if told is None else told
    return Case(name, steps=steps, told=told, wall=more.pop("wall", USUAL), **more)


def asleep(machine):
    machine.slept += 40 * 60


def abroad(machine):
    machine.zone = "America/New_York"


def started_again(machine):
    machine.start_again()


def started_wrong(machine):
    machine.start_again(off=-HOUR)


def started_dead(machine):
    machine.start_again(off=-DEAD)


OFTEN = [(minute, 137 if minute % 2 else -211) for minute in (-8, -1, 9, 15, 31, 35, 43, 58, 69, 77)]
CASES = (
    simple("set back by an hour", (24, -HOUR)),
    simple("set forward by an hour", (24, HOUR)),
    simple("set back by 90 s", (24, -90)),
    simple("off by 1.5 s, which goes without a word", (24, 1.5), told=()),
    simple("set forward to the next day", (24, DAY)),
    simple("back to 1970, and right again", (22, -DEAD), (48, DEAD)),
    simple("forward, and back again with entries between", (22, HOUR), (48, -HOUR)),
    simple("forward, and back again with looks between alone", (24, HOUR), (28.5, -HOUR), told=()),
    simple("while a reading is overdue", (29, -40 * 60)),
    simple("between the last entry and the end", (78, -HOUR)),
    simple("before an acknowledgement, a correction and an undo", (37, -30 * 60), (46, 2 * HOUR), (52.1, -45 * 60)),
    simple("every few minutes", *OFTEN),
    simple("summer time ends", wall=utc(2026, 10, 25, 0, 22), zone="Europe/Berlin",
           refused=((72, "@02:30 hr 80", "came twice"), (72, "@02:30+05:00 hr 80", "did not have that offset"))),
    simple("summer time begins", wall=utc(2027, 3, 28, 0, 22), zone="Europe/Berlin",
           refused=((72, "@02:30 hr 80", "there is no such time"),)),
    simple("the zone of the machine changed", (24, abroad), told=()),
    simple("asleep for 40 min", (20.5, asleep), told=(), course=SLEEPING, twin="sleeping"),
    simple("over the end of 32 bits in 2038", wall=LAST - 30 * 60),
    simple("started again, its clock right", (24, started_again), told=()),
    simple("started again an hour back, and left so", (24, started_wrong), told=(Guess(-HOUR * 1000 + UNSEEN),),
           is_equal=False, course=UNFLAGGED),
    simple("started again an hour back, then set right", (24, started_wrong), (34, HOUR),
           told=(Guess(-HOUR * 1000 + UNSEEN), HOUR * 1000), equal_from=36.5),
    simple("started again in 1970, then set right", (24, started_dead), (34, DEAD),
           told=(Guess(-DEAD * 1000 + UNSEEN), DEAD * 1000), equal_from=36.5),
)
TWINS = {
    "usual": Case("its twin", wall=USUAL),
    "sleeping": Case("its twin", wall=USUAL, course=SLEEPING),
}
QUICK = ("set back by an hour", "summer time ends")
