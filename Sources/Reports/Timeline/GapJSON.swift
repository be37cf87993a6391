import Monitoring
import SessionRecord

/// The times without a reading as a member of a document.
struct GapJSON {
  let words: SessionWords

  var value: JSONValue { .array(Gap.gaps(in: words.file).map(gap)) }

  private func gap(_ gap: Gap) -> JSONValue {
    .object([
      "from": .string(words.clock.stamp(gap.from).rfc3339),
      "to": .string(words.clock.stamp(gap.to).rfc3339),
      "minutes": .integer((gap.to - gap.from).wholeMinutes),
      "goesOn": .bool(gap.goesOn),
    ])
  }
}
