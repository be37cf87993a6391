import GRDB
import SessionRecord

extension VerificationFault {
  /// What an error while reading says of the place that was read.
  init(_ error: any Error) {
    switch error {
    case let error as DatabaseError: self = VerificationFault(of: error)
    case is UnexpectedColumn: self = .unreadable(why: "a column holds what it cannot hold")
    case is DamagedBody: self = .notABody
    case let refusal as any Refusal where refusal.kind == .busy:
      self = .notLookedAt(why: refusal.problem)
    case let refusal as any Refusal: self = .unreadable(why: refusal.problem)
    default: self = .unreadable(why: "\(error)")
    }
  }

  private init(of error: DatabaseError) {
    let said = error.said
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self = .notLookedAt(why: "another program held the record")
    case .SQLITE_PERM, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_AUTH, .SQLITE_NOMEM,
      .SQLITE_INTERRUPT:
      self = .notLookedAt(why: "SQLite says “\(said)”")
    case .SQLITE_IOERR:
      self = .unreadable(
        why: "the disk reported an error (\(error.extendedResultCode.rawValue))"
      )
    default: self = .unreadable(why: "SQLite says “\(said)”")
    }
  }
}

/// Findings as they are made; a part that cannot be read is one, and the others are still looked at.
struct Findings {
  private(set) var all: [VerificationFinding] = []

  mutating func add(_ place: VerificationPlace, _ fault: VerificationFault) {
    all.append(VerificationFinding(place, fault))
  }

  mutating func add(contentsOf findings: [VerificationFinding]) { all += findings }

  /// Does a part; what it throws is what is wrong with the place.
  mutating func look(
    at place: VerificationPlace,
    _ body: (inout Findings) throws -> Void
  ) {
    do { try body(&self) } catch { add(place, VerificationFault(error)) }
  }
}
