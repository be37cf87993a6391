import SessionRecord

/// The log of accesses as a document, `vigil/accesses/1`.
package struct AccessListJSON {
  private let accesses: [NumberedAccess]

  package init(_ accesses: [NumberedAccess]) { self.accesses = accesses }

  package var text: String {
    JSONValue.object([
      "schema": .string("vigil/accesses/1"),
      "accesses": .array(
        accesses.map { access in
          .object([
            "number": .integer(access.number),
            "at": .string(access.access.at.rfc3339),
            "by": AccessorWords(access.access.by).json,
            "act": .string(AccessWords(access.access.act).code),
            "subject": .optional(access.access.subject),
            "digest": .optional(access.access.digest?.description),
          ])
        }
      ),
    ]).text
  }
}
