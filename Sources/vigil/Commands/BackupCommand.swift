import ArgumentParser
import Foundation
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Makes a verified copy of the record while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract:
      "Copy the record while it is in use, and verify the copy before it is called a backup.",
    discussion: """
      Whoever writes goes on writing; the copy is as of the moment at which it began. Nothing is ever \
      written over. A copy that is damaged is no backup, and nothing is left of it. With --encrypt a \
      passphrase opens the file and nothing else does: without it nobody can, nor can Vigil. Keep backups \
      on another disk, away from this machine.

        vigil backup /tmp/record-2026-11-26.vigil
        vigil backup /tmp/record-2026-11-26.encrypted --encrypt \\
          --passphrase-file /tmp/passphrase
      """
  )

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"))
  var file: String

  @ArgumentParser.Flag(name: .long, help: "Encrypt it under a passphrase.")
  var encrypt = false

  @OptionGroup var secret: PassphraseOptions
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func validate() throws {
    if secret.passphraseFile != nil, !encrypt {
      throw ValidationError("--passphrase-file is for --encrypt.")
    }
  }

  func run() throws {
    let accessor = Here.accessor(try author.author())
    // What is refused is refused before anybody types a passphrase.
    try PartFile.requireFree(file)
    let desk = try BackupCommand.desk(record)
    let passphrase = encrypt ? try secret.read(new: true, for: "the backup") : nil
    let clock = ContinuousClock()
    let began = clock.now
    let made = try StepProgress.during(making: file) { progress in
      try desk.supervision.backUp(
        to: file,
        encryptedWith: passphrase,
        by: accessor,
        progress: progress.show
      )
    }
    Output.answer(
      BackupText(made.backup, took: clock.now - began).text
        + (made.notLogged.map { "\n\(BackupCommand.notNoted($0).text)" } ?? "")
    )
  }

  private static func notNoted(_ refusal: any Refusal) -> NotNoted {
    NotNoted(what: "made", refusal: refusal, so: " vigil status does not know of it.")
  }

  /// Open for writing, so that the backup is noted in it; a record that cannot be written is backed up all the same.
  static func desk(_ record: RecordOptions) throws -> Desk {
    do {
      return try Desk.open(record, .writing)
    } catch RecordRefusal.notWritable {
      return try Desk.open(record, .reading)
    }
  }
}
