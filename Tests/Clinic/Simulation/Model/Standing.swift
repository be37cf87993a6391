import SessionRecord

/// What a log says after its corrections, read a second time from the rules in words.
///
/// An amended entry keeps its number, withdrawing an amendment withdraws the original, a withdrawal is final.
struct Standing {
  struct Line {
    let original: Entry
    var content: Content
    var observed: Stamp
    var amendments: [Int] = []
    var isVoid = false
    var verifiedBy: [Int] = []

    var number: Int { original.number.value }
    /// Waits to be typed again.
    var isDoubted: Bool { !isVoid && verifiedBy.isEmpty && content.isDoubted }
  }

  /// By number; amendments and withdrawals have none of their own.
  private(set) var lines: [Line] = []
  private(set) var log: [Entry] = []
  private var originals: [Int: Int] = [:]

  init() {}

  init(_ log: [Entry]) { for entry in log { append(entry) } }

  func original(of number: Int) -> Int { originals[number] ?? number }

  subscript(number: Int) -> Line? { lines.first { $0.number == number } }

  mutating func append(_ entry: Entry) {
    log.append(entry)
    let number = entry.number.value
    switch entry.content {
    case .amendment(let amendment):
      let target = original(of: amendment.entry.value)
      originals[number] = target
      change(target) { line in
        line.content = amendment.content
        line.observed = amendment.observed ?? line.observed
        line.amendments.append(number)
        line.verifiedBy = []
      }
    case .void(let void):
      let target = original(of: void.entry.value)
      guard let line = self[target], !line.isVoid else { return }
      change(target) { $0.isVoid = true }
      if case .verification(let verified) = line.content {
        let of = original(of: verified.value)
        if let place = lines.firstIndex(where: { $0.number == of }) {
          lines[place].verifiedBy.removeAll { $0 == target }
        }
      }
    case .verification(let verified):
      lines.append(Line(original: entry, content: entry.content, observed: entry.observed))
      let of = original(of: verified.value)
      if let place = lines.firstIndex(where: { $0.number == of }) {
        lines[place].verifiedBy.append(number)
      }
    default: lines.append(Line(original: entry, content: entry.content, observed: entry.observed))
    }
  }

  private mutating func change(_ number: Int, _ body: (inout Line) -> Void) {
    guard let place = lines.firstIndex(where: { $0.number == number }), !lines[place].isVoid else {
      return
    }
    body(&lines[place])
  }
}

extension Standing {
  var isVoid: Bool { lines.first?.isVoid ?? false }

  /// The first closing that nobody withdrew.
  var closing: Line? { lines.first { $0.content == .closed && !$0.isVoid } }

  var opening: Opening? {
    guard case .opened(let opening)? = lines.first?.content else { return nil }
    return opening
  }

  var room: String? {
    for line in lines.reversed() where !line.isVoid {
      if case .assigned(let room) = line.content { return room }
    }
    return opening?.room
  }

  var state: Session.State {
    if isVoid { return .void }
    guard let closing else { return .open }
    return log.contains { $0.number.value > closing.number && !$0.content.leavesClosedAlone }
      ? .amended : .closed
  }

  /// The newest dose that stands.
  var newestDose: Entry? {
    lines.last { line in
      if case .dose = line.original.content { !line.isVoid } else { false }
    }?.original
  }

  /// Whether it is the decision with which the session was closed, which goes with its closing.
  func isDecisionOfClosing(_ number: Int) -> Bool {
    guard let line = self[number], case .leaving(.decision) = line.content else { return false }
    return lines.contains { closing in
      closing.content == .closed && !closing.isVoid
        && closing.original.commit == line.original.commit
    }
  }

  /// The newest verified value of each sign, of those observed by then and less than five minutes before.
  func recentValues(at instant: Instant, except number: Int?) -> [VitalSign: Quantity] {
    var newest: [VitalSign: (at: Instant, number: Int, quantity: Quantity)] = [:]
    for line in lines where !line.isVoid && line.number != number {
      guard case .vitals(let vitals) = line.content, line.observed.instant <= instant else {
        continue
      }
      for (sign, reading) in vitals.readings {
        guard case .measured(let quantity, let isVerified) = reading,
          isVerified || !line.verifiedBy.isEmpty
        else { continue }
        if let known = newest[sign],
          (known.at, known.number) > (line.observed.instant, line.number)
        {
          continue
        }
        newest[sign] = (line.observed.instant, line.number, quantity)
      }
    }
    return newest.filter { instant - $0.value.at < .minutes(5) }.mapValues(\.quantity)
  }
}

extension Content {
  /// Whether it corrects nothing in a session that is over.
  fileprivate var leavesClosedAlone: Bool {
    switch self {
    case .acknowledgement, .review, .followUp, .clockStep, .screening(.countersignature): true
    default: false
    }
  }
}
