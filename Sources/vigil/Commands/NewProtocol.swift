import ArgumentParser
import Foundation
import Monitoring
import SessionRecord

/// Writes a commented protocol file that a clinic makes its own.
struct NewProtocol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a commented protocol file to start from.",
    discussion: """
      Change it in any editor: lines whose key begins with // are comments. A file that is there \
      already is never written over.

        vigil protocol new our-iv --from iv-0.5-40 --out our-iv.json
        vigil protocol new our-own --out our-own.json
      """
  )

  @Argument(help: "The new protocol's id, as our-iv.")
  var name: String

  @Option(
    name: .long,
    help: ArgumentHelp("The example to start from (default: a small one).", valueName: "example")
  )
  var from: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The file to write (default: the id and .json).", valueName: "file")
  )
  var out: String?

  func run() throws {
    let text = try ProtocolDraft(id: name, from: from).text
    let path = out ?? "\(name).json"
    // It holds nothing of a patient; who may read it is for the umask to say.
    try PrintedFile(path, existing: .kept(canForce: false), mode: 0o644).write(text)
    Output.said(
      """
      \(path) is written: protocol \(name), version \(ProtocolDraft.firstVersion).
      Change what your clinic does otherwise, then: vigil protocol check \(path)
      """
    )
  }
}
