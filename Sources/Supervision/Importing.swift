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
  /// What to say where the session was to be closed and stays open, since nothing was added.
  package let leftOpen: String?
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
    let (new, held) = try placed(drafts)
    if let session, let elsewhere = held.first(where: { $0.number != session.number }) {
      throw importedElsewhere(elsewhere, among: held)
    }
    guard !new.isEmpty else { return try nothingNew(held, closing: closing) }
    if let session {
      guard session.state != .void else { throw SupervisionRefusal.sessionVoid(session.label) }
      guard session.isOpen else { throw SupervisionRefusal.sessionClosed(session.label) }
    } else if let holding = held.first {
      throw importedElsewhere(holding, among: held)
    }
    let file =
      dryRun
      ? try tryOut(target, closing: closing)
      : try add(new, to: target, document: document, closing: closing)
    return ImportOutcome(
      added: new.count,
      alreadyThere: held.count,
      notUsable: new.reduce(0) { $0 + $1.content.unusableCount },
      file: file,
      leftOpen: nil
    )
  }

  /// The drafts that stand nowhere yet, and for each of the others the session that it stands in.
  ///
  /// What stands only in sessions that were struck out is new, under an id of its own.
  private func placed(_ drafts: [Draft]) throws -> (new: [Draft], held: [Session]) {
    let known = try store.knownIDs(drafts.map(\.id))
    var sessions: [SessionNumber: Session] = [:]
    var new: [Draft] = []
    var held: [Session] = []
    for draft in drafts {
      var tried = draft
      var holding = known.contains(draft.id) ? try session(holding: tried.id, &sessions) : nil
      var attempt = 1
      while holding?.state == .void {
        attempt += 1
        tried = draft.identified(asAttempt: attempt)
        holding = try session(holding: tried.id, &sessions)
      }
      if let holding { held.append(holding) } else { new.append(tried) }
    }
    return (new, held)
  }

  private func importedElsewhere(_ session: Session, among held: [Session]) -> SupervisionRefusal {
    .importedElsewhere(
      held.count { $0.number == session.number },
      session: session.label
    )
  }

  /// A session is closed with what is added to it, and never where nothing is: it may be in use.
  private func nothingNew(_ held: [Session], closing: Bool) throws -> ImportOutcome {
    let open = closing ? held.first { $0.isOpen } : nil
    return ImportOutcome(
      added: 0,
      alreadyThere: held.count,
      notUsable: 0,
      file: try held.first.map { try self.file(of: $0.number) },
      leftOpen: open.map {
        "\($0.label) stays open: nothing was added, so --end closed nothing. "
          + "To close it: vigil end \($0.number)"
      }
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
    guard let request else { throw SupervisionRefusal.noOpenSession(.recording) }
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
    switch target.place {
    case .session(let session):
      return try commit(to: session) { log, _, moment, _ in
        let chart = Chart(log)
        guard !chart.isVoid else { throw SupervisionRefusal.sessionVoid(session.label) }
        guard chart.closing == nil else { throw SupervisionRefusal.sessionClosed(session.label) }
        let there = Set(log.map(\.id))
        return doubting(new.filter { !there.contains($0.id) }, after: chart, in: target)
          + (closing ? [target.closing(at: moment, room: session.room)] : [])
      }.file
    case .newSession(let request):
      let doubted = doubting(new, after: Chart(), in: target)
      do {
        return try open(request, source: .imported(document: document)) { moment in
          let began = doubted.map(\.observed).min { $0.instant < $1.instant }
          return (
            began ?? moment.recorded,
            doubted + (closing ? [target.closing(at: moment, room: request.room)] : [])
          )
        }
      } catch SupervisionRefusal.openElsewhere(let patient, let session) {
        throw SupervisionRefusal.importBesideOpen(patient, session)
      }
    }
  }

  /// Refuses what storing would refuse, and stores nothing.
  private func tryOut(_ target: ImportTarget, closing: Bool) throws -> SessionFile? {
    guard case .newSession = target.place, !closing,
      let open = try store.sessions(of: target.patient, openOnly: true).first
    else { return nil }
    throw SupervisionRefusal.importBesideOpen(target.patient, open.label)
  }

  private func session(
    holding id: EntryID,
    _ sessions: inout [SessionNumber: Session]
  ) throws -> Session? {
    guard case (.session(let number), _)? = try store.number(of: id) else { return nil }
    if let known = sessions[number] { return known }
    let session = try existing(number)
    sessions[number] = session
    return session
  }
}
