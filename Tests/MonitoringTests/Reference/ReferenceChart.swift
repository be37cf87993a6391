import SessionRecord

/// An entry as it stands in a prefix of the log.
struct ReferenceEntry {
  let original: Entry
  let content: Content
  let observed: Stamp
  let amendments: [EntryNumber]
  let voidedBy: EntryNumber?
  let verifiedBy: EntryNumber?

  var number: EntryNumber { original.number }

  /// When a closing closed: recorded, or observed where it was told afterwards.
  func closedAt(_ mistake: Mistake?) -> Instant {
    switch mistake {
    case .paperClosesWhenTyped: original.recorded.instant
    case .everythingClosesWhenObserved: observed.instant
    default:
      original.isToldAfterwards(mistake) ? observed.instant : original.recorded.instant
    }
  }
}

extension Entry {
  /// Transcribed from paper, or copied with its session.
  func isToldAfterwards(_ mistake: Mistake?) -> Bool {
    if mistake == .copiesAreTypedNow, case .copy = source { return false }
    return switch source {
    case .paper, .copy: true
    default: false
    }
  }
}

/// What stands of a prefix of the log, found anew for every entry by looking through all that is said
/// about others.
struct ReferenceChart {
  /// Amendments, voids and verifications: what all others are read against.
  private let corrections: [Entry]
  let mistake: Mistake?
  /// Every entry that is neither an amendment nor a void, in the log's order.
  private(set) var entries: [ReferenceEntry] = []

  /// What an amendment's number means: the entry that it amends.
  private var originals: [EntryNumber: EntryNumber] = [:]

  init(log: [Entry], mistake: Mistake?) {
    corrections = log.filter { entry in
      switch entry.content {
      case .amendment, .void, .verification: true
      default: false
      }
    }
    self.mistake = mistake
    for entry in corrections {
      guard case .amendment(let amendment) = entry.content else { continue }
      originals[entry.number] = original(of: amendment.entry)
    }
    for entry in log {
      switch entry.content {
      case .amendment, .void: break
      default: entries.append(asItStands(entry))
      }
    }
  }

  /// The unvoided ones by observed time, then entry number.
  var standing: [ReferenceEntry] {
    entries.filter { $0.voidedBy == nil }.sorted {
      $0.observed.instant == $1.observed.instant
        ? $0.number < $1.number : $0.observed.instant < $1.observed.instant
    }
  }

  /// The first closing that nobody voided.
  var closing: ReferenceEntry? {
    entries.first {
      $0.content == .closed && ($0.voidedBy == nil || mistake == .voidedClosingCounts)
    }
  }

  private func asItStands(_ entry: Entry) -> ReferenceEntry {
    let void = voidOf(entry.number)
    var content = entry.content
    var observed = entry.observed
    var amendments: [EntryNumber] = []
    for other in corrections {
      guard case .amendment(let amendment) = other.content,
        original(of: amendment.entry) == entry.number
      else { continue }
      if let void, other.number > void { continue }
      content = amendment.content
      if let time = amendment.observed, mistake != .amendmentKeepsFirstTime { observed = time }
      amendments.append(other.number)
    }
    return ReferenceEntry(
      original: entry,
      content: content,
      observed: observed,
      amendments: amendments,
      voidedBy: void,
      verifiedBy: verification(of: entry.number, after: amendments.last)
    )
  }

  private func voidOf(_ number: EntryNumber) -> EntryNumber? {
    corrections.first { other in
      guard case .void(let void) = other.content else { return false }
      let target = mistake == .voidOfAmendmentIgnored ? void.entry : original(of: void.entry)
      return target == number
    }?.number
  }

  private func verification(
    of number: EntryNumber,
    after amendment: EntryNumber?
  ) -> EntryNumber? {
    corrections.first { other in
      guard case .verification(let target) = other.content, original(of: target) == number,
        voidOf(other.number) == nil
      else { return false }
      if let amendment, other.number < amendment {
        return mistake == .amendmentKeepsVerification
      }
      return true
    }?.number
  }

  private func original(of number: EntryNumber) -> EntryNumber { originals[number] ?? number }
}
