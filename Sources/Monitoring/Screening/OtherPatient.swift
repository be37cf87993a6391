package import SessionRecord

extension GateFinding {
  /// How it stands in a session that was opened for another patient: which gate held, and no fact of
  /// whom it was asked of.
  package func asked(of patient: PatientCode, in session: String) -> GateFinding {
    GateFinding(
      gate: gate,
      level: level,
      answer: .notAsked,
      holds: holds,
      basis: "asked of \(patient) in \(session)"
    )
  }
}

extension SessionScreening {
  /// On what findings rest that were copied with the whole session of another patient, as `asked of P-015
  /// in S-2026-0001`; nil where the session's own patient was asked.
  package var ofOther: String? {
    guard let entry, case .copy = entry.original.source else { return nil }
    return findings.first { $0.answer == .notAsked && $0.basis.hasPrefix("asked of ") }?.basis
  }
}
