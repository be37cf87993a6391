import Testing

/// A change that makes the small or the wide protocol bad, and what the reader says to it.
struct BadProtocol: CustomTestStringConvertible {
  let old: String
  let new: String
  /// Place and sentence, without the file's name.
  let says: String

  init(_ old: String, _ new: String, says: String) {
    self.old = old
    self.new = new
    self.says = says
  }

  var testDescription: String { says }
}

extension BadProtocol {
  /// Not JSON, or not strictly.
  static let syntax: [BadProtocol] = [
    BadProtocol(
      #""version": "1","#,
      #""version": "1", "version": "2","#,
      says: "4:19: version: This key is given twice."
    ),
    BadProtocol(
      #""limit": 180,"#,
      #""limit": 180, "limit": 190,"#,
      says: "20:21: rules[0].limit: This key is given twice."
    ),
    BadProtocol(
      #""version": "1","#,
      #""version": "1""#,
      says: "5:3: Expected a comma or }, found “\"”."
    ),
    BadProtocol(
      #"["clinic", "telehealth"]"#,
      #"["clinic", "telehealth",]"#,
      says: "7:39: settings[2]: Expected a value, found “]”."
    ),
    BadProtocol(
      #"["clinic", "telehealth"]"#,
      #"["clinic" "telehealth"]"#,
      says: "7:25: settings: Expected a comma or ], found “\"”."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": NaN"#,
      says: "20:16: rules[0].limit: Expected a value, found “NaN”."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": -Infinity"#,
      says: "20:17: rules[0].limit: Expected a digit, found “Infinity”."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": 1.8e2"#,
      says: "20:16: rules[0].limit: Write the number out, without an exponent."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": 0180"#,
      says: "20:16: rules[0].limit: A number must not begin with a needless 0."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": 180."#,
      says: "20:20: rules[0].limit: Expected a digit after the point, found “,”."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": +180"#,
      says: "20:16: rules[0].limit: Expected a value, found “+180”."
    ),
    BadProtocol(
      #""title": "A small protocol""#,
      #""title": "A \small protocol""#,
      says: "5:15: title: JSON knows no such escape after \\."
    ),
    BadProtocol(
      #""title": "A small protocol""#,
      #""title": "A \ud800 protocol""#,
      says: "5:15: title: This \\u does not name a character."
    ),
    BadProtocol(
      #""title": "A small protocol""#,
      "\"title\": \"A\tsmall protocol\"",
      says: "5:14: title: A text must not hold a control character or a line break."
    ),
    BadProtocol(
      #""title": "A small protocol""#,
      #"title: "A small protocol""#,
      says: "5:3: Expected a key in quotation marks, found “title”."
    ),
    BadProtocol(
      #""repeat": true"#,
      #""repeat": True"#,
      says: "20:69: rules[0].repeat: Expected a value, found “True”."
    ),
    BadProtocol(
      "  ]\n}",
      "  ]\n} {}",
      says: "142:3: Expected nothing after the document's end, found “{”."
    ),
    BadProtocol(
      #""id": "small","#,
      #""id" "small","#,
      says: "3:8: id: Expected a colon after the key, found “\"”."
    ),
  ]

