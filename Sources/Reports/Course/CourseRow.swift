import Monitoring
import SessionRecord

/// One session as a course shows it, in words that every format shares.
struct CourseRow {
  let session: Session
  let tally: SessionTally
  /// Since the last dose of the class in the session before; nil without one.
  let interval: TimeSpan?

  init(_ session: CourseSession, interval: TimeSpan?) {
    self.session = session.session
    tally = session.tally
    self.interval = interval
  }

  /// When its dose began, or else when it was opened.
  var at: Instant {
    given.map(\.firstBegan).min() ?? tally.timeZero ?? session.opened.instant
  }

  var protocolWords: String {
    "\(session.opening.monitoringProtocol.id) \(session.opening.monitoringProtocol.version)"
  }

  /// Of the ketamine class.
  var given: [SessionTally.GivenTotal] { tally.given.filter(\.isOfClass) }

  var intervalWords: String { interval.map(CourseSpan.words) ?? "–" }

  /// `+31/+14`; `–` where none is known.
  var riseWords: String {
    tally.rise.map { "\(signedNumber($0.systolic))/\(signedNumber($0.diastolic))" } ?? "–"
  }

  /// Flags about the patient of a priority; *low* takes in those that only inform.
  func flags(_ priority: Priority) -> Int {
    tally.flags.count {
      !$0.isProcess && ($0.priority == .info ? .low : $0.priority) == priority
    }
  }

  /// `1/2/0`: high, medium, low.
  var flagWords: Phrase {
    [Priority.high, .medium, .low].map { priority in
      let count = flags(priority)
      return Phrase(String(count), count > 0 ? Ink(priority) : .plain)
    }.joined("/")
  }

  /// Flags about the record.
  var processFlags: Int { tally.flags.count(where: \.isProcess) }

  /// The side effects that are counted: the intended state is one only where it was distressing.
  var effects: [SessionTally.CountedEffect] {
    tally.effects.filter { $0.name != .dissociation || $0.isDistressing }
  }

  /// The worst of them, the first of equals.
  var worstEffect: SessionTally.CountedEffect? {
    effects.reduce(nil) { worst, effect in
      guard let worst else { return effect }
      return (effect.worst?.rawValue ?? 0) > (worst.worst?.rawValue ?? 0) ? effect : worst
    }
  }

  /// `nausea moderate`, `panic severe, distressing (3)`.
  var effectWords: String {
    guard let worst = worstEffect else { return "none" }
    var words = "\(worst.name) \(worst.worst?.word ?? "not graded")"
    if worst.isDistressing { words += ", distressing" }
    return effects.count > 1 ? "\(words) (\(effects.count))" : words
  }

  var leavingWords: String {
    guard !session.isOpen else { return "open" }
    return switch tally.leaving {
    case .criteriaMet: "criteria met"
    case .unmetWithReasons: "not all met, with reasons"
    case .againstAdvice: "against advice"
    case .noDose: "nothing given"
    case .noCriteria: "no criteria"
    case nil: "no decision"
    }
  }

  /// Flags and side effects that a review is asked for, and those that have one.
  var reviewed: (done: Int, of: Int) {
    let marks = tally.flags.map(\.review) + tally.effects.map(\.review)
    return (marks.count { $0 != nil }, marks.count)
  }

  /// `all 5`, `3 of 5`, `nothing to review`.
  var reviewedWords: String {
    let (done, all) = reviewed
    if all == 0 { return "nothing to review" }
    return done == all ? "all \(all)" : "\(done) of \(all)"
  }
}

extension SessionTally.GivenTotal {
  /// `40 mg`, `at least 40 mg`; `not known` where nothing of it is.
  var milligramWords: String {
    CourseAmountText.words(milligramThousandths, "mg", isLeast: isIncomplete)
  }

  /// `0.5 mg/kg`; `not known` without a weight.
  var perKilogramWords: String {
    CourseAmountText.words(perKilogramThousandths, "mg/kg", isLeast: isIncomplete)
  }
}

/// Amounts of a course in words.
enum CourseAmountText {
  static func words(_ thousandths: Int?, _ unit: String, isLeast: Bool) -> String {
    guard let thousandths else { return "not known" }
    return "\(isLeast ? "at least " : "")\(decimal(thousandths)) \(unit)".unbroken
  }
}

/// A rise with its sign: `+31`, `−4`, `0`.
func signedNumber(_ thousandths: Int) -> String {
  let size = decimal(abs(thousandths))
  return thousandths == 0 ? "0" : thousandths < 0 ? "−\(size)" : "+\(size)"
}
