import Monitoring
import SessionRecord
import Supervision

/// Five sessions whose every count is worked out by hand, under a protocol of a page.
enum WardReview {
  static let text = """
    {
      "schema": "vigil/protocol/1", "id": "reviewed", "version": "1", "title": "Made up for a review",
      "notice": "Made up.", "settings": ["clinic"],
      "drug": { "name": "ketamine", "route": "intravenous", "sameClass": [] },
      "medicines": ["ketamine"], "effects": [], "baseline": "last-before-dose",
      "sources": { "own": "Made up." },
      "rules": [
        { "id": "sys", "kind": "limit", "sign": "systolic", "comparison": "at-or-over",
          "limit": 180, "unit": "mmHg", "priority": "high", "repeat": false,
          "clear": { "count": 1, "margin": 0, "standing": "clinic", "source": ["own"] },
          "standing": "clinic", "source": ["own"], "text": "" },
        { "id": "hr", "kind": "limit", "sign": "heartRate", "comparison": "at-or-over",
          "limit": 120, "unit": "/min", "priority": "low", "repeat": false,
          "clear": { "count": 1, "margin": 0, "standing": "clinic", "source": ["own"] },
          "standing": "clinic", "source": ["own"], "text": "" }
      ],
      "schedule": {
        "tolerance": 3, "overdue": 5, "missed": 15, "standing": "clinic", "source": ["own"],
        "phases": [{ "from": 0, "name": "all" }],
        "groups": [
          { "id": "bp", "title": "pressure and pulse",
            "signs": ["systolic", "diastolic", "heartRate"], "priority": "medium",
            "baselineSets": 1, "standing": "clinic", "source": ["own"],
            "slots": [
              { "at": [10, 20, 30, 40], "mark": "required", "standing": "clinic", "source": ["own"] }
            ] }
        ]
      },
      "leaving": [
        { "id": "gait", "kind": "answered", "title": "gait steady", "standing": "clinic",
          "source": ["own"] }
      ]
    }
    """
}

extension Ward {
  /// The clock stands at 10:38 afterwards, with the third session open.
  func makeReviewed() throws {
    try tellOfMet()
    try tellOfNothingGiven()
    try tellOfOpen()
    try tellOfStruckOut()
    try tellOfAgainstAdvice()
    try at("10:38:00")
  }

  /// Due at 09:15 and 09:25: kept.
  ///
  /// 09:35: kept late at 09:41, after it was overdue at 09:40. 09:45: not
  /// obtained. Systolic beyond 180 from 09:15 to 09:41, 26 minutes, acknowledged after 2.
  private func tellOfMet() throws {
    try at("09:00:00")
    try open("P-1", under: Ward.reviewed)
    try type("120/80 70")
    try at("09:05:00")
    try type("ketamine 36 mg iv")
    for (clock, line) in [
      ("09:15:00", "184/90 76"), ("09:17:00", "ack 1 head up"), ("09:25:00", "181/90 75"),
      ("09:41:00", "150/84 72"), ("09:43:00", "nausea mod distressing"),
      ("09:45:00", "bp - hr 71 -- cuff error"), ("09:50:00", "nausea gone"),
    ] {
      try at(clock)
      try type(line)
    }
    try at("10:00:00")
    try answer(met: ["gait"])
    try end(by: "LH") { $0.decidedBy = try ClinicianCode("LH") }
  }

  /// A heart rate of 130, never seen back under 120 and never acknowledged; amended after closing.
  private func tellOfNothingGiven() throws {
    try open("P-2", under: Ward.reviewed)
    try type("118/76 70", in: 2)
    try at("10:02:00")
    try type("hr 130", in: 2)
    try at("10:05:00")
    try end(2)
    try type("fix 2 118/78 70 -- misread", in: 2)
  }

  /// Due at 10:22: kept, with 190 systolic.
  ///
  /// 10:32: overdue since 10:37.
  private func tellOfOpen() throws {
    try at("10:10:00")
    try open("P-3", under: Ward.reviewed)
    try type("122/78 68", in: 3)
    try at("10:12:00")
    try type("ketamine 36 mg iv", in: 3)
    try at("10:22:00")
    try type("190/100 90", in: 3)
    try at("10:24:00")
    try type("dissociation severe", in: 3)
  }

  private func tellOfStruckOut() throws {
    try open("P-4", under: Ward.reviewed)
    try type("200/100 130", "nausea severe distressing", in: 4)
    try strikeOut(4)
  }

  /// A set from a file, a heart rate that was taken back, and no reading due before it was closed.
  private func tellOfAgainstAdvice() throws {
    try at("10:25:00")
    try open("P-5", under: Ward.reviewed)
    _ = try supervision.record(
      [.line("140/90 80")],
      in: SessionNumber(5),
      as: Authorship(author: try ClinicianCode("KO"), source: .imported(document: "a.csv"))
    )
    try type("hr 125", in: 5)
    try type("void last -- wrong patient", in: 5)
    try at("10:26:00")
    try type("ketamine 36 mg iv", in: 5)
    try at("10:30:00")
    var request = LeavingRequest()
    request.againstAdvice = (reason: "wants to go home", witness: "MB")
    _ = try supervision.end(SessionNumber(5), by: ClinicianCode("KO"), request)
  }
}
