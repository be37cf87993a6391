import SessionRecord

/// What was found overdue in a session, commit by commit, by sentences 15 and 16.
struct SessionHistory {
  /// A flag as it was last found.
  struct Found: Hashable {
    var flag: Reckoning.Flag
    /// When it was first known.
    let known: Int
    /// The entry that removed it.
    var retractedBy: Int?
  }

  let dayProtocol: DayProtocol
  private(set) var log: [DayEntry] = []
  private(set) var allowed: [Int: Set<String>] = [:]
  private var found: [String: Found] = [:]

  init(_ dayProtocol: DayProtocol) { self.dayProtocol = dayProtocol }

  /// Just before something is committed: what time alone has raised since the last commit.
  mutating func wait(until next: Int) {
    guard let last = log.last?.recorded, next - 1 >= last else { return }
    look(at: next - 1)
  }

  /// Right after a commit, whose entries become known together.
  mutating func commit(_ entries: [DayEntry]) {
    guard let last = entries.last else { return }
    let trial = Reckoning(log + entries, dayProtocol, allowed: allowed, asOf: last.recorded)
    for entry in entries {
      if case .deferred = entry.content {
        allowed[entry.number] = trial.permission(for: entry).groups
      }
    }
    log += entries
    look(at: last.recorded, after: entries)
  }

  /// Whether a deferral that is typed now would be refused.
  func refuses(_ subject: Deferral.Subject, at now: Int) -> Bool {
    let entry = DayEntry(
      number: (log.last?.number ?? 0) + 1,
      recorded: now,
      observed: now,
      content: .deferred(Deferral(subject, reason: "deep state"))
    )
    return Reckoning(log + [entry], dayProtocol, allowed: allowed, asOf: now)
      .permission(for: entry).isRefused
  }

  /// Everything that is to be found at an instant: what stands, and what was retracted.
  func found(at now: Int) -> [Found] {
    var history = self
    history.look(at: now)
    return Array(history.found.values)
  }

  func standing(at now: Int, _ misread: Misreading?) -> Set<Reckoning.Flag> {
    Set(Reckoning(log, dayProtocol, allowed: allowed, asOf: now, misread).overdue)
  }

  private mutating func look(at instant: Int, after entries: [DayEntry] = []) {
    let flags = Reckoning(log, dayProtocol, allowed: allowed, asOf: instant).overdue
    var gone = Set(found.keys)
    for flag in flags {
      gone.remove(flag.cause)
      // What time alone raised was known then; what an entry told, with its commit.
      let known = entries.isEmpty ? flag.raised : instant
      found[flag.cause] = Found(flag: flag, known: found[flag.cause]?.known ?? known)
    }
    for cause in gone where found[cause]?.retractedBy == nil {
      // Of several entries of a commit, the one after which it is gone.
      found[cause]?.retractedBy = entries.last?.number
    }
  }
}
