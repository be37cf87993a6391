import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Who works with the record, and for what they may be named.
struct ClinicianCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clinician",
    abstract: "List the clinicians and their roles, add one, take one off.",
    discussion: """
      While nobody is listed, every name is taken as it is typed. Once somebody is, prescribers, \
      reviewers and administrators have to be listed with that role; who observes is always stored. \
      The command line does not authenticate who is named.

        vigil clinician list
      """,
    subcommands: [ClinicianAdd.self, ClinicianList.self, ClinicianRemove.self]
  )
}

/// Lists a clinician, or changes name or roles.
struct ClinicianAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "List a clinician, or change their name or roles.",
    discussion: """
      Roles are observer, prescriber, reviewer and administrator, and replace those that were set. \
      The first clinician has to be an administrator; after that it takes one to change the list.

      Whoever is new can have a key to sign with. Its passphrase is chosen by the clinician who is \
      added, and typed by them: nobody else should know it. On a terminal it is asked for; Enter alone \
      leaves it, and vigil key make makes one later.

        vigil clinician add LH --name 'Lena Hart' \\
          --role administrator,prescriber --by LH
        vigil clinician add KO --name 'Kim Okafor' --by LH
      """
  )

  @Argument(help: "Code, as entries carry it.")
  var code: String

  @Option(name: .long, help: ArgumentHelp("Full name.", valueName: "name"))
  var name: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Roles, with commas between; observer where none was set.",
      valueName: "roles"
    )
  )
  var role: String?

  @OptionGroup var passphrase: PassphraseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let author = try author.author() else { throw ClinicianCommandRefusal.authorMissing }
    let code = try ClinicianCode(code)
    let name = try name.map { try PlainText.checked($0, what: "name") }
    let roles = try role.map(ClinicianAdd.roles)
    // What is refused leaves no record behind where there was none.
    if try Desk.existing(record) == nil, roles?.contains(.administrator) != true {
      throw ClinicianRefusal.firstIsNoAdministrator(
        try Clinician(code: code, name: name, roles: roles ?? [.observer])
      )
    }
    // What cannot be a passphrase is said before anything is stored.
    let given =
      passphrase.passphraseFile == nil
      ? nil : try passphrase.read(new: true, for: "the key of \(code)")
    let desk = try Desk.open(record, .creating)
    if given != nil, desk.store.station.keyring == nil { throw KeyRefusal.noKeyring }
    let outcome = try desk.supervision.list(
      clinician: code,
      named: name,
      roles: roles,
      by: author,
      in: desk.zone(nil)
    )
    try answer(outcome, given: given, by: author, in: desk)
  }

  /// Says what was stored, and makes the key of who is new, or says how to.
  private func answer(
    _ outcome: ClinicianOutcome,
    given: Passphrase?,
    by author: ClinicianCode,
    in desk: Desk
  ) throws {
    let code = outcome.setting.clinician.code
    let hasKey = try desk.store.keysInUse().contains { $0.owner == code }
    guard !hasKey else {
      let none = given == nil ? "" : "\n\(code) has a key in this record already; none was made."
      return Output.answer(said(outcome) + none)
    }
    let make: (Passphrase) throws -> String = { secret in
      let seal = try desk.supervision.makeKey(
        for: code,
        under: secret,
        by: .clinician(author),
        in: desk.zone(nil)
      )
      return KeyAnswer.made(seal, of: code, in: desk)
    }
    if let given { return Output.answer("\(said(outcome))\n\(try make(given))") }
    guard outcome.isNew else { return Output.answer(said(outcome)) }
    let later = "\(code) has no key to sign with. To make one: vigil key make \(code) --by \(code)"
    guard Terminal.isInteractive else { return Output.answer("\(said(outcome))\n\(later)") }
    Output.answer(said(outcome))
    let secret = try passphrase.readIfWanted(for: "a key of \(code), known to \(code) alone")
    Output.answer(try secret.map(make) ?? later)
  }

  static func roles(_ text: String) throws(ClinicianCommandRefusal) -> [ClinicianRole] {
    var roles: [ClinicianRole] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let word = word.filter { !$0.isWhitespace }.lowercased()
      guard let role = ClinicianRole.allCases.first(where: { $0.word == word }) else {
        throw .unknownRole(word)
      }
      roles.append(role)
    }
    return roles
  }

  private func said(_ outcome: ClinicianOutcome) -> String {
    let words = ClinicianWords(outcome.setting.clinician)
    switch outcome {
    case .alreadySet:
      return "\(words.named) is listed so already: \(words.roles). Nothing was added."
    case .set(_, let before?) where before.isListed:
      return "\(words.named) is listed as: \(words.roles) "
        + "(was \(ClinicianWords(before.clinician).named): \(ClinicianWords(before.clinician).roles))."
    case .set: return "\(words.named) is listed as: \(words.roles)."
    }
  }
}

/// Shows who is listed.
struct ClinicianList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Show who is listed, with their roles.",
    discussion: """
        vigil clinician list
        vigil clinician list --all --format csv
      """
  )

  @ArgumentParser.Flag(name: .long, help: "Also those who were taken off the list.")
  var all = false

  @Option(name: .long, help: "table, json or csv.")
  var format: TableFormat = .table

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let known = try Desk.open(record, .reading).store.standingClinicians()
    let settings = known.filter { all || $0.isListed }
    switch format {
    case .table: Output.data(ClinicianListText(settings, style: layout.style).text)
    case .json: Output.data(ClinicianListJSON(settings).text)
    case .csv: Output.data(ClinicianListCSV(settings).text)
    }
  }
}

/// Takes a clinician off the list.
struct ClinicianRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take a clinician off the list.",
    discussion: """
      What they entered stays, with their code and name. The last administrator stays listed.

        vigil clinician remove MB --by LH
      """
  )

  @Argument(help: "Code.")
  var code: String

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    guard let author = try author.author() else { throw ClinicianCommandRefusal.authorMissing }
    let desk = try Desk.open(record, .writing)
    let outcome = try desk.supervision.unlist(
      clinician: try ClinicianCode(code),
      by: author,
      in: desk.zone(nil)
    )
    let named = ClinicianWords(outcome.setting.clinician).named
    Output.answer("\(named) is taken off the list. What they entered stays, with code and name.")
  }
}

extension ClinicianOutcome {
  /// Whether they were not listed before.
  fileprivate var isNew: Bool {
    switch self {
    case .alreadySet: false
    case .set(_, let before): before?.isListed != true
    }
  }
}
