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
        vigil course consent P-014 --document KET --version 3 \\
          --signed 2026-11-16 --off-label-told --by KO
        vigil screening P-014 --protocol iv-0.5-40 --by KO
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
      Demo.self, InitCommand.self, PatientCommand.self, ScreeningCommand.self, Start.self,
      OverrideCommand.self, Countersign.self, Add.self, PresenceCommand.self, Fix.self,
      VoidEntry.self, Undo.self, Ack.self, Due.self, LeavingCommand.self, End.self,
      MoveCommand.self, VoidSession.self, Addendum.self, Status.self, Board.self, Sessions.self,
      Timeline.self, ChartCommand.self, ReportCommand.self, FormCommand.self, Flags.self,
      Effects.self, ReviewCommand.self, Summary.self, CourseCommand.self, FollowUps.self,
      ClinicCommand.self, ClinicianCommand.self, KeyCommand.self, Sign.self, SealCommand.self,
      CheckpointCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self,
      ExportRecordCommand.self, AccessesCommand.self, ProtocolCommand.self, Replay.self,
      ImportCommand.self, ExitCodes.self,
    ]
  )

  func run() throws {
    // Without a command: what is open, or where to begin.
    let path = try RecordOptions.standard.path()
    let supervision =
      access(path, F_OK) == 0
      ? try Desk.open(RecordOptions.standard, .reading).supervision : nil
    guard let supervision, case let files = try supervision.openFiles(), !files.isEmpty else {
      Output.data(Vigil.helpMessage(columns: Terminal.width))
      return
    }
    let backup = try supervision.backupAge()
    Output.data(
      try StatusText(
        files,
        now: Desk.now(),
        backup: backup,
        withdrawals: supervision.withdrawals(of: files),
        style: Terminal.style()
      ).text
    )
  }
}
