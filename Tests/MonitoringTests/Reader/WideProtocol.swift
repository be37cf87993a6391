/// A protocol with every rule kind that the small one has not, scales, NEWS2, and comments.
enum WideProtocol {
  static let text = """
    {
      "// for whom": "For tests.",
      "schema": "vigil/protocol/1", "id": "wide", "version": "1", "title": "Wide", "notice": "For tests.",
      "settings": ["telehealth"],
      "drug": { "name": "ketamine", "route": "sublingual", "sameClass": [] },
      "medicines": ["ketamine"],
      "effects": ["hiccups"],
      "baseline": "last-before-dose",
      "sources": { "// kept": "In the office.", "ours": "Our own policy of 2026." },
      "scales": [
        {
          "// items": "Numbers only.",
          "name": "phq-9", "title": "PHQ-9", "least": 0, "most": 27, "worse": "higher",
          "items": { "count": 9, "least": 0, "most": 3 },
          "levels": [{ "from": 5, "name": "mild" }, { "from": 10, "name": "more" }],
          "standing": "general", "source": ["ours"]
        },
        {
          "name": "moaas", "title": "MOAA/S", "least": 0, "most": 5, "worse": "lower", "sign": "moaas",
          "standing": "clinic", "source": ["ours"]
        },
        {
          "name": "itq", "title": "ITQ", "least": 0, "most": 2, "worse": "higher", "scoring": "itq",
          "items": { "count": 18, "least": 0, "most": 4 },
          "standing": "clinic", "source": ["ours"]
        },
        {
          "name": "nrs", "title": "NRS", "least": 0, "most": 10, "worse": "higher",
          "standing": "clinic", "source": ["ours"]
        }
      ],
      "news2": { "within": 5, "standing": "clinic", "source": ["ours"] },
      "rules": [
        {
          "id": "together", "kind": "combination", "title": "headache and pressure",
          "all": [
            { "any": [{ "kind": "severity", "atLeast": "moderate", "only": ["headache"] }, { "kind": "crisis" }] },
            { "any": [{ "rule": "sys" }, { "rule": "mean" }, { "kind": "derived", "value": "shockIndex", "comparison": "over", "limit": 1 }] }
          ],
          "within": 15, "priority": "high", "clear": { "count": 1 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "either", "kind": "combination", "title": "one of many",
          "any": [
            { "// which": "Each of these.", "kind": "limit", "sign": "moaas", "comparison": "at-or-under", "limit": 3 },
            { "kind": "change", "sign": "systolic", "comparison": "over", "by": 50, "unit": "mmHg" },
            { "kind": "consciousness", "level": "P" },
            { "kind": "distressing", "except": ["nausea"] },
            { "kind": "effect", "only": ["vomiting"] },
            { "kind": "scale", "scale": "phq-9", "item": 9, "comparison": "over", "limit": 0 },
            { "kind": "further-dose" },
            { "kind": "further-dose", "soonerThan": 30 },
            { "rule": "unsafe" }
          ],
          "within": 0, "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "sys", "kind": "limit", "sign": "systolic", "comparison": "over", "limit": 140, "unit": "mmHg",
          "priority": "medium", "repeat": true, "window": { "before": "start" }, "stopCriterion": true,
          "clear": { "margin": 5 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "late", "kind": "limit", "sign": "moaas", "comparison": "under", "limit": 5,
          "priority": "medium", "repeat": false, "window": { "from": 117 }, "sustained": { "readings": 3 },
          "clear": { "margin": 0 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "fast", "kind": "limit", "sign": "heartRate", "comparison": "over", "limit": 120, "unit": "/min",
          "priority": "medium", "repeat": false, "off": true, "sustained": { "minutes": 5 },
          "clear": { "margin": 5 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "oxygen", "kind": "limit", "sign": "spo2", "comparison": "at-or-under", "limit": 85, "unit": "%",
          "priority": "low", "repeat": true, "spo2Scale": 2,
          "clear": { "margin": 1 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "mean", "kind": "derived", "value": "meanPressure", "comparison": "under", "limit": 65, "unit": "mmHg",
          "priority": "high", "repeat": false, "window": { "from": 0 },
          "clear": { "count": 3, "margin": 2.5 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "climb", "kind": "rate", "sign": "systolic", "comparison": "at-or-over", "by": 30, "unit": "mmHg", "within": 10,
          "priority": "low", "clear": { "margin": 5 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "fall", "kind": "rate", "sign": "rass", "comparison": "under", "by": -3, "within": 20,
          "priority": "low", "repeat": false, "clear": { "margin": 0 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "rise", "kind": "not-falling", "sign": "systolic", "over": 20, "unit": "mmHg", "minutes": 30, "since": "infusion",
          "priority": "medium", "clear": { "margin": 5 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "unsafe", "kind": "effect", "only": ["hiccups", "chaperone away"],
          "priority": "high", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "long", "kind": "lasting", "only": ["line lost"], "minutes": 2,
          "priority": "medium", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "still", "kind": "lasting", "only": ["dissociation"], "atLeast": "moderate", "untilMinute": 120,
          "priority": "medium", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "mood", "kind": "scale", "scale": "phq-9", "comparison": "at-or-over", "limit": 20,
          "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "pain", "kind": "scale", "scale": "nrs-pain", "comparison": "at-or-over", "limit": 7,
          "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "score", "kind": "news2", "atLeast": 5,
          "priority": "medium", "clear": { "count": 3 }, "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "alone", "kind": "news2", "single": true,
          "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "again", "kind": "further-dose", "when": "while-high",
          "priority": "high", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "soon", "kind": "further-dose", "soonerThan": 25,
          "priority": "low", "standing": "clinic", "source": ["ours"]
        },
        {
          "id": "nobody", "kind": "unattended", "minutes": 15,
          "priority": "medium", "standing": "clinic", "source": ["ours"]
        }
      ],
      "schedule": {
        "tolerance": 3, "overdue": 5, "missed": 15, "standing": "clinic", "source": ["ours"],
        "groups": [
          {
            "id": "bp", "title": "blood pressure", "signs": ["systolic"], "priority": "low",
            "slots": [{ "at": [10], "mark": "required", "standing": "clinic", "source": ["ours"] }],
            "standing": "clinic", "source": ["ours"]
          }
        ],
        "ifIndicated": { "signs": ["rass", "weight"], "effects": ["hiccups"], "scales": ["phq-9", "nrs-pain"] }
      },
      \(WideCourse.text)
    }
    """
}
