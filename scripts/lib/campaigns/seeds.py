"""What fuzzing begins with: lines, tables, protocols, bodies and small files that the tests and schemas hold."""

import copy
import json
import pathlib
import re
import sqlite3

ROOT = pathlib.Path(__file__).resolve().parents[3]
TESTS = ROOT / "Tests"
SCHEMAS = ROOT / "schemas"
# What each body begins with that is no entry's (Tests/RecordStoreTests/Fuzzing/BodyPromise.swift).
READ_MODELS = {"flag": 200, "tally": 201, "effect": 202}


def of(target):
    """The seeds of a target."""
    return {
        "fuzz-lines": lines, "fuzz-table": tables, "fuzz-protocol": protocols, "fuzz-bodies": bodies,
        "fuzz-files": small_files,
    }[target]()


def lines():
    """Every line of the conformance tables, stored or refused."""
    found = []
    for table in ("entry-lines.jsonl", "own-lines.jsonl"):
        rows = (TESTS / "ShorthandTests" / table).read_text("utf-8").splitlines()[1:]
        found += [json.loads(row)["line"] for row in rows]
    refused = (TESTS / "ShorthandTests" / "refusals.tsv").read_text("utf-8").splitlines()
    found += [row.split("\t")[0] for row in refused if not row.startswith("#")]
    return [line.encode() for line in found]


def tables():
    """Small tables with every column, and with what is refused."""
    head = "time,systolic,diastolic,map,heart_rate,spo2,respiratory_rate,temperature,effect,severity,note"
    rows = [
    '2026-11-19T14:05:00+01:00,148,92,111,90,96,14,36.6,nausea,mild,"one, ""two"", three"',
    "14:10,152,94,,92,97,,,,,",
    "14:15,0,0,0,0,0,0,0,headache,7/10,",
    "14:20,,,,,,,,,,=1+1",
    "14:25,80,120,,,,,,,,",
    "14:30,,,,,,,,nausea,gone,later",
    "14:30,120,80,300,,,,,,,x",
    "14:31:59,,,,,,,,dizziness,mod,",
    '14:40,,,,,,,,,,"two\nlines"',
    "2026-10-25T02:30:00+02:00,120,,,,,,,,,",
    "23:59,-5,80.125,,1e2,NaN,,,,,",
     ]
    found = [f"{head}\n{row}\n" for row in rows] + ["\n".join([head, *rows]) + "\n", "\r\n".join([head, *rows])]
    found += [ "time,systolic\n14:05,140\n",
    "time;systolic\n14:05;140\n",
    "time\n14:05\n",
    "",
    "\ufefftime,note\n14:05,x\n",
    "note,time\nx,14:05\n",
    'time,note\n14:05,"open\n',
    "time,note\r14:05,x\r",
    " TIME ,Spo2\n 14:05 , 97 \n",
    "time,hr\n14:05,1\n",
     ]
    return [text.encode() for text in found]


def protocols():
    """Each part of each protocol in the schemas, as a protocol with that part alone."""
    found, shapes = [], set()
    for file in sorted((SCHEMAS / "protocols").glob("*.json")):
        whole = json.loads(file.read_text("utf-8"))
        bare = {
    key: value for key,
    value in whole.items() if key not in (
        "rules",
        "leaving",
        "screening",
        "course",
         "afterCare")}
        schedule = bare.pop("schedule", None)
        scales = bare.pop("scales", [])
        bare["notice"], bare["title"] = "n", "t"
        parts = [("rules", rule) for rule in whole["rules"]]
        for key in ("leaving", "course", "afterCare"):
            parts += [(key, part) for part in whole.get(key, [])]
        parts += [("screening", gate) for gate in whole.get("screening", {}).get("gates", [])]
        for key, part in parts:
            shape = (key, part.get("kind"), part.get("sign"), tuple(part))
            if shape in shapes:
                continue
            shapes.add(shape)
            one = copy.deepcopy(bare) | {"rules": []}
            one[key] = {"gates": [part]} if key == "screening" else [part]
            found.append(_small(one, scales))
        if schedule is not None:
            for group in schedule["groups"]:
                found.append(
    _small(
        copy.deepcopy(bare) | {
            "rules": [],
            "schedule": schedule | {
                "groups": [group]}},
                 scales))
    made = re.search(r'static let text = """\n(.*?)\n    """', (TESTS /
     "MonitoringTests/Reader/SmallProtocol.swift").read_text("utf-8"), re.S)
    small = made.group(1).replace("\\(phq9)", "").replace("\\(news2)", "{}") if made else "{}"
    return [text.encode() for text in [small, *found] if len(text) <= 6_000]


