import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows how the gates before a session stand, and records what is answered to them.
struct ScreeningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "screening",
    abstract: "Show what holds before a session, and record what is answered.",
    discussion: """
      Exits with 1 while a gate holds. Answers are kept with the patient's course, and vigil start \
      relies on those that are still valid. Unknown and not asked hold as the wrong answer does. With \
      --by on a terminal it asks for what was not asked and for what holds; Enter leaves it as it was. In a file // begins a \
      comment; a line that is not understood refuses the whole file.

        vigil screening P-014 --protocol iv-0.5-40
        vigil screening P-014 --protocol iv-0.5-40 --by KO
        vigil screening P-014 --protocol sl-remote --setting telehealth --by KO \\
          --answers answers.txt
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp("Id of an adopted protocol, or its file.", valueName: "protocol")
  )
  var protocolName: String

  @Option(name: .long, help: ArgumentHelp("clinic or telehealth.", valueName: "setting"))
  var setting: String?

  @OptionGroup var given: GateAnswerOptions

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var author: AuthorOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let patient = try PatientCode(patient)
    let desk = try Desk.open(record, given.answers == nil ? .reading : .writing)
    let source = try ProtocolSource(named: protocolName, .adopted, in: desk)
    let terms = try source.read()
    let setting = try setting(under: terms)
    let zone = try desk.zone(nil)
    if let answers = try given.read(under: terms) {
      let author = try author.author()
      return try record(answers, of: patient, terms, setting, by: author, in: desk, zone)
    }
    let screening = try desk.supervision.screening(
      of: patient,
      under: terms,
      setting: setting,
      in: zone
    )
    let asked = isToAsk ? try GateQuestions(screening).ask() : []
    guard !asked.isEmpty else { return try show(screening) }
    let answers = try GateAnswers(asked, source: given.answerSource())
    let writing = try Desk.open(record, .writing)
    let author = try author.author()
    try record(answers, of: patient, terms, setting, by: author, in: writing, zone)
  }

  /// Where a protocol serves one setting alone, that one is meant.
  private func setting(under terms: MonitoringProtocol) throws -> Setting {
    if let setting { return try Setting(option: setting) }
    return terms.settings.count == 1 ? terms.settings[0] : .clinic
  }

  private var isToAsk: Bool {
    author.by != nil && format == .text && Terminal.hasPerson
  }

  private func record(
    _ answers: GateAnswers,
    of patient: PatientCode,
    _ terms: MonitoringProtocol,
    _ setting: Setting,
    by author: ClinicianCode?,
    in desk: Desk,
    _ zone: Zone
  ) throws {
    guard let author else { throw GateOptionRefusal.authorMissing }
    let recorded = try desk.supervision.screen(
      answers,
      of: patient,
      under: terms,
      by: author,
      in: zone
    )
    let screening = PatientScreening(
      of: recorded.course,
      under: terms,
      setting: setting,
      at: recorded.at,
      in: zone
    )
    switch format {
    case .text:
      let count = answers.answered.count
      let left = answers.answers.count - count
      let numbers = recorded.new.map { "#\($0)" }.joined(separator: ", ")
      Output.answer(
        "\(count) \(count == 1 ? "answer" : "answers") recorded in the course of \(patient) "
          + "(\(numbers)), entered by \(author)\(left == 0 ? "" : "; \(left) not asked").\n\n"
          + text(screening)
      )
    case .json: Output.answer(PatientScreeningJSON(screening).text)
    }
    try finish(screening)
  }

  private func show(_ screening: PatientScreening) throws {
    switch format {
    case .text: Output.data(text(screening))
    case .json: Output.data(PatientScreeningJSON(screening).text)
    }
    try finish(screening)
  }

  /// How each gate stands, and what to type where one holds.
  private func text(_ screening: PatientScreening) -> String {
    let shown = PatientScreeningText(screening, style: layout.style).text
    let holding = screening.standings.filter(\.finding.holds)
    guard !holding.isEmpty else { return shown }
    let held = HeldOpening(
      patient: screening.course.patient.code,
      protocolName: protocolName,
      setting: screening.setting,
      standings: holding
    )
    return shown + (shown.hasSuffix("\n") ? "" : "\n") + held.remedy
  }

  private func finish(_ screening: PatientScreening) throws {
    if screening.findings.contains(where: \.holds) { throw FoundSomething() }
  }
}
