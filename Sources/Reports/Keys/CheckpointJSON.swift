package import SessionRecord

/// The heads of sessions as a document, `vigil/checkpoint/1`.
package struct CheckpointJSON {
  private let checkpoints: [Checkpoint]

  package init(_ checkpoints: [Checkpoint]) { self.checkpoints = checkpoints }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/checkpoint/1"),
      "checkpoints": .array(
        checkpoints.map { checkpoint in
          .object([
            "session": .integer(checkpoint.session.value),
            "label": .string(checkpoint.label),
            "patient": .string(checkpoint.patient.text),
            "open": .bool(checkpoint.isOpen),
            "entry": .integer(checkpoint.entry.value),
            "recorded": .string(checkpoint.recorded.rfc3339),
            "digest": .string(checkpoint.digest.description),
            "command": .string(checkpoint.command),
          ])
        }
      ),
    ]).text
  }
}
