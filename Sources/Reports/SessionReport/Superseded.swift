import Monitoring
import SessionRecord

/// The report that an amended one takes the place of: the session as its standing closing left it.
struct Superseded {
  let closing: Entry
  /// Everything that was entered after it, in the order of the log.
  let since: [Entry]
  let heads: ChainHeads?

  /// Nil for a session that is not amended, or only by having been moved.
  init?(_ file: SessionFile, heads: ChainHeads?) {
    guard file.session.state == .amended,
      let closing = file.assessment.chart.closing?.original
    else { return nil }
    let since = file.log.filter { $0.number > closing.number && $0.commit != closing.commit }
    // The copy of a session that was closed takes the place of nothing of its own.
    if case .copy = closing.source, since.isEmpty { return nil }
    self.closing = closing
    self.since = since
    self.heads = heads
  }

  /// What it takes the place of, then each entry since.
  func lines(_ words: SessionWords) -> [Phrase] {
    let at = words.clock.dateAndClock(closing.recorded.instant)
    var head =
      "Takes the place of the report as closed \(at) by \(closing.author.text); "
      + "\(counted(since.count, "entry", "entries")) since"
    if let heads {
      let closed = heads.closed.map { "record as closed \($0.fingerprint), " } ?? ""
      head += "; \(closed)\(closed.isEmpty ? "record " : "")now \(heads.now.fingerprint)"
    }
    return [Phrase(head + ".")] + since.map { line($0, words) }
  }

  private func line(_ entry: Entry, _ words: SessionWords) -> Phrase {
    let at = words.clock.clock(entry.recorded.instant, near: words.file.session.opened.instant)
    return Phrase("#\(entry.number) \(at) \(entry.author.text): ")
      + words.struck.phrase(entry.content, of: entry.number)
  }

  func value(_ clock: SessionClock) -> JSONValue {
    .object([
      "closed": .string(clock.stamp(closing.recorded.instant).rfc3339),
      "by": .string(closing.author.text),
      "entry": .integer(closing.number.value),
      "since": .array(since.map { .integer($0.number.value) }),
      "asClosed": .optional(heads?.closed?.description),
      "now": .optional(heads?.now.description),
    ])
  }
}
