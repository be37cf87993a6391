"""Looks at all of a record as docs/record-format.md says under "To verify a record", and at nothing else of Vigil.

`verify` takes the bytes of a file, or a connection, and never writes. Whatever goes wrong while it looks is
something wrong with the record: no error leaves it.
"""

import collections
import contextlib
import hashlib
import sqlite3

from lib.ed25519 import verifies
from lib.log import Log
from lib.outcome import COURSE, SESSION, WHOLE_RECORD, Chain, about, name, plain
from lib.values import ABSENT, Text, digest, integer, number, octets, stored

# The act of what is written there, and the column that its subject names.
BESIDE = {"protocol": (9, 1), "adoption": (10, 1), "clinic": (11, None), "clinician": (12, 1)}
# The column of the session's number, and the order of its rows.
READ_MODELS = {"session": ("number", "number"), "reading": ("session", "entry, sign"), "flag": ("session", "number"),
               "effect": ("session", "onset"), "tally": ("session", "session")}


def verify(source):
    """Looks at a record: the bytes of its file, or a connection to it that nobody else uses."""
    if isinstance(source, bytes) and not source:
        source = b"\x00"  # SQLite takes no file of no bytes; this is none of its either.
    check = Check(source if isinstance(source, sqlite3.Connection) else sqlite3.connect(":memory:"))
    with contextlib.nullcontext() if check.connection is source else contextlib.closing(check.connection):
        if check.connection is not source and not check.step("file", check.connection.deserialize, source):
            return check.result
        check.all()
    return check.result


