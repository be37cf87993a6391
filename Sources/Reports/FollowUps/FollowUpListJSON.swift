import Monitoring
import SessionRecord

/// Open tasks as a document, `vigil/followups/1`.
package struct FollowUpListJSON {
  private let list: FollowUpList

  package init(_ list: FollowUpList) { self.list = list }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/followups/1"),
      "now": .string(Stamp(list.now, offsetMinutes: 0).rfc3339),
      "due": .bool(list.dueOnly),
      "patient": .optional(list.patient?.text),
      "counts": .object([
        "overdue": .integer(list.count(.overdue)),
        "open": .integer(list.count(.open)),
        "notOpen": .integer(list.count(.notOpen)),
      ]),
      "tasks": .array(list.tasks.map { CareTaskJSON($0, now: list.now).value }),
    ]).text
  }
}
