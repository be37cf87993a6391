import SessionRecord

/// The encoding in which bodies are written now; a row says which one its body is in.
let currentEncoding = 1

extension Content {
  /// The body of an entry in the current encoding: the fields of its kind.
  var body: [UInt8] {
    var writer = CanonicalWriter()
    writer.content(self)
    return writer.bytes
  }

  /// Refuses whatever is not exactly the body of such a content.
  init(body: [UInt8], kind: EntryKind) throws(DamagedBody) {
    self = try CanonicalReader.whole(body) { reader throws(DamagedBody) in
      try reader.content(kind)
    }
  }
}

extension CanonicalWriter {
  mutating func content(_ content: Content) {
    switch content {
    case .opened(let value): opening(value)
    case .vitals(let value): vitals(value)
    case .effect(let value): effect(value)
    case .dose(let value): dose(value)
    case .infusion(let value): infusion(value)
    case .check(let name): text(name)
    case .waste(let value): waste(value)
    case .scale(let value):
      text(value.scale)
      integer(value.score)
      optional(value.of)
      list(value.items) { $1.integer($0) }
      optional(value.remark)
    case .action(let words), .note(let words): text(words)
    case .mark(let words): optional(words)
    case .deferred(let value): deferral(value)
    case .acknowledgement(let value): acknowledgement(value)
    case .verification(let entry): number(entry)
    case .amendment(let value): amendment(value)
    case .void(let value): voiding(value)
    case .closed: break
    case .leaving(let value): leaving(value)
    case .screening(let value): screening(value)
    case .presence(let value): presence(value)
    case .assigned(let room): text(room)
    case .review(let value): review(value)
    case .addendum(let words): text(words)
    case .followUp(let value): followUp(value)
    case .course(let value): course(value)
    case .moved(let value): move(value)
    case .clockStep(let step): integer(step.by.milliseconds)
    }
  }
}

extension CanonicalReader {
  mutating func content(_ kind: EntryKind) throws(DamagedBody) -> Content {
    switch kind {
    case .opened: .opened(try opening())
    case .vitals: .vitals(try vitals())
    case .effect: .effect(try effect())
    case .dose: .dose(try dose())
    case .infusion: .infusion(try infusion())
    case .check: .check(by: try text())
    case .waste: .waste(try waste())
    case .scale:
      .scale(
        ScaleScore(
          scale: try text(),
          score: try integer(),
          of: try optionalInteger(),
          items: try list { reader throws(DamagedBody) in try reader.integer() },
          remark: try optionalText()
        )
      )
    case .action: .action(try text())
    case .note: .note(try text())
    case .mark: .mark(try optionalText())
    case .deferred: .deferred(try deferral())
    case .acknowledgement: .acknowledgement(try acknowledgement())
    case .verification: .verification(of: try entryNumber())
    case .amendment: .amendment(try amendment())
    case .void: .void(try voiding())
    case .closed: .closed
    case .leaving: .leaving(try leaving())
    case .screening: .screening(try screening())
    case .presence: .presence(try presence())
    case .assigned: .assigned(room: try text())
    case .review: .review(try review())
    case .addendum: .addendum(try text())
    case .followUp: .followUp(try followUp())
    case .course: .course(try course())
    case .moved: .moved(try move())
    case .clockStep: .clockStep(try clockStep())
    }
  }
}
