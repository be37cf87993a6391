import ArgumentParser
import Monitoring
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Lists the protocols that the clinic adopted, and the examples.
struct ProtocolList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the protocols that this clinic adopted, and the examples.",
    discussion: "  vigil protocol list"
  )

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let adopted = try Desk.existing(record)?.adopted() ?? []
    let texts = Set(adopted.map(\.text))
    let examples = try BuiltInProtocol.allCases.filter { !texts.contains($0.text) }.map {
      ListedProtocol(try MonitoringProtocol(reading: $0.text, from: $0.name))
    }
    let listed = adopted.map(\.listed) + examples
    switch format {
    case .text: Output.data(ProtocolListText(listed, style: layout.style).text)
    case .json: Output.data(ProtocolListJSON(listed).text)
    }
  }
}

extension Desk {
  /// Every adoption by id, the newest first: the one that sessions are opened under.
  fileprivate func adopted() throws -> [(text: [UInt8], listed: ListedProtocol)] {
    var seen: Set<ProtocolID> = []
    let newestFirst = try store.adoptions().reversed().enumerated().sorted {
      ($0.element.id, $0.offset) < ($1.element.id, $1.offset)
    }
    return try newestFirst.map(\.element).map { adoption in
      guard let text = try store.protocolText(adoption.digest) else {
        throw RecordRefusal.protocolNotKept(adoption.id)
      }
      return (
        text,
        ListedProtocol(
          try MonitoringProtocol(reading: text, from: adoption.id.text),
          adoption: adoption,
          isReplaced: !seen.insert(adoption.id).inserted
        )
      )
    }
  }
}
