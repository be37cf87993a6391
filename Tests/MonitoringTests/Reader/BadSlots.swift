extension BadProtocol {
  /// Slots that cannot be.
  static let slots: [BadProtocol] = [
    BadProtocol(
      #""slots": [\#n          { "at": [20, 40], "mark": "required", "standing": "clinic", "source": ["ours"] },\#n          {\#n            "at": [30], "mark": "peak", "tolerance": 5, "standing": "general",\#n            "source": ["ours"]\#n          },\#n          {\#n            "every": 15, "from": 60, "until": 100, "mark": "while-high", "tolerance": 2,\#n            "standing": "clinic", "source": ["ours"]\#n          }\#n        ]"#,
      #""slots": []"#,
      says: "62:18: schedule.groups[0].slots: Expected at least one block of slots."
    ),
    BadProtocol(
      #""slots": [\#n          { "at": [20, 40], "mark": "required", "standing": "clinic", "source": ["ours"] },\#n          {\#n            "at": [30], "mark": "peak", "tolerance": 5, "standing": "general",\#n            "source": ["ours"]\#n          },\#n          {\#n            "every": 15, "from": 60, "until": 100, "mark": "while-high", "tolerance": 2,\#n            "standing": "clinic", "source": ["ours"]\#n          }\#n        ]"#,
      #""slots": [{ "at": [20], "mark": "while-high", "standing": "clinic", "source": ["ours"] }]"#,
      says:
        "62:18: schedule.groups[0].slots: Expected at least one slot that is there without a high flag."
    ),
    BadProtocol(
      #""at": [20, 40], "mark": "required""#,
      #""at": [20, 40], "kind": "required""#,
      says: "63:29: schedule.groups[0].slots[0].kind: Unknown key; expected mark, tolerance."
    ),
    BadProtocol(
      #"{ "at": [20, 40], "#,
      "{ ",
      says: "63:11: schedule.groups[0].slots[0]: The key “at” or “every” is missing."
    ),
    BadProtocol(
      #"{ "at": [20, 40], "#,
      #"{ "att": [20, 40], "#,
      says:
        "63:13: schedule.groups[0].slots[0].att: Unknown key; expected at."
    ),
    BadProtocol(
      #"{ "at": [20, 40], "#,
      #"{ "at": [20, 40], "every": 10, "#,
      says:
        "63:38: schedule.groups[0].slots[0].every: Slots are “at” minutes, or “every” so many, not both."
    ),
    BadProtocol(
      #""at": [20, 40]"#,
      #""at": []"#,
      says: "63:19: schedule.groups[0].slots[0].at: Expected at least one minute."
    ),
    BadProtocol(
      #""at": [20, 40]"#,
      #""at": [20, 20]"#,
      says: "63:24: schedule.groups[0].slots[0].at[1]: 20 is listed twice."
    ),
    BadProtocol(
      #""at": [20, 40]"#,
      #""at": [20, -5]"#,
      says: "63:24: schedule.groups[0].slots[0].at[1]: Expected minutes from 0 to 1440, found -5."
    ),
    BadProtocol(
      #""at": [20, 40]"#,
      #""at": [20, 1441]"#,
      says:
        "63:24: schedule.groups[0].slots[0].at[1]: Expected minutes from 0 to 1440, found 1441."
    ),
    BadProtocol(
      #""at": [30]"#,
      #""at": [20]"#,
      says:
        "65:20: schedule.groups[0].slots[1].at[0]: The group has a slot at 20 minutes already."
    ),
    BadProtocol(
      #""at": [30]"#,
      #""at": [25]"#,
      says:
        "65:20: schedule.groups[0].slots[1].at[0]: With its tolerance the slot at 25 minutes begins at 20, not after the one at 20 is due."
    ),
    BadProtocol(
      #""at": [20, 40]"#,
      #""at": [20, 32]"#,
      says:
        "63:24: schedule.groups[0].slots[0].at[1]: With its tolerance the slot at 32 minutes begins at 29, not after the one at 30 is due."
    ),
    BadProtocol(
      #""from": 60, "until": 100"#,
      #""from": 60, "until": 59"#,
      says:
        "69:47: schedule.groups[0].slots[2].until: Expected minutes from 60 to 1440, found 59."
    ),
    BadProtocol(
      #""every": 15, "from": 60"#,
      #""every": 0, "from": 60"#,
      says: "69:22: schedule.groups[0].slots[2].every: Expected minutes from 1 to 1440, found 0."
    ),
    BadProtocol(
      #""every": 15, "from": 60,"#,
      #""every": 2, "from": 60,"#,
      says:
        "69:22: schedule.groups[0].slots[2].every: With its tolerance the slot at 62 minutes begins at 60, not after the one at 60 is due."
    ),
    BadProtocol(
      #"{\#n            "every": 15, "from": 60, "until": 100,"#,
      #"{\#n            "every": 15, "until": 100,"#,
      says: "68:11: schedule.groups[0].slots[2]: The key “from” is missing."
    ),
    BadProtocol(
      #"{\#n            "every": 15, "from": 60, "until": 100"#,
      #"{\#n            "every": 5, "from": 60, "until": 1440"#,
      says: "68:11: schedule.groups[0].slots[2]: A group has at most 200 slots."
    ),
    BadProtocol(
      #""mark": "peak", "tolerance": 5"#,
      #""mark": "often", "tolerance": 5"#,
      says:
        "65:33: schedule.groups[0].slots[1].mark: Expected one of required, peak, while-high, found “often”."
    ),
    BadProtocol(
      #""mark": "peak", "tolerance": 5"#,
      #""mark": "peak", "tolerance": 6"#,
      says:
        "65:54: schedule.groups[0].slots[1].tolerance: A value cannot be in time for 6 minutes and overdue after 5."
    ),
    BadProtocol(
      #""at": [20, 40], "mark": "required", "standing": "clinic", "source": ["ours"]"#,
      #""at": [20, 40], "mark": "required", "standing": "clinic", "source": []"#,
      says:
        "63:81: schedule.groups[0].slots[0].source: Expected at least one key of sources; every number has a source."
    ),
  ]
}
