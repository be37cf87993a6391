import ArgumentParser

/// Protocols: what is flagged, on whose word, and which of them this clinic uses.
struct ProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol",
    abstract: "Write, check, try, adopt and compare protocols.",
    discussion: """
      A session is opened under a protocol that the clinic has adopted. Those that come with Vigil \
      are examples until then.

        vigil protocol show iv-0.5-40
        vigil protocol adopt iv-0.5-40 --by LH
      """,
    subcommands: [
      ProtocolList.self, ProtocolShow.self, NewProtocol.self, CheckProtocol.self,
      AdoptProtocol.self, DiffProtocols.self,
    ]
  )
}
