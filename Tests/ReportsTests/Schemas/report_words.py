"""A fact of a report, and how a document's values are said in a page and in a text."""

import re
from dataclasses import dataclass
from typing import Callable

MARK = "[▲▼●]"
SIGNS = {"systolic": "systolic", "diastolic": "diastolic", "map": "MAP", "heartRate": "HR", "spo2": "SpO2",
         "respiratoryRate": "RR", "temperature": "Temp", "etco2": "EtCO2", "oxygenFlow": "O2", "weight": "Weight",
         "acvpu": "ACVPU", "moaas": "MOAA/S", "rass": "RASS"}
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
ACTS = {"opened": "opened the session", "prescribed": "prescribed", "entered": "made {n} entr", "saw": "saw what {n} entr",
        "checked": "checked {n} dose", "acknowledged": "made {n} acknowledgement", "verified": "verified {n} entr",
        "answered": "answered criteria for leaving", "decided": "decided that the patient leaves",
        "witnessed": "was witness", "escort": "named as escort", "corrected": "corrected {n} entr",
        "withdrew": "withdrew {n} entr", "closed": "closed the session", "allowed": "let the session go on over a gate",
        "arrived": "arrived", "left": "left", "handedOver": "handed over", "tookOver": "took over",
        "countersigned": "countersigned", "reviewed": "reviewed"}
EVENTS = "(?:Actions and notes|Events, actions and notes)$"


@dataclass
class Fact:
    kind: str
    said: str
    section: str
    where: str
    what: Callable
    parent: str = ""


def said(text):
    """Words with plain single spaces, to be found as they are."""
    return re.escape(re.sub(r"\s+", " ", text).strip()).replace(r"\ ", r"\s?\s")


def number(value):
    """A number of a document as a person reads it."""
    text = f"{abs(value):.3f}".rstrip("0").rstrip(".")
    return ("−" if value < 0 else "") + text


def date(stamp):
    year, month, day = stamp[:10].split("-")
    return f"(?:{year}-{month}-{day}|{int(day)} {MONTHS[int(month) - 1]} {year})"


def clock(stamp):
    """A time with its day and offset where they are needed."""
    return rf"(?:{date(stamp)} )?{stamp[11:16]}(?: \([+−]\d\d:\d\d\))?(?![\d])"


def duration(seconds):
    if seconds < 0:
        return "−" + duration(-seconds)
    minutes = seconds // 60
    if minutes < 1:
        return f"{seconds} s"
    if minutes < 120:
        return f"{minutes} min"
    if minutes < 48 * 60:
        return f"{minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 else "")
    return f"{minutes // 1440} d {minutes // 60 % 24} h"


def fact(kind, name, section, where, what, parent=""):
    return Fact(kind, f"{name} {what if isinstance(what, str) else ''}".strip(), section, where,
                what if callable(what) else lambda place: what, parent)
