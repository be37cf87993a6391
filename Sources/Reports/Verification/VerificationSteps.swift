import SessionRecord

/// What to do after a verification.
struct VerificationSteps {
  private let answer: VerificationAnswer

  init(_ answer: VerificationAnswer) { self.answer = answer }

  var lines: [String] {
    switch answer.outcome {
    case .holds: []
    case .cannotTell: doubts
    case .damaged: damage
    }
  }

  private var damage: [String] {
    guard answer.verification.outcome == .damaged else {
      return [
        "compare the digits with the print; if they are right, this is another record, an older copy of "
          + "it, or one that was rewritten. Keep it as it is, and look for the record or the backup that "
          + "has them."
      ]
    }
    return [
      "keep the file as it is, and work on a copy. Go on recording: a session that is going on is worth "
        + "more than the file.",
      "restore the newest backup beside it: vigil restore FILE --to PATH, and compare what is damaged.",
    ]
  }

  /// By what could not be told, each once.
  private var doubts: [String] {
    var lines: [String] = []
    for finding in answer.verification.doubts {
      let line = step(finding)
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private func step(_ finding: VerificationFinding) -> String {
    switch finding.fault {
    case .notSealed, .nothingSealed:
      "if nobody cut a seal off, seal what is missing: vigil seal"
    case .ofVersionOne:
      "open it once for writing, as with vigil add: it is carried over, and sealed."
    case .unknownEncoding, .derivesOtherwise:
      "verify it with the Vigil that wrote it, or a newer one."
    default: "see to what stands above, and verify again."
    }
  }
}
