import Testing

/// One way to change a sealed record, and what comes of it; each is a row of the table in SECURITY.md.
struct Attack: Sendable {
  /// What is done.
  let name: String
  /// What whoever does it has to have.
  let reach: Reach
  let outcome: AttackOutcome
  /// Where the record is verified afterwards.
  let place: VerifiedPlace
  /// What the second verifier comes to, where that is not the same.
  let second: SecondOutcome
  let act: @Sendable (AttackedRecord) throws -> Void

  init(
    _ name: String,
    by reach: Reach = .file,
    _ outcome: AttackOutcome,
    verified place: VerifiedPlace = .here,
    second: SecondOutcome = .same,
    _ act: @escaping @Sendable (AttackedRecord) throws -> Void
  ) {
    self.name = name
    self.reach = reach
    self.outcome = outcome
    self.place = place
    self.second = second
    self.act = act
  }
}

/// What whoever attacks has.
enum Reach: String, Sendable {
  /// A program that speaks SQL, and leaves the schema alone.
  case statements = "SQL"
  /// May write any byte of the file.
  case file = "file"
  /// May run Vigil on the record, as anyone at the machine may.
  case program = "Vigil"
  case fileAndLostKey = "file, a lost key"
  /// The file of the record's own key: the account of the machine, without its memory of seals.
  case fileAndRecordKey = "file, record's key"
  /// All that the account has: file, keys and witness. Not the passphrases of clinicians.
  case account = "account"
}

/// Where the record is verified.
enum VerifiedPlace: String, Sendable {
  /// On the machine that sealed it, with its witness.
  case here
  /// Anywhere else, by the file alone.
  case elsewhere
}

enum AttackOutcome: Sendable {
  /// By a trigger, with this message.
  case refused(String)
  /// Exit code 1, with at least these findings as `place fault`.
  case damaged(String, [String])
  /// Exit code 2, with at least these.
  case unclear(String, [String])
  /// It is not taken for a record, or for one of this version.
  case notOpened(String)
  /// Exit code 0; *shown* is outside knowledge that tells, and is held against the record too.
  case unseen(because: String, shown: Set<Outside>)
}

/// What is known outside the file.
enum Outside: String, Sendable, CaseIterable {
  /// The digests that were printed of sessions, closed and open, before.
  case printedDigest = "a printed digest"
  /// Which keys seal in the record.
  case fingerprints = "the fingerprints of the keys"
}

enum SecondOutcome: Sendable {
  case same
  /// It has neither witness nor rules: it says no more than before.
  case seesNothing
  /// It cannot look at such a file now.
  case cannotTell
  /// It finds it damaged.
  case damaged
}

extension Attack: CustomTestStringConvertible {
  var testDescription: String { name }

  /// Its row in SECURITY.md.
  var row: String { "| \(name) | \(reach.rawValue) | \(outcome.words)\(notes) |" }

  private var notes: String {
    switch second {
    case .same, .damaged: ""
    case .seesNothing: " *The second verifier does not see it.*"
    case .cannotTell: " *The second verifier cannot tell.*"
    }
  }
}

extension AttackOutcome {
  fileprivate var words: String {
    switch self {
    case .refused(let message): "refused: “\(message)”."
    case .damaged(let by, let findings): "**damaged**, by \(by)\(quoted(findings))."
    case .unclear(let why, let findings): "**cannot tell**: \(why)\(quoted(findings))."
    case .notOpened(let why): "**not opened**: \(why)."
    case .unseen(let why, let shown):
      "**not detected**: \(why).\(outside(shown))"
    }
  }

  private func quoted(_ findings: [String]) -> String {
    " (" + findings.map { "`\($0)`" }.joined(separator: ", ") + ")"
  }

  private func outside(_ shown: Set<Outside>) -> String {
    let known = Outside.allCases.filter(shown.contains).map(\.rawValue)
    guard let first = known.first else { return "" }
    let capital = first.prefix(1).uppercased() + first.dropFirst()
    let all = [capital] + known.dropFirst()
    return
      " \(all.joined(separator: " and ")) \(all.count == 1 && first.hasPrefix("a ") ? "shows" : "show") it."
  }
}
