import Monitoring
import SessionRecord

/// What stands in the margins of every sheet; the fourth corner is `Page n of m`.
///
/// The first sheet has its QR code in its head (`PageHead`), every other one in its upper right corner.
struct RunningHeads {
  /// Whose sheet it is.
  let topLeft: String
  /// Of what, and its state.
  let topRight: String
  /// By what and when it was printed, of which record.
  let bottomLeft: String
  /// Above that, what the sheet can be held against.
  let mark: PrintMark?

  /// *namesPeople* is false of a form on which nobody is named yet.
  init(topLeft: String, topRight: String, letterhead: Letterhead, namesPeople: Bool = true) {
    self.topLeft = topLeft
    self.topRight = letterhead.isTraining ? "\(TrainingPage.word) · \(topRight)" : topRight
    mark = letterhead.mark
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

  /// `Vigil 0.1.0 · printed 19 Nov 2026 15:40 +01:00 · open, as of #17`; without a mark the record's
  /// fingerprint instead: `record 9f2c 41d7 b06e 83aa`.
  static func origin(_ letterhead: Letterhead) -> String {
    let parts = [
      "Vigil \(letterhead.version)", "printed \(PaperDate.stamp(letterhead.printed))",
      letterhead.mark.map(\.standing)
        ?? letterhead.heads.map { "record \($0.now.fingerprint)" },
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
    rules.add("@page {\n")
    switch paper {
    case .a4: rules.add("  size: A4 portrait;\n")
    case .letter: rules.add("  size: letter portrait;\n")
    }
    addSheet(on: paper, to: &rules)
    rules.add("  @bottom-right {\n    content: \"Page \" counter(page) \" of \" counter(pages);\n")
    rules.add("    font: bold 9pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #14202b;\n    width: 13%;\n  }\n}\n")
    if let mark, let code = mark.code {
      addCorner(QRDrawing(code: code), mark, to: &rules)
      rules.add("@page :first {\n")
      addSheet(on: paper, to: &rules)
      rules.add("}\n")
    }
    return rules
  }

  /// The margins of a sheet without a code in its corner, and three of their four texts.
  private func addSheet(on paper: Paper, to rules: inout StyleRules) {
    switch paper {
    case .a4: rules.add("  margin: 12mm 12mm 10mm;\n")
    case .letter: rules.add("  margin: 11mm 11mm 9mm;\n")
    }
    rules.add("  @top-left {\n    content: ")
    rules.add(CSSString(topLeft))
    rules.add(";\n    font: bold 9pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #14202b;\n    width: 58%;\n  }\n  @top-right {\n    content: ")
    rules.add(CSSString(topRight))
    rules.add(";\n    font: 9pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #14202b;\n    width: 42%;\n    vertical-align: middle;\n")
    rules.add("    padding-bottom: 0;\n  }\n  @bottom-left {\n    content: ")
    if let mark { rules.add([mark.typed, bottomLeft]) } else { rules.add(CSSString(bottomLeft)) }
    rules.add(";\n    white-space: pre-line;\n")
    rules.add("    font: 8pt/1.2 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    color: #3d4a54;\n    width: 87%;\n  }\n")
  }

  /// Where few printers print: the outer hundredths of a millimetre of a sheet.
  private static let unprinted = 430
  /// Between the code and what stands below it.
  private static let quiet = 120
  /// Below, one line is left.
  private static let below = 770

  /// Every sheet but the first: the code in its corner, what is at its top and most of what is below it
  /// beside that, so that the sheet loses little of its height.
  private func addCorner(_ drawing: QRDrawing, _ mark: PrintMark, to rules: inout StyleRules) {
    rules.add("@page {\n  margin-top: ")
    rules.add(millimetres: RunningHeads.unprinted + drawing.side + RunningHeads.quiet)
    rules.add(";\n  margin-bottom: ")
    rules.add(millimetres: RunningHeads.below)
    rules.add(";\n  @top-left {\n    content: ")
    rules.add([topLeft, topRight, bottomLeft])
    rules.add(";\n    font: bold 8pt/1.25 \"Liberation Sans\", Arial, Helvetica, sans-serif;\n")
    rules.add("    white-space: pre-line;\n    width: 88%;\n  }\n  @top-right {\n    content: ")
    rules.add(drawing.address)
    rules.add(";\n    width: 12%;\n    line-height: 0;\n    vertical-align: bottom;\n")
    rules.add("    padding-bottom: ")
    rules.add(millimetres: RunningHeads.quiet)
    rules.add(";\n  }\n  @bottom-left {\n    content: ")
    rules.add(CSSString(mark.typed))
    rules.add(";\n  }\n}\n")
  }
}
