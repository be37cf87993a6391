extension BadProtocol {
  /// Times and phases that are none.
  static let schedule: [BadProtocol] = [
    BadProtocol(
      #""overdue": 5,"#,
      #""overdue": 5, "grace": 2,"#,
      says: "56:35: schedule.grace: Unknown key; expected ifIndicated."
    ),
    BadProtocol(
      #""schedule": {\#n    "tolerance": 3, "#,
      #""schedule": {\#n    "#,
      says: "55:15: schedule: The key “tolerance” is missing."
    ),
    BadProtocol(
      #""tolerance": 3, "overdue""#,
      #""tolerance": "3", "overdue""#,
      says: "56:18: schedule.tolerance: Expected minutes, found “3”."
    ),
    BadProtocol(
      #""tolerance": 3, "overdue""#,
      #""tolerance": 2.5, "overdue""#,
      says: "56:18: schedule.tolerance: Expected minutes, whole, found 2.5."
    ),
    BadProtocol(
      #""tolerance": 3, "overdue": 5"#,
      #""tolerance": 61, "overdue": 70"#,
      says: "56:18: schedule.tolerance: Expected minutes from 0 to 60, found 61."
    ),
    BadProtocol(
      #""tolerance": 3, "overdue""#,
      #""tolerance": 6, "overdue""#,
      says:
        "56:18: schedule.tolerance: A value cannot be in time for 6 minutes and overdue after 5."
    ),
    BadProtocol(
      #""overdue": 5"#,
      #""overdue": 1441"#,
      says: "56:32: schedule.overdue: Expected minutes from 0 to 1440, found 1441."
    ),
    BadProtocol(
      #""missed": 15"#,
      #""missed": 4"#,
      says:
        "56:45: schedule.missed: A slot cannot be missed after 4 minutes and overdue only after 5."
    ),
    BadProtocol(
      #""missed": 15, "standing": "clinic", "source": ["ours"]"#,
      #""missed": 15, "standing": "clinic", "source": ["theirs"]"#,
      says: "56:82: schedule.source[0]: Expected a key of sources (ours), found “theirs”."
    ),
    BadProtocol(
      #""schedule": {\#n    "tolerance": 3, "overdue": 5, "missed": 15, "standing": "clinic","#,
      #""schedule": {\#n    "tolerance": 3, "overdue": 5, "missed": 15,"#,
      says: "55:15: schedule: The key “standing” is missing."
    ),
    BadProtocol(
      #"[{ "from": 0, "name": "dose" }, { "from": 30, "name": "recovery" }]"#,
      "[]",
      says: "57:15: schedule.phases: Expected at least one phase; leave the key out for none."
    ),
    BadProtocol(
      #"{ "from": 30, "name": "recovery" }"#,
      #"{ "from": 0, "name": "recovery" }"#,
      says:
        "57:57: schedule.phases[1].from: A phase begins later than the one before it; “dose” begins at 0 minutes."
    ),
    BadProtocol(
      #"{ "from": 30, "name": "recovery" }"#,
      #"{ "from": -30, "name": "recovery" }"#,
      says: "57:57: schedule.phases[1].from: Expected minutes from 0 to 1440, found -30."
    ),
    BadProtocol(
      #"{ "from": 30, "name": "recovery" }"#,
      #"{ "from": 30, "title": "recovery" }"#,
      says: "57:61: schedule.phases[1].title: Unknown key; expected name."
    ),
    BadProtocol(
      #""name": "recovery""#,
      #""name": """#,
      says: "57:69: schedule.phases[1].name: Expected a phase's name, found “”."
    ),
  ]

  /// Groups that need nothing, or what cannot be.
  static let groups: [BadProtocol] = [
    BadProtocol(
      #""groups": [\#n      {\#n        "id": "bp", "title": "blood pressure", "signs": ["systolic", "diastolic"],\#n        "priority": "medium", "baselineSets": 2, "standing": "clinic", "source": ["ours"],\#n        "slots": [\#n          { "at": [20, 40], "mark": "required", "standing": "clinic", "source": ["ours"] },\#n          {\#n            "at": [30], "mark": "peak", "tolerance": 5, "standing": "general",\#n            "source": ["ours"]\#n          },\#n          {\#n            "every": 15, "from": 60, "until": 100, "mark": "while-high", "tolerance": 2,\#n            "standing": "clinic", "source": ["ours"]\#n          }\#n        ]\#n      },\#n      {\#n        "id": "mind", "title": "mind", "signs": ["acvpu"], "effects": ["hiccups", "nausea"],\#n        "scales": ["phq-9"], "priority": "info", "standing": "clinic", "source": ["ours"],\#n        "slots": [\#n          {\#n            "every": 60, "from": 0, "until": 130, "mark": "required", "standing": "clinic",\#n            "source": ["ours"]\#n          }\#n        ]\#n      }\#n    ]"#,
      #""groups": []"#,
      says: "58:15: schedule.groups: Expected at least one group."
    ),
    BadProtocol(
      #""baselineSets": 2"#,
      #""baseline": 2"#,
      says:
        "61:31: schedule.groups[0].baseline: Unknown key; expected effects, scales, baselineSets."
    ),
    BadProtocol(
      #""baselineSets": 2"#,
      #""baselineSets": 11"#,
      says:
        "61:47: schedule.groups[0].baselineSets: Expected a number of sets from 0 to 10, found 11."
    ),
    BadProtocol(
      #""id": "bp""#,
      #""id": "b p""#,
      says:
        "60:15: schedule.groups[0].id: Expected a group's id of 1 to 64 letters, digits, . - or _, found “b p”."
    ),
    BadProtocol(
      #""id": "mind""#,
      #""id": "bp""#,
      says: "75:15: schedule.groups[1].id: Another group has the id “bp” already."
    ),
    BadProtocol(
      #""title": "blood pressure""#,
      #""title": """#,
      says: "60:30: schedule.groups[0].title: Expected a title, found “”."
    ),
    BadProtocol(
      #""signs": ["systolic", "diastolic"]"#,
      #""signs": ["systolic", "pressure"]"#,
      says:
        "60:70: schedule.groups[0].signs[1]: Expected one of systolic, diastolic, map, heartRate, spo2, respiratoryRate, temperature, etco2, oxygenFlow, weight, acvpu, moaas, rass, found “pressure”."
    ),
    BadProtocol(
      #""signs": ["systolic", "diastolic"]"#,
      #""signs": ["systolic", "systolic"]"#,
      says: "60:70: schedule.groups[0].signs[1]: “systolic” is listed twice."
    ),
    BadProtocol(
      #"{\#n        "id": "bp", "title": "blood pressure", "signs": ["systolic", "diastolic"]"#,
      #"{\#n        "id": "bp", "title": "blood pressure""#,
      says: "59:7: schedule.groups[0]: A group needs at least one of signs, effects or scales."
    ),
    BadProtocol(
      #""signs": ["systolic", "diastolic"]"#,
      #""signs": []"#,
      says: "60:57: schedule.groups[0].signs: Expected at least one; leave the key out for none."
    ),
    BadProtocol(
      #""effects": ["hiccups", "nausea"]"#,
      #""effects": ["hiccups", "mood"]"#,
      says:
        "75:83: schedule.groups[1].effects[1]: Expected an effect that can be typed under this protocol, found “mood”."
    ),
    BadProtocol(
      #""scales": ["phq-9"]"#,
      #""scales": ["PHQ-9"]"#,
      says:
        "76:20: schedule.groups[1].scales[0]: Expected a scale in lower case, as “phq-9”, found “PHQ-9”."
    ),
    BadProtocol(
      #""scales": ["phq-9"]"#,
      #""scales": ["phq 9"]"#,
      says:
        "76:20: schedule.groups[1].scales[0]: Expected one of the protocol's scales, found “phq 9”; the nearest is “phq-9”."
    ),
    BadProtocol(
      #""scales": ["phq-9"]"#,
      #""scales": ["moaas"]"#,
      says: "76:20: schedule.groups[1].scales[0]: MOAA/S is a sign; list it among signs."
    ),
    BadProtocol(
      #""priority": "medium", "baselineSets""#,
      #""priority": "urgent", "baselineSets""#,
      says:
        "61:21: schedule.groups[0].priority: Expected one of high, medium, low, info, found “urgent”."
    ),
    BadProtocol(
      #""baselineSets": 2, "standing": "clinic", "source": ["ours"]"#,
      #""baselineSets": 2, "standing": "sure", "source": ["ours"]"#,
      says:
        "61:62: schedule.groups[0].standing: Expected one of cited, adapted, proposed, general, clinic, found “sure”."
    ),
  ]
}
