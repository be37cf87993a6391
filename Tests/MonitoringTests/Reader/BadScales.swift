extension BadProtocol {
  /// What is no comment, or no key of a kind.
  static let comments: [BadProtocol] = [
    BadProtocol(
      #""// for whom": "For tests.""#,
      #""// for whom": 2026"#,
      says: "2:18: // for whom: Expected a comment in quotation marks, found 2026."
    ),
    BadProtocol(
      #""// kept": "In the office.""#,
      #""// kept": ["In the office."]"#,
      says: "9:27: sources.// kept: Expected a comment in quotation marks, found a list."
    ),
    BadProtocol(
      #""// kept": "In the office.""#,
      #""// kept": "In the office.", "// kept": "At home.""#,
      says: "9:45: sources.// kept: This key is given twice."
    ),
    BadProtocol(
      #""// items": "Numbers only.""#,
      #""/ items": "Numbers only.""#,
      says: "12:7: scales[0]./ items: Unknown key; expected scoring, sign."
    ),
  ]

  /// Scales that are none.
  static let scales: [BadProtocol] = [
    BadProtocol(
      #""scales": [\#n    {\#n      "// items""#,
      #""scales": [], "scale": [\#n    {\#n      "// items""#,
      says: "10:17: scale: Unknown key; expected leaving."
    ),
    BadProtocol(
      #""name": "phq-9", "title""#,
      #""name": "PHQ-9", "title""#,
      says:
        "13:15: scales[0].name: Expected a scale's name in lower case, as “phq-9”, found “PHQ-9”."
    ),
    BadProtocol(
      #""name": "phq-9", "title""#,
      #""name": "phq 9", "title""#,
      says:
        "13:15: scales[0].name: Expected a scale's name of 1 to 64 letters, digits, . - or _, found “phq 9”."
    ),
    BadProtocol(
      #""name": "nrs", "title""#,
      #""name": "phq9", "title""#,
      says: "28:15: scales[3].name: “phq-9” is typed like this already."
    ),
    BadProtocol(
      #""name": "nrs", "title""#,
      #""name": "spo2", "title""#,
      says: "28:15: scales[3].name: “spo2” is the name of a sign."
    ),
    BadProtocol(
      #""worse": "lower", "sign": "moaas""#,
      #""worse": "lower""#,
      says: "19:15: scales[1].name: “moaas” is the name of a sign; write “sign”: “moaas”."
    ),
    BadProtocol(
      #""worse": "lower", "sign": "moaas""#,
      #""worse": "lower", "sign": "aldrete""#,
      says: "19:92: scales[1].sign: Expected one of moaas, rass, found “aldrete”."
    ),
    BadProtocol(
      #""least": 0, "most": 5, "worse": "lower""#,
      #""least": 0, "most": 4, "worse": "lower""#,
      says: "19:92: scales[1].sign: MOAA/S is from 0 to 5."
    ),
    BadProtocol(
      #""sign": "moaas""#,
      #""sign": "moaas", "items": { "count": 1, "least": 0, "most": 5 }"#,
      says: "19:110: scales[1].items: MOAA/S is a single rating, without “items”."
    ),
    BadProtocol(
      #""name": "nrs", "title": "NRS", "least": 0, "most": 10, "worse": "higher""#,
      #""name": "oaas", "title": "OAA/S", "least": 0, "most": 5, "worse": "lower", "sign": "moaas""#,
      says: "28:90: scales[3].sign: Another scale is MOAA/S already."
    ),
    BadProtocol(
      #""title": "PHQ-9""#,
      #""title": """#,
      says: "13:33: scales[0].title: Expected a title, found “”."
    ),
    BadProtocol(
      #""least": 0, "most": 27"#,
      #""least": 27, "most": 27"#,
      says: "13:63: scales[0].most: “most” is not over “least”."
    ),
    BadProtocol(
      #""least": 0, "most": 27"#,
      #""least": 0, "most": 27.5"#,
      says: "13:62: scales[0].most: Expected a score, whole, found 27.5."
    ),
    BadProtocol(
      #""least": 0, "most": 27"#,
      #""least": 0, "most": 10001"#,
      says: "13:62: scales[0].most: Expected a score from -10000 to 10000, found 10001."
    ),
    BadProtocol(
      #""most": 27, "worse": "higher""#,
      #""most": 27, "worse": "up""#,
      says: "13:75: scales[0].worse: Expected one of higher, lower, found “up”."
    ),
    BadProtocol(
      #""most": 27, "worse": "higher""#,
      #""most": 27"#,
      says: "11:5: scales[0]: The key “worse” is missing."
    ),
    BadProtocol(
      #""scoring": "itq""#,
      #""scoring": "mean""#,
      says: "23:91: scales[2].scoring: Expected one of total, itq, found “mean”."
    ),
    BadProtocol(
      #""count": 9, "least": 0, "most": 3"#,
      #""count": 9, "least": 0, "most": 4"#,
      says: "14:16: scales[0].items: 9 items from 0 to 4 make 0 to 36, not 0 to 27."
    ),
    BadProtocol(
      #""count": 9, "least": 0, "most": 3"#,
      #""count": 0, "least": 0, "most": 3"#,
      says: "14:27: scales[0].items.count: Expected a number of items from 1 to 100, found 0."
    ),
    BadProtocol(
      #""count": 9, "least": 0, "most": 3"#,
      #""count": 9, "least": 3, "most": 3"#,
      says: "14:50: scales[0].items.most: “most” is not over “least”."
    ),
    BadProtocol(
      #""count": 9, "least": 0, "most": 3"#,
      #""count": 9, "most": 3"#,
      says: "14:16: scales[0].items: The key “least” is missing."
    ),
    BadProtocol(
      #""count": 18, "least": 0, "most": 4"#,
      #""count": 12, "least": 0, "most": 4"#,
      says: "22:5: scales[2]: The ITQ has 18 items from 0 to 4 and outcomes from 0 to 2."
    ),
    BadProtocol(
      #""name": "itq", "title": "ITQ", "least": 0, "most": 2"#,
      #""name": "itq", "title": "ITQ", "least": 0, "most": 1"#,
      says: "22:5: scales[2]: The ITQ has 18 items from 0 to 4 and outcomes from 0 to 2."
    ),
    BadProtocol(
      #"[{ "from": 5, "name": "mild" }, { "from": 10, "name": "more" }]"#,
      "[]",
      says: "15:17: scales[0].levels: Expected at least one level; leave the key out for none."
    ),
    BadProtocol(
      #"{ "from": 10, "name": "more" }"#,
      #"{ "from": 5, "name": "more" }"#,
      says:
        "15:59: scales[0].levels[1].from: A level begins above the one before it; “mild” begins at 5."
    ),
    BadProtocol(
      #"{ "from": 10, "name": "more" }"#,
      #"{ "from": 28, "name": "more" }"#,
      says: "15:59: scales[0].levels[1].from: Expected a score from 0 to 27, found 28."
    ),
    BadProtocol(
      #"{ "from": 10, "name": "more" }"#,
      #"{ "from": 10, "name": "mild" }"#,
      says: "15:71: scales[0].levels[1].name: Another level is called “mild” already."
    ),
    BadProtocol(
      #"{ "from": 10, "name": "more" }"#,
      #"{ "from": 10, "label": "more" }"#,
      says: "15:63: scales[0].levels[1].label: Unknown key; expected name."
    ),
    BadProtocol(
      #""standing": "general", "source": ["ours"]"#,
      #""standing": "general", "source": ["theirs"]"#,
      says: "16:41: scales[0].source[0]: Expected a key of sources (ours), found “theirs”."
    ),
    BadProtocol(
      #""standing": "general", "source""#,
      #""source""#,
      says: "11:5: scales[0]: The key “standing” is missing."
    ),
    BadProtocol(
      #""news2": { "within": 5, "#,
      #""news2": { "within": 1441, "#,
      says: "32:24: news2.within: Expected minutes from 0 to 1440, found 1441."
    ),
    BadProtocol(
      #""news2": { "within": 5, "#,
      #""news2": { "#,
      says: "32:12: news2: The key “within” is missing."
    ),
    BadProtocol(
      #""scales": ["phq-9", "nrs-pain"]"#,
      #""scales": ["phq-8", "nrs-pain"]"#,
      says:
        "144:86: schedule.ifIndicated.scales[0]: Expected one of the protocol's scales, found “phq-8”; the nearest is “phq-9”."
    ),
    BadProtocol(
      #""scales": ["phq-9", "nrs-pain"]"#,
      #""scales": ["phq-9", "moaas"]"#,
      says: "144:95: schedule.ifIndicated.scales[1]: MOAA/S is a sign; list it among signs."
    ),
    BadProtocol(
      #""ifIndicated": { "signs": ["rass", "weight"], "effects": ["hiccups"], "scales": ["phq-9", "nrs-pain"] }"#,
      #""ifIndicated": {}"#,
      says: "144:20: schedule.ifIndicated: Expected at least one of signs, effects or scales."
    ),
    BadProtocol(
      #""effects": ["hiccups"], "scales""#,
      #""effects": ["line lost"], "scales""#,
      says:
        "144:63: schedule.ifIndicated.effects[0]: Expected an effect that can be typed under this protocol, found “line lost”."
    ),
    BadProtocol(
      #""signs": ["rass", "weight"]"#,
      #""signs": ["rass", "waist"]"#,
      says:
        "144:40: schedule.ifIndicated.signs[1]: Expected one of systolic, diastolic, map, heartRate, spo2, respiratoryRate, temperature, etco2, oxygenFlow, weight, acvpu, moaas, rass, found “waist”."
    ),
    BadProtocol(
      #""signs": ["rass", "weight"], "effects""#,
      #""signs": [], "effects""#,
      says: "144:31: schedule.ifIndicated.signs: Expected at least one; leave the key out for none."
    ),
  ]
}
