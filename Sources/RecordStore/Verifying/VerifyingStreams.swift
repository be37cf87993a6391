import SessionRecord

extension Verifying {
  mutating func lookIntoStreams(_ progress: (Int, Int) -> Void) {
    let check = ReadModelCheck(
      connections: connections,
      version: store.version,
      derivation: derivation
    )
    let all = total
    let wanted = streams.keys.sorted { $0.precedes($1) }
    let parts = stride(from: 0, to: wanted.count, by: RecordStore.sessionsAtOnce).map {
      Array(wanted[$0..<min($0 + RecordStore.sessionsAtOnce, wanted.count)])
    }
    let found = concurrently(
      parts,
      done: { progress(all / 2 + $0 * (all - all / 2) / parts.count, all) },
      { check.look(at: $0) }
    )
    for part in found { findings.add(contentsOf: part) }
    guard only == nil else { return }
    let missing = missingSessions.flatMap { Array(($0.0...$0.1).prefix(Verifying.mostMissing)) }
    check.lookForRowsWithoutLog(Array(missing.prefix(Verifying.mostMissing)), into: &findings)
  }

  /// Of sessions that are not there, so many are looked for one by one.
  private static let mostMissing = 10_000
}
