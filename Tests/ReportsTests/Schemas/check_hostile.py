"""Compares pages whose every typed text is hostile with the page of a harmless text of the same length.

Reads {pages, cases} on standard input: pages by their harmless text, and cases of {payload, shown, harmless, html}.
Elements, their attributes and the stylesheet have to be the same, the text has to stand wherever the harmless one does,
and nothing may be loaded or run. A case without a page is a control: the harmless page with the payload put into its
source as it is, of which something has to be wrong. Prints a line for each thing that is not so, and at the end how
much was checked.
"""

import json
import re
import sys

import html5lib

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"', re.S)


def plain(text):
    return re.sub(r"\s+", " ", text).strip()


class Seen:
    """What a parser of HTML sees of a page."""

    def __init__(self, html):
        tree = html5lib.parse(html, namespaceHTMLElements=False)
        # Comments are counted, since there are none. How many labels a chart has depends on how wide they are, so of
        # a drawing every element is one that a harmless page has too.
        self.shape, self.drawn = [], set()
        self.look(tree)
        self.values = [(str(k), v) for e in tree.iter() for k, v in e.attrib.items()]
        self.metas = [(e.get("http-equiv"), e.get("content")) for e in tree.iter("meta")]
        self.style = "".join(e.text or "" for e in tree.iter("style"))
        self.texts = [text for e in tree.iter() if e.tag != "style" for text in self.own(e)]
        self.all = plain(" ".join(self.texts))

    def look(self, root):
        waiting = [(root, False)]
        while waiting:
            element, is_drawing = waiting.pop()
            own = (str(element.tag), tuple(sorted(map(str, element.attrib))))
            if is_drawing:
                self.drawn.add(own)
            else:
                self.shape.append(own)
            inner = is_drawing or str(element.tag).endswith("}svg")
            waiting += [(child, inner) for child in reversed(element)]

    @staticmethod
    def own(element):
        yield element.text or ""
        for child in element:
            yield child.tail or ""


def unescaped(text):
    """A string of a stylesheet as a browser reads it: a space after an escape is a part of it."""
    return re.sub(r"\\([0-9a-f]{6}) ?", lambda m: chr(int(m[1], 16)), text)


def wrong(case, seen, harmless, drawn):
    """Everything that is not as it has to be."""
    if seen.shape != harmless.shape:
        place = next((i for i, (a, b) in enumerate(zip(seen.shape, harmless.shape)) if a != b), None)
        found = seen.shape[place] if place is not None else f"{len(seen.shape)} elements"
        yield f"elements or attributes differ: {found}, expected {harmless.shape[place] if place is not None else len(harmless.shape)}"
    for tag, attributes in seen.drawn - drawn:
        yield f"a drawing has {tag} with {attributes}"
    for name, value in seen.values:
        if name.lower().startswith("on") or name in ("href", "srcset", "action", "formaction", "{http://www.w3.org/1999/xlink}href"):
            yield f"the attribute {name}"
        if name == "src" and not value.startswith("data:image/png;base64,"):
            yield f"a source {value[:40]}"
    if ("Content-Security-Policy", POLICY) not in seen.metas:
        yield "no policy"
    if STRING.sub('""', seen.style) != STRING.sub('""', harmless.style):
        yield "the stylesheet differs"
    strings = [s for s in STRING.findall(seen.style)]
    for string, other in zip(strings, STRING.findall(harmless.style)):
        if string != other and not re.fullmatch(r"(?:[A-Za-z0-9 ]|\\[0-9a-f]{6})*", string):
            yield f"a string of the stylesheet: {string[:60]}"
    shown, word = plain(case["shown"]), plain(case["harmless"])
    beginning = shown[:30].rstrip()
    if not any(beginning in plain(unescaped(s)) for s in strings):
        yield "the margin does not say it"
    wanted, found = harmless.all.count(word), seen.all.count(shown)
    if wanted < 40 and len(word) < 200 or found < wanted:
        yield f"stands {found} times, expected {wanted}"
    raw = [c for c in seen.all if ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u200b\ufeff\u2028\u2029"]
    if raw:
        yield f"a raw character {raw[0]!r}"


def main():
    given = json.load(sys.stdin)
    pages = {text: Seen(html) for text, html in given["pages"].items()}
    drawn = set().union(*(page.drawn for page in pages.values()))
    for case in given["cases"]:
        page = case.get("html")
        raw = page or given["pages"][case["harmless"]].replace(case["harmless"], case["payload"])
        found = list(wrong(case, Seen(raw), pages[case["harmless"]], drawn))
        if page is None and not found:
            print(f"{case['payload'][:80]!r} is not found where nothing is escaped")
        for what in found if page else ():
            print(f"{case['payload'].lstrip('k')[:60]!r}: {what}")
    print(f"checked {len(given['cases'])} pages")


main()
