import ArgumentParser
import RecordStore
import SessionRecord
import Supervision

/// Seals what was closed while the record's key could not be used.
struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal what was saved while the record's key could not be used.",
    discussion: """
      Closing a session seals it, and so does every later entry in it. Where the key could not be used \
      then, Vigil said so, and this makes the seal. Without a number it seals all that is missing: closed \
      sessions, and courses of patients. It says who enters now, not who entered then.

        vigil seal
        vigil seal 1
      """
  )

  @Argument(
    help: ArgumentHelp("Session number, or a patient's code for the course.", valueName: "what")
  )
  var what: String?

  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let accessor = Here.accessor(try author.author())
    let desk = try Desk.open(record, .writing)
    let streams = try what.map { [try desk.stream(named: $0)] } ?? desk.store.unsealed()
    let seals = try desk.store.sealAgain(
      streams,
      by: accessor,
      at: Stamp(desk.supervision.clock.now(), in: desk.zone(nil))
    )
    guard !seals.isEmpty else {
      let all = what.map { "\($0) is sealed" } ?? "All that is closed is sealed"
      return Output.answer("\(all) as it is. Nothing was added.")
    }
    Output.answer(try seals.map { try said($0, in: desk) }.joined(separator: "\n"))
  }

  private func said(_ seal: Seal, in desk: Desk) throws -> String {
    guard case .head(let stream, let entry, let digest, derived: _) = seal.act else { return "" }
    let what: String
    switch stream {
    case .session(let number): what = try desk.store.session(number)?.label ?? "session \(number)"
    case .course(let patient): what = "The course of \(patient)"
    }
    return "\(what) is sealed by this record as of entry #\(entry), entered as "
      + "\(seal.enteredAs.text): \(DigestGroups(digest.bytes.prefix(8)).text) …"
  }
}

extension Desk {
  /// A session that is there, or the course of a patient who is.
  func stream(named text: String) throws -> EntryStream {
    let stream = try StreamName(text).stream
    switch stream {
    case .session: return .session(try supervision.session(meant: text, for: .ending).number)
    case .course(let patient): return .course(try supervision.patient(patient).code)
    }
  }
}
