/// A protocol that is accepted, small enough to break by hand.
enum SmallProtocol {
  private static let phq9 =
    #"{"name": "phq-9", "title": "PHQ-9", "least": 0, "most": 27, "worse": "higher", "standing": "clinic", "source": ["ours"]}"#
  private static let news2 = #"{"within": 5, "standing": "clinic", "source": ["ours"]}"#

  static let text = """
    {
      "schema": "vigil/protocol/1",
      "id": "small",
      "version": "1",
      "title": "A small protocol",
      "notice": "For tests.",
      "settings": ["clinic", "telehealth"],
      "drug": {
        "name": "ketamine", "route": "intravenous",
        "most": { "value": 0.525, "unit": "mg/kg", "standing": "clinic", "source": ["ours"] },
        "sameClass": ["esketamine"]
      },
      "medicines": ["ketamine", "ondansetron"],
      "effects": ["hiccups"],
      "baseline": "first-reading",
      "sources": { "ours": "Our own policy of 2026." }, "scales": [\(phq9)], "news2": \(news2),
      "rules": [
        {
          "id": "sys", "kind": "limit", "sign": "systolic", "comparison": "at-or-over",
          "limit": 180, "unit": "mmHg", "priority": "medium", "repeat": true,
          "clear": { "count": 3, "margin": 5 }, "standing": "clinic", "source": ["ours"],
          "text": "Call the prescriber."
        },
        {
          "id": "rise", "kind": "change", "sign": "systolic", "comparison": "at-or-over",
          "percent": 33.333, "priority": "low", "repeat": false, "clear": { "margin": 2.5 },
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "sleepy", "kind": "limit", "sign": "moaas", "comparison": "under", "limit": 3,
          "priority": "info", "repeat": false, "clear": { "margin": 0 }, "standing": "clinic",
          "source": ["ours"]
        },
        {
          "id": "acvpu", "kind": "consciousness", "level": "V", "priority": "low",
          "repeat": true, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "word", "kind": "crisis", "priority": "high", "clear": { "count": 1 },
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "bad", "kind": "severity", "atLeast": "moderate", "only": ["hiccups", "nausea"],
          "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "upset", "kind": "distressing", "except": ["dissociation"], "priority": "low",
          "repeat": false, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "doubt", "kind": "unverified", "priority": "info", "standing": "clinic",
          "source": ["ours"]
        }
      ],
      "schedule": {
        "tolerance": 3, "overdue": 5, "missed": 15, "standing": "clinic", "source": ["ours"],
        "phases": [{ "from": 0, "name": "dose" }, { "from": 30, "name": "recovery" }],
        "groups": [
          {
            "id": "bp", "title": "blood pressure", "signs": ["systolic", "diastolic"],
            "priority": "medium", "baselineSets": 2, "standing": "clinic", "source": ["ours"],
            "slots": [
              { "at": [20, 40], "mark": "required", "standing": "clinic", "source": ["ours"] },
              {
                "at": [30], "mark": "peak", "tolerance": 5, "standing": "general",
                "source": ["ours"]
              },
              {
                "every": 15, "from": 60, "until": 100, "mark": "while-high", "tolerance": 2,
                "standing": "clinic", "source": ["ours"]
              }
            ]
          },
          {
            "id": "mind", "title": "mind", "signs": ["acvpu"], "effects": ["hiccups", "nausea"],
            "scales": ["phq-9"], "priority": "info", "standing": "clinic", "source": ["ours"],
            "slots": [
              {
                "every": 60, "from": 0, "until": 130, "mark": "required", "standing": "clinic",
                "source": ["ours"]
              }
            ]
          }
        ]
      },
      "leaving": [
        {
          "id": "time", "kind": "minutes-since-start", "title": "two hours", "minutes": 120,
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "end", "kind": "minutes-since-infusion", "title": "one hour", "minutes": 60,
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "settled", "kind": "pressure", "title": "pressure settled", "apart": 10,
          "noOlderThan": 30, "leastSystolic": 90, "leastMean": 65, "percentOfBaseline": 20.5,
          "underSystolic": 140, "underDiastolic": 90, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "oxygen", "kind": "value", "title": "enough oxygen", "sign": "spo2", "atLeast": 94,
          "noOlderThan": 20, "orBaseline": true, "onRoomAir": true, "standing": "general",
          "source": ["ours"]
        },
        {
          "id": "pulse", "kind": "value", "title": "pulse", "sign": "heartRate", "atLeast": 51,
          "atMost": 110, "noOlderThan": 30, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "awake", "kind": "value", "title": "awake", "sign": "acvpu", "level": "C",
          "noOlderThan": 30, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "queasy", "kind": "effect", "title": "little nausea", "effect": "nausea",
          "atMost": 3, "noOlderThan": 30, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "dry", "kind": "effect-absent", "title": "not vomited", "effect": "vomiting",
          "minutes": 45, "noOlderThan": 40, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "calm", "kind": "no-open-flag", "title": "no flag", "atLeast": "medium",
          "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "sober", "kind": "no-recent", "title": "nothing given", "minutes": 25,
          "medicines": ["ondansetron"], "oxygen": true, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "gait", "kind": "answered", "title": "steady", "standing": "clinic",
          "source": ["ours"]
        },
        {
          "id": "friend", "kind": "escort", "title": "with a friend", "standing": "clinic",
          "source": ["ours"]
        },
        {
          "id": "told", "kind": "instructions", "title": "told what to do", "standing": "clinic",
          "source": ["ours"]
        }
      ]
    }
    """
}
