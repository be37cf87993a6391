import ArgumentParser
import Monitoring
import Reports
import SessionRecord

/// Says in words what is different between two protocols.
struct DiffProtocols: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say in words how two protocols differ.",
    discussion: """
      Each is a file, an adopted id, id@version, or the name of an example. Exits with 0 whether \
      they differ or not.

        vigil protocol diff iv-0.5-40 esketamine-in
      """
  )

  @Argument(help: "The one that stands.")
  var first: String

  @Argument(help: "The other one.")
  var second: String

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let desk = try Desk.existing(record)
    let before = try ProtocolSource(named: first, .adopted, in: desk).read()
    let after = try ProtocolSource(named: second, .adopted, in: desk).read()
    let difference = ProtocolDifference(from: before, to: after)
    switch format {
    case .text: Output.data(ProtocolDifferenceText(difference, style: layout.style).text)
    case .json: Output.data(ProtocolDifferenceJSON(difference).text)
    }
  }
}
