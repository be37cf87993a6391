package import Foundation

/// Made by whoever writes the entry, so that a retry cannot record it twice.
package struct EntryID: Hashable {
  package let uuid: UUID
  package init(_ uuid: UUID) { self.uuid = uuid }

  /// Nil unless the text is a UUID.
  package init?(_ text: String) {
    guard let uuid = UUID(uuidString: text) else { return nil }
    self.uuid = uuid
  }
}

/// A whole number that means one thing only, so that ids cannot be mixed.
package protocol Numbered: Hashable, Comparable, CustomStringConvertible {
  var value: Int { get }
}

extension Numbered {
  package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
  package var description: String { String(value) }
}

/// A session's number in this record, from 1.
package struct SessionNumber: Numbered {
  package let value: Int
  package init(_ value: Int) { self.value = value }
}

/// An entry's place in its stream, from 1: the log's order, whatever the clock said.
package struct EntryNumber: Numbered {
  package let value: Int
  package init(_ value: Int) { self.value = value }
}

/// A commit's place in the record, from 1: entries of one commit become known together.
package struct CommitNumber: Numbered {
  package let value: Int
  package init(_ value: Int) { self.value = value }
}

/// A flag's number in its session, from 1; never given twice.
package struct FlagNumber: Numbered {
  package let value: Int
  package init(_ value: Int) { self.value = value }
}

/// A short name chosen by people, kept as it was written and compared as such.
package protocol Code: Hashable, Comparable, CustomStringConvertible {
  var text: String { get }
}

extension Code {
  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
  package var description: String { text }
}

/// The clinic's pseudonym for a patient: 1 to 32 letters, digits, `-`, `_` or `.`, as `P-014`.
package struct PatientCode: Code {
  package let text: String

  package init(_ text: String) throws(ValueRefusal) {
    guard isPlainCode(text, longest: 32) else { throw .notACode(what: "patient code", text) }
    self.text = text
  }
}

/// How a clinician is named in the record: 1 to 32 letters (any script), digits, `-`, `_`, `.` or `'`.
package struct ClinicianCode: Code {
  package let text: String

  /// Refuses also what cannot be seen, as `KO` with a joiner behind it, which would look like another
  /// person, towers of marks, and what is nobody's, as the `--` of a line.
  package init(_ text: String) throws(ValueRefusal) {
    try self.init(stored: text)
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else {
      throw .notACode(what: "clinician", text)
    }
    var marks = 0
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: marks += 1
      default: marks = 0
      }
      guard marks <= 3, !scalar.properties.isDefaultIgnorableCodePoint else {
        throw .notACode(what: "clinician", text)
      }
    }
  }

  /// As a record holds it, which may be of a version that took more.
  package init(stored text: String) throws(ValueRefusal) {
    let allowed: (Character) -> Bool = {
      $0.isLetter || $0.isNumber || "-_.'".contains($0)
    }
    guard !text.isEmpty, text.count <= 32, text.allSatisfy(allowed) else {
      throw .notACode(what: "clinician", text)
    }
    self.text = text
  }
}

/// A rule's id in its protocol, as `bp.sys.crit`.
package struct RuleID: Code {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A group of a protocol's schedule, as `bp`; its overdue flags have the rule id `overdue.bp`.
package struct GroupID: Code {
  package let text: String
  package init(_ text: String) { self.text = text }

  /// The rule id that the group's overdue flags carry.
  package var overdueRule: RuleID { RuleID("overdue." + text) }
}

/// A criterion for leaving in its protocol, as `gait`.
package struct CriterionID: Code {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A question or limit before the dose in its protocol, as `glaucoma`.
package struct GateID: Code {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A task after a session in its protocol, as `call`.
package struct TaskID: Code {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A protocol's id, as `iv-0.5-40`.
package struct ProtocolID: Code {
  package let text: String
  package init(_ text: String) { self.text = text }
}

/// A SHA-256 digest: 32 bytes.
package struct RecordDigest: Hashable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// Nil unless there are 32 bytes.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// 64 lower-case hexadecimal digits.
  package var description: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}

/// Which stream an entry belongs to: a session, or a patient's course.
package enum EntryStream: Hashable {
  case session(SessionNumber)
  case course(PatientCode)
}

private func isPlainCode(_ text: String, longest: Int) -> Bool {
  !text.isEmpty && text.utf8.count <= longest
    && text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
    }
}
