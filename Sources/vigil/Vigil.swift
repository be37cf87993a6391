import ArgumentParser
import Foundation
import RecordStore
import Reports
import SessionRecord
import Supervision

/// The root command: every other one is listed here, in the order of a session.
struct Vigil: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vigil",
    abstract:
      "Records a supervised ketamine session and watches it against the clinic's own limits.",
    discussion: """
      Vigil records and flags. It is not a medical device and not an alarm system, it gives no \
      advice, and "no flag" means only that no limit was crossed in what was typed. Attend the \
      patient first, type after.

      A session, under a protocol that the clinic has adopted:
        vigil protocol adopt iv-0.5-40 --by LH
        vigil patient add P-014 --name 'Alex Rivera' --birth-date 1984-03-12
        vigil start P-014 --protocol iv-0.5-40 --by KO --prescriber LH --weight 72
        vigil add 118/74 68 98% rr 14 moaas 5 A ra
        vigil add ketamine 36 mg iv over 40 min
        vigil add 156/95 92 96%
        vigil add nausea mod
        vigil due
        vigil leaving P-014 --met gait,oriented --escort 'sister, A. Meier'
        vigil end P-014 --because 'example, closed at once'
        vigil report 1

      `vigil demo` shows all of it on an example. `vigil help exit-codes` lists the exit codes.
      """,
    version: "0.1.0",
    subcommands: [
      Demo.self, PatientCommand.self, Start.self, Add.self, Fix.self, VoidEntry.self, Undo.self,
      Ack.self, Due.self, LeavingCommand.self, End.self, VoidSession.self, Status.self,
      Board.self, Sessions.self, Timeline.self, ChartCommand.self, ReportCommand.self,
      FormCommand.self, Flags.self, Effects.self, Summary.self, ClinicCommand.self,
      ProtocolCommand.self, Replay.self, ImportCommand.self, ExitCodes.self,
    ]
  )

  func run() throws {
    // Without a command: what is open, or where to begin.
    let path = try RecordOptions.standard.path()
    let files =
      access(path, F_OK) == 0
      ? try Desk.open(RecordOptions.standard, .reading).supervision.openFiles() : []
    guard !files.isEmpty else {
      Output.data(Vigil.helpMessage(columns: Terminal.width))
      return
    }
    Output.data(StatusText(files, now: Desk.now(), style: Terminal.style()).text)
  }
}
