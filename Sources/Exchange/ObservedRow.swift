package import SessionRecord

/// One row of an imported file: when, and what was observed.
package struct ObservedRow: Hashable {
  package let line: Int
  package let observed: Stamp
  /// Vitals first, then the effect, then a note that stands alone.
  package let contents: [Content]
  /// What was observed, in one form: rows that say the same have the same words, whatever the order
  /// of their columns, `mod` or `moderate`, `120` or `120.0`.
  package let words: String

  init(line: Int, observed: Stamp, contents: [Content]) {
    self.line = line
    self.observed = observed
    self.contents = contents
    words = contents.flatMap(ObservedRow.words).joined(separator: "\u{1F}")
  }

  private static func words(_ content: Content) -> [String] {
    switch content {
    case .vitals(let vitals):
      vitals.signs.map { "\($0.key)=\(words(vitals.readings[$0]))" } + remark(vitals.remark)
    case .effect(let effect):
      ["effect=\(effect.name)", "severity=\(words(effect.grade))\(effect.course?.word ?? "")"]
        + remark(effect.remark)
    case .note(let text): remark(text)
    case .opened, .dose, .infusion, .check, .waste, .scale, .action, .mark, .deferred,
      .acknowledgement, .verification, .amendment, .void, .closed, .leaving, .screening, .presence,
      .assigned, .review, .addendum, .followUp, .course, .moved, .clockStep:
      []
    }
  }

  private static func words(_ reading: Reading?) -> String {
    switch reading {
    case .measured(let quantity, _): decimal(quantity.thousandths)
    case .notUsable(let written): "not usable \(written)"
    case .notObtained(let reason): "not obtained \(reason)"
    case .unrecordable: "unrecordable"
    case .roomAir: "room air"
    case nil: ""
    }
  }

  private static func words(_ grade: Grade?) -> String {
    switch grade {
    case .words(let severity): severity.word
    case .rating(let rating): "\(rating)/10"
    case nil: ""
    }
  }

  private static func remark(_ text: String?) -> [String] { text.map { ["note=\($0)"] } ?? [] }
}
