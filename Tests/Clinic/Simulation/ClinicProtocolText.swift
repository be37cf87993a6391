import Monitoring
import RecordStore
import SessionRecord

/// The protocol of the simulated clinic, version by version: limits with and without repeats, effects, scores, what is
/// due by time, criteria for leaving, and a call afterwards.
enum ClinicProtocolText {
  static func text(version: Int) -> [UInt8] {
    let limit = 165 + version % 5 * 5
    let text = """
      {
        "schema": "vigil/protocol/1", "id": "clinic", "version": "\(version)",
        "title": "Made up for a simulated clinic", "notice": "Made up; not for use.",
        "settings": ["clinic"],
        "drug": { "name": "ketamine", "route": "intravenous", "sameClass": ["esketamine"] },
        "medicines": ["ketamine", "ondansetron"], "effects": [], "baseline": "last-before-dose",
        "sources": { "own": "Made up." },
        "scales": [
          { "name": "phq-9", "title": "PHQ-9", "least": 0, "most": 27, "worse": "higher", "standing": "clinic", "source": ["own"] }
        ],
        "rules": [
          \(limitRule("sys", "systolic", "at-or-over", limit, "mmHg", "medium", repeats: true)),
          \(limitRule("sys.extreme", "systolic", "over", 200, "mmHg", "high", repeats: false)),
          \(limitRule("hr", "heartRate", "at-or-over", 120, "/min", "low", repeats: false)),
          \(limitRule("spo2", "spo2", "under", 92, "%", "medium", repeats: true)),
          \(limitRule("sed", "moaas", "at-or-under", 2, "", "high", repeats: false)),
          { "id": "severe", "kind": "severity", "atLeast": "severe", "except": ["dissociation"], "priority": "medium",
            "standing": "clinic", "source": ["own"], "text": "" },
          { "id": "unverified", "kind": "unverified", "priority": "low", "standing": "clinic",
            "source": ["own"], "text": "" }
        ],
        "schedule": {
          "tolerance": 3, "overdue": 5, "missed": 15, "standing": "clinic", "source": ["own"],
          "phases": [{ "from": 0, "name": "all" }],
          "groups": [
            { "id": "bp", "title": "pressure and pulse",
              "signs": ["systolic", "diastolic", "heartRate"], "priority": "medium",
              "baselineSets": 1, "standing": "clinic", "source": ["own"],
              "slots": [
                { "at": [10, 20, 30, 40, 60, 90], "mark": "required", "standing": "clinic",
                  "source": ["own"] }
              ] },
            { "id": "resp", "title": "saturation", "signs": ["spo2"], "priority": "low",
              "standing": "clinic", "source": ["own"],
              "slots": [
                { "at": [20, 40, 80], "mark": "required", "standing": "clinic", "source": ["own"] }
              ] }
          ]
        },
        "leaving": [
          { "id": "time", "kind": "minutes-since-start", "title": "60 minutes since the start",
            "minutes": 60, "standing": "clinic", "source": ["own"] },
          { "id": "heart-rate", "kind": "value", "title": "heart rate 51 to 120", "sign": "heartRate",
            "atLeast": 51, "atMost": 120, "noOlderThan": 30, "standing": "clinic", "source": ["own"] },
          { "id": "gait", "kind": "answered", "title": "gait steady", "standing": "clinic",
            "source": ["own"] }
        ],
        "afterCare": [
          { "id": "call", "title": "call on the next day", "occasion": "dose", "opensHours": 18,
            "dueHours": 24, "grows": [{ "afterHours": 24, "priority": "low" }],
            "closing": "follow-up", "standing": "clinic", "source": ["own"] }
        ]
      }
      """
    return Array(text.utf8)
  }

  private static func limitRule(
    _ id: String,
    _ sign: String,
    _ comparison: String,
    _ limit: Int,
    _ unit: String,
    _ priority: String,
    repeats: Bool
  ) -> String {
    """
    { "id": "\(id)", "kind": "limit", "sign": "\(sign)", "comparison": "\(comparison)",
      "limit": \(limit),\(unit.isEmpty ? "" : " \"unit\": \"\(unit)\",") "priority": "\(priority)", "repeat": \(repeats),
      "clear": { "count": \(repeats ? 2 : 1), "margin": \(repeats ? 5 : 0), "standing": "clinic",
        "source": ["own"] },
      "standing": "clinic", "source": ["own"], "text": "" }
    """
  }
}
