import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Shows and sets what stands at the head of every print.
struct ClinicCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clinic",
    abstract: "Show or set what stands at the head of prints, and their units.",
    discussion: """
      What is named is set and the rest stays; none takes a logo, telephone, address, zone or number away. \
      Units change only what prints show: in °F or lb, with °C or kg beside it. Sessions are opened in \
      the clinic's zone.

        vigil clinic --name 'Northgate Clinic' --address '12 Harbour Street' \\
          --address 'Springfield' --telephone '+1 555 0100' --by LH
        vigil clinic --paper letter --zone America/Chicago \\
          --temperature fahrenheit --name 'Northgate Clinic' --by LH
        vigil clinic --name 'Northgate Clinic' --retention-years 10 \\
          --backup-days 7 --by LH
        vigil clinic
      """
  )

  @Option(name: .long, help: ArgumentHelp("Its name.", valueName: "name"))
  var name: String?

  @Option(
    name: .long,
    parsing: .singleValue,
    help: ArgumentHelp("A line of its address; up to 4, in order.", valueName: "line")
  )
  var address: [String] = []

  @Option(name: .long, help: ArgumentHelp("Its telephone number.", valueName: "number"))
  var telephone: String?

  @Option(
    name: .long,
    help: ArgumentHelp("A picture, PNG or JPEG, up to 256 kB.", valueName: "file")
  )
  var logo: String?

  @Option(name: .long, help: ArgumentHelp("a4 or letter.", valueName: "paper"))
  var paper: Paper?

  @Option(name: .long, help: ArgumentHelp("Time zone, as Europe/Berlin.", valueName: "zone"))
  var zone: String?

  @Option(name: .long, help: ArgumentHelp("celsius or fahrenheit.", valueName: "unit"))
  var temperature: DisplayUnits.Temperature?

  @Option(name: .long, help: ArgumentHelp("kilograms or pounds.", valueName: "unit"))
  var weight: DisplayUnits.Weight?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Years for which identities are kept after the last of a course.",
      valueName: "years"
    )
  )
  var retentionYears: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Days after which status warns that no backup was verified.",
      valueName: "days"
    )
  )
  var backupDays: String?

  @ArgumentParser.Flag(name: .long, help: "Show who set what and when.")
  var history = false

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var author: AuthorOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard setsSomething else { return try show() }
    guard !history else { throw ClinicCommandRefusal.historyWhileSetting }
    let change = try ClinicChange(self)
    guard let author = try author.author() else { throw ClinicCommandRefusal.authorMissing }
    // What is refused leaves no record behind where there was none.
    if try Desk.existing(record) == nil { _ = try change.applied(to: nil) }
    let desk = try RecordRefusal.ofSettingClinic { try Desk.open(record, .creating) }
    let outcome = try desk.supervision.set(
      clinic: change.applied,
      by: author,
      in: change.zone ?? desk.supervision.clinic()?.zone.flatMap(Zone.init(named:))
        ?? LocalZone.resolve(nil)
    )
    if format == .json { return Output.answer(ClinicJSON(try desk.store.clinics()).text) }
    let text = ClinicText([outcome.setting], style: layout.style).text
    switch outcome {
    case .set: Output.answer(text)
    case .alreadySet: Output.answer(text + "\nIt was so already. Nothing was added.")
    }
  }

  private var setsSomething: Bool {
    name != nil || !address.isEmpty || telephone != nil || logo != nil || paper != nil
      || zone != nil || temperature != nil || weight != nil || retentionYears != nil
      || backupDays != nil
  }

  private func show() throws {
    let settings = try Desk.existing(record)?.store.clinics() ?? []
    switch format {
    case .text:
      let words = ClinicText(settings, style: layout.style)
      Output.data(history ? words.history : words.text)
    case .json: Output.data(ClinicJSON(settings).text)
    }
  }
}

extension DisplayUnits.Temperature: ExpressibleByArgument {}
extension DisplayUnits.Weight: ExpressibleByArgument {}
