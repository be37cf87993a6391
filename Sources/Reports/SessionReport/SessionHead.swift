import Monitoring
import SessionRecord

/// The lines that every view of a session begins with: whose it is, when, under which limits.
struct SessionHead {
  let words: SessionWords
  /// What an open session is called: OPEN in a timeline, DRAFT in a report.
  let openWord: String

  func add(to page: inout Page) {
    let session = words.file.session
    page.add(
      Phrase("Session \(session.label)", .strong) + "  " + SessionHead.patient(words.file.patient),
      right: Phrase(stateWord, .strong)
    )
    let start = session.opened.instant
    let end = words.chart.closing.map {
      "–" + words.clock.clock($0.observed.instant, near: start)
    }
    let zone = "\(words.file.zone.name) (\(words.clock.offset(start)))"
    page.add(
      [
        Phrase("\(words.clock.dateAndClock(start))\(end ?? "") \(zone)"), protocolPhrase,
        Phrase(place), Phrase(people),
      ].joined("  ")
    )
    page.add(AdoptionText(words).sentence)
    if let struck = StruckOut(words) { page.add(Phrase(struck.sentence, .strong)) }
    for line in ScreeningNotice(words).lines { page.add(line) }
    page.rule()
  }

  var stateWord: String {
    switch words.file.session.state {
    case .open: openWord
    case .closed: "CLOSED"
    case .amended: "AMENDED"
    case .void: SessionHead.void
    }
  }

  static let void = "VOID"

  /// `Rivera, Alex  P-014  b. 1984-03-12`.
  static func patient(_ patient: Patient) -> Phrase {
    guard let identity = patient.identity else {
      return Phrase("\(patient.code.text)  (identity erased)")
    }
    var parts: [Phrase] = []
    if let name = identity.name { parts.append(Phrase(name, .strong)) }
    parts.append(Phrase(patient.code.text))
    if let birthDate = identity.birthDate { parts.append("b.\u{A0}\(birthDate)") }
    return parts.joined("  ")
  }

  private var protocolPhrase: Phrase {
    let reference = words.file.session.opening.monitoringProtocol
    return "protocol \(reference.id.text) v\(reference.version)"
  }

  private var place: String {
    let opening = words.file.session.opening
    return opening.setting.rawValue + (RoomsText(words).text.map { ", \($0)" } ?? "")
  }

  private var people: String {
    let opener = words.file.log.first?.author.text
    let prescriber = words.file.session.opening.prescriber?.text
    let scale = SpO2ScaleText.phrase(words.file.session.opening)
    return [opener.map { "opened by \($0)" }, prescriber.map { "prescribed by \($0)" }, scale]
      .compactMap(\.self).joined(separator: ", ")
  }
}

extension String {
  /// The same words, kept on one line.
  var unbroken: String { replacingScalar(" ", by: "\u{A0}") }

  /// The same words with ordinary spaces, for files.
  var spaced: String { replacingScalar("\u{A0}", by: " ") }

  private func replacingScalar(_ old: Unicode.Scalar, by new: Unicode.Scalar) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == old ? new : scalar) }
    return String(scalars)
  }

  /// The same sentence with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
