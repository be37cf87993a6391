"""Checks Ed25519 signatures (RFC 8032), by the package `cryptography` where it is there, else by itself.

For public data only: nothing here takes the same time for every input.
"""

import functools
import hashlib

P = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(a, b):
    """The sum of two points in extended coordinates (X, Y, Z, T)."""
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    f, g = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    h, k = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = g - f, k - h, k + h, g + f
    return e * f % P, g * h % P, f * g % P, e * h % P


def double(a):
    x, y, z, _ = a
    xx, yy = x * x % P, y * y % P
    h, zz = xx + yy, 2 * z * z
    e, g = h - (x + y) * (x + y), xx - yy
    f = zz + g
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(encoded):
    """The point of these 32 bytes; None where they are not the one encoding of one."""
    y = int.from_bytes(encoded, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


def encoded(a):
    inverse = pow(a[2], P - 2, P)
    x, y = a[0] * inverse % P, a[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verifies_slowly(key, message, signature):
    """Whether [s]B - [k]A is R, written as R is; s has to be below the order of the group."""
    if len(key) != 32 or len(signature) != 64:
        return False
    public, s = point(key), int.from_bytes(signature[32:], "little")
    if public is None or s >= ORDER:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % ORDER
    negative = (P - public[0], public[1], 1, P - public[3])
    terms = (None, BASE, negative, add(BASE, negative))
    total = (0, 1, 1, 0)
    for bit in range(252, -1, -1):
        total = double(total)
        term = terms[(s >> bit & 1) | (k >> bit & 1) << 1]
        if term:
            total = add(total, term)
    return encoded(total) == signature[:32]


try:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except Exception:  # Also a package that is there and does not start on this machine.
    verifies_fast = None
else:
    def verifies_fast(key, message, signature):
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


@functools.lru_cache(maxsize=4096)
def verifies(key, message, signature):
    """Whether this is the key's signature over the message."""
    return (verifies_fast or verifies_slowly)(key, message, signature)


# RFC 8032, 7.1: tests 1 to 3 and the one of SHA(abc): public key, message, signature.
VECTORS = [tuple(map(bytes.fromhex, vector)) for vector in (
    ("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
    ("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
    ("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
     "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
     "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
    ("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
     "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
     "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
     "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
     "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"))]


def faults():
    """What is wrong with the two ways to check: vectors, a flipped bit in each part, s beyond the order."""
    found = []
    for way in filter(None, (verifies_slowly, verifies_fast)):
        for place, vector in enumerate(VECTORS, 1):
            if not way(*vector):
                found.append(f"{way.__name__}: vector {place} is refused")
            for part in range(3):
                for at in range(len(vector[part])):
                    spoilt = list(vector)
                    spoilt[part] = vector[part][:at] + bytes([vector[part][at] ^ 1]) + vector[part][at + 1:]
                    if way(*spoilt):
                        found.append(f"{way.__name__}: a bit of byte {at} of part {part} of vector {place} goes unseen")
            key, message, signature = vector
            s = int.from_bytes(signature[32:], "little") + ORDER
            if way(key, message, signature[:32] + s.to_bytes(32, "little")):
                found.append(f"{way.__name__}: s beyond the order is taken in vector {place}")
    return found
