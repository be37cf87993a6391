import SessionRecord

/// Who adopted a protocol for this clinic, and when; or that nobody has.
struct AdoptionText {
  private let adoption: Adoption?
  private let isOnPaper: Bool
  /// Nil away from any session, where the time has the offset that it was written with.
  private let clock: SessionClock?

  /// On paper the month is spelled.
  init(_ adoption: Adoption?, onPaper: Bool = false) {
    self.adoption = adoption
    isOnPaper = onPaper
    clock = nil
  }

  /// Of the limits of a session, by its own clock, as every other time beside it.
  init(_ words: SessionWords) {
    adoption = words.adoption
    isOnPaper = words.clock.isOnPaper
    clock = words.clock
  }

  /// `limits adopted by KO 2026-11-02 09:15`, or that they are not.
  var phrase: String {
    guard let adoption else { return AdoptionText.none }
    let by = "limits adopted by\u{A0}\(adoption.by.text)"
    guard let clock else { return "\(by) \(AdoptionText.time(adoption, onPaper: isOnPaper))" }
    let at = adoption.at.instant
    return "\(by) \(clock.date(at))\u{A0}\(clock.clock(at))"
  }

  /// The same with the reason that was given although the check had something to say.
  var sentence: Phrase {
    let remark = (adoption?.remark).map { ", although the check had findings: \($0)" } ?? ""
    return Phrase("\(phrase.capitalizedFirst)\(remark).")
  }

  static let none = "limits not adopted by this clinic"

  /// `2026-11-02 09:15 +01:00`, by the clock at which it was done.
  static func time(_ adoption: Adoption, onPaper: Bool = false) -> String {
    let date = onPaper ? PaperDate.date(adoption.at.civil) : adoption.at.civil.date
    let offset = SessionClock.words(offset: adoption.at.offsetMinutes)
    return "\(date)\u{A0}\(adoption.at.clock)\u{A0}\(offset)"
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