  /// JSON, and not a protocol's head.
  static let head: [BadProtocol] = [
    BadProtocol(
      "vigil/protocol/1",
      "vigil/protocol/2",
      says: "2:13: schema: Expected “vigil/protocol/1”, found “vigil/protocol/2”."
    ),
    BadProtocol(
      #""baseline""#,
      #""base""#,
      says: "15:3: base: Unknown key; expected baseline, screening, course, afterCare."
    ),
    BadProtocol(
      #""notice": "For tests.","#,
      "",
      says: "1:1: The key “notice” is missing."
    ),
    BadProtocol(
      #""version": "1""#,
      #""version": 1"#,
      says: "4:14: version: Expected a text in quotation marks, found 1."
    ),
    BadProtocol(
      #""id": "small""#,
      #""id": "small one""#,
      says: "3:9: id: Expected an id of 1 to 64 letters, digits, . - or _, found “small one”."
    ),
    BadProtocol(
      #"["clinic", "telehealth"]"#,
      #"["clinic", "home"]"#,
      says: "7:26: settings[1]: Expected one of clinic, telehealth, found “home”."
    ),
    BadProtocol(
      #"["clinic", "telehealth"]"#,
      "[]",
      says: "7:15: settings: Expected at least one setting."
    ),
    BadProtocol(
      #"["clinic", "telehealth"]"#,
      #"["clinic", "clinic"]"#,
      says: "7:26: settings[1]: “clinic” is listed twice."
    ),
    BadProtocol(
      #""route": "intravenous""#,
      #""route": "iv""#,
      says:
        "9:34: drug.route: Expected one of intravenous, intramuscular, subcutaneous, intranasal, sublingual, oral, inhaled, rectal, transdermal, found “iv”."
    ),
    BadProtocol(
      #""name": "ketamine""#,
      #""name": "Ketamine""#,
      says:
        "9:13: drug.name: Expected a drug in lower case, its words apart by one space, found “Ketamine”."
    ),
    BadProtocol(
      #"["ketamine", "ondansetron"]"#,
      #"["ondansetron"]"#,
      says: "9:13: drug.name: Expected one of the protocol's medicines, found “ketamine”."
    ),
    BadProtocol(
      #""unit": "mg/kg""#,
      #""unit": "mg""#,
      says: "10:39: drug.most.unit: Expected “mg/kg”, found “mg”."
    ),
    BadProtocol(
      #""value": 0.525"#,
      #""value": 0.5255"#,
      says:
        "10:24: drug.most.value: Expected an amount in mg/kg with at most three decimals and nine digits before the point, found 0.5255."
    ),
    BadProtocol(
      #"["hiccups"]"#,
      #"["nausea"]"#,
      says: "14:15: effects[0]: “nausea” is known already; list only added effects."
    ),
    BadProtocol(
      #""first-reading""#,
      #""first""#,
      says:
        "15:15: baseline: Expected one of last-before-dose, mean-before-dose, first-reading, found “first”; the nearest is “first-reading”."
    ),
    BadProtocol(
      #"{ "ours": "Our own policy of 2026." }"#,
      #"{ "ours": "" }"#,
      says: "16:24: sources.ours: Expected the source in words, found “”."
    ),
    BadProtocol(
      #"{ "ours": "Our own policy of 2026." }"#,
      #"["ours"]"#,
      says: "16:14: sources: Expected an object, found a list."
    ),
  ]

