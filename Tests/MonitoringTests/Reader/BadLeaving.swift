extension BadProtocol {
  /// Criteria for leaving that are none, or that nobody could meet.
  static let leaving: [BadProtocol] = [
    BadProtocol(
      #""leaving": [\#n    {\#n      "id": "time", "kind": "minutes-since-start", "title": "two hours", "minutes": 120,\#n      "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "end", "kind": "minutes-since-infusion", "title": "one hour", "minutes": 60,\#n      "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "settled", "kind": "pressure", "title": "pressure settled", "apart": 10,\#n      "noOlderThan": 30, "leastSystolic": 90, "leastMean": 65, "percentOfBaseline": 20.5,\#n      "underSystolic": 140, "underDiastolic": 90, "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "oxygen", "kind": "value", "title": "enough oxygen", "sign": "spo2", "atLeast": 94,\#n      "noOlderThan": 20, "orBaseline": true, "onRoomAir": true, "standing": "general",\#n      "source": ["ours"]\#n    },\#n    {\#n      "id": "pulse", "kind": "value", "title": "pulse", "sign": "heartRate", "atLeast": 51,\#n      "atMost": 110, "noOlderThan": 30, "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "awake", "kind": "value", "title": "awake", "sign": "acvpu", "level": "C",\#n      "noOlderThan": 30, "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "queasy", "kind": "effect", "title": "little nausea", "effect": "nausea",\#n      "atMost": 3, "noOlderThan": 30, "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "dry", "kind": "effect-absent", "title": "not vomited", "effect": "vomiting",\#n      "minutes": 45, "noOlderThan": 40, "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "calm", "kind": "no-open-flag", "title": "no flag", "atLeast": "medium",\#n      "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "sober", "kind": "no-recent", "title": "nothing given", "minutes": 25,\#n      "medicines": ["ondansetron"], "oxygen": true, "standing": "clinic", "source": ["ours"]\#n    },\#n    {\#n      "id": "gait", "kind": "answered", "title": "steady", "standing": "clinic",\#n      "source": ["ours"]\#n    },\#n    {\#n      "id": "friend", "kind": "escort", "title": "with a friend", "standing": "clinic",\#n      "source": ["ours"]\#n    },\#n    {\#n      "id": "told", "kind": "instructions", "title": "told what to do", "standing": "clinic",\#n      "source": ["ours"]\#n    }\#n  ]"#,
      #""leaving": []"#,
      says: "86:14: leaving: Expected at least one criterion; leave the key out for none."
    ),
    BadProtocol(
      #""kind": "minutes-since-start""#,
      #""kind": "minutes""#,
      says:
        "88:29: leaving[0].kind: Expected one of minutes-since-start, minutes-since-infusion, pressure, value, effect, effect-absent, no-open-flag, no-recent, answered, escort, instructions, found “minutes”."
    ),
    BadProtocol(
      #""title": "steady""#,
      #""title": "steady", "minutes": 5"#,
      says: "130:60: leaving[10].minutes: Unknown key; expected no other here."
    ),
    BadProtocol(
      #""kind": "minutes-since-start", "title": "two hours", "minutes": 120"#,
      #""kind": "minutes-since-start", "title": "two hours", "atLeast": 120"#,
      says: "88:74: leaving[0].atLeast: Unknown key; expected minutes."
    ),
    BadProtocol(
      #"{\#n      "id": "time", "kind": "minutes-since-start", "title": "two hours", "minutes": 120"#,
      #"{\#n      "id": "time", "kind": "minutes-since-start", "title": "two hours""#,
      says: "87:5: leaving[0]: The key “minutes” is missing."
    ),
    BadProtocol(
      #""minutes": 120"#,
      #""minutes": 0"#,
      says: "88:85: leaving[0].minutes: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""id": "end""#,
      #""id": "time""#,
      says: "92:13: leaving[1].id: Another criterion has the id “time” already."
    ),
    BadProtocol(
      #""id": "end""#,
      #""id": "one hour""#,
      says:
        "92:13: leaving[1].id: Expected a criterion's id of 1 to 64 letters, digits, . - or _, found “one hour”."
    ),
    BadProtocol(
      #""title": "one hour""#,
      #""title": """#,
      says: "92:63: leaving[1].title: Expected a title, found “”."
    ),
    BadProtocol(
      #""apart": 10"#,
      #""apart": 0"#,
      says: "96:82: leaving[2].apart: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""leastSystolic": 90"#,
      #""leastSystolic": 12"#,
      says:
        "97:43: leaving[2].leastSystolic: Expected a pressure in mmHg from 30 to 300, found 12."
    ),
    BadProtocol(
      #""leastMean": 65"#,
      #""leastMean": 251"#,
      says: "97:60: leaving[2].leastMean: Expected a pressure in mmHg from 20 to 250, found 251."
    ),
    BadProtocol(
      #""percentOfBaseline": 20.5"#,
      #""percentOfBaseline": 101"#,
      says: "97:85: leaving[2].percentOfBaseline: Expected a percentage from 0 to 100, found 101."
    ),
    BadProtocol(
      #""underSystolic": 140"#,
      #""underSystolic": 90"#,
      says: "98:24: leaving[2].underSystolic: “underSystolic” is not over “leastSystolic”."
    ),
    BadProtocol(
      #""underDiastolic": 90"#,
      #""underDiastolic": 9"#,
      says:
        "98:47: leaving[2].underDiastolic: Expected a pressure in mmHg from 10 to 200, found 9."
    ),
    BadProtocol(
      #""sign": "spo2", "atLeast": 94,\#n      "noOlderThan": 20"#,
      #""sign": "spo2", "atLeast": 101,\#n      "noOlderThan": 20"#,
      says: "101:93: leaving[3].atLeast: Expected a bound in % from 0 to 100, found 101."
    ),
    BadProtocol(
      #""sign": "spo2", "atLeast": 94,\#n      "noOlderThan": 20"#,
      #""sign": "sats", "atLeast": 94,\#n      "noOlderThan": 20"#,
      says:
        "101:74: leaving[3].sign: Expected one of systolic, diastolic, map, heartRate, spo2, respiratoryRate, temperature, etco2, oxygenFlow, weight, acvpu, moaas, rass, found “sats”."
    ),
    BadProtocol(
      #"{\#n      "id": "oxygen", "kind": "value", "title": "enough oxygen", "sign": "spo2", "atLeast": 94,"#,
      #"{\#n      "id": "oxygen", "kind": "value", "title": "enough oxygen", "sign": "spo2","#,
      says: "100:5: leaving[3]: The key “atLeast” or “atMost” is missing."
    ),
    BadProtocol(
      #""sign": "spo2", "atLeast": 94"#,
      #""sign": "moaas", "atLeast": 6"#,
      says: "101:94: leaving[3].atLeast: Expected a level from 0 to 5, found 6."
    ),
    BadProtocol(
      #""orBaseline": true"#,
      #""orBaseline": 1"#,
      says: "102:40: leaving[3].orBaseline: Expected true or false, found 1."
    ),
    BadProtocol(
      #""orBaseline": true, "onRoomAir": true"#,
      #""orBaseline": true, "onRoomAir": true, "atMost": 100"#,
      says:
        "102:40: leaving[3].orBaseline: Between two bounds no value is better than the baseline."
    ),
    BadProtocol(
      #""atMost": 110"#,
      #""atMost": 50"#,
      says: "107:17: leaving[4].atMost: “atMost” is under “atLeast”."
    ),
    BadProtocol(
      #""atMost": 110"#,
      #""level": "A""#,
      says: "107:16: leaving[4].level: heart rate has no level; write “atLeast” or “atMost”."
    ),
    BadProtocol(
      #""level": "C""#,
      #""level": "X""#,
      says: "110:83: leaving[5].level: Expected one of A, C, V, P, U, found “X”."
    ),
    BadProtocol(
      #""level": "C""#,
      #""atMost": 1"#,
      says: "110:84: leaving[5].atMost: Consciousness has a “level”, no bounds."
    ),
    BadProtocol(
      #"{\#n      "id": "awake", "kind": "value", "title": "awake", "sign": "acvpu", "level": "C""#,
      #"{\#n      "id": "awake", "kind": "value", "title": "awake", "sign": "acvpu""#,
      says: "109:5: leaving[5]: The key “level” is missing."
    ),
    BadProtocol(
      #""effect": "nausea""#,
      #""effect": "queasiness""#,
      says:
        "114:77: leaving[6].effect: Expected an effect that can be typed under this protocol, found “queasiness”."
    ),
    BadProtocol(
      #""atMost": 3,"#,
      #""atMost": 11,"#,
      says: "115:17: leaving[6].atMost: Expected a rating out of ten from 0 to 10, found 11."
    ),
    BadProtocol(
      #""atMost": 3,"#,
      #""atMost": 2.5,"#,
      says: "115:17: leaving[6].atMost: Expected a rating out of ten, whole, found 2.5."
    ),
    BadProtocol(
      #"{\#n      "id": "queasy", "kind": "effect", "title": "little nausea", "effect": "nausea",\#n      "atMost": 3, "noOlderThan": 30,"#,
      #"{\#n      "id": "queasy", "kind": "effect", "title": "little nausea", "effect": "nausea",\#n      "atMost": 3,"#,
      says: "113:5: leaving[6]: The key “noOlderThan” is missing."
    ),
    BadProtocol(
      #"{\#n      "id": "dry", "kind": "effect-absent", "title": "not vomited", "effect": "vomiting",\#n      "minutes": 45, "noOlderThan": 40,"#,
      #"{\#n      "id": "dry", "kind": "effect-absent", "title": "not vomited", "effect": "vomiting",\#n      "minutes": 45,"#,
      says: "117:5: leaving[7]: The key “noOlderThan” is missing."
    ),
    BadProtocol(
      #""minutes": 45, "noOlderThan": 40"#,
      #""minutes": 45, "noOlderThan": 0"#,
      says: "119:37: leaving[7].noOlderThan: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""minutes": 45"#,
      #""minutes": "45""#,
      says: "119:18: leaving[7].minutes: Expected minutes, found “45”."
    ),
    BadProtocol(
      #""atLeast": "medium",\#n      "standing""#,
      #""atLeast": "urgent",\#n      "standing""#,
      says: "122:76: leaving[8].atLeast: Expected one of high, medium, low, info, found “urgent”."
    ),
    BadProtocol(
      #""medicines": ["ondansetron"], "oxygen""#,
      #""medicines": ["midazolam"], "oxygen""#,
      says:
        "127:21: leaving[9].medicines[0]: Expected one of the protocol's medicines, found “midazolam”."
    ),
    BadProtocol(
      #""medicines": ["ondansetron"], "oxygen""#,
      #""medicines": [], "oxygen""#,
      says:
        "127:20: leaving[9].medicines: Expected at least one medicine; leave the key out for none."
    ),
    BadProtocol(
      #"{\#n      "id": "sober", "kind": "no-recent", "title": "nothing given", "minutes": 25,\#n      "medicines": ["ondansetron"], "oxygen": true"#,
      #"{\#n      "id": "sober", "kind": "no-recent", "title": "nothing given", "minutes": 25,\#n      "oxygen": false"#,
      says: "125:5: leaving[9]: Expected medicines, or oxygen, or both."
    ),
    BadProtocol(
      #""kind": "instructions""#,
      #""kind": "escort""#,
      says: "138:29: leaving[12].kind: Another criterion is of kind “escort” already."
    ),
    BadProtocol(
      #""title": "told what to do", "standing": "clinic","#,
      #""title": "told what to do", "standing": "ours","#,
      says:
        "138:85: leaving[12].standing: Expected one of cited, adapted, proposed, general, clinic, found “ours”."
    ),
  ]
}
