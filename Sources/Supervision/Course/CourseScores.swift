package import Monitoring
import RecordStore
package import SessionRecord
import Shorthand

/// On what a patient can be scored outside a session.
package struct CourseScoring {
  let formulary: Formulary
  package fileprivate(set) var scales: [Scale]
  /// The rules that flag a score in a session, each id once.
  package fileprivate(set) var rules: [Rule]
}

extension Supervision {
  /// The scales on which a patient can be scored outside a session: those of the protocols that the
  /// clinic uses, and of those that the patient's sessions are bound to, each name once.
  ///
  /// Nil where no protocol is known.
  package func scoring(of patient: PatientCode) throws -> CourseScoring? {
    var newest: [ProtocolID: RecordDigest] = [:]
    for adoption in try store.adoptions() { newest[adoption.id] = adoption.digest }
    var digests = newest.sorted { $0.key < $1.key }.map(\.value)
    for session in try store.sessions(of: patient, openOnly: false).reversed() {
      let digest = session.opening.monitoringProtocol.digest
      if session.state != .void, !digests.contains(digest) { digests.append(digest) }
    }
    var scoring: CourseScoring?
    for digest in digests {
      guard let text = try store.protocolText(digest) else { continue }
      let monitoringProtocol = try MonitoringProtocol(reading: text, from: digest.description)
      var known =
        scoring
        ?? CourseScoring(formulary: monitoringProtocol.formulary, scales: [], rules: [])
      for scale in monitoringProtocol.scales.map(\.scale)
      where !known.scales.contains(where: { $0.name == scale.name }) {
        known.scales.append(scale)
      }
      for rule in monitoringProtocol.rules
      where !rule.isOff && !known.rules.contains(where: { $0.id == rule.id }) {
        if case .scale = rule.condition { known.rules.append(rule) }
      }
      scoring = known
    }
    return scoring
  }

  /// A score as it is typed in a session, with or without the word `scale`: `pcl-5 31/80`,
  /// `phq-9 items 1 0 2 1 0 1 0 1 0`.
  package func score(_ text: String, of patient: PatientCode) throws -> ScaleScore {
    guard let scoring = try scoring(of: patient), !scoring.scales.isEmpty else {
      throw CourseRefusal.noScales
    }
    let context = LineContext(
      now: clock.now(),
      zone: .utc,
      vocabulary: Vocabulary(
        formulary: scoring.formulary,
        addedEffects: [],
        scales: scoring.scales
      )
    )
    let first = text.split(separator: " ", maxSplits: 1).first?.lowercased()
    let line = try TypedLine(first == "scale" ? text : "scale \(text)", in: context)
    guard case .entry(.scale(let score), _, _) = line else {
      throw CourseRefusal.readingOfSession(text)
    }
    return score
  }
}
