import ArgumentParser

/// The keys with which a record is sealed and signed.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: "List the keys that seal and sign, make one, replace one, say that one is lost.",
    discussion: """
      The record seals by itself, with a key of its own on each machine. A clinician's key, wrapped by a \
      passphrase that only they know, signs what they answer for. Keys lie apart from the record: in \
      VIGIL_KEYS, or ~/.config/vigil/keys.

        vigil key list
      """,
    subcommands: [KeyList.self, KeyMake.self, KeyRotate.self, KeyLost.self]
  )
}
