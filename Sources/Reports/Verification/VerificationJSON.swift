import Foundation
import SessionRecord

/// A verification as a document, `vigil/verify/1`.
package struct VerificationJSON {
  private let answer: VerificationAnswer

  package init(_ answer: VerificationAnswer) { self.answer = answer }

  package var text: String {
    let verification = answer.verification
    return JSONValue.object([
      "schema": .string("vigil/verify/1"),
      "outcome": .string(outcome),
      "scope": answer.subject.map(stream) ?? .object(["kind": .string("record")]),
      "found": .bool(answer.missing == nil),
      "level": .string(verification.level.rawValue),
      "record": .optional(verification.record?.uuidString),
      "version": .integer(verification.version),
      "extent": extent(verification.extent),
      "findings": .array(verification.findings.map(finding)),
      "sealedSessions": .integer(verification.sealedSessions),
      "wholeSessions": .array(verification.wholeSessions.map { .integer($0.value) }),
      "keys": .array(verification.keys.map(key)),
      "head": verification.head.map(head) ?? .null,
      "expected": answer.expected.map(expected) ?? .null,
      "logged": .bool(verification.isLogged),
    ]).text
  }

  private var outcome: String {
    switch answer.outcome {
    case .holds: "holds"
    case .damaged: "damaged"
    case .cannotTell: "cannot-tell"
    }
  }

  private func stream(_ stream: EntryStream) -> JSONValue {
    switch stream {
    case .session(let number):
      .object([
        "kind": .string("session"), "session": .integer(number.value),
        "label": .optional(answer.verification.labels[number]),
      ])
    case .course(let patient):
      .object(["kind": .string("course"), "patient": .string(patient.text)])
    }
  }

  private func extent(_ extent: VerificationExtent) -> JSONValue {
    .object([
      "sessions": .integer(extent.sessions), "courses": .integer(extent.courses),
      "entries": .integer(extent.entries), "seals": .integer(extent.seals),
      "accesses": .integer(extent.accesses), "commit": .integer(extent.commit),
    ])
  }

  private func finding(_ finding: VerificationFinding) -> JSONValue {
    var entry: Int?
    if case .entry(_, let number) = finding.place { entry = number.value }
    return .object([
      "damage": .bool(finding.isDamage),
      "place": .object([
        "kind": .string(finding.place.code),
        "name": .string(finding.place.name),
        "stream": finding.place.stream.map(stream) ?? .null,
        "entry": .optional(entry),
      ]),
      "fault": .string(finding.fault.code),
      "text": .string(finding.what),
    ])
  }

  private func key(_ key: VerifiedKey) -> JSONValue {
    .object([
      "publicKey": .string(key.key.hexadecimal), "fingerprint": .string(key.key.fingerprint),
      "owner": .optional(key.owner?.text), "seal": .integer(key.seal),
    ])
  }

  private func head(_ head: VerifiedHead) -> JSONValue {
    .object([
      "entry": .integer(head.entry.value),
      "digest": .string(head.hash.description),
      "recorded": .optional(head.recorded?.rfc3339),
      "seals": .array(
        head.seals.map { seal in
          .object([
            "number": .integer(seal.number), "owner": .optional(seal.owner?.text),
            "publicKey": .string(seal.key.hexadecimal),
            "enteredAs": AccessorWords(seal.enteredAs).json, "at": .string(seal.at.rfc3339),
          ])
        }
      ),
    ])
  }

  private func expected(_ expected: VerificationAnswer.Expected) -> JSONValue {
    .object([
      "digits": .string(expected.digest.digits),
      "short": .bool(expected.digest.isShort),
      "place": expected.place.map(place) ?? .null,
      "elsewhere": expected.elsewhere.map(place) ?? .null,
    ])
  }

  private func place(_ place: DigestPlace) -> JSONValue {
    switch place {
    case .entry(let stream, let entry, let recorded, let after):
      .object([
        "kind": .string("entry"), "stream": self.stream(stream), "entry": .integer(entry.value),
        "recorded": .optional(recorded?.rfc3339), "after": .integer(after),
      ])
    case .seal(let number, let at, let after):
      .object([
        "kind": .string("seal"), "seal": .integer(number), "made": .optional(at?.rfc3339),
        "after": .integer(after),
      ])
    }
  }
}
