extension BadProtocol {
  /// Combinations that cannot be.
  static let combinations: [BadProtocol] = [
    BadProtocol(
      #""title": "headache and pressure""#,
      #""title": """#,
      says: "35:57: rules[0].title: Expected a title, found “”."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "syst" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: Expected the id of a rule, found “syst”; the nearest is “sys”."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "nothing.like.it" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: Expected the id of a rule, found “nothing.like.it”."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "long" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A rule of kind “lasting” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "score" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A rule of kind “news2” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "climb" }"#,
      says: "38:29: rules[0].all[1].any[0].rule: A rule of kind “rate” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "rise" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A rule of kind “not-falling” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "kind": "rate", "sign": "systolic", "comparison": "over", "by": 30, "unit": "mmHg", "within": 10 }"#,
      says:
        "38:29: rules[0].all[1].any[0].kind: Expected one of limit, derived, change, consciousness, crisis, severity, distressing, effect, scale, further-dose, found “rate”."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "either" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A rule of kind “combination” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "together" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A rule of kind “combination” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "nobody" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A rule of kind “unattended” is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "again" }"#,
      says:
        "38:29: rules[0].all[1].any[0].rule: A further dose while a high flag is open is no part of a combination."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "sys", "kind": "crisis" }"#,
      says:
        "38:44: rules[0].all[1].any[0].kind: A condition is a “rule” by its id or has a “kind”, not both."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "sys", "within": 5 }"#,
      says: "38:36: rules[0].all[1].any[0].within: Unknown key; expected no other here."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      "{}",
      says: "38:19: rules[0].all[1].any[0]: The key “rule” or “kind” is missing."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rules": "sys" }"#,
      says: "38:21: rules[0].all[1].any[0].rules: Unknown key; expected rule."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "kind": "lasting", "only": ["nausea"], "minutes": 5 }"#,
      says:
        "38:29: rules[0].all[1].any[0].kind: Expected one of limit, derived, change, consciousness, crisis, severity, distressing, effect, scale, further-dose, found “lasting”."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "kind": "crisis", "priority": "high" }"#,
      says: "38:39: rules[0].all[1].any[0].priority: Unknown key; expected no other here."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "kind": "limit", "sign": "systolic", "comparison": "over", "limit": 140, "unit": "mmHg", "repeat": false }"#,
      says: "38:110: rules[0].all[1].any[0].repeat: Unknown key; expected no other here."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "rule": "mean" }"#,
      says: "38:39: rules[0].all[1].any[1]: This condition is listed twice."
    ),
    BadProtocol(
      #"{ "rule": "sys" }"#,
      #"{ "kind": "limit", "sign": "systolic", "comparison": "over", "limit": 1400, "unit": "mmHg" }"#,
      says:
        "38:89: rules[0].all[1].any[0].limit: Expected a limit in mmHg from 30 to 300, found 1400."
    ),
    BadProtocol(
      #""only": ["headache"] }, { "kind": "crisis" }]"#,
      #""only": ["headake"] }, { "kind": "crisis" }]"#,
      says:
        "37:73: rules[0].all[0].any[0].only[0]: Expected an effect that can be typed under this protocol, found “headake”; the nearest is “headache”."
    ),
    BadProtocol(
      #"{ "any": [{ "kind": "severity", "atLeast": "moderate", "only": ["headache"] }, { "kind": "crisis" }] },"#,
      #"{ "any": [{ "rule": "mean" }, { "rule": "sys" }, { "kind": "derived", "value": "shockIndex", "comparison": "over", "limit": 1 }] },\#n        { "any": [{ "rule": "mean" }, { "rule": "sys" }, { "kind": "derived", "value": "shockIndex", "comparison": "over", "limit": 1 }] },"#,
      says: "38:9: rules[0].all[1]: This part is listed twice."
    ),
    BadProtocol(
      #"{ "any": [{ "kind": "severity", "atLeast": "moderate", "only": ["headache"] }, { "kind": "crisis" }] },\#n"#,
      "",
      says: "36:14: rules[0].all: Expected at least two parts; for alternatives write “any”."
    ),
    BadProtocol(
      #"{ "any": [{ "kind": "severity", "atLeast": "moderate", "only": ["headache"] }, { "kind": "crisis" }] }"#,
      #"{ "any": [] }"#,
      says: "37:18: rules[0].all[0].any: Expected at least one condition."
    ),
    BadProtocol(
      #"{ "any": [{ "kind": "severity", "atLeast": "moderate", "only": ["headache"] }, { "kind": "crisis" }] }"#,
      #"{ "any": [{ "kind": "crisis" }], "within": 5 }"#,
      says: "37:42: rules[0].all[0].within: Unknown key; expected no other here."
    ),
    BadProtocol(
      #""within": 15, "priority""#,
      #""any": [{ "kind": "crisis" }], "within": 15, "priority""#,
      says: "40:14: rules[0].any: A combination has “all” of some parts or “any” of them, not both."
    ),
    BadProtocol(
      #""within": 15, "priority""#,
      #""within": 1441, "priority""#,
      says: "40:17: rules[0].within: Expected minutes from 0 to 1440, found 1441."
    ),
    BadProtocol(
      #""within": 15, "priority""#,
      #""priority""#,
      says: "34:5: rules[0]: The key “within” is missing."
    ),
    BadProtocol(
      #""any": [\#n        { "// which""#,
      #""some": [\#n        { "// which""#,
      says:
        "44:7: rules[1].some: Unknown key; expected all, any, clear, repeat, off, stopCriterion, text."
    ),
    BadProtocol(
      #""kind": "further-dose", "soonerThan": 30"#,
      #""kind": "further-dose", "when": "while-high""#,
      says: "52:35: rules[1].any[7].when: Unknown key; expected soonerThan."
    ),
    BadProtocol(
      #""id": "sys", "kind": "limit""#,
      #""id": "sys", "kind": "limits""#,
      says:
        "58:28: rules[2].kind: Expected one of limit, derived, change, rate, not-falling, consciousness, crisis, severity, distressing, effect, lasting, scale, news2, combination, further-dose, unattended, unverified, found “limits”; the nearest is “limit”."
    ),
    BadProtocol(
      #""sign": "systolic", "comparison": "over", "limit": 140, "unit": "mmHg",\#n      "priority""#,
      #""sign": "systolic", "comparison": "over", "limit": 14, "unit": "mmHg",\#n      "priority""#,
      says: "58:88: rules[2].limit: Expected a limit in mmHg from 30 to 300, found 14."
    ),
  ]
}
