import SessionRecord

/// A medicine as it was given, which counts until it ended so long ago.
struct GivenMedicine: Lasting {
  /// With a word where the protocol does not know it: `propofol, not on the protocol's list,`.
  let name: String
  let until: Instant?
  private let given: GivenDose

  /// An end that is not known is none, so that it counts for ever.
  init(_ given: GivenDose, for span: TimeSpan, isListed: Bool = true) {
    self.given = given
    name = isListed ? given.drug : "\(given.drug), not on the protocol's list,"
    until = given.ended.map { $0 + span }
  }

  var from: Instant { given.began.instant }

  /// It has no end that is known, or ended so many whole minutes ago.
  func missing(at instant: Instant, ago words: (Int) -> String) -> LeavingVerdict {
    let entries = [given.dose, given.start, given.stop].compactMap(\.self).sorted()
    guard let ended = given.ended, ended <= instant else {
      return .missing(whyUnended, entries)
    }
    return .missing(words((instant - ended).wholeMinutes), entries)
  }

  private var whyUnended: String {
    switch given.given {
    case .running: "infusion of \(name) is \(given.isPaused ? "paused" : "running")"
    case .endNotRecorded, .amount, .notSaid, .notKnown:
      "the end of an infusion of \(name) is not recorded"
    }
  }
}
