extension BadProtocol {
  /// Kinds on effects, scores and the record itself that cannot be.
  static let occurrences: [BadProtocol] = [
    BadProtocol(
      #""only": ["hiccups", "chaperone away"]"#,
      #""only": []"#,
      says: "95:49: rules[10].only: Expected at least one effect; leave the key out for none."
    ),
    BadProtocol(
      #""kind": "effect", "only": ["hiccups", "chaperone away"],"#,
      #""kind": "effect","#,
      says: "94:5: rules[10]: The key “only” is missing."
    ),
    BadProtocol(
      #""only": ["hiccups", "chaperone away"]"#,
      #""only": ["hicups", "chaperone away"]"#,
      says:
        "95:50: rules[10].only[0]: Expected an effect that can be typed under this protocol, found “hicups”; the nearest is “hiccups”."
    ),
    BadProtocol(
      #""only": ["hiccups", "chaperone away"]"#,
      #""only": ["hiccups", "chaperon away"]"#,
      says:
        "95:61: rules[10].only[1]: Expected an effect that can be typed under this protocol, found “chaperon away”; the nearest is “chaperone away”."
    ),
    BadProtocol(
      #""only": ["line lost"], "minutes": 2"#,
      #""only": ["line lost"], "atLeast": "mild", "minutes": 2"#,
      says: "99:74: rules[11].atLeast: “line lost” has no grade."
    ),
    BadProtocol(
      #""only": ["line lost"], "minutes": 2"#,
      #""only": ["line lost"], "minutes": 2, "untilMinute": 9"#,
      says:
        "99:92: rules[11].untilMinute: An effect lasts for “minutes” or until a minute, not both."
    ),
    BadProtocol(
      #""only": ["line lost"], "minutes": 2"#,
      #""only": ["line lost"]"#,
      says: "98:5: rules[11]: The key “minutes” or “untilMinute” is missing."
    ),
    BadProtocol(
      #""atLeast": "moderate", "untilMinute": 120"#,
      #""atLeast": "moderate", "untilMinute": 0"#,
      says: "103:105: rules[12].untilMinute: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""atLeast": "moderate", "untilMinute": 120"#,
      #""atLeast": "bad", "untilMinute": 120"#,
      says: "103:78: rules[12].atLeast: Expected one of mild, moderate, severe, found “bad”."
    ),
    BadProtocol(
      #""only": ["line lost"], "minutes": 2,\#n      "priority""#,
      #""only": ["line lost"], "minutes": 2, "clear": { "count": 2 },\#n      "priority""#,
      says:
        "99:77: rules[11].clear: Unknown key; expected atLeast, untilMinute, repeat, off, stopCriterion, text."
    ),
    BadProtocol(
      #""atLeast": "moderate", "only": ["headache"]"#,
      #""atLeast": "moderate", "only": ["line lost"]"#,
      says:
        "37:73: rules[0].all[0].any[0].only[0]: Expected an effect that can be typed under this protocol, found “line lost”."
    ),
    BadProtocol(
      #""scale": "phq-9", "comparison": "at-or-over""#,
      #""scale": "phq-8", "comparison": "at-or-over""#,
      says:
        "107:47: rules[13].scale: Expected one of the protocol's scales, found “phq-8”; the nearest is “phq-9”."
    ),
    BadProtocol(
      #""scale": "phq-9", "comparison": "at-or-over""#,
      #""scale": "cadss", "comparison": "at-or-over""#,
      says: "107:47: rules[13].scale: Expected one of the protocol's scales, found “cadss”."
    ),
    BadProtocol(
      #""scale": "phq-9", "comparison": "at-or-over""#,
      #""scale": "phq9x", "comparison": "at-or-over""#,
      says:
        "107:47: rules[13].scale: Expected one of the protocol's scales, found “phq9x”; the nearest is “phq-9”."
    ),
    BadProtocol(
      #""scale": "phq-9", "comparison": "at-or-over""#,
      #""scale": "phq9", "comparison": "at-or-over""#,
      says:
        "107:47: rules[13].scale: Expected one of the protocol's scales, found “phq9”; the nearest is “phq-9”."
    ),
    BadProtocol(
      #""scale": "phq-9", "comparison": "at-or-over""#,
      #""scale": "phq 9", "comparison": "at-or-over""#,
      says:
        "107:47: rules[13].scale: Expected one of the protocol's scales, found “phq 9”; the nearest is “phq-9”."
    ),
    BadProtocol(
      #""scale": "phq-9", "comparison": "at-or-over""#,
      #""scale": "moaas", "comparison": "at-or-over""#,
      says: "107:47: rules[13].scale: MOAA/S is a sign; write a rule of kind “limit” on it."
    ),
    BadProtocol(
      #""scale": "nrs-pain""#,
      #""scale": "NRS-pain""#,
      says: "111:47: rules[14].scale: Expected a scale in lower case, as “phq-9”, found “NRS-pain”."
    ),
    BadProtocol(
      #""comparison": "at-or-over", "limit": 20"#,
      #""comparison": "at-or-over", "limit": 28"#,
      says: "107:93: rules[13].limit: Expected a score from 0 to 27, found 28."
    ),
    BadProtocol(
      #""comparison": "at-or-over", "limit": 20"#,
      #""comparison": "at-or-over", "limit": 19.5"#,
      says: "107:93: rules[13].limit: Expected a score, whole, found 19.5."
    ),
    BadProtocol(
      #""item": 9, "comparison": "over", "limit": 0"#,
      #""item": 10, "comparison": "over", "limit": 0"#,
      says: "50:54: rules[1].any[5].item: Expected an item of PHQ-9 from 1 to 9, found 10."
    ),
    BadProtocol(
      #""item": 9, "comparison": "over", "limit": 0"#,
      #""item": 9, "comparison": "over", "limit": 4"#,
      says: "50:88: rules[1].any[5].limit: Expected a score from 0 to 3, found 4."
    ),
    BadProtocol(
      #""scale": "nrs-pain", "comparison""#,
      #""scale": "nrs-pain", "item": 1, "comparison""#,
      says: "111:67: rules[14].item: NRS pain has no items."
    ),
    BadProtocol(
      #""news2": { "within": 5, "standing": "clinic", "source": ["ours"] },\#n"#,
      "",
      says:
        "114:30: rules[15].kind: A rule of kind “news2” needs the protocol's “news2”, which says how far back a value counts."
    ),
    BadProtocol(
      #""kind": "news2", "atLeast": 5"#,
      #""kind": "news2", "atLeast": 21"#,
      says: "115:50: rules[15].atLeast: Expected a total from 1 to 20, found 21."
    ),
    BadProtocol(
      #""kind": "news2", "atLeast": 5"#,
      #""kind": "news2", "atLeast": 5, "single": true"#,
      says: "115:63: rules[15].single: A rule is on a total or on a “single” parameter, not both."
    ),
    BadProtocol(
      #""kind": "news2", "atLeast": 5"#,
      #""kind": "news2""#,
      says: "114:5: rules[15]: The key “atLeast” or “single” is missing."
    ),
    BadProtocol(
      #""single": true"#,
      #""single": false"#,
      says: "119:49: rules[16].single: Expected true, found false."
    ),
    BadProtocol(
      #""clear": { "count": 3 }"#,
      #""clear": { "count": 3, "margin": 1 }"#,
      says: "116:52: rules[15].clear.margin: Unknown key; expected standing, source."
    ),
    BadProtocol(
      #""when": "while-high""#,
      #""when": "always""#,
      says: "123:54: rules[17].when: Expected “while-high”, found “always”."
    ),
    BadProtocol(
      #""when": "while-high""#,
      #""when": "while-high", "soonerThan": 5"#,
      says:
        "123:54: rules[17].when: A further dose is “soonerThan” some minutes or “while-high”, not both."
    ),
    BadProtocol(
      #""kind": "further-dose", "when": "while-high""#,
      #""kind": "further-dose""#,
      says: "122:5: rules[17]: The key “when” or “soonerThan” is missing."
    ),
    BadProtocol(
      #""soonerThan": 25"#,
      #""soonerThan": 0"#,
      says: "127:59: rules[18].soonerThan: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""kind": "unattended", "minutes": 15"#,
      #""kind": "unattended", "minutes": 0"#,
      says: "131:56: rules[19].minutes: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""kind": "unattended", "minutes": 15"#,
      #""kind": "unatended", "minutes": 15"#,
      says:
        "131:31: rules[19].kind: Expected one of limit, derived, change, rate, not-falling, consciousness, crisis, severity, distressing, effect, lasting, scale, news2, combination, further-dose, unattended, unverified, found “unatended”; the nearest is “unattended”."
    ),
    BadProtocol(
      #""effects": ["hiccups"],\#n  "baseline""#,
      #""effects": ["hiccups", "line lost"],\#n  "baseline""#,
      says: "7:26: effects[1]: “line lost” is known already; list only added effects."
    ),
  ]
}
