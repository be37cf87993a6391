import ArgumentParser
import Supervision

/// Records who arrives, who leaves and who takes a session over.
struct PresenceCommand: LineCommand {
  static let name = "presence"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Record who arrives, who leaves, and who takes the session over.",
    usage: "vigil presence [-s <session>] [--by <who>] arrives|leaves|handover <who> …",
    discussion: """
      At a handover the open flags, the values that wait to be verified and what is due are read back, \
      and kept with it. What is entered after it is by the one who took over: --by goes before that, \
      and VIGIL_BY does where it does not name somebody who has handed this session over.

        vigil presence arrives LH second nurse
        vigil presence @14:05 leaves LH
        vigil presence handover MB -- asleep since 14:10
      """
  )

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions
  @OptionGroup var record: RecordOptions

  @Argument(help: ArgumentHelp("What happened, and who.", valueName: "line"))
  var line: [String] = []

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: false)
    let words =
      typed.words.first?.hasPrefix("@") == true ? typed.words.dropFirst() : typed.words[...]
    guard let act = words.first else { throw PresenceCommandRefusal.actMissing }
    guard acts.contains(act.lowercased()) else { throw PresenceCommandRefusal.notAnAct(act) }
    try record([typed.line], typed)
  }

  static let acts = ["arrives", "leaves", "handover"]
}
