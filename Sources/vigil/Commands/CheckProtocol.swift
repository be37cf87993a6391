import ArgumentParser
import Monitoring
import Reports
import SessionRecord
import Supervision

/// Checks that a protocol can be used, and says everything that is doubtful in it.
struct CheckProtocol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a protocol before it is adopted.",
    discussion: """
      A file that cannot be read is refused with its place and what was expected (exit code 65). \
      Of one that can, everything doubtful is said: a rule that can never fire, one that hides \
      another, a reading that the schedule never asks for, a name that cannot be typed (exit code \
      1). With nothing to say it exits with 0.

        vigil protocol check iv-0.5-40
      """
  )

  @Argument(help: "File, the name of an example, or an adopted id.")
  var file: String

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    // A file is checked whatever is with the record.
    let desk = try ProtocolSource.isFile(file) ? nil : Desk.existing(record)
    let read = try ProtocolSource(named: file, .example, in: desk).read()
    let findings = ProtocolCheck(read).findings
    switch format {
    case .text:
      Output.data(
        "\(file): \(read.id) version \(read.version) can be used: \(read.rules.count) rules.\n"
          + ProtocolFindingsText(findings, in: file, style: layout.style).text
      )
    case .json: Output.data(ProtocolFindingsJSON(findings, in: read).text)
    }
    if !findings.isEmpty { throw FoundSomething() }
  }
}
