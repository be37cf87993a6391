import ArgumentParser
import Foundation
import SessionRecord
import Shorthand
import Supervision

/// Records one line, or many from standard input.
struct Add: LineCommand {
  static let name = "add"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Record one line: vital signs, a side effect, a dose, what was done.",
    usage: "vigil add [-s <session>] [--by <who>] [--id <uuid>] [--record <path>] <line> …",
    discussion: """
      Options stand before the line; everything after them belongs to it. Quote a line that holds \
      #, (, ; or '. Each line is on disk before it is answered. A dash alone reads up to 2000 lines \
      from standard input, all or none.

        vigil add 156/95 92 96%
        vigil add --by KO '148/92(111) 90 96% rr 14 moaas 5 A ra'
        vigil add @14:02 158/- -- cuff slipped
        vigil add nausea mod
        vigil add give ondansetron 4 mg iv
        vigil add 'do head up 30; deep breaths'
        vigil add -s P-014 rass -1

      Vital signs: 156/95 92 96% rr 14 t 36.6 moaas 5 rass -1 A (alert, or C V P U), ra or o2 2 l.
      Confusion that the drug is expected to bring: C expected.
      Not obtained: bp - -- cuff error. A blood pressure too low to read: bp unrecordable.
      Side effects: nausea mild, mod, severe, 6/10, gone; no nausea; … distressing.
      Doses: ketamine 36 mg iv over 40 min; start infusion; stop infusion given 24 mg.
      Around a remote patient: line lost, line back, chaperone away, chaperone back.
      Scales of the protocol: scale cadss 21/92, scale phq-9 items 1 0 2 1 0 1 0 1 0.
      Others: do …, note …, mark, defer bp -- reason; check LH, waste 14 mg witness LH.
      Who is there: arrives LH second nurse, leaves LH, handover MB. Another room: room 3.
      A time before it: @14:02 or @-3m, at most 12 hours back.
      Corrections are lines too: fix last hr 84 -- digits transposed; void '#18' -- wrong patient; \
      undo; ack 3 head up, deep breaths.
      From a paper chart, after the machine was down, with the chart's times, any time back:

        vigil add - -s 1 --from-paper --date 2026-11-18 \\
          --observed-by KO --by MB < chart.txt
      """
  )

  @OptionGroup var session: SessionOption
  @OptionGroup var author: AuthorOptions

  @Option(
    name: .long,
    help: ArgumentHelp("The entry's id; the same id is never stored twice.", valueName: "uuid")
  )
  var id: String?

  @ArgumentParser.Flag(
    name: .long,
    help: "The lines are those of a paper chart, each with its clock time."
  )
  var fromPaper = false

  @Option(
    name: .long,
    help: ArgumentHelp("The date at the head of the paper chart.", valueName: "day")
  )
  var date: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Who wrote the paper chart (default: who enters it).", valueName: "who")
  )
  var observedBy: String?

  @OptionGroup var record: RecordOptions

  @Argument(help: ArgumentHelp("The line, or - to read lines.", valueName: "line"))
  var line: [String] = []

  static func run(_ arguments: [String]) throws {
    let typed = try LineArguments(arguments, takesReason: false, takesPaper: true)
    guard !typed.words.isEmpty else { throw CommandRefusal.nothingToAdd }
    guard typed.words == ["-"] else { return try record([typed.line], typed) }
    let lines = try StandardInput.lines()
    let desk = try typed.openRecord()
    let session = try desk.supervision.session(meant: typed.session)
    do {
      try record(lines.map { .line($0.text) }, in: session, of: desk, typed)
    } catch let refused as LineRefused {
      throw FileLinesRefused(
        file: "stdin",
        lines: ([refused] + refused.later).map { one in
          let isThere = lines.indices.contains(one.line - 1)
          return (isThere ? lines[one.line - 1].number : one.line, one.refusal)
        }
      )
    } catch let refusal as any Refusal where lines.count == 1 && isAboutLine(refusal) {
      throw FileLinesRefused(file: "stdin", lines: [(lines[0].number, refusal)])
    }
  }

  private static func isAboutLine(_ refusal: any Refusal) -> Bool {
    if let paper = refusal as? PaperRefusal { return paper.isAboutLine }
    return refusal is LineRefusal || refusal is SupervisionRefusal
  }
}
