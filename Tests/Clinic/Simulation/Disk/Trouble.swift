import GRDBSQLite
import TestSupport

/// What goes wrong while somebody enters.
enum Trouble {
  /// At which of the calls that change the disk.
  enum Place {
    case call(Int)
    /// The end of the journal, which is when a commit is made.
    case end
  }

  /// The call is refused; once, or with all that follow.
  case refused(Place, code: Int32, isSticky: Bool)
  /// It is done, and SQLite is told that it was not.
  case denied(Place, code: Int32)
  /// The power goes before the call; of a write that is torn the first half is on the disk.
  case cut(Place, isTorn: Bool)
  /// The power goes when the call is done, and before anybody is answered.
  case cutAfter(Place)
  /// Another program holds the record for so many milliseconds.
  case held(milliseconds: Int)

  /// Longer than an entry waits for another program.
  static let heldTooLong = Trouble.held(milliseconds: 9_000)

  static func any(_ random: inout SeededGenerator) -> Trouble {
    // A commit makes some 30 to 80 calls.
    let place: Place =
      switch random.number(1...10) {
      case 1...5: .call(random.number(1...60))
      case 6...7: .call(random.number(1...8))
      default: .end
      }
    switch random.number(1...20) {
    case 1...5: return .cut(place, isTorn: random.chance(50))
    case 6...9: return .cutAfter(place)
    case 10...15:
      let code = random.pick([SQLITE_FULL, SQLITE_IOERR | (3 << 8), SQLITE_IOERR | (4 << 8)])
      return .refused(place, code: code, isSticky: random.chance(50))
    case 16...19: return .denied(place, code: SQLITE_IOERR | (10 << 8))
    default: return .held(milliseconds: random.number(5...25))
    }
  }
}

extension Trouble.Place {
  /// Whether it is the n-th call.
  func isReached(by call: DiskCall, _ number: Int) -> Bool {
    switch self {
    case .call(let place): number == place
    case .end: call == .delete
    }
  }
}
