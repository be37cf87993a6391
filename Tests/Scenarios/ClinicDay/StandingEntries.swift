import SessionRecord

/// The entries of a session as they stand, by sentences 1 to 3; times in milliseconds.
struct StandingEntries {
  struct Standing {
    let number: Int
    let recorded: Int
    var observed: Int
    var content: Content
    var isVoid = false
    var isVerified = false
  }

  /// In observed order: by time, then number; without what is void.
  let entries: [Standing]
  let opened: Int
  /// When the first closing that is not void was recorded.
  let closed: Int?
  /// When something was entered, in the log's order.
  let recorded: [Int]

  init(_ log: [DayEntry], _ misread: Misreading?) {
    var all: [Standing] = []
    /// The place of the original that an entry is about.
    var places: [Int: Int] = [:]
    for entry in log {
      switch entry.content {
      case .amendment(let amendment):
        guard let place = places[amendment.entry.value] else { continue }
        places[entry.number] = place
        guard !all[place].isVoid, misread != .correctionsAreNotRead else { continue }
        all[place].content = amendment.content
        all[place].observed = amendment.observed?.instant.milliseconds ?? all[place].observed
        all[place].isVerified = false
      case .void(let void):
        guard let place = places[void.entry.value], !all[place].isVoid else { continue }
        // The closing is another sentence.
        guard misread != .voidsAreNotRead || all[place].content == .closed else { continue }
        all[place].isVoid = true
        if case .verification(let verified) = all[place].content, let of = places[verified.value] {
          all[of].isVerified = false
        }
      default:
        if case .verification(let verified) = entry.content, let of = places[verified.value] {
          all[of].isVerified = true
        }
        places[entry.number] = all.count
        all.append(
          Standing(
            number: entry.number,
            recorded: entry.recorded,
            observed: misread == .typedIsObserved ? entry.recorded : entry.observed,
            content: entry.content
          )
        )
      }
    }
    opened = all.first?.observed ?? 0
    closed = all.first { $0.content == .closed && !$0.isVoid }?.recorded
    entries = all.filter { !$0.isVoid }
      .sorted { ($0.observed, $0.number) < ($1.observed, $1.number) }
    recorded = log.map(\.recorded)
  }

  /// The first, by observed time, of what begins the session's clock (sentence 5).
  func timeZero(of drug: String) -> Int? {
    let began = entries.first { entry in
      switch entry.content {
      case .infusion(.start): true
      case .dose(let dose): dose.drug == drug && dose.overMinutes == nil
      default: false
      }
    }
    let doses = entries.first { entry in
      if case .dose(let dose) = entry.content { dose.drug == drug } else { false }
    }
    return (began ?? doses)?.observed
  }
}

/// An entry of the log, or one that is about to be typed.
struct DayEntry {
  let number: Int
  let recorded: Int
  let observed: Int
  let content: Content
}

extension DayEntry {
  init(_ entry: Entry) {
    self.init(
      number: entry.number.value,
      recorded: entry.recorded.instant.milliseconds,
      observed: entry.observed.instant.milliseconds,
      content: entry.content
    )
  }
}

extension StandingEntries.Standing {
  /// A value of a sign in thousandths, and whether it is verified.
  func value(_ sign: VitalSign) -> (thousandths: Int, isVerified: Bool)? {
    guard case .vitals(let vitals) = content,
      case .measured(let quantity, let verified)? = vitals.readings[sign]
    else { return nil }
    return (quantity.thousandths, verified || isVerified)
  }
}
