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
  /// The void that struck it out.
  let void: Entry?

  init(_ entry: Entry, in words: SessionWords) {
    self.entry = entry
    standing = words.chart[entry.number]
    void = standing?.voidedBy.flatMap(words.entry)
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
  var isVoid: Bool { standing?.isVoid ?? false }
  var isVerified: Bool { standing?.verifiedBy != nil }

  /// Recorded more than ten minutes after it was observed, as it stands now.
  var isLate: Bool {
    entry.source == .typed && entry.recorded.instant - observed.instant > .minutes(10)
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
