import Monitoring
import SessionRecord

/// An entry with all that later entries did to it: what it says now, what it said, who changed it.
struct EntryStory {
  /// What it said before an amendment.
  struct Version {
    let content: Content
    let observed: Stamp
    /// The amendment that replaced it, with its author, time and reason.
    let replacedBy: Entry
    let reason: String
  }

  let entry: Entry
  /// Nil for amendments and voids, which only act on others.
  let standing: ChartEntry?
  /// Oldest first.
  let past: [Version]
  /// The void that struck it out; of a decision that goes with its closing, the one of the closing.
  let void: Entry?
  /// The closing of its own commit that a decision went with; nil for anything else.
  let wentWith: EntryNumber?

  init(_ entry: Entry, in words: SessionWords) {
    self.entry = entry
    standing = words.chart[entry.number]
    let closing = standing.flatMap(words.chart.withdrawnClosing)
    wentWith = closing?.number
    void = (standing?.voidedBy ?? closing?.voidedBy).flatMap(words.entry)
    var past: [Version] = []
    var content = entry.content
    var observed = entry.observed
    for number in standing?.amendments ?? [] {
      guard let correction = words.entry(number),
        case .amendment(let amendment) = correction.content
      else { continue }
      past.append(
        Version(
          content: content,
          observed: observed,
          replacedBy: correction,
          reason: amendment.reason
        )
      )
      content = amendment.content
      observed = amendment.observed ?? observed
    }
    self.past = past
  }

  var content: Content { standing?.content ?? entry.content }
  var observed: Stamp { standing?.observed ?? entry.observed }
  var isVoid: Bool { standing?.isVoid ?? false || wentWith != nil }
  var isVerified: Bool { standing?.verifiedBy != nil }

  /// Recorded more than ten minutes after it was observed, as it stands now.
  var isLate: Bool {
    entry.source == .typed && entry.recorded.instant - observed.instant > .minutes(10)
  }

  /// What the clock showed when it was observed, where that was set since then.
  var observedAsWritten: Instant? {
    let written = entry.asWritten.observed.instant
    guard written != entry.observed.instant else { return nil }
    return observed.instant - (entry.observed.instant - written)
  }

  /// Why it was struck out: `undo`, or the reason that was given.
  var voidReason: String? {
    guard case .void(let voiding)? = void?.content else { return nil }
    return switch voiding.reason {
    case .undone: "undone within 60 s"
    case .because(let reason): reason
    }
  }
}

extension Chart {
  /// The withdrawn closing that a standing decision was stored with: it is one act with it, and so
  /// taken back; nil where a closing of its commit stands.
  func withdrawnClosing(of entry: ChartEntry) -> ChartEntry? {
    guard case .leaving(.decision) = entry.content, !entry.isVoid else { return nil }
    let closings = entries.filter { other in
      other.content == .closed && other.original.isOneAct(with: entry.original)
    }
    return closings.contains { !$0.isVoid } ? nil : closings.last
  }
}
