import Monitoring
import SessionRecord

/// What stands in the margins of every sheet; the fourth corner is `Page n of m`.
struct RunningHeads {
  /// Whose sheet it is.
  let topLeft: String
  /// Of what, and its state.
  let topRight: String
  /// By what and when it was printed, of which record.
  let bottomLeft: String

  /// *namesPeople* is false of a form on which nobody is named yet.
  init(topLeft: String, topRight: String, letterhead: Letterhead, namesPeople: Bool = true) {
    self.topLeft = topLeft
    self.topRight = letterhead.isTraining ? "\(TrainingPage.word) · \(topRight)" : topRight
    let origin = RunningHeads.origin(letterhead)
    bottomLeft = namesPeople ? "\(origin) · \(RunningHeads.notAuthenticated)" : origin
  }

  /// On every print: a name on it is what was typed.
  static let notAuthenticated = "The command line does not authenticate who is named."

  /// Of a session: patient, session, state.
  init(_ file: SessionFile, state: String, letterhead: Letterhead) {
    let session = file.session
    self.init(
      topLeft: RunningHeads.patient(file.patient),
      topRight: ["Session \(session.label)", PaperDate.date(session.opened.civil), state]
        .joined(separator: " · "),
      letterhead: letterhead
    )
  }

  /// `Rivera, Alex · MRN VGL-0042 · P-014 · born 12 Mar 1984`.
  static func patient(_ patient: Patient) -> String {
    guard let identity = patient.identity else {
      return "\(patient.code.text) · identity erased"
    }
    let parts = [
      identity.name.map(RunningHeads.short),
      identity.medicalRecordNumber.map { "MRN \(RunningHeads.short($0))" },
      patient.code.text, identity.birthDate.map { "born \(PaperDate.date($0))" },
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// `Vigil 0.1.0 · printed 19 Nov 2026 15:40 +01:00 · record 9f2c 41d7 b06e 83aa`.
  static func origin(_ letterhead: Letterhead) -> String {
    let parts = [
      "Vigil \(letterhead.version)", "printed \(PaperDate.stamp(letterhead.printed))",
      letterhead.heads.map { "record \($0.now.fingerprint)" },
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }

  /// A margin holds two lines; the whole text stands in the head of the first page.
  private static func short(_ text: String) -> String {
    text.count > longest ? text.prefix(longest - 1) + "…" : text
  }

  private static let longest = 48

  /// The `@page` rules with their texts.
  func rules(_ paper: Paper) -> StyleRules {
    var rules = StyleRules()
    switch paper {
    case .a4: rules.add("@page {\n  size: A4 portrait;\n  margin: 12mm 12mm 10mm;\n")
    case .letter: rules.add("@page {\n  size: letter portrait;\n  margin: 11mm 11mm 9mm;\n")
    }
    rules.add("  @top-left {\n    content: ")
    rules.add(CSSString(topLeft))
    rules.add(";\n    font: bold 9pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #14202b;\n    width: 58%;\n  }\n  @top-right {\n    content: ")
    rules.add(CSSString(topRight))
    rules.add(";\n    font: 9pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #14202b;\n    width: 42%;\n  }\n  @bottom-left {\n    content: ")
    rules.add(CSSString(bottomLeft))
    rules.add(";\n    font: 8pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #56646f;\n    width: 80%;\n  }\n  @bottom-right {\n")
    rules.add("    content: \"Page \" counter(page) \" of \" counter(pages);\n")
    rules.add("    font: bold 9pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #14202b;\n    width: 20%;\n  }\n}\n")
    return rules
  }
}
