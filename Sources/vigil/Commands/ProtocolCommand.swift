import ArgumentParser
import Monitoring
import Reports
import SessionRecord

/// Protocols: what is flagged, and on whose word.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "List, show and check protocols.",
    subcommands: [ProtocolList.self, ProtocolShow.self, ProtocolCheck.self]
  )
}

/// Lists the protocols that come with Vigil.
struct ProtocolList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the protocols that come with Vigil.",
    discussion: "  vigil protocol list"
  )

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let protocols = try BuiltInProtocol.names.map { try ProtocolSource(named: $0).read() }
    Output.data(ProtocolListText(protocols, style: layout.style).text)
  }
}

/// Shows a protocol in words.
struct ProtocolShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a protocol: every limit with its standing and source.",
    discussion: "  vigil protocol show iv-0.5-40"
  )

  @Argument(help: "Protocol name or file.")
  var name: String

  @ArgumentParser.Flag(name: .long, help: "Print the file as it is, to start one of your own.")
  var raw = false

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let source = try ProtocolSource(named: name)
    let read = try source.read()
    Output.data(
      raw
        ? String(decoding: source.text, as: UTF8.self)
        : ProtocolText(read, style: layout.style).text
    )
  }
}

/// Checks that a protocol file can be used.
struct ProtocolCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a protocol file.",
    discussion: """
      Says where in the document something is wrong and what was expected; exits 65 then.

        vigil protocol check iv-0.5-40
      """
  )

  @Argument(help: "Protocol file, or the name of one that comes with Vigil.")
  var file: String

  func run() throws {
    let read = try ProtocolSource(named: file).read()
    Output.data(
      "\(file): \(read.id) version \(read.version) can be used: \(read.rules.count) rules."
    )
  }
}
