import ArgumentParser
import Monitoring
import Reports
import SessionRecord

/// Protocols: what is flagged, and on whose word.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "List, show and check protocols.",
    discussion: "  vigil protocol show iv-0.5-40",
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

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions

  func run() throws {
    let protocols = try BuiltInProtocol.names.map { try ProtocolSource(named: $0).read() }
    switch format {
    case .text: Output.data(ProtocolListText(protocols, style: layout.style).text)
    case .json: Output.data(ProtocolListJSON(protocols).text)
    }
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

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions

  func validate() throws {
    guard !raw || format == .text else {
      throw ValidationError("--raw prints the file as it is, in no other format.")
    }
  }

  func run() throws {
    let source = try ProtocolSource(named: name)
    let read = try source.read()
    guard !raw else {
      Output.data(String(decoding: source.text, as: UTF8.self))
      return
    }
    switch format {
    case .text: Output.data(ProtocolText(read, style: layout.style).text)
    case .json: Output.data(ProtocolJSON(read).text)
    }
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
