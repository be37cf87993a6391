import SessionRecord

/// Who adopted a protocol for this clinic, and when; or that nobody has.
struct AdoptionText {
  private let adoption: Adoption?
  private let isOnPaper: Bool

  /// On paper the month is spelled.
  init(_ adoption: Adoption?, onPaper: Bool = false) {
    self.adoption = adoption
    isOnPaper = onPaper
  }

  /// `limits adopted by KO 2026-11-02 09:15`, or that they are not.
  var phrase: String {
    adoption.map { "limits \(AdoptionText.words($0, onPaper: isOnPaper))" } ?? AdoptionText.none
  }

  /// The same with the reason that was given although the check had something to say.
  var sentence: Phrase {
    let remark = (adoption?.remark).map { ", although the check had findings: \($0)" } ?? ""
    return Phrase("\(phrase.capitalizedFirst)\(remark).")
  }

  static let none = "limits not adopted by this clinic"

  /// `adopted by KO 2026-11-02 09:15`, by the clock at which it was done.
  static func words(_ adoption: Adoption, onPaper: Bool = false) -> String {
    let date = onPaper ? PaperDate.date(adoption.at.civil) : adoption.at.civil.date
    return "adopted by\u{A0}\(adoption.by.text) \(date)\u{A0}\(adoption.at.clock)"
  }

  static func time(_ adoption: Adoption) -> String {
    "\(adoption.at.civil.date)\u{A0}\(adoption.at.clock)"
  }

  /// Null where there is none.
  static func value(_ adoption: Adoption?) -> JSONValue {
    guard let adoption else { return .null }
    return .object([
      "version": .string(adoption.version),
      "digest": .string(adoption.digest.description),
      "by": .string(adoption.by.text),
      "at": .string(adoption.at.rfc3339),
      "remark": .optional(adoption.remark),
    ])
  }
}

/// The clinic's adoptions, asked by the very text that a session is bound to.
struct Adoptions {
  private let byDigest: [RecordDigest: Adoption]

  /// Of one text adopted more than once the newest stands.
  init(_ adoptions: [Adoption]) {
    byDigest = Dictionary(
      adoptions.map { ($0.digest, $0) },
      uniquingKeysWith: { $0.at.instant < $1.at.instant ? $1 : $0 }
    )
  }

  subscript(reference: ProtocolReference) -> Adoption? {
    byDigest[reference.digest].flatMap { $0.id == reference.id ? $0 : nil }
  }
}
