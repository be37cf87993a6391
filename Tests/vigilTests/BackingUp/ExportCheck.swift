/// Programs that read an exported record and share no code with Vigil.
enum ExportCheck {
  /// Computes every hash again from the lines alone, as docs/record-format.md says.
  static let script = #"""
    import hashlib, json, sys
    sys.path.insert(0, sys.argv[1])
    import ed25519

    def octets(raw): return b"\x06" + len(raw).to_bytes(4, "big") + raw
    def integer(value): return b"\x04" + value.to_bytes(8, "big", signed=True)
    def text(value):
        raw = value.encode()
        return b"\x05" + len(raw).to_bytes(4, "big") + raw
    def hexa(value): return octets(bytes.fromhex(value))
    def maybe(write): return lambda value: b"\x00" if value is None else write(value)
    def code(value): return b"\x03" + bytes([value])
    def digest(name, *parts): return hashlib.sha256(name.encode() + b"\x00" + b"".join(parts)).hexdigest()
    def key(value):
        return b"\x00" if value is None else integer(value) if isinstance(value, int) else text(value)
    def cells(row, writers): return b"".join(write(row[name]) for name, write in writers)

    raw = open(sys.argv[2], "rb").read()
    lines = [json.loads(line) for line in raw.decode().split("\n")[:-1]]
    head, rows, end = lines[0], lines[1:-1], lines[-1]
    assert head["line"] == "record" and end["line"] == "end", "first and last line"
    last = raw.rstrip(b"\n").rfind(b"\n") + 1
    assert hashlib.sha256(raw[:last]).hexdigest() == end["digest"], "the digest of the file"
    assert head["counts"] == end["counts"], "counts"
    record = octets(bytes.fromhex(head["record"].replace("-", "")))
    tables = {}
    for line in rows: tables.setdefault(line["line"], []).append(line)
    for line, count in [("protocol", "protocols"), ("adoption", "adoptions"), ("clinic", "clinics"),
                        ("clinician", "clinicians"), ("patient", "patients"), ("entry", "entries"),
                        ("seal", "seals"), ("access", "accesses")]:
        assert len(tables.get(line, [])) == head["counts"][count], line
    stored = {name: [line["stored"] for line in lines] for name, lines in tables.items()}

    ENTRY = [("number", integer), ("id", hexa), ("commit_number", integer), ("observed_ms", integer),
      ("observed_offset", integer), ("recorded_ms", integer), ("recorded_offset", integer),
      ("monotonic_ns", integer), ("boot", maybe(hexa)), ("author", text), ("observer", maybe(text)),
      ("source", integer), ("device", maybe(text)), ("document", maybe(text)), ("room", maybe(text)),
      ("kind", integer), ("encoding", integer), ("body", hexa), ("prev", hexa)]
    heads, hashes = {}, {}
    for row in stored["entry"]:
        place = code(row["stream_kind"]) + key(row["stream_key"])
        number, before = heads.get(place, (0, digest("vigil.stream.v1", record, place)))
        assert row["number"] == number + 1 and row["prev"] == before, row
        computed = digest("vigil.entry.v1", hexa(row["record"]), place, cells(row, ENTRY))
        assert computed == row["hash"], row
        heads[place] = (row["number"], computed)
        hashes[place, row["number"]] = computed
    assert set(range(1, head["commit"] + 1)) == {row["commit_number"] for row in stored["entry"]}, "commits"

    ACCESS = [("number", integer), ("at_ms", integer), ("at_offset", integer), ("who", text),
      ("account", integer), ("act", integer), ("subject", maybe(text)), ("digest", maybe(hexa)),
      ("prev", hexa)]
    before, accesses = digest("vigil.accesses.v1", record), {}
    for row in stored["access"]:
        assert row["number"] == len(accesses) + 1 and row["prev"] == before, row
        before = digest("vigil.access.v2", cells(row, ACCESS))
        assert before == row["hash"], row
        accesses[row["number"]] = before

    SEAL = [("owner", maybe(text)), ("entered_as", text), ("account", integer), ("remark", maybe(text)),
      ("commit_number", integer), ("access_number", integer), ("access_hash", maybe(hexa)),
      ("at_ms", integer), ("at_offset", integer), ("public_key", hexa), ("prev", hexa)]
    before = digest("vigil.seals.v1", record, integer(head["purposeStored"]), integer(head["madeStored"]))
    signed = 0
    for place, row in enumerate(stored["seal"], 1):
        assert row["number"] == place and row["prev"] == before, row
        statement = digest("vigil.seal.v1", record, integer(row["number"]), integer(row["act"]),
          maybe(code)(row["stream_kind"]), key(row["stream_key"]), maybe(integer)(row["entry"]),
          *(maybe(hexa)(row[name]) for name in ("head", "derived", "subject")), cells(row, SEAL))
        assert ed25519.verifies(bytes.fromhex(row["public_key"]), bytes.fromhex(statement),
                                bytes.fromhex(row["signature"])), row
        before = digest("vigil.sealed.v1", hexa(statement), hexa(row["signature"]))
        assert before == row["hash"], row
        assert accesses.get(row["access_number"]) == row["access_hash"], row
        if row["act"] == 1:
            sealed = code(row["stream_kind"]) + key(row["stream_key"])
            assert hashes[sealed, row["entry"]] == row["head"], row
            signed += 1
    assert head["newestSeal"] == {"number": place, "hash": before}, "the newest seal"

