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
      decision of the prescriber who is named.

        vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH \\
          --weight 72 --room 2
        vigil start P-014 --protocol iv-0.5-40 --prescriber LH --spo2-scale 2
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

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let author = try author.author() else { throw CommandRefusal.authorMissing }
    guard let prescriber else { throw CommandRefusal.prescriberMissing }
    let scale = try spo2Scale.map(SpO2Scale.init(option:)) ?? .one
    let desk = try Desk.open(record, .writing)
    let source = try ProtocolSource(named: protocolName, .adopted, in: desk)
    let request = SessionRequest(
      patient: try PatientCode(patient),
      protocolText: source.text,
      protocolName: source.name,
      setting: try Setting(option: setting),
      zone: try desk.zone(zone),
      author: author,
      prescriber: try ClinicianCode(prescriber),
      indication: try plain(indication, "indication"),
      room: try plain(room, "room"),
      weight: try weight.map(Weight.parse),
      spo2Scale: scale
    )
    let file = try desk.supervision.open(request)
    let text = OpeningText(file, style: Terminal.style()).text
    guard zone == nil, let own = try otherZone(than: file.zone) else {
      return Output.answer(text)
    }
    Output.answer(
      text + "\nTimes are the clinic's, \(file.zone.name); this machine is set to \(own.name)."
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
