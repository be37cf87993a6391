"""What no output may have in it, by kind of output, judged by parsers that are not the program's."""

import base64
import collections
import csv
import html.parser
import io
import json
import re
import unicodedata

NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.ASCII)
FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20"
# Where a text begins a line of its own, as if the program had said it.
# Written out, a line break is no line.
FORGED = re.compile(r"^\s*FORGED(?!\\n)", re.MULTILINE)
IGNORABLE = {
    0x34F,
    0x61C,
    0x115F,
    0x1160,
    0x17B4,
    0x17B5,
    0x3164,
    0xFFA0,
    *range(0x180B, 0x1810),
    *range(0xE0000, 0xE1000),
}


def acts(text, allowed="\n"):
    """Characters that move a cursor, hide, or turn the order of letters round."""
    return sorted(
        {
            f"U+{ord(one):04X}"
            for one in set(text)
            if one not in allowed
            and (unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co") or ord(one) in IGNORABLE)
        }
    )


def towers(text):
    """Marks in such a number on one letter that they cover other lines."""
    return re.search("[\u0300-\u036f\u0483-\u0489\u20d0-\u20f0\u0e47]{5,}", text) is not None


def wrong_text(text):
    found = acts(text)
    if found:
        yield f"raw {', '.join(found[:5])}"
    if FORGED.search(text):
        yield "a line that was typed stands as one of the program's"
    if towers(text):
        yield "a tower of marks"


def wrong_json(text):
    # JSON may be shown on a terminal too; it has escapes for all of this.
    found = acts(text)
    if found:
        yield f"raw {', '.join(found[:5])} in JSON"
    try:
        json.loads(text)
    except ValueError as error:
        yield f"no JSON: {error}"


def wrong_lines(text):
    found = acts(text)
    if found:
        yield f"raw {', '.join(found[:5])} in JSON"
    for line in text.splitlines():
        try:
            json.loads(line)
        except ValueError as error:
            yield f"no JSON: {error}"
            return


def wrong_csv(text):
    found = acts(text, "\n\r")
    if found:
        yield f"raw {', '.join(found[:5])} in CSV"
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        yield f"no CSV: {error}"
        return
    if len({len(row) for row in rows}) > 1:
        yield f"rows of {sorted({len(row) for row in rows})} columns"
    for cell in {cell for row in rows for cell in row}:
        if cell[:1] and cell.lstrip(" \u00a0\u3000")[:1] in FORMULA and not NUMBER.fullmatch(cell):
            yield f"a cell begins a formula: {ascii(cell[:30])}"
            return


def is_our_picture(source):
    """A logo, or the code of a digest: paths alone, with nothing of what was typed."""
    if source.startswith("data:image/png;base64,"):
        return True
    kind = "data:image/svg+xml;base64,"
    return (
        source.startswith(kind)
        and re.fullmatch(
            r'<svg [\w=".:/ -]*>(<path [\w=".:/# -]*/>)*</svg>', base64.b64decode(source[len(kind) :]).decode()
        )
        is not None
    )


class Page(html.parser.HTMLParser):
    """What a parser of HTML sees: elements with their attributes, and what could load or run."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.shape, self.drawn, self.wrong, self.words = collections.Counter(), set(), [], []
        self.depth = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.depth += tag == "svg"
        own = (tag, tuple(sorted(name for name, _ in attributes)))
        # How many labels a chart has depends on how wide its texts are.
        if self.depth:
            self.drawn.add(own)
        else:
            self.shape[own] += 1
        for name, value in attributes:
            if name.startswith("on") or name in ("href", "srcset", "action", "formaction", "xlink:href", "background"):
                self.wrong.append(f"the attribute {name}")
            if name == "src" and not is_our_picture(value or ""):
                self.wrong.append(f"a source {(value or '')[:60]!r}")
        if tag in ("script", "iframe", "object", "embed", "base", "link", "form", "foreignobject", "math"):
            self.wrong.append(f"the element {tag}")

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        self.depth -= tag == "svg" and self.depth > 0

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        self.wrong.append("a comment")

    def unknown_decl(self, data):
        self.wrong.append("a declaration")


def wrong_html(text, harmless=None):
    found = acts(text)
    if found:
        yield f"raw {', '.join(found[:5])} in HTML"
    page = Page(text)
    yield from page.wrong[:3]
    if harmless is not None:
        other = Page(harmless)
        extra = set(page.shape) - set(other.shape) | page.drawn - other.drawn
        if extra:
            yield f"elements or attributes that a harmless page has not: {sorted(extra)[:2]}"
        more = {own: count - other.shape[own] for own, count in page.shape.items() if count != other.shape[own]}
        if more:
            yield f"another number of elements: {sorted(more.items())[:3]}"


WRONG = {"text": wrong_text, "json": wrong_json, "csv": wrong_csv, "html": wrong_html, "lines": wrong_lines}


def strings(value):
    """Every text in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from strings(one)


def naive(text):
    """The negative control: the same text in outputs that escape nothing; which of them are found to be wrong."""
    plain = '<html><body><p title="{0}">{0}</p></body></html>'
    found = set()
    if list(wrong_text(f"10:00 note {text}")):
        found.add("text")
    if list(wrong_csv(f"time,text\n10:00,{text}\n")):
        found.add("csv")
    if list(wrong_html(plain.replace("{0}", text), plain.replace("{0}", "Qzk"))):
        found.add("html")
    if list(wrong_json(f'{{"text": "{text}"}}')):
        found.add("json")
    return found