class Check(Log):
    """One look at one record, at all of it."""

    def all(self):
        self.step("file", self.file)
        if self.result.version is None:
            return
        self.step("record", self.record)
        self.step("entry", self.log)
        if self.result.version > 1:
            # Seals speak of accesses: what is wrong with those is named in its place, below.
            before, self.result.damaged = self.result.damaged, []
            self.step("access", self.accesses)
            of_accesses, self.result.damaged = self.result.damaged, before
            self.step("seal", self.seals)
            self.step("seal", self.not_sealed)
            self.result.damaged += of_accesses
            for table, (act, subject) in BESIDE.items():
                self.step(table, self.beside, table, act, subject)
        else:
            self.step("access", self.accesses)
            self.step("seal", self.without_seals)
        self.step("patient", self.patients)
        self.step("protocol", self.protocols)
        self.step("session", self.read_models)

    # 3. Seals

    def seals(self):
        chain, ever, come = Chain(self.genesis), set(), (0, 0)
        for row in self.rows("seal"):
            (at, act, kind, key, entry, head, derived, subject, owner, entered_as, account, remark, commit, access,
             access_hash, at_ms, at_offset, public_key, signature, prev, hash) = row
            statement = digest("vigil.seal.v1", stored(self.id), stored(at), stored(act),
                               ABSENT if kind is None else number(kind), *map(stored, row[3:18]), stored(prev))
            chain.follow(at, prev, digest("vigil.sealed.v1", octets(statement), stored(signature)), hash)
            stream = (kind, key)
            faults = [] if verifies(public_key, statement, signature) else ["its signature is not that of its key"]
            faults += self.faults_of_key(act, subject, owner, public_key, ever)
            if act == 1:
                faults += self.faults_of_head(stream, entry, head)
            for fault in faults:
                self.wrong(f"seal {at}" + (f" of {name(stream)}" if act == 1 else ""), fault,
                           about(stream) if act == 1 else WHOLE_RECORD)
            for fault in self.faults_of_reach(commit, access, access_hash, come):
                self.wrong(f"seal {at}", fault)
            come = max(commit, come[0]), max(access, come[1])
            if act == 1 and owner is None and entry == max(self.result.heads.get(stream, ()), default=0):
                self.sealed[stream] = (at, derived)
            if act == 3:
                self.result.keys.pop(public_key, None)
            if act == 4:
                self.result.keys.pop(subject, None)
            elif act > 1:
                self.result.keys[subject] = (owner, at)
                ever.add(subject)
        self.result.seals = chain.hashes
        if chain.bad:
            self.wrong(f"seal {chain.bad[0]}", chain.said())
        if not chain.hashes:
            self.unclear("seal", "nothing is sealed: nothing confirms what the record is for and when it was made")

    def without_seals(self):
        """Version 1 had none."""
        self.unclear("record", "is of version 1: nothing is sealed, and nothing confirms what lies beside its log")
        if self.rows("seal").fetchall():
            self.wrong("seal", "is not empty in a record of version 1")

    def faults_of_key(self, act, subject, owner, public_key, ever):
        """What is wrong with the key that signs, and with that which the seal is about."""
        in_use = self.result.keys
        if act == 2 and public_key != subject:
            yield "a key begins and does not sign that itself"
        if act != 2 and public_key not in in_use:
            yield "is signed with a key that is not in use"
        elif act in (1, 3) and in_use[public_key][0] != owner:
            yield "is signed with a key of someone else"
        elif act == 4 and in_use[public_key][0] is not None:
            yield "is not signed with a key of the record itself"
        if act in (2, 3) and subject in ever:
            yield "a key begins that began before"
        if act == 4 and in_use.get(subject, (None,))[0] != owner or act == 4 and subject not in in_use:
            yield "a key is lost that is not in use, or of someone else"

    def faults_of_head(self, stream, entry, head):
        hashes = self.result.heads.get(stream)
        if not hashes:
            yield "what it seals is not there"
        elif entry not in hashes:
            yield f"it seals entry {entry}, and the last is {max(hashes)}"
        elif hashes[entry] != head:
            yield f"entry {entry} is not what was sealed"

    def faults_of_reach(self, commit, access, access_hash, come):
        """How far the record had come, against how far it goes and how far it had come before."""
        if commit < come[0] or access < come[1]:
            yield "the record had come less far than with a seal before it"
        if commit > self.last_commit:
            yield f"the record had commit {commit} then, and ends with {self.last_commit} now"
        if access > 0 and access not in self.access_hashes:
            yield f"access {access} is not there any more"
        elif self.access_hashes.get(access) != access_hash:
            yield f"access {access} was another then"

    def not_sealed(self):
        for stream in self.result.heads:
            if stream not in self.sealed and not self.is_open(stream):
                self.unclear(name(stream), "its last entry is not sealed: the key could not be used, or the seal was "
                             "cut off", about(stream))

    # 4. What lies beside the log

    def accesses(self):
        chain, form_before = Chain(digest("vigil.accesses.v1", stored(self.id))), 1
        for row in self.rows("access"):
            if self.result.version == 1:
                row = (row[0], 1, *row[1:4], 0, *row[4:6], None, *row[6:])
            at, form, at_ms, at_offset, who, account, act, subject, said, prev, hash = row
            covered = ((at, at_ms, at_offset, who, act, subject, prev) if form == 1
                       else (at, at_ms, at_offset, who, account, act, subject, said, prev))
            chain.follow(at, prev, digest(f"vigil.access.v{form}", *map(stored, covered)), hash)
            if form < form_before:
                self.wrong(f"access {at}", "is in the form of version 1 after one of version 2")
            form_before = form
            self.acts[act].append((at, subject, said, at_ms))
        self.access_hashes, self.result.accesses = chain.hashes, len(chain.hashes)
        if chain.bad:
            self.wrong(f"access {chain.bad[0]}", chain.said())

    def beside(self, table, act, subject):
        """Rows of a table against what the accesses say was written there, in order; texts of protocols in any."""
        rows = [(None if subject is None else row[subject], digest("vigil.row.v1", stored(Text(table, "ascii")),
                 *map(stored, row)), row[0]) for row in self.rows(table)]
        written = [(code, said) for _, code, said, _ in self.acts[act]]
        if table == "protocol":
            left = collections.Counter(written)
            for *pair, key in rows:
                if left[tuple(pair)]:
                    left[tuple(pair)] -= 1
                else:
                    self.wrong(f"protocol {key.hex()[:16]}", "is not as it was kept", ("protocol", key))
            if missing := left.total():
                self.wrong("protocol", f"{missing} that {'was' if missing == 1 else 'were'} kept "
                           f"{'is' if missing == 1 else 'are'} not there as written")
            return
        if len(rows) != len(written):
            self.wrong(table, f"has {len(rows)} rows, and {len(written)} were written")
        for (*pair, key), expected in zip(rows, written):
            if tuple(pair) != expected:
                self.wrong(f"{table} {key}", "is not as it was written")

    # 5. Identities and protocols

    def patients(self):
        added, contacts, erased = ({}, {}, {})
        for acts, by_code in ((6, erased), (7, added), (8, contacts)):
            for _, code, said, at_ms in self.acts[acts]:
                by_code.setdefault(code, []).append(at_ms if acts == 6 else said)
        commitments = {}
        for code, *identity, address, emergency, salt, commitment, added_ms, erased_ms in self.rows("patient"):
            faults = []
            commitments[code] = commitment
            if self.result.version > 1 and added.get(code) != [
                    digest("vigil.patient.v1", stored(code), stored(commitment), stored(added_ms))]:
                faults.append("was not added so")
            if erased.get(code, []) != ([] if erased_ms is None else [erased_ms]):
                faults.append("was erased, and is here again" if erased_ms is None else "was not erased then")
            if salt is None:
                if erased_ms is None or any(part is not None for part in (*identity, address, emergency)):
                    faults.append("has an identity without a salt")
            else:
                if digest("vigil.identity.v1", stored(salt), *map(stored, identity)) != commitment:
                    faults.append("the identity is not the one of its commitment")
                said = (contacts.get(code) or [None])[-1]
                if self.result.version > 1 and said != (
                        None if said is address is emergency is None else
                        digest("vigil.contact.v1", stored(salt), stored(address), stored(emergency))):
                    faults.append("the contact is not the one that was set")
            for fault in faults:
                self.wrong(f"patient {plain(code)}", fault, ("patient", code))
            self.result.confirmed.add(("patient", code))
        for code in {*added, *contacts, *erased} - set(commitments):
            self.wrong(f"patient {plain(code)}", "is not there any more", ("patient", code))
        for session, said in self.openings.items():
            code = self.result.patients[session][0]
            if commitments.get(code) != said[1]:
                self.wrong(f"session {session} #1", "has another commitment than its patient", ("session", session))
        for kind, key in self.result.heads:
            if kind == COURSE and key not in commitments:
                self.wrong(name((kind, key)), "is of no patient", about((kind, key)))

    def protocols(self):
        kept = {}
        for key, id, version, text, _ in self.rows("protocol"):
            kept[key] = (id, version)
            if hashlib.sha256(text).digest() != key:
                self.wrong(f"protocol {key.hex()[:16]}", "its text is not the one of its digest", ("protocol", key))
            self.result.confirmed.add(("protocol", key))
        for session, said in self.openings.items():
            if kept.get(said[4]) != (said[2].encode(), said[3].encode()):
                self.wrong(f"session {session} #1", "was opened with a text that is not kept", ("session", session))

    # 6. Read models

    def read_models(self):
        sessions = sorted(key for kind, key in self.result.heads if kind == SESSION)
        for session in sessions:
            self.step(f"session {session}", self.derived, session)
        for table, (column, _) in READ_MODELS.items():
            for (key,) in self.connection.execute(f"SELECT DISTINCT {column} FROM main.{table}").fetchall():
                if (SESSION, key) not in self.result.heads:
                    self.wrong(table, f"has rows of session {plain(key)}, which the log has not")

    def derived(self, session):
        stream, parts = (SESSION, session), []
        for table, (column, order) in READ_MODELS.items():
            rows = self.connection.execute(
                f"SELECT * FROM main.{table} WHERE {column} = ? ORDER BY {order}", (session,)).fetchall()
            if table == "session" and len(rows) != 1:
                self.wrong(f"session {session}", "is not in the list of sessions", about(stream))
            parts += [stored(Text(table, "ascii")), integer(len(rows))]
            parts += [stored(column) for row in rows for column in row]
        if self.is_open(stream):
            self.unclear(
                f"session {session}", "is open: without the rules nobody can tell its read models", about(stream))
        elif stream in self.sealed:
            at, derived = self.sealed[stream]
            if digest("vigil.derived.v1", *parts) != derived:
                self.wrong(f"session {session}", f"what was derived of it is not what seal {at} says", about(stream))
            self.result.confirmed.add(("session", session))
