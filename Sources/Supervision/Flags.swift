package import Monitoring
package import RecordStore
import SessionRecord

extension Supervision {
  /// Flags across sessions: closed ones as stored, open ones assessed again at now.
  package func flags(_ query: FlagQuery) throws -> [SessionFlag] {
    let open = try store.sessions(of: query.patient, openOnly: true)
    let openNumbers = Set(open.map(\.number))
    var found = try store.flags(query)
      .filter { !openNumbers.contains($0.session.number) }
      .map { SessionFlag(session: $0.session, flag: $0.flag, offsetMinutes: $0.offsetMinutes) }
    for session in open {
      let file = try file(of: session.number)
      for flag in file.assessment.flags where query.matches(flag) {
        found.append(
          SessionFlag(
            session: session,
            flag: flag,
            offsetMinutes: file.zone.offsetMinutes(at: flag.raised)
          )
        )
      }
    }
    return found.sorted {
      ($0.flag.raised, $0.session.number, $0.flag.number)
        < ($1.flag.raised, $1.session.number, $1.flag.number)
    }
  }

  /// Side effects across sessions, by onset.
  package func effects(_ query: EffectQuery) throws -> [SessionEffect] {
    try store.effects(query).map { SessionEffect(session: $0.session, effect: $0.effect) }
  }

  /// The open sessions, each as of now.
  package func openFiles() throws -> [SessionFile] {
    try store.sessions(of: nil, openOnly: true).map { try file(of: $0.number) }
  }
}