  /// Rules that are none.
  static let rules: [BadProtocol] = [
    BadProtocol(
      #""kind": "limit", "sign": "systolic""#,
      #""kind": "ratio", "sign": "systolic""#,
      says:
        "19:28: rules[0].kind: Expected one of limit, derived, change, rate, not-falling, consciousness, crisis, severity, distressing, effect, lasting, scale, news2, combination, further-dose, unattended, unverified, found “ratio”."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limt": 180"#,
      says: "20:7: rules[0].limt: Unknown key; expected limit."
    ),
    BadProtocol(
      #""text": "Call the prescriber.""#,
      #""text": "Call.", "level": "P""#,
      says:
        "22:24: rules[0].level: Unknown key; expected window, sustained, spo2Scale, off, stopCriterion."
    ),
    BadProtocol(
      #""limit": 180, "#,
      "",
      says: "18:5: rules[0]: The key “limit” is missing."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": "180""#,
      says: "20:16: rules[0].limit: Expected a limit in mmHg, found “180”."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": 18"#,
      says: "20:16: rules[0].limit: Expected a limit in mmHg from 30 to 300, found 18."
    ),
    BadProtocol(
      #""limit": 180"#,
      #""limit": 180.0005"#,
      says:
        "20:16: rules[0].limit: Expected a limit in mmHg with at most three decimals and nine digits before the point, found 180.0005."
    ),
    BadProtocol(
      #""limit": 180, "unit": "mmHg""#,
      #""limit": 180, "unit": "kPa""#,
      says: "20:29: rules[0].unit: Expected “mmHg”, found “kPa”."
    ),
    BadProtocol(
      #""limit": 180, "unit": "mmHg","#,
      #""limit": 180,"#,
      says: "18:5: rules[0]: The key “unit” is missing."
    ),
    BadProtocol(
      #""comparison": "under", "limit": 3,"#,
      #""comparison": "under", "limit": 3, "unit": "","#,
      says: "30:100: rules[2].unit: MOAA/S has no unit."
    ),
    BadProtocol(
      #""sign": "systolic", "comparison": "at-or-over",\#n      "limit""#,
      #""sign": "pulse", "comparison": "at-or-over",\#n      "limit""#,
      says:
        "19:45: rules[0].sign: Expected one of systolic, diastolic, map, heartRate, spo2, respiratoryRate, temperature, etco2, oxygenFlow, weight, moaas, rass, found “pulse”."
    ),
    BadProtocol(
      #""comparison": "under""#,
      #""comparison": "<""#,
      says:
        "30:71: rules[2].comparison: Expected one of at-or-over, over, at-or-under, under, found “<”."
    ),
    BadProtocol(
      #""priority": "medium""#,
      #""priority": "urgent""#,
      says: "20:49: rules[0].priority: Expected one of high, medium, low, info, found “urgent”."
    ),
    BadProtocol(
      #""repeat": true,\#n      "clear": { "count": 3"#,
      #""repeat": 1,\#n      "clear": { "count": 3"#,
      says: "20:69: rules[0].repeat: Expected true or false, found 1."
    ),
    BadProtocol(
      #""count": 3, "margin": 5"#,
      #""count": 0, "margin": 5"#,
      says: "21:27: rules[0].clear.count: Expected a number of values from 1 to 20, found 0."
    ),
    BadProtocol(
      #""count": 3, "margin": 5"#,
      #""count": 2.5, "margin": 5"#,
      says: "21:27: rules[0].clear.count: Expected a number of values, whole, found 2.5."
    ),
    BadProtocol(
      #""count": 3, "margin": 5"#,
      #""count": 3, "margin": -5"#,
      says: "21:40: rules[0].clear.margin: Expected a margin from 0 to 270, found -5."
    ),
    BadProtocol(
      #""count": 3, "margin": 5 }"#,
      #""count": 3 }"#,
      says: "21:16: rules[0].clear: The key “margin” is missing."
    ),
    BadProtocol(
      #""count": 3, "margin": 5 }"#,
      #""margin": 5, "standing": "proposed" }"#,
      says: "21:16: rules[0].clear: The key “source” is missing."
    ),
    BadProtocol(
      #""standing": "clinic", "source": ["ours"],\#n      "text""#,
      #""standing": "sure", "source": ["ours"],\#n      "text""#,
      says:
        "21:57: rules[0].standing: Expected one of cited, adapted, proposed, general, clinic, found “sure”."
    ),
    BadProtocol(
      #""source": ["ours"],\#n      "text""#,
      #""source": ["theirs"],\#n      "text""#,
      says: "21:78: rules[0].source[0]: Expected a key of sources (ours), found “theirs”."
    ),
    BadProtocol(
      #""source": ["ours"],\#n      "text""#,
      #""source": [],\#n      "text""#,
      says:
        "21:77: rules[0].source: Expected at least one key of sources; every number has a source."
    ),
    BadProtocol(
      #""id": "rise""#,
      #""id": "sys""#,
      says: "25:13: rules[1].id: Another rule has the id “sys” already."
    ),
    BadProtocol(
      #""id": "rise""#,
      #""id": "overdue.rise""#,
      says:
        "25:13: rules[1].id: “overdue.…” and “session.not-closed” are the ids of flags that need no rule; choose another."
    ),
    BadProtocol(
      #""id": "rise""#,
      #""id": "overdue.""#,
      says:
        "25:13: rules[1].id: “overdue.…” and “session.not-closed” are the ids of flags that need no rule; choose another."
    ),
    BadProtocol(
      #""id": "rise""#,
      #""id": "session.not-closed""#,
      says:
        "25:13: rules[1].id: “overdue.…” and “session.not-closed” are the ids of flags that need no rule; choose another."
    ),
    BadProtocol(
      #""percent": 33.333"#,
      #""percent": 33.333, "by": 40, "unit": "mmHg""#,
      says:
        "26:32: rules[1].by: A change is by an amount with a unit, or by percent, not both."
    ),
    BadProtocol(
      #""percent": 33.333"#,
      #""percent": -20"#,
      says: "26:18: rules[1].percent: Expected a percentage from 0.001 to 1000, found -20."
    ),
    BadProtocol(
      #""percent": 33.333, "#,
      "",
      says: "24:5: rules[1]: The key “by” or “percent” is missing."
    ),
    BadProtocol(
      #""level": "V""#,
      #""level": "A""#,
      says: "35:56: rules[3].level: Expected one of C, V, P, U, found “A”."
    ),
    BadProtocol(
      #""priority": "high", "clear": { "count": 1 }"#,
      #""priority": "high", "repeat": true"#,
      says: "39:69: rules[4].repeat: A rule of kind “crisis” has no repeat; it starts confirmed."
    ),
    BadProtocol(
      #""only": ["hiccups", "nausea"]"#,
      #""only": ["hiccups", "queasy"]"#,
      says:
        "43:83: rules[5].only[1]: Expected an effect that can be typed under this protocol, found “queasy”."
    ),
    BadProtocol(
      #""except": ["dissociation"]"#,
      #""except": []"#,
      says: "47:55: rules[6].except: Expected at least one effect; leave the key out for none."
    ),
  ]
}