    COLUMNS = {
      "adoption": [("number", integer), ("id", text), ("version", text), ("protocol", hexa),
        ("clinician", text), ("adopted_ms", integer), ("adopted_offset", integer), ("remark", maybe(text))],
      "clinic": [("number", integer), ("name", text), ("address", maybe(text)), ("telephone", maybe(text)),
        ("logo_kind", maybe(integer)), ("logo", maybe(hexa)), ("paper", integer), ("zone", maybe(text)),
        ("temperature", integer), ("weight", integer), ("retention_years", maybe(integer)),
        ("backup_days", maybe(integer)), ("clinician", text), ("set_ms", integer), ("set_offset", integer)],
      "clinician": [("number", integer), ("code", text), ("name", maybe(text)), ("roles", integer),
        ("listed", integer), ("clinician", text), ("set_ms", integer), ("set_offset", integer)],
      "protocol": [("digest", hexa), ("id", text), ("version", text), ("text", octets),
        ("kept_ms", integer)],
    }
    acts = lambda act: [row["digest"] for row in stored["access"] if row["act"] == act]
    for line in tables.get("protocol", []):
        line["stored"]["text"] = line["text"].encode()
        assert hashlib.sha256(line["stored"]["text"]).hexdigest() == line["stored"]["digest"], "a protocol"
    for table, act in [("adoption", 10), ("clinic", 11), ("clinician", 12), ("protocol", 9)]:
        rows = [digest("vigil.row.v1", text(table), cells(row, COLUMNS[table])) for row in stored.get(table, [])]
        assert (sorted(rows) == sorted(acts(act)) if table == "protocol" else rows == acts(act)), table
    for row in stored["patient"]:
        own = [access for access in stored["access"] if access["subject"] == row["code"]]
        added = digest("vigil.patient.v1", text(row["code"]), hexa(row["commitment"]), integer(row["added_ms"]))
        assert [access["digest"] for access in own if access["act"] == 7] == [added], row
        if row.get("salt") is None: continue
        names = ("name", "birth_date", "medical_record_number", "allergies")
        assert digest("vigil.identity.v1", hexa(row["salt"]), *(maybe(text)(row[name]) for name in names)) \
            == row["commitment"], row
        contacts = [access["digest"] for access in own if access["act"] == 8]
        contact = digest("vigil.contact.v1", hexa(row["salt"]), maybe(text)(row["address"]),
                         maybe(text)(row["emergency_number"]))
        assert (contact == contacts[-1] if contacts else row["address"] is None), row
    print(f"whole: {len(hashes)} entries, {signed} heads signed, {len(accesses)} accesses")
    """#

  /// Holds every line against the schema, and every way of changing one member of one of each kind.
  static let schema = #"""
    import copy, json, sys
    from jsonschema import Draft202012Validator as Validator

    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    Validator.check_schema(schema)
    validator = Validator(schema)

    def objects(value, place=()):
        if isinstance(value, dict):
            yield place
            for key, inner in value.items():
                yield from objects(inner, place + (key,))
        elif isinstance(value, list):
            for number, inner in enumerate(value):
                yield from objects(inner, place + (number,))

    def at(root, place):
        for part in place:
            root = root[part]
        return root

    seen = set()
    for line in open(sys.argv[2], encoding="utf-8"):
        document = json.loads(line)
        if not validator.is_valid(document):
            print("not as the schema says:", line[:300])
            continue
        for place in objects(document):
            part = at(document, place)
            form = (document["line"],) + tuple("*" if isinstance(step, int) else step for step in place)
            form += (str(part.get("kind")), str(part.get("act")), tuple(sorted(part)))
            if form in seen:
                continue
            seen.add(form)

            def refused(change, what):
                changed = copy.deepcopy(document)
                change(at(changed, place))
                if validator.is_valid(changed):
                    print(form, "is accepted with", what)

            refused(lambda part: part.update(unheard=1), "another member")
            for key in part:
                refused(lambda part: part.pop(key), f"no {key}")
                refused(lambda part: part.update({key + "s": part.pop(key)}), f"{key} renamed")
                refused(lambda part: part.update({key: [{"unheard": 1}]}), f"another type of {key}")
    """#
}
