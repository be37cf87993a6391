import Monitoring
import RecordStore
import SessionRecord
import Supervision
import Testing

/// A session that was opened for the wrong patient, and what moving it has to keep.
extension Ward {
  /// Session 1 of P-014: #2 corrected by #3, #5 verified by #6, #7 withdrawn, an acknowledgement, two
  /// authors; P-015 is known, and has none.
  static func withMistakenSession(sealing: Bool = false) throws -> Ward {
    let ward = try Ward(sealing: sealing)
    try ward.open(room: "7")
    try ward.know("P-015")
    try ward.at("13:50:00")
    try ward.type("118/74 68 98%")
    try ward.type("fix 2 hr 72 -- read again", by: "MB")
    try ward.at("14:00:00")
    try ward.type("ketamine 36 mg iv over 40 min")
    try ward.at("14:05:00")
    try ward.type("hr 232")
    try ward.type("hr 232")
    try ward.type("note not hers", by: "MB")
    try ward.type("void last -- another patient's", by: "MB")
    try ward.at("14:20:00")
    try ward.type("184/96 92 91%", by: "MB")
    try ward.at("14:22:00")
    let flags = try ward.file().assessment.flags.filter(\.isOpen)
    try ward.type("ack \(try #require(flags.last).number) head up, asked LH")
    try ward.at("14:24:00")
    try ward.type("181/95 90 94%")
    return ward
  }

  @discardableResult
  func move(
    _ session: Int = 1,
    entries: [Int] = [],
    to patient: String = "P-015",
    because reason: String = "wrong code",
    by author: String? = "LH"
  ) throws -> MoveOutcome {
    try supervision.move(
      MoveRequest(
        SessionNumber(session),
        entries: entries.map(EntryNumber.init),
        to: try PatientCode(patient),
        because: reason
      ),
      by: try author.map { try ClinicianCode($0) }
    )
  }

  /// The standing flags in some order, each in full but for its number, when it became known and who saw it.
  func standing(_ session: Int) throws -> [String] {
    try file(session).assessment.flags.filter { $0.retractedBy == nil }.map { flag in
      "\(flag.identity) \(flag.measure) \(flag.priority) \(flag.readings) \(String(describing: flag.peak))"
        + " \(flag.raised) \(flag.state) \(String(describing: flag.backInside))"
    }.sorted()
  }

  /// `bp.sys.crit #9: #10 KO 14:22 head up`.
  func acknowledged(_ session: Int) throws -> [String] {
    try file(session).assessment.flags.filter { $0.retractedBy == nil }.flatMap { flag in
      flag.acknowledgements.map { "\(flag.identity) \($0)" }
    }
  }

  /// What is counted over the whole record: flags and effects with the session that they are of.
  func counted() throws -> (flags: [String], effects: [String], review: Set<String>) {
    let review = try supervision.summary(SummaryQuery()).review
    // Which commit found a flag, and took it back, is not moved.
    let lines = review.lines.filter { !$0.contains(" retracted") }
    return (
      try supervision.flags(FlagQuery()).filter { $0.flag.retractedBy == nil }
        .map { "\($0.session.number) \($0.flag.identity) \($0.flag.state)" },
      try supervision.effects(EffectQuery()).map { "\($0.session.number) \($0.effect)" },
      lines.union(["\(review.clinical.total) and \(review.process.total) flags"])
    )
  }

  /// Every log of the record.
  func everything() throws -> [[Entry]] {
    try supervision.store.sessions(of: nil, openOnly: false)
      .map { try supervision.store.entries(of: $0.number) }
  }
}

extension Assessment {
  /// Of each group, how its slots were kept.
  var keptCounts: [KeptCount] { schedule.map(keptCount) }
}
