import ArgumentParser
import Foundation
import RecordStore
import SessionRecord

/// Makes a record, for the clinic or for training.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a record: the clinic's, or one for training.",
    discussion: """
      A training record is a file of its own, and out of every count of the clinic's. Every view and \
      print of it says TRAINING, and its sessions are opened under the examples without adopting them. \
      What a record is for never changes.

        vigil init
        vigil init --training --record /tmp/practice.vigil
      """
  )

  @ArgumentParser.Flag(name: .long, help: "For practice: every view and print says so.")
  var training = false

  @OptionGroup var record: RecordOptions

  func run() throws {
    let path = try record.path()
    guard try isFree(path) else { throw CommandRefusal.recordExists(path) }
    let place = RecordPlace(of: path)
    try place.requireForSession()
    _ = try Desk.open(record, .creating, purpose: training ? .training : .clinic)
    let text = training ? trainingText(path) : clinicText(path)
    Output.answer(([text] + place.warnings).joined(separator: "\n"))
  }

  /// Nothing is there, or only what a crash left that cut off the making of a record.
  private func isFree(_ path: String) throws -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return true }
    guard status.st_mode & S_IFMT == S_IFREG else { return false }
    do {
      return try Desk.existing(record) == nil
    } catch is RecordRefusal {
      return false
    }
  }

  private func trainingText(_ path: String) -> String {
    """
    The record \(path) is made, for training. \(usual(path))
    Next:
      vigil patient add T-001 --name 'Sam Example'
      vigil screening T-001 --protocol iv-0.5-40 --by KO
      vigil start T-001 --protocol iv-0.5-40 --by KO --prescriber LH
    """
  }

  private func clinicText(_ path: String) -> String {
    """
    The record \(path) is made. \(usual(path))
    Next:
      vigil clinician add LH --name 'Lena Hart' --role administrator,prescriber --by LH
      vigil clinic --name 'Northgate Clinic' --by LH
      vigil protocol adopt iv-0.5-40 --by LH
      vigil patient add P-014
    """
  }

  /// Which commands go to it.
  private func usual(_ path: String) -> String {
    record.record == nil
      ? "Commands that name no other record use it."
      : "Commands use it with --record, or while VIGIL_RECORD names it."
  }
}
