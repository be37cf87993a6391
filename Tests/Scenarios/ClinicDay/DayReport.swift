import SessionRecord

/// What came of one simulated day.
struct DayReport: Sendable {
  let seed: UInt64
  /// Where the program and the reckoning differ; the first few, each told once.
  var differences: [String] = []
  var sessions = 0
  var entries = 0
  var mostAtOnce = 0
  /// At how many instants something was compared, and how many flags.
  var instants = 0
  var compared = 0
  var raised = 0
  var cleared = 0
  var retracted = 0
  var ofBaseline = 0
  var deferralsAllowed = 0
  var deferralsRefused = 0
  /// In how many sessions each misread sentence comes to other flags than the program's.
  var told: [Misreading: Int] = [:]

  /// The misread sentences that this day tells from the right ones in none of its sessions.
  var untold: [Misreading] { Misreading.allCases.filter { told[$0, default: 0] == 0 } }

  mutating func differ(_ difference: String) {
    guard differences.count < 20, !differences.contains(difference) else { return }
    differences.append(difference)
  }

  /// The entries of the first session in which something differs, so that it can be read.
  mutating func tellOnce(_ log: [DayEntry], of session: String, in zone: Zone) {
    guard !differences.contains(where: { $0.hasPrefix("entries of ") }) else { return }
    differences.append(
      "entries of \(session)\n" + log.map { "    " + $0.account(in: zone) }.joined(separator: "\n")
    )
  }

  /// In one line, with the seed that repeats it.
  var summary: String {
    "seed \(seed): \(sessions) sessions, at most \(mostAtOnce) at once, \(entries) entries; "
      + "\(instants) instants, \(compared) flags compared; \(raised) raised, \(cleared) cleared, "
      + "\(retracted) retracted, \(ofBaseline) of a baseline; "
      + "deferrals \(deferralsAllowed) allowed, \(deferralsRefused) refused"
  }
}

extension DayEntry {
  /// `#11 08:03:34 vitals systolic 121, heartRate 134`; with the time it was typed where that is later.
  fileprivate func account(in zone: Zone) -> String {
    let clock = { (instant: Int) in
      Stamp(Instant(milliseconds: instant), in: zone).civil.clockWithSeconds
    }
    let typed = recorded == observed ? "" : " (typed \(clock(recorded)))"
    return "#\(number) \(clock(observed))\(typed) \(DayEntry.words(content))"
  }

  private static func words(_ content: Content) -> String {
    switch content {
    case .vitals(let vitals):
      return "vitals "
        + vitals.signs.map { sign in
          switch vitals.readings[sign] {
          case .measured(let quantity, let isVerified):
            "\(sign.key) \(decimal(quantity.thousandths))" + (isVerified ? "" : "?")
          default: "\(sign.key) -"
          }
        }.joined(separator: ", ")
    case .amendment(let amendment):
      return "#\(amendment.entry) is \(words(amendment.content))"
        + (amendment.observed.map { " at \($0.civil.clockWithSeconds)" } ?? "")
    case .void(let void): return "void #\(void.entry)"
    case .verification(let number): return "verifies #\(number)"
    case .effect(let effect): return "\(effect.name) \(effect.course?.word ?? "there")"
    case .deferred(let deferral): return "deferred \(deferral.subject)"
    case .infusion(let event): return "infusion \(event)"
    default: return content.kind.rawValue
    }
  }
}
