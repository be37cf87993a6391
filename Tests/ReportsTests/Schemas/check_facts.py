"""Finds every fact of a report's document in its page and in its text, each in the place where it belongs.

Reads a list of {name, json, html, text} on standard input. Argument `check` does that; `controls` takes facts of every
kind out of their places, and changes them there, and complains where that is not noticed. Prints a line for each thing
that is wrong, and at the end how much was checked.
"""

import json
import sys

# Nothing is left behind in the folder of the tests.
sys.dont_write_bytecode = True

from report_facts import facts
from report_places import Page, Text, find


def documents(case):
    return [("page", Page(case["html"])), ("text", Text(case["text"]))]


def check(cases):
    count = 0
    for case in cases:
        wanted = list(facts(json.loads(case["json"])))
        for form, document in documents(case):
            for fact in wanted:
                count += 1
                if find(document, fact) is None:
                    print(f"{case['name']}, {form}: {fact.kind}: {fact.said} is not in its place")
    print(f"checked {count} facts of {len(cases)} reports")


def changed(letter):
    """Another letter of the same sort."""
    if letter.isdigit():
        return str((int(letter) + 1) % 10)
    if letter.isalpha():
        return "x" if letter != "x" else "y"
    return {"?": "", "▲": "", "▼": "", "●": ""}.get(letter, letter)


def controls(cases):
    tried, kinds, seen = 0, set(), {}
    for case in cases:
        wanted = list(facts(json.loads(case["json"])))
        kinds |= {fact.kind for fact in wanted}
        for form, document in documents(case):
            for fact in wanted:
                # Three of each kind are enough.
                if seen.setdefault((form, fact.kind), 0) >= 3:
                    continue
                seen[(form, fact.kind)] += 1
                for how, change in (("left out", lambda letter: ""), ("changed", changed)):
                    state = document.state()
                    # Where it stands twice in its place, both go.
                    for _ in range(4):
                        found = find(document, fact)
                        if found is None:
                            break
                        place, match = found
                        group = 1 if match.re.groups and match.group(1) else 0
                        document.alter(place, match.start(group), match.end(group), change)
                    tried += 1
                    if find(document, fact) is not None:
                        print(f"{case['name']}, {form}: {fact.kind}: {fact.said} {how} is not missed")
                    document.restore(state)
    print(f"checked {tried} controls of {len(kinds)} kinds")


{"check": check, "controls": controls}[sys.argv[1]](json.load(sys.stdin))
