import Monitoring
import SessionRecord
import Supervision

extension Act {
  /// Opens a session under the version that is in use, or an older one, which is refused.
  static func open(
    of patient: Patient,
    under terms: ClinicTerms,
    in zone: ClinicZone,
    by author: ClinicianCode,
    room: String?,
    weight: Int?,
    expecting number: SessionNumber
  ) throws -> Act {
    guard let named = Zone(named: zone.name) else {
      throw Difference("a zone", expected: zone.name, found: "none of that name")
    }
    let weighed = try weight.map { try Quantity(.weight, $0) }
    return Act(
      words: "\(author) opens a session of \(patient.code) under \(terms.reference.version)",
      streams: [.session(number)],
      perform: { supervision in
        let file = try supervision.open(
          SessionRequest(
            patient: patient.code,
            protocolText: terms.text,
            protocolName: "clinic.json",
            setting: .clinic,
            zone: named,
            author: author,
            prescriber: nil,
            room: room,
            weight: weighed
          )
        )
        var answer = Answer()
        let stream = EntryStream.session(file.session.number)
        answer.logs[stream] = file.log
        answer.sessions = [file.session]
        answer.flags[file.session.number] = file.assessment.flags
        return answer
      },
      expected: { clinic, moment in
        guard clinic.openSession(of: patient.code) == nil,
          clinic.terms?.reference == terms.reference
        else { return .refused }
        let opening = Opening(
          patient: patient.code,
          identity: patient.commitment,
          monitoringProtocol: terms.reference,
          setting: .clinic,
          zone: zone.name,
          prescriber: nil,
          room: room,
          weight: weighed
        )
        let stamp = zone.stamp(moment.now)
        return .saved([
          Addition(
            .session(clinic.nextSession),
            [ExpectedDraft(.opened(opening), observed: stamp, by: author, in: room)],
            opening: ModelSession(clinic.nextSession, of: patient, in: zone, under: terms)
          )
        ])
      }
    )
  }

  /// Moves entries that were made in the wrong session to the open one of the patient whose they are.
  static func move(
    _ numbers: [Int],
    of number: SessionNumber,
    to target: SessionNumber,
    of patient: PatientCode,
    by author: ClinicianCode
  ) -> Act {
    Act(
      words: "\(author) moves \(numbers) of session \(number) to session \(target)",
      streams: [.session(target), .session(number)],
      perform: { supervision in
        let outcome = try supervision.move(
          MoveRequest(
            number,
            entries: numbers.map(EntryNumber.init),
            to: patient,
            because: "wrong session"
          ),
          by: author
        )
        var answer = Answer(outcome.target)
        answer.take(outcome.source)
        return answer
      },
      expected: { clinic, moment in
        guard let source = clinic[number], let joined = clinic[target],
          clinic.openSession(of: patient)?.number == target, source.patient.code != patient,
          let additions = try moved(numbers, of: source, to: joined, by: author, at: moment)
        else { return .refused }
        return .saved(additions)
      }
    )
  }

  private static func moved(
    _ numbers: [Int],
    of source: ModelSession,
    to target: ModelSession,
    by author: ClinicianCode,
    at moment: Moment
  ) throws -> [Addition]? {
    guard source.state != .void else { return nil }
    let standing = Standing(source.log(at: moment))
    guard let opened = target.log(at: moment).first?.observed.instant else { return nil }
    var lines: [Standing.Line] = []
    for number in numbers.sorted() {
      guard let line = standing[standing.original(of: number)], !line.isVoid,
        line.content.isSeenOrDone, line.observed.instant >= opened
      else { return nil }
      if !lines.contains(where: { $0.number == line.number }) { lines.append(line) }
    }
    let moved = lines.map(\.original.number)
    var label = target.session?.label ?? ""
    label = "moved to \(label) of \(target.patient.code): wrong session"
    // By the zone of the session that they were made in.
    func said(_ content: Content, in session: ModelSession) -> ExpectedDraft {
      ExpectedDraft(
        content,
        observed: source.zone.stamp(moment.now),
        by: author,
        in: session.standing.room
      )
    }
    var copies: [ExpectedDraft] = []
    for line in lines {
      var copy = ExpectedDraft(
        line.verifiedBy.isEmpty ? line.content : line.content.withoutDoubts,
        observed: line.observed,
        by: line.original.author,
        in: target.standing.room
      )
      copy.observer = line.original.observer
      copy.source = .copy(of: source.number, line.original.number)
      copies.append(copy)
    }
    let from = try Move(.from, session: source.number, entries: moved, reason: "wrong session")
    let to = try Move(.to, session: target.number, entries: moved, reason: "wrong session")
    let voids = moved.map { Content.void(Voiding(of: $0, reason: .because(label))) }
    var joined = Addition(.session(target.number), copies + [said(.moved(from), in: target)])
    joined.zone = source.zone
    let left = Addition(
      .session(source.number),
      ([.moved(to)] + voids).map { said($0, in: source) }
    )
    return [joined, left]
  }
}

extension Content {
  /// Whether it can belong to another patient.
  fileprivate var isSeenOrDone: Bool {
    switch self {
    case .vitals, .effect, .dose, .infusion, .check, .waste, .scale, .action, .note, .mark,
      .deferred:
      true
    default: false
    }
  }
}
