"""Values and digests, as docs/record-format.md says under "The encoding" and "The chain"."""

import hashlib
import struct

ABSENT = b"\x00"


class Text(bytes):
    """TEXT as SQLite stores it: told from a BLOB without being decoded."""

    __slots__ = ()


def boolean(value): return b"\x02" if value else b"\x01"
def number(code): return b"\x03" + bytes([code])
def integer(value): return b"\x04" + struct.pack(">q", value)
def sized(kind, payload): return bytes([kind]) + struct.pack(">I", len(payload)) + payload
def text(value): return sized(5, value.encode("utf-8"))
def octets(value): return sized(6, value)
def items(values): return sized(7, b"".join(values))
def group(*values): return sized(8, b"".join(values))
def optional(value, encode): return ABSENT if value is None else encode(value)


def stored(value):
    """A column as it is stored: NULL absent, INTEGER integer, TEXT text, BLOB bytes."""
    kind = type(value)
    if kind is int:
        return integer(value)
    if kind is Text:
        return sized(5, value)
    if kind is bytes:
        return sized(6, value)
    if value is None:
        return ABSENT
    raise ValueError(f"a {kind.__name__} is stored, where no column has one")


def digest(name, *values):
    """The digest of this name over values that are encoded already."""
    return hashlib.sha256(name.encode("ascii") + b"\x00" + b"".join(values)).digest()
