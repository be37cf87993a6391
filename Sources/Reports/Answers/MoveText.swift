package import Monitoring
package import SessionRecord

/// The answer to a move: both patients read back, what came into the one session and what that changed,
/// and what was struck out in the other.
package struct MoveText {
  /// One of the two sessions, with what the move added to it.
  package struct Side {
    package let file: SessionFile
    package let new: [EntryNumber]
    package let changes: FlagChanges

    package init(file: SessionFile, new: [EntryNumber], changes: FlagChanges) {
      self.file = file
      self.new = new
      self.changes = changes
    }
  }

  private let from: Side
  private let to: Side
  private let isWhole: Bool
  private let staying: [EntryNumber]
  private let style: Style

  /// *staying* are entries of the one session about what was moved out of it alone.
  package init(
    from: Side,
    to: Side,
    isWhole: Bool,
    staying: [EntryNumber] = [],
    style: Style
  ) {
    self.from = from
    self.to = to
    self.isWhole = isWhole
    self.staying = staying
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    page.add(
      Phrase(isWhole ? "The whole session was moved." : "Moved.", .strong)
        + " Compare both patients with the one in front of you."
    )
    for (word, side) in [("to", to), ("from", from)] {
      page.add("\(word) \(side.file.session.label)", indent: 2)
      for line in PatientFacts(side.file.patient).lines { page.add(line, indent: 4) }
    }
    if isWhole, let screening = to.file.screeningOfOther {
      page.add(
        Phrase(
          "\(screening) asked of \(from.file.patient.code), and nobody of \(to.file.patient.code)."
        ),
        indent: 2
      )
    }
    if !staying.isEmpty {
      page.add(Phrase("Not moved with it, and about it: \(stayingInWords).", .strong), indent: 2)
      page.add("Enter it again where it belongs, and void it in the other session.", indent: 2)
    }
    return [page.text, text(of: to), text(of: from)].joined(separator: "\n")
  }

  /// `#9 second check, #10 acknowledgement`.
  private var stayingInWords: String {
    staying.map { number in
      let word =
        switch from.file.assessment.chart[number]?.content {
        case .check: " second check"
        case .waste: " waste"
        case .acknowledgement: " acknowledgement"
        case .review: " review"
        default: ""
        }
      return "#\(number)\(word)"
    }.joined(separator: ", ")
  }

  private func text(of side: Side) -> String {
    AnswerText(side.file, new: side.new, changes: side.changes, style: style).text
  }
}

extension SessionFile {
  /// `Screening (#2, #3) was`: what was copied of it; nil where there is none.
  fileprivate var screeningOfOther: String? {
    let numbers = log.filter { entry in
      if case .copy = entry.source { entry.content.kind == .screening } else { false }
    }.map { "#\($0.number)" }
    return numbers.isEmpty ? nil : "Screening (\(numbers.joined(separator: ", "))) was"
  }
}
