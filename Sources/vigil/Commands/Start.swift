import ArgumentParser
import Foundation
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Opens a session for a patient under a protocol.
struct Start: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Open a session for a patient.",
    discussion: """
      Reads back name and birth date: compare them with the patient in front of you. Without a \
      weight of the day, mg/kg stays blank. The protocol is one that the clinic has adopted (vigil \
      protocol adopt). SpO2 is read on scale 1 of NEWS2; scale 2, for a target of 88 to 92%, is the \
      decision of the prescriber who is named. What the protocol asks before the dose is asked on a \
      terminal, or taken from vigil screening or a file; while a gate holds, no session is opened \
      unless the prescriber goes on over it (--override) or, for a soft one, you do (--confirm).

        vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH \\
          --weight 72 --room 2
        vigil start P-014 --protocol iv-0.5-40 --prescriber LH --spo2-scale 2
        vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH \\
          --answers today.txt --confirm sud-remission \\
          --override 'glaucoma=treated, letter of 2 Nov' --read-back
        vigil start P-014 --protocol iv-0.5-40 --by MB --prescriber LH \\
          --from-paper --opened '2026-11-18 13:05'
      """
  )

  @Argument(help: "Patient code.")
  var patient: String

  @Option(
    name: [.customLong("protocol")],
    help: ArgumentHelp("Id of an adopted protocol, or its file.", valueName: "protocol")
  )
  var protocolName: String

  @Option(name: .long, help: ArgumentHelp("Who prescribed.", valueName: "who"))
  var prescriber: String?

  @Option(name: .long, help: ArgumentHelp("clinic or telehealth.", valueName: "setting"))
  var setting: String = Setting.clinic.rawValue

  @Option(
    name: .long,
    help: ArgumentHelp("Weight of the day: 72, 71.5 or 158lb.", valueName: "weight")
  )
  var weight: String?

  @Option(name: .long, help: ArgumentHelp("Room.", valueName: "room"))
  var room: String?

  @Option(name: .long, help: ArgumentHelp("What it is given for.", valueName: "text"))
  var indication: String?

  @Option(
    name: [.customLong("spo2-scale")],
    help: ArgumentHelp("SpO2 scale of NEWS2: 1, or 2 as the prescriber's decision.", valueName: "n")
  )
  var spo2Scale: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Time zone of the session (default: the clinic's, or this machine's).",
      valueName: "zone"
    )
  )
  var zone: String?

  @OptionGroup var given: GateAnswerOptions

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A hard gate that the prescriber goes on over, with the reason: 'glaucoma=treated'. May be "
        + "repeated.",
      valueName: "gate=reason"
    )
  )
  var override: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A soft gate that you go on knowing, with words or without. May be repeated.",
      valueName: "gate"
    )
  )
  var confirm: [String] = []

  @ArgumentParser.Flag(
    name: .long,
    help: "The prescriber's decision was read back to them by who enters it."
  )
  var readBack = false

  @ArgumentParser.Flag(name: .long, help: "It is transcribed from a paper chart; nothing holds it.")
  var fromPaper = false

  @Option(
    name: .long,
    help: ArgumentHelp("When the paper chart was begun: '2026-11-18 13:05'.", valueName: "time")
  )
  var opened: String?

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let author = try author.author() else { throw CommandRefusal.authorMissing }
    guard let prescriber else { throw CommandRefusal.prescriberMissing }
    let scale = try spo2Scale.map(SpO2Scale.init(option:)) ?? .one
    let overrides = try TypedDecisions.overrides(override)
    let confirmations = try TypedDecisions.confirmations(confirm)
    let place = RecordPlace(of: try record.path())
    try place.requireForSession()
    let desk = try Desk.open(record, .writing)
    let source = try ProtocolSource(named: protocolName, .adopted, in: desk)
    let zone = try desk.zone(self.zone)
    var request = SessionRequest(
      patient: try PatientCode(patient),
      protocolText: source.text,
      protocolName: source.name,
      setting: try Setting(option: setting),
      zone: zone,
      author: author,
      prescriber: try ClinicianCode(prescriber),
      indication: try plain(indication, "indication"),
      room: try plain(room, "room"),
      weight: try weight.map(Weight.parse),
      spo2Scale: scale,
      began: try began(in: zone),
      isFromPaper: fromPaper,
      overrides: overrides,
      confirmations: confirmations,
      isReadBack: readBack
    )
    let file = try open(&request, at: desk)
    var said = [OpeningText(file, style: Terminal.style()).text]
    if self.zone == nil, let own = try otherZone(than: file.zone) {
      said.append("Times are the clinic's, \(file.zone.name); this machine is set to \(own.name).")
    }
    Output.answer((said + place.warnings).joined(separator: "\n"))
  }

  private func began(in zone: Zone) throws -> Stamp? {
    guard fromPaper else {
      guard opened == nil else { throw GateOptionRefusal.openedWithoutPaper }
      return nil
    }
    guard let opened else { throw GateOptionRefusal.openedMissing }
    return try PaperMoment.read(opened, in: zone, now: Desk.now())
  }

  /// Records what is answered first, so that it is kept whether a session is opened or not.
  private func open(_ request: inout SessionRequest, at desk: Desk) throws -> SessionFile {
    let terms = try desk.supervision.terms(toOpen: request)
    var answers = try given.read(under: terms)
    let isToAsk = !fromPaper && answers == nil && Terminal.hasPerson
    if isToAsk {
      let asked = try GateQuestions(screening(request, terms, at: desk)).ask()
      answers = asked.isEmpty ? nil : try GateAnswers(asked, source: given.answerSource())
    }
    if let answers {
      try desk.supervision.screen(
        answers,
        of: request.patient,
        under: terms,
        by: request.author,
        observed: request.began,
        in: request.zone
      )
    }
    if isToAsk {
      request.confirmations += try GateQuestions(screening(request, terms, at: desk))
        .confirmations(beside: (request.overrides + request.confirmations).map(\.gate))
    }
    do {
      return try desk.supervision.open(request)
    } catch {
      if let count = answers?.answered.count {
        let what = count == 1 ? "1 answer is" : "\(count) answers are"
        Output.message("\(what) kept in the course of \(request.patient).")
      }
      throw error
    }
  }

  private func screening(
    _ request: SessionRequest,
    _ terms: MonitoringProtocol,
    at desk: Desk
  ) throws -> PatientScreening {
    try desk.supervision.screening(
      of: request.patient,
      under: terms,
      setting: request.setting,
      in: request.zone
    )
  }

  /// This machine's zone; nil where its clock shows the same now.
  private func otherZone(than zone: Zone) throws -> Zone? {
    let own = try LocalZone.resolve(nil)
    let now = Desk.now()
    return own.offsetMinutes(at: now) == zone.offsetMinutes(at: now) ? nil : own
  }

  private func plain(_ text: String?, _ what: String) throws -> String? {
    try text.map { try PlainText.checked($0, what: what) }
  }
}

