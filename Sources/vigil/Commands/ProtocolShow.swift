import ArgumentParser
import Monitoring
import Reports
import SessionRecord

/// Shows a protocol in words.
struct ProtocolShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a protocol: every limit with its standing and source.",
    discussion: """
      Of an id that the clinic has adopted, the adopted text is shown; id@version names another.

        vigil protocol show iv-0.5-40
      """
  )

  @Argument(help: "Adopted id, id@version, the name of an example, or a file.")
  var name: String

  @ArgumentParser.Flag(name: .long, help: "Print the file as it is, to start one of your own.")
  var raw = false

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func validate() throws {
    guard !raw || format == .text else {
      throw ValidationError("--raw prints the file as it is, in no other format.")
    }
  }

  func run() throws {
    let source = try ProtocolSource(named: name, .adopted, in: Desk.existing(record))
    let read = try source.read()
    guard !raw else {
      // The file itself, to which no mark of a record belongs.
      Output.data(source.text.last == UInt8(ascii: "\n") ? source.text : source.text + [0x0A])
      return
    }
    switch format {
    case .text:
      Output.data(ProtocolText(read, adoption: source.adoption, style: layout.style).text)
    case .json: Output.data(ProtocolJSON(read, adoption: source.adoption).text)
    }
  }
}
