import ArgumentParser
import Foundation
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Gives the whole record as lines of JSON, to be kept or checked without Vigil.
struct ExportRecordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export-record",
    abstract:
      "Export the whole record as lines of JSON, from which every hash can be computed again.",
    discussion: """
      One object a line: the record, protocols, adoptions, the clinic, clinicians, patients, every entry \
      stream by stream, seals, accesses, and an end by which it is known to be whole. Each row is there as \
      it is stored and, where that is not to be read, in words. Who patients are is left out unless \
      --with-identities asks for it; names that were typed into entries are in it all the same. It is no \
      backup: vigil backup makes one.

        vigil export-record --out /tmp/record.jsonl
        vigil export-record | head -n 1
      """
  )

  @Option(
    name: .long,
    help: ArgumentHelp("The file to make (default: standard output).", valueName: "file")
  )
  var out: String?

  @ArgumentParser.Flag(name: .long, help: "With names, birth dates, addresses and salts.")
  var withIdentities = false

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let accessor = Here.accessor(try author.author())
    if let named { try PartFile.requireFree(named) }
    let desk = try BackupCommand.desk(record)
    guard let named else {
      // Before: whoever reads may stop, and has what was read by then.
      say(desk.supervision.noteExport(to: nil, digest: nil, by: accessor))
      let lines = ExportedLines(write: Output.data)
      return try desk.store.export(withIdentities: withIdentities, lines.take)
    }
    let (digest, secondName) = try StepProgress.during(making: named) { progress in
      let file = try PartFile(for: named)
      do {
        let lines = ExportedLines(progress: progress.show) { try file.write($0) }
        try desk.store.export(withIdentities: withIdentities, lines.take)
        let digest = try file.digest()
        try file.publish()
        return (digest, file.secondName)
      } catch {
        throw file.discarded(after: error)
      }
    }
    let unlogged = desk.supervision.noteExport(
      to: RecordStore.name(of: named),
      digest: digest,
      by: accessor
    )
    let identities =
      withIdentities
      ? "It says who patients are: keep it as you keep the record."
      : "It does not say who patients are, but for names that were typed into entries."
    Output.answer("\(named) is written.\nSHA-256 \(digest)\n\(identities)")
    if let secondName { Output.message(StoreNotice.secondName(secondName).text) }
    say(unlogged)
  }

  /// Nil for standard output.
  private var named: String? { out == "-" ? nil : out }

  private func say(_ refusal: (any Refusal)?) {
    guard let refusal else { return }
    Output.message(NotNoted(what: "exported", refusal: refusal).text)
  }
}