extension Setting {
  init(option text: String) throws {
    guard let setting = Setting(rawValue: text) else {
      throw CommandRefusal.unknownChoice(
        option: "--setting",
        text,
        choices: Setting.allCases.map(\.rawValue)
      )
    }
    self = setting
  }
}

extension SpO2Scale {
  init(option text: String) throws {
    guard let scale = Int(text).flatMap(SpO2Scale.init(rawValue:)) else {
      throw CommandRefusal.unknownSpO2Scale(text)
    }
    self = scale
  }
}

/// A weight given as an option.
enum Weight {
  /// `72`, `71.5`, `72kg` or `158lb`.
  static func parse(_ text: String) throws -> Quantity {
    let isPounds = text.hasSuffix("lb")
    let digits = isPounds ? text.dropLast(2) : text.hasSuffix("kg") ? text.dropLast(2) : text[...]
    guard let tenths = tenths(digits.utf8) else { throw CommandRefusal.weight(text) }
    return try isPounds
      ? Quantity(poundTenths: tenths) : Quantity(.weight, thousandths: tenths * 100)
  }

  private static func tenths(_ text: Substring.UTF8View) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }),
      parts[0].count <= 4, parts.count == 1 || parts[1].count == 1
    else { return nil }
    return parts.joined().reduce(0) { $0 * 10 + Int($1) - 0x30 } * (parts.count == 1 ? 10 : 1)
  }
}
