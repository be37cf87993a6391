import ArgumentParser
import Foundation
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Puts a record beside the others from a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put a record at a new path from a backup, verified; never over anything.",
    discussion: """
      The copy is verified before it has its name; one that is damaged is refused, and nothing is left of \
      it. It also says what this machine sealed that is not in the backup. An encrypted file is known by \
      itself, and asks for its passphrase. Keys stay where they are (vigil key list).

        vigil restore /tmp/record-2026-11-26.vigil --to /tmp/restored.vigil
      """
  )

  @Argument(help: ArgumentHelp("What vigil backup made.", valueName: "file"))
  var file: String

  @Option(
    name: .long,
    help: ArgumentHelp("Where the record goes; nothing is there yet.", valueName: "path")
  )
  var to: String

  @OptionGroup var secret: PassphraseOptions
  @OptionGroup var author: AuthorOptions

  /// How often somebody at a terminal may mistype.
  private static let tries = 3

  func run() throws {
    let accessor = Here.accessor(try author.author())
    try PartFile.requireFree(to)
    var attempt = 1
    while true {
      do {
        let restored = try restore(by: accessor)
        let place = RecordPlace(of: to)
        let name = restored.secondName.map { StoreNotice.secondName($0).text }
        return Output.answer(
          ([RestoredText(restored, from: file).text] + [name].compactMap(\.self) + place.warnings)
            .joined(separator: "\n")
        )
      } catch let refusal as BackupRefusal where isMistyped(refusal) && attempt < Self.tries {
        attempt += 1
        Output.message(refusal.problem)
      }
    }
  }

  private func restore(by accessor: Accessor) throws -> Restored {
    // Typed before signals are held back: a question can be left with Ctrl-C.
    let passphrase =
      try RecordStore.isEncryptedBackup(file) ? secret.read(new: false, for: file) : nil
    return try StepProgress.during(making: to) { progress in
      try Supervision.restore(
        file,
        to: to,
        passphrase: passphrase,
        by: accessor,
        at: Stamp(Desk.now(), in: LocalZone.resolve(nil)),
        station: Here.station,
        progress: progress.show
      )
    }
  }

  private func isMistyped(_ refusal: BackupRefusal) -> Bool {
    guard case .wrongPassphrase = refusal else { return false }
    return secret.passphraseFile == nil && Terminal.isInteractive
  }
}
