// Supervision is the act of supervising: open a session, record a line, acknowledge, correct, close.
//
// It is the one way in. Whatever the door (command line, import, page), an entry comes here; it is
// resolved against the session's log (`last`, `undo`, flag numbers, doubts), appended, assessed and
// its flags stored in one transaction. Time is an argument. It may import SessionRecord, Shorthand,
// Monitoring and RecordStore.

package import Monitoring
package import RecordStore
package import SessionRecord
import Shorthand

/// The act of supervising, over one record and one clock.
package struct Supervision {
  package let store: RecordStore
  package let clock: SupervisionClock

  package init(store: RecordStore, clock: SupervisionClock) {
    self.store = store
    self.clock = clock
  }

  /// The protocol that a session is bound to, from the text that the record keeps.
  package func monitoringProtocol(of session: Session) throws -> MonitoringProtocol {
    let reference = session.opening.monitoringProtocol
    guard let text = try store.protocolText(reference.digest) else {
      throw SupervisionRefusal.protocolTextMissing(session.label, reference.id)
    }
    return try MonitoringProtocol(reading: text, from: reference.id.text)
  }

  /// Everything about a session: an open one as of now, a closed one as of its last entry, so that it reads
  /// the same on every day.
  ///
  /// Where the clock was set since the last entry, an open one is by the clock as it is now. Where it was set
  /// back and that cannot be known (the machine was started again), it is as of its last entry.
  package func file(of number: SessionNumber) throws -> SessionFile {
    let session = try existing(number)
    return file(try terms(of: session), log: try store.entries(of: number))
  }

  func file(_ terms: SessionTerms, log: [Entry]) -> SessionFile {
    let (log, asOf) = now(log, of: terms.session)
    return terms.file(
      terms.session,
      log: log,
      assessment: assess(log, under: terms.monitoringProtocol, asOf: asOf)
    )
  }

  /// A log with the instant that it is looked at, by the clock as it is then.
  func now(_ log: [Entry], of session: Session) -> (log: [Entry], asOf: Instant) {
    guard session.isOpen else { return (log, lastKnown(log)) }
    let now = clock.now()
    guard let last = log.last else { return (log, now) }
    let log = log.onOneClock(after: ClockStep(since: last, to: now, clock.monotonic()))
    return (log, max(now, lastKnown(log)))
  }

  /// A patient of this record, who must be there.
  package func patient(_ code: PatientCode) throws -> Patient {
    guard let patient = try store.patient(code) else {
      let alike = try store.patients().map(\.code).filter { $0.isAlike(code) }
      throw SupervisionRefusal.noSuchPatient(code.text, near: alike.count == 1 ? alike[0] : nil)
    }
    return patient
  }

  func existing(_ number: SessionNumber) throws -> Session {
    guard let session = try store.session(number) else {
      throw SupervisionRefusal.noSuchSession(String(number.value))
    }
    return session
  }

  package func zone(of session: Session) throws -> Zone {
    guard let zone = Zone(named: session.opening.zone) else {
      throw SupervisionRefusal.unknownZone(session.opening.zone)
    }
    return zone
  }
}

extension PatientCode {
  /// Whether it differs only in capitals, in what stands between, and in zeros before a number: `P-14`
  /// and `P-014`.
  fileprivate func isAlike(_ other: PatientCode) -> Bool { skeleton == other.skeleton }

  private var skeleton: [String] {
    var parts: [String] = []
    var wasDigit: Bool?
    for letter in text.lowercased() where letter.isLetter || letter.isNumber {
      if letter.isNumber == wasDigit {
        parts[parts.count - 1].append(letter)
      } else {
        parts.append("\(letter)")
      }
      wasDigit = letter.isNumber
    }
    return parts.map { part in
      let significant = part.drop { $0 == "0" }
      return significant.isEmpty ? part : String(significant)
    }
  }
}
