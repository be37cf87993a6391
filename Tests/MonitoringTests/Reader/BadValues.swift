extension BadProtocol {
  /// Windows and runs that cannot be.
  static let openings: [BadProtocol] = [
    BadProtocol(
      #""window": { "before": "start" }"#,
      #""window": { "before": "start", "from": 5 }"#,
      says: "59:55: rules[2].window: A window is “before” the start or “from” a minute, not both."
    ),
    BadProtocol(
      #""window": { "before": "start" }"#,
      #""window": {}"#,
      says: "59:55: rules[2].window: The key “before” or “from” is missing."
    ),
    BadProtocol(
      #""window": { "before": "start" }"#,
      #""window": { "before": "dose" }"#,
      says: "59:67: rules[2].window.before: Expected “start”, found “dose”."
    ),
    BadProtocol(
      #""window": { "before": "start" }"#,
      #""window": "before start""#,
      says: "59:55: rules[2].window: Expected an object, found “before start”."
    ),
    BadProtocol(
      #""window": { "from": 117 }"#,
      #""window": { "from": 1441 }"#,
      says: "64:66: rules[3].window.from: Expected minutes from 0 to 1440, found 1441."
    ),
    BadProtocol(
      #""window": { "from": 117 }"#,
      #""window": { "until": 117 }"#,
      says: "64:58: rules[3].window.until: Unknown key; expected before, from."
    ),
    BadProtocol(
      #""sustained": { "readings": 3 }"#,
      #""sustained": { "readings": 1 }"#,
      says:
        "64:100: rules[3].sustained.readings: Expected a number of readings from 2 to 20, found 1."
    ),
    BadProtocol(
      #""sustained": { "readings": 3 }"#,
      #""sustained": { "readings": 3, "minutes": 5 }"#,
      says: "64:86: rules[3].sustained: Sustained is for “minutes” or for “readings”, not both."
    ),
    BadProtocol(
      #""sustained": { "readings": 3 }"#,
      #""sustained": {}"#,
      says: "64:86: rules[3].sustained: The key “minutes” or “readings” is missing."
    ),
    BadProtocol(
      #""sustained": { "minutes": 5 }"#,
      #""sustained": { "minutes": 0 }"#,
      says: "69:85: rules[4].sustained.minutes: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""repeat": false, "off": true"#,
      #""repeat": true, "off": true"#,
      says: "69:71: rules[4].sustained: A sustained rule has no repeat; write “repeat”: false."
    ),
    BadProtocol(
      #""spo2Scale": 2"#,
      #""spo2Scale": 3"#,
      says: "74:55: rules[5].spo2Scale: Expected a scale of SpO2 from 1 to 2, found 3."
    ),
    BadProtocol(
      #""repeat": false, "off": true"#,
      #""repeat": false, "spo2Scale": 1, "off": true"#,
      says: "69:59: rules[4].spo2Scale: Only a limit on SpO2 is for one of its scales."
    ),
    BadProtocol(
      #""off": true"#,
      #""off": "yes""#,
      says: "69:53: rules[4].off: Expected true or false, found “yes”."
    ),
    BadProtocol(
      #""stopCriterion": true"#,
      #""stop": true"#,
      says:
        "59:78: rules[2].stop: Unknown key; expected sustained, spo2Scale, off, stopCriterion, text."
    ),
    BadProtocol(
      #""stopCriterion": true"#,
      #""stopCriterion": 1"#,
      says: "59:95: rules[2].stopCriterion: Expected true or false, found 1."
    ),
    BadProtocol(
      #""over": 20, "unit": "mmHg", "minutes": 30, "since": "infusion",\#n      "priority""#,
      #""over": 20, "unit": "mmHg", "minutes": 30, "since": "infusion",\#n      "window": { "from": 30 }, "priority""#,
      says: "92:7: rules[9].window: Unknown key; expected repeat, off, stopCriterion, text."
    ),
  ]

  /// Kinds on values that cannot be.
  static let values: [BadProtocol] = [
    BadProtocol(
      #""value": "meanPressure", "comparison": "under", "limit": 65"#,
      #""value": "map", "comparison": "under", "limit": 65"#,
      says:
        "78:49: rules[6].value: Expected one of meanPressure, pulsePressure, shockIndex, found “map”."
    ),
    BadProtocol(
      #""comparison": "under", "limit": 65"#,
      #""comparison": "under", "limit": 15"#,
      says: "78:97: rules[6].limit: Expected a limit in mmHg from 16 to 250, found 15."
    ),
    BadProtocol(
      #""comparison": "under", "limit": 65, "unit": "mmHg""#,
      #""comparison": "under", "limit": 65"#,
      says: "77:5: rules[6]: The key “unit” is missing."
    ),
    BadProtocol(
      #""comparison": "over", "limit": 1 }"#,
      #""comparison": "over", "limit": 1, "unit": "mmHg" }"#,
      says: "38:144: rules[0].all[1].any[2].unit: The shock index has no unit."
    ),
    BadProtocol(
      #""value": "meanPressure", "comparison": "under", "limit": 65, "unit": "mmHg",\#n      "priority": "high", "repeat": false,"#,
      #""value": "meanPressure", "comparison": "under", "limit": 65, "unit": "mmHg",\#n      "priority": "high","#,
      says: "77:5: rules[6]: The key “repeat” is missing."
    ),
    BadProtocol(
      #""clear": { "count": 3, "margin": 2.5 }"#,
      #""clear": { "count": 3, "margin": 235 }"#,
      says: "80:40: rules[6].clear.margin: Expected a margin from 0 to 234, found 235."
    ),
    BadProtocol(
      #""by": 30, "unit": "mmHg", "within": 10"#,
      #""by": -30, "unit": "mmHg", "within": 10"#,
      says: "83:92: rules[7].by: Expected a change in mmHg from 0.001 to 270, found -30."
    ),
    BadProtocol(
      #""by": -3, "within": 20"#,
      #""by": 3, "within": 20"#,
      says: "87:82: rules[8].by: Expected a change from -9 to -0.001, found 3."
    ),
    BadProtocol(
      #""by": 30, "unit": "mmHg", "within": 10"#,
      #""by": 30, "unit": "mmHg", "within": 0"#,
      says: "83:122: rules[7].within: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""by": 30, "unit": "mmHg", "within": 10"#,
      #""percent": 30, "within": 10"#,
      says:
        "83:86: rules[7].percent: Unknown key; expected by, unit, repeat, off, stopCriterion, text."
    ),
    BadProtocol(
      #""within": 10,\#n      "priority": "low", "clear""#,
      #""within": 10,\#n      "priority": "low", "repeat": true, "clear""#,
      says: "84:36: rules[7].repeat: A rule of kind “rate” has no repeat; it starts confirmed."
    ),
    BadProtocol(
      #""within": 10,\#n      "priority": "low", "clear": { "margin": 5 }, "#,
      #""within": 10,\#n      "priority": "low", "#,
      says: "82:5: rules[7]: The key “clear” is missing."
    ),
    BadProtocol(
      #""over": 20, "unit""#,
      #""over": 0, "unit""#,
      says: "91:72: rules[9].over: Expected a change in mmHg from 0.001 to 270, found 0."
    ),
    BadProtocol(
      #""since": "infusion""#,
      #""since": "dose""#,
      says: "91:116: rules[9].since: Expected one of start, infusion, found “dose”."
    ),
    BadProtocol(
      #""minutes": 30, "since""#,
      #""minutes": -1, "since""#,
      says: "91:103: rules[9].minutes: Expected minutes from 0 to 1440, found -1."
    ),
  ]
}
