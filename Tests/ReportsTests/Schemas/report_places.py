"""The places of a report, of its page and of its text alike: rows, list items, paragraphs and lines.

Each has the heading above it, the line that it belongs to, and its words with plain spaces; a place can be altered,
so that a checker can be seen to miss what was in it.
"""

import re

import html5lib

BREAKS = {"td", "th", "br", "p", "li", "div", "tr", "h1", "h2", "span"}


class Place:
    """Words with where each letter of them comes from."""

    def __init__(self, section, parent, letters, columns=()):
        self.section, self.parent, self.columns = section, parent, columns
        kept = []
        for letter, origin in letters:
            letter = " " if letter.isspace() else letter
            if letter != " " or (kept and kept[-1][0] != " "):
                kept.append((letter, origin))
        while kept and kept[-1][0] == " ":
            kept.pop()
        self.text = "".join(letter for letter, _ in kept)
        self.origins = [origin for _, origin in kept]


class Page:
    """A page of HTML, as a parser of HTML sees it."""

    def __init__(self, source):
        self.tree = html5lib.parse(source, namespaceHTMLElements=False)
        self.read()

    def read(self):
        self.places, self.section, self.parent, self.style = [], "head", "", ""
        style = self.tree.find("head/style")
        self.style = style.text if style is not None else ""
        self.walk(self.tree.find("body"))

    def letters(self, element):
        """Every letter in an element with its node; a space where an element parts words."""
        parts = isinstance(element.tag, str) and element.tag in BREAKS
        if parts:
            yield " ", None
        for place, letter in enumerate(element.text or ""):
            yield letter, (element, "text", place)
        for child in element:
            yield from self.letters(child)
            for place, letter in enumerate(child.tail or ""):
                yield letter, (child, "tail", place)
        if parts:
            yield " ", None

    def add(self, elements, columns=()):
        letters = [letter for element in elements for letter in self.letters(element)]
        self.places.append(Place(self.section, self.parent, letters, columns))
        return self.places[-1]

    def walk(self, element):
        kind = element.get("class") or ""
        if element.tag in ("h2", "h3"):
            self.section, self.parent = Place("", "", self.letters(element)).text, ""
        elif element.tag in ("p", "li", "h1"):
            self.parent = self.add([element]).text
        elif element.tag == "div" and (element.get("class") or "").split()[:1] in (["supersedes"], ["clinic"], ["over-gates"]):
            self.add([element])
        elif element.tag == "table":
            self.table(element, kind.split())
        elif element.tag == "div" and kind == "facts":
            for row in element:
                for cell in row:
                    self.add([cell])
        elif element.tag == "footer":
            for cell in element:
                self.add([cell])
        elif isinstance(element.tag, str) and element.tag.startswith("{"):
            return
        else:
            for child in element:
                self.walk(child)

    def table(self, table, kind):
        columns = [Place("", "", self.letters(cell)).text for cell in table.findall("thead/tr/th")]
        for body in table.findall("tbody"):
            if "flags" in kind:
                self.add(list(body), columns)
            else:
                for row in body.findall("tr"):
                    self.add([row], columns)

    def alter(self, place, start, end, change):
        """Changes letters of a place in the tree; each becomes what *change* makes of it."""
        marked = {}
        for index in range(start, end):
            if place.origins[index]:
                node, slot, at = place.origins[index]
                marked.setdefault((id(node), slot), (node, slot, set()))[2].add(at)
        for node, slot, places in marked.values():
            text = getattr(node, slot)
            setattr(node, slot, "".join(change(c) if i in places else c for i, c in enumerate(text)))
        self.read()

    def state(self):
        return [(node, node.text, node.tail) for node in self.tree.iter()]

    def restore(self, state):
        for node, text, tail in state:
            node.text, node.tail = text, tail
        self.read()


class Text:
    """A text whose lines are never broken; what hangs below a line belongs to it."""

    HEADINGS = ("Doses", "Schedule", "Extremes", "Flags", "Intended state (dissociation)", "Side effects",
                "Every set of vital signs", "NEWS2", "Scores", "Actions and notes", "Leaving", "Who was present",
                "Corrections and withdrawals", "Screening before the dose", "Addenda")

    def __init__(self, source):
        self.lines = source.split("\n")
        self.read()

    def read(self):
        self.places, self.style, section, parent, pending = [], "", "head", "", []

        def finish():
            if pending:
                self.places.append(Place(section, parent, [x for n in pending for x in self.letters(n)]))
                pending.clear()

        for number, line in enumerate(self.lines):
            if line in self.HEADINGS and (number == 0 or self.lines[number - 1] == ""):
                finish()
                section, parent = line, ""
                continue
            hangs = section != "Every set of vital signs" and (
                section == "Flags" and line.startswith("   ") or line.startswith(" " * 8)
                or section == "head" and line.startswith("  #")
            )
            if hangs and pending:
                pending.append(number)
                continue
            finish()
            if not line.startswith(" "):
                parent = line
            pending.append(number)
        finish()

    def letters(self, number):
        yield " ", None
        for place, letter in enumerate(self.lines[number]):
            yield letter, (number, place)
        yield " ", None

    def alter(self, place, start, end, change):
        for origin in [o for o in place.origins[start:end] if o]:
            number, at = origin
            line = self.lines[number]
            self.lines[number] = line[:at] + (change(line[at]) or "\0") + line[at + 1:]
        self.lines = [line.replace("\0", "") for line in self.lines]
        self.read()

    def state(self):
        return list(self.lines)

    def restore(self, state):
        self.lines = list(state)
        self.read()


def find(document, fact):
    """The first place in which a fact is, and where in it; None where it is not in its place."""
    for place in document.places:
        if not re.match(fact.section, place.section) or not re.search(fact.parent, place.parent):
            continue
        if re.match(fact.where, place.text):
            found = re.search(fact.what(place), place.text)
            if found:
                return place, found
    return None
