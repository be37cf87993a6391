import SessionRecord

/// No standing flag about the patient of a priority or higher is open.
struct OpenFlagCriterion: JudgedOverTime {
  /// Speaks against leaving from when it was raised until it cleared.
  ///
  /// One that only a repeat made high does so from then on, but nothing asks when a break began.
  private struct Standing: Lasting {
    let flag: Flag
    var from: Instant { flag.raised }
    var until: Instant? { flag.state.clearedAt }
  }

  /// Those that reach the priority.
  private let flags: LastingByStart<Standing>

  init(_ least: Priority, _ evidence: LeavingEvidence) {
    flags = LastingByStart(
      evidence.flags.filter {
        !$0.isProcess && $0.retractedBy == nil && $0.priority >= least
      }.map { Standing(flag: $0) }
    )
  }

  var turns: [Instant] { flags.turns }

  func verdict(at instant: Instant) -> LeavingVerdict {
    let open = flags.open(at: instant).map(\.flag).sorted { $0.isWorse(than: $1) }
    guard let worst = open.first else { return .met() }
    let more = open.count > 1 ? ", and \(open.count - 1) more" : ""
    return .missing(
      "flag \(worst.number) is open: \(worst.title)\(more)",
      Set(open.compactMap(\.identity.entry)).sorted()
    )
  }
}
