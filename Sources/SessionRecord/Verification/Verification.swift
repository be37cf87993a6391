package import Foundation

/// What was looked at of a record, and what was found.
package struct Verification: Hashable, Sendable {
  package let scope: VerificationScope
  package let level: VerificationLevel
  /// Nil where the record does not say.
  package let record: UUID?
  package let version: Int
  package let extent: VerificationExtent
  /// In the order in which they were looked for: damage, and what cannot be told, among each other.
  package let findings: [VerificationFinding]
  /// Sealed sessions with which nothing is wrong or unclear, nor with their patient and protocol, by number.
  package let wholeSessions: [SessionNumber]
  /// How many sessions have their last entry sealed, whole or not.
  package let sealedSessions: Int
  /// By the seal that began them.
  package let keys: [VerifiedKey]
  /// Of the one stream that was looked at; nil for the whole record, and where it is not there.
  package let head: VerifiedHead?
  /// Labels of the sessions that the findings name, where the record still says them.
  package var labels: [SessionNumber: String] = [:]
  /// Whether the log of accesses says that this was done; a record that cannot be written does not.
  package var isLogged = false

  package init(
    scope: VerificationScope,
    level: VerificationLevel,
    record: UUID?,
    version: Int,
    extent: VerificationExtent,
    findings: [VerificationFinding],
    wholeSessions: [SessionNumber],
    sealedSessions: Int,
    keys: [VerifiedKey],
    head: VerifiedHead?
  ) {
    self.scope = scope
    self.level = level
    self.record = record
    self.version = version
    self.extent = extent
    self.findings = findings
    self.wholeSessions = wholeSessions
    self.sealedSessions = sealedSessions
    self.keys = keys
    self.head = head
  }

  package var outcome: VerificationOutcome {
    if findings.contains(where: \.isDamage) { return .damaged }
    return findings.isEmpty ? .holds : .cannotTell
  }

  package var damages: [VerificationFinding] { findings.filter(\.isDamage) }
  package var doubts: [VerificationFinding] { findings.filter { !$0.isDamage } }
}

/// How much was looked at; what was added while it lasted is not counted.
package struct VerificationExtent: Hashable, Sendable {
  package var sessions = 0
  package var courses = 0
  package var entries = 0
  package var seals = 0
  package var accesses = 0
  /// The newest commit when it began.
  package var commit = 0

  package init() {}
}

/// A key that may sign now, and the seal with which it began.
package struct VerifiedKey: Hashable, Sendable {
  package let key: VerifyingKey
  /// Nil: one of the record's own.
  package let owner: ClinicianCode?
  package let seal: Int

  package init(key: VerifyingKey, owner: ClinicianCode?, seal: Int) {
    self.key = key
    self.owner = owner
    self.seal = seal
  }
}

/// The last entry of a stream, and the seals over it.
package struct VerifiedHead: Hashable, Sendable {
  package let stream: EntryStream
  package let entry: EntryNumber
  /// As it was computed.
  package let hash: RecordDigest
  package let recorded: Stamp?
  /// Those over this entry whose signatures hold, by number.
  package let seals: [Seal]

  package init(
    stream: EntryStream,
    entry: EntryNumber,
    hash: RecordDigest,
    recorded: Stamp?,
    seals: [Seal]
  ) {
    self.stream = stream
    self.entry = entry
    self.hash = hash
    self.recorded = recorded
    self.seals = seals
  }
}
