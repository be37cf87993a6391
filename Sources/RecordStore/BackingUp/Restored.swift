package import Foundation
package import SessionRecord

/// A record that was put beside others from a backup, verified.
package struct Restored {
  /// As it was typed.
  package let path: String
  package let record: UUID
  package let purpose: RecordPurpose
  /// Of the file that was restored.
  package let version: Int
  package let digest: RecordDigest
  package let isEncrypted: Bool
  /// Never damaged.
  package let verification: Verification
  /// Its newest seal; nil where it has none.
  package let newest: Seal?
  package let remembered: Remembered
  /// Whether the restored record says that it was restored; one of version 1 cannot.
  package let isLogged: Bool
  /// What it is called beside its name, since that could not be taken away.
  package let secondName: String?

  /// What this machine remembers of the record's seals, beside what the copy has.
  package enum Remembered: Hashable {
    /// Nothing that the copy has not.
    case nothingMore
    /// Seals after the copy's last one.
    case more(Witness)
    /// Another seal under the same number: the record went two ways.
    case another(Witness)
  }
}