def _small(protocol, scales):
    """Without the comments, the sources and the scales that it does not name."""
    text = json.dumps({key: value for key, value in protocol.items() if key != "sources"})
    protocol["scales"] = [scale for scale in scales if f'"{scale["name"]}"' in text]
    text = json.dumps({key: value for key, value in protocol.items() if key != "sources"})
    protocol["sources"] = {key: "s" for key in protocol["sources"] if f'"{key}"' in text}
    medicines = [protocol["drug"]["name"]]
    protocol["medicines"] = medicines + [name for name in protocol["medicines"]
        if name not in medicines and text.count(f'"{name}"') > 1]
    return json.dumps(protocol, ensure_ascii=False)


def bodies():
    """The golden vectors, and the read models of the golden record."""
    numbers = dict(re.findall(r"case \.(\w+): (\d+)", _entry_kinds()))
    numbers |= {"follow-up": numbers["followUp"], "clock-step": numbers.get("clockStep", "27")}
    vectors = json.loads((SCHEMAS / "vectors" / "entry-v1.json").read_text("utf-8"))["cases"]
    found = [bytes([int(numbers[case["kind"]])]) + bytes.fromhex(case["body"]) for case in vectors]
    record = TESTS / "RecordStoreTests" / "Golden" / "record-v2.vigil"
    with sqlite3.connect(f"file:{record}?immutable=1", uri=True) as database:
        for table, first in READ_MODELS.items():
            found += [bytes([first]) + body for (body,) in database.execute(f"SELECT body FROM {table}")]
    return found


def _entry_kinds():
    codes = (ROOT / "Sources" / "RecordStore" / "Encoding" / "Codes.swift").read_text("utf-8")
    return codes.split("extension EntryKind: Coded")[1].split("extension Setting")[0]


def small_files():
    """A key, a wrapped key, a witness, headers, digits, a table of mounts and a passphrase."""
    record = "3F2504E0-4F89-41D3-9A0C-0305E82C3301"
    private = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    public = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    scrypt = {"rounds": 131_072, "blockSize": 8, "parallelism": 1, "salt": "00" * 16}
    own = {"vigil": "key-1", "record": record, "publicKey": public, "privateKey": private}
    wrapped = {
    "vigil": "key-1",
    "record": record,
    "clinician": "KO",
    "publicKey": public,
    "passphrase": scrypt,
    "wrapped": "ab" * 60,
     }
    witness = {"vigil": "witness-1", "seal": 7, "hash": "cd" * 32,
        "atMilliseconds": 1_795_093_560_000, "offsetMinutes": 60}
    numbers = b"".join(number.to_bytes(4, "big") for number in (1, 131_072, 8, 1, 1_048_576))
    header = b"VIGLBKUP" + numbers + bytes(range(16)) + bytes(16)
    golden = (TESTS / "RecordStoreTests" / "Golden" / "record-v2.vigil").read_bytes()[:100]
    mounts = "36 35 98:0 /root /mnt rw,noatime shared:1 - ext3 /dev/root rw\n37 1 0:1 / / rw - overlay o rw\n" \
        "38 37 0:2 / /mnt/a\\040b rw master:1 - fuse.sshfs x rw\n"
    files = [(0, json.dumps(own).encode()), (0, json.dumps(wrapped).encode()), (1, json.dumps(witness).encode())]
    files += [(2, header), (3, golden), (4, b"00ff7a"), (5, mounts.encode()), (6, "correct horse ä".encode())]
    return [bytes([first]) + data for first, data in files]


def words(target):
    """What libFuzzer should try whole: the keys and words of a protocol, the columns of a table."""
    if target == "fuzz-protocol":
        schema = (SCHEMAS / "protocol-v1.json").read_text("utf-8")
        found = {f'"{word}"' for word in re.findall(r'"([A-Za-z][A-Za-z0-9/-]{1,30})"', schema)}
    elif target == "fuzz-table":
        found = set(tables()[0].decode().splitlines()[0].split(",")) | {
                    "mild", "moderate", "severe", "gone", "absent", "+01:00"}
    elif target == "fuzz-lines":
        found = {word for line in lines() for word in line.decode().split() if 2 <= len(word) <= 14}
    elif target == "fuzz-files":
        found = {'"vigil"', '"key-1"', '"witness-1"', '"rounds"', '"privateKey"', "VIGLBKUP", " - ", "fuse."}
    else:
        found = set()
    return sorted(found)


def dictionary(target):
    """The same as libFuzzer reads it."""
    def escaped(word):
        return "".join(chr(byte) if 0x20 <= byte < 0x7F and byte not in (
            0x22, 0x5C) else f"\\x{byte:02X}" for byte in word.encode())

    return "".join(f'"{escaped(word)}"\n' for word in words(target))
