package import Monitoring
import RecordStore
package import SessionRecord

/// An observation from another system, ready to be recorded.
package struct ImportedObservation {
  package let observed: Stamp
  package let contents: [Content]
  /// The words that make it itself; equal observations at one time have equal words.
  package let words: String

  package init(observed: Stamp, contents: [Content], words: String) {
    self.observed = observed
    self.contents = contents
    self.words = words
  }
}

/// What an import did, or would do.
package struct ImportOutcome {
  /// Entries; a row with vitals and an effect makes two.
  package let added: Int
  package let alreadyThere: Int
  /// Values among those that were added.
  package let notUsable: Int
  /// Nil after a dry run that would add something.
  package let file: SessionFile?
}

extension Supervision {
  /// Imports one file: into the named session, or into one of its own.
  ///
  /// An observation's id is the digest of patient, time, words and its place among equals, so the
  /// same file twice adds nothing.
  package func importObservations(
    _ observations: [ImportedObservation],
    document: String,
    doses: [String],
    into session: Session?,
    opening request: SessionRequest?,
    author: ClinicianCode?,
    closing: Bool,
    dryRun: Bool
  ) throws -> ImportOutcome {
    let target = try target(session, request, author: author)
    let doseLines = ImportedDoses(
      patient: target.patient,
      zone: target.zone,
      author: target.author,
      vocabularyOf: target.monitoringProtocol,
      over: observations.map(\.observed.instant),
      now: clock.now()
    )
    var drafts = try doseLines.drafts(doses)
    drafts += importDrafts(
      observations.sorted { $0.observed.instant < $1.observed.instant },
      patient: target.patient,
      zone: target.zone,
      document: document,
      author: target.author
    )
    var known = try store.knownIDs(drafts.map(\.id))
    // What stands only in a session that was struck out may be imported again, under new ids.
    var attempt = 1
    while !known.isEmpty, try areAllStruckOut(known) {
      attempt += 1
      drafts = drafts.map { $0.identified(asAttempt: attempt) }
      known = try store.knownIDs(drafts.map(\.id))
    }
    let new = drafts.filter { !known.contains($0.id) }
    let first = drafts.first { known.contains($0.id) }
    let holding = try first.flatMap { try self.session(holding: $0.id) }
    if let session, let holding, holding.number != session.number {
      throw SupervisionRefusal.importedElsewhere(known.count, session: holding.label)
    }
    guard !new.isEmpty else {
      return ImportOutcome(
        added: 0,
        alreadyThere: known.count,
        notUsable: 0,
        file: try holding.map { try self.file(of: $0.number) }
      )
    }
    if let session {
      guard session.state != .void else { throw SupervisionRefusal.sessionVoid(session.label) }
      guard session.isOpen else { throw SupervisionRefusal.sessionClosed(session.label) }
    } else if let holding {
      throw SupervisionRefusal.importedElsewhere(known.count, session: holding.label)
    }
    let file = dryRun ? nil : try add(new, to: target, document: document, closing: closing)
    return ImportOutcome(
      added: new.count,
      alreadyThere: known.count,
      notUsable: new.reduce(0) { $0 + $1.content.unusableCount },
      file: file
    )
  }

  private func target(
    _ session: Session?,
    _ request: SessionRequest?,
    author: ClinicianCode?
  ) throws -> ImportTarget {
    if let session {
      guard let opener = try store.entries(of: session.number).first?.author else {
        throw SupervisionRefusal.noSuchSession(session.label)
      }
      return ImportTarget(
        place: .session(session),
        patient: session.opening.patient,
        monitoringProtocol: try monitoringProtocol(of: session),
        zone: try zone(of: session),
        weight: session.opening.weight,
        author: author ?? opener
      )
    }
    guard let request else { throw SupervisionRefusal.noOpenSession }
    let (patient, monitoringProtocol) = try openable(request)
    return ImportTarget(
      place: .newSession(request),
      patient: patient.code,
      monitoringProtocol: monitoringProtocol,
      zone: request.zone,
      weight: request.weight,
      author: author ?? request.author
    )
  }

  private func add(
    _ new: [Draft],
    to target: ImportTarget,
    document: String,
    closing: Bool
  ) throws -> SessionFile {
    let file: SessionFile
    switch target.place {
    case .session(let session):
      file = try commit(to: session) { log, _, _, _ in
        let chart = Chart(log)
        guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
        guard chart.closing == nil else { throw SupervisionRefusal.sessionClosed(session.label) }
        let there = Set(log.map(\.id))
        return doubting(new.filter { !there.contains($0.id) }, after: chart, in: target)
      }.file
    case .newSession(let request):
      let doubted = doubting(new, after: Chart(), in: target)
      guard let first = doubted.map(\.observed).min(by: { $0.instant < $1.instant }) else {
        throw SupervisionRefusal.noOpenSession
      }
      file = try open(
        request,
        observed: first,
        source: .imported(document: document),
        with: doubted
      )
    }
    return closing ? try end(file.session.number, by: target.author).file : file
  }

  private func session(holding id: EntryID) throws -> Session? {
    guard case (.session(let number), _)? = try store.number(of: id) else { return nil }
    return try existing(number)
  }

  private func areAllStruckOut(_ ids: Set<EntryID>) throws -> Bool {
    for id in ids {
      guard try session(holding: id)?.state == .void else { return false }
    }
    return true
  }
}

/// Where an import goes, and what holds there.
struct ImportTarget {
  enum Place {
    case session(Session)
    case newSession(SessionRequest)
  }

  let place: Place
  let patient: PatientCode
  let monitoringProtocol: MonitoringProtocol
  let zone: Zone
  let weight: Quantity?
  let author: ClinicianCode
}
