package import SessionRecord

/// The heads of sessions, to be written down or kept outside the record.
package struct CheckpointText {
  private let checkpoints: [Checkpoint]
  private let style: Style

  package init(_ checkpoints: [Checkpoint], style: Style) {
    self.checkpoints = checkpoints
    self.style = style
  }

  package var text: String {
    var page = Page(style)
    guard !checkpoints.isEmpty else {
      page.add("No session is open. Of a closed one: vigil checkpoint 12")
      return page.text
    }
    for (place, checkpoint) in checkpoints.enumerated() {
      if place > 0 { page.blank() }
      page.add(Phrase(heading(checkpoint)).inked(.strong))
      for line in DigestLines(checkpoint.digest).lines(style.width - 2) {
        page.add(Phrase(line), indent: 2)
      }
      // In one piece, so that it can be pasted, however wide that is.
      page.add(line: "  \(checkpoint.command)")
    }
    page.blank()
    page.add(
      """
      Nothing was written. Kept apart from the record, a digest shows later whether these entries were \
      changed; what is entered after it does not matter.
      """
    )
    return page.text
  }

  private func heading(_ checkpoint: Checkpoint) -> String {
    let at = "\(checkpoint.recorded.civil.date) \(checkpoint.recorded.civil.clockWithSeconds)"
    return "\(checkpoint.label) \(checkpoint.patient), \(checkpoint.isOpen ? "open" : "not open"), "
      + "as of entry #\(checkpoint.entry), recorded \(at)"
  }
}
