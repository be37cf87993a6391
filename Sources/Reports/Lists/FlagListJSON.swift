package import Monitoring
import SessionRecord

/// Flags across sessions as a document, `vigil/flags/1`.
package struct FlagListJSON {
  private let flags: [SessionFlag]

  package init(_ flags: [SessionFlag]) { self.flags = flags }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/flags/1"),
      "counts": FlagCounts(flags).value,
      "flags": .array(
        flags.map { found in
          .object([
            "session": SessionJSON.session(found.session),
            "flag": FlagJSON(flag: found.flag, clock: SessionClock(of: found.session)).value,
          ])
        }
      ),
    ]).text
  }
}
