import SessionRecord

/// Which streams nothing is wrong or unclear with, nor with the patient and the protocol that they rest on.
struct WholeStreams {
  private var streams: Set<EntryStream> = []
  private var patients: Set<String> = []
  private var texts: Set<String> = []

  init(_ findings: [VerificationFinding]) {
    for finding in findings {
      if let stream = finding.place.stream { streams.insert(stream) }
      switch finding.place {
      case .patient(let code): patients.insert(code)
      case .protocolText(let name): texts.insert(name)
      default: break
      }
    }
  }

  func isWhole(_ checked: CheckedStream) -> Bool {
    guard let opened = checked.opened else { return false }
    return !streams.contains(checked.stream) && !patients.contains(opened.patient.text)
      && (texts.isEmpty || !texts.contains(opened.text.name))
  }
}

extension RecordDigest {
  /// The first digits, as findings name a protocol's text.
  var name: String { Hexadecimal.text(bytes.prefix(8)) }
}

extension EntryStream {
  var session: SessionNumber? {
    guard case .session(let number) = self else { return nil }
    return number
  }

  var isSession: Bool { session != nil }

  /// Sessions by number, then courses by code.
  func precedes(_ other: EntryStream) -> Bool {
    switch (self, other) {
    case (.session(let left), .session(let right)): left < right
    case (.course(let left), .course(let right)): left < right
    case (.session, .course): true
    case (.course, .session): false
    }
  }
}
