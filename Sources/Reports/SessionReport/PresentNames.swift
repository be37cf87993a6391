import SessionRecord

/// Who a name in a record is, as far as the clinicians were listed.
struct PresentNames {
  private let clinicians: [String: Clinician]

  init(_ clinicians: [Clinician]) {
    self.clinicians = Dictionary(
      clinicians.map { ($0.code.text, $0) },
      uniquingKeysWith: { $1 }
    )
  }

  subscript(name: String) -> Clinician? { clinicians[name] }

  /// `LH` with, where it is known, `Lena Hart, prescriber` beside it.
  func phrase(_ name: String) -> Phrase {
    let code = Phrase(name, .strong)
    guard let beside = self[name].flatMap({ ClinicianWords($0).besideCode }) else { return code }
    return code + Phrase(" \(beside)")
  }
}
