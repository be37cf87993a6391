extension EntryStream {
  /// `session 12`, `the course of P-014`.
  package var name: String {
    switch self {
    case .session(let number): "session \(number)"
    case .course(let patient): "the course of \(patient)"
    }
  }
}

extension VerificationPlace {
  /// What machines know the sort of place by.
  package var code: String {
    switch self {
    case .file: "file"
    case .setting: "setting"
    case .schemaObject: "schema"
    case .record: "record"
    case .log: "log"
    case .stream: "stream"
    case .entry: "entry"
    case .strayEntries: "stray-entries"
    case .seals: "seals"
    case .seal: "seal"
    case .witness: "witness"
    case .accesses: "accesses"
    case .access: "access"
    case .table: "table"
    case .row: "row"
    case .patient: "patient"
    case .protocolText: "protocol"
    case .readModel: "read-model"
    }
  }

  /// In words: `session 12 #5`, `seal 3 over session 12`.
  package var name: String {
    switch self {
    case .file: "the file"
    case .setting(let name): "the setting \(name)"
    case .schemaObject(let name): name
    case .record: "the record's own row"
    case .log: "the log"
    case .stream(let stream): stream.name
    case .entry(let stream, let number): "\(stream.name) #\(number)"
    case .strayEntries(let kind, let key): "entries of kind \(kind) and key \(key)"
    case .seals: "the seals"
    case .seal(let number, let stream):
      stream.map { "seal \(number) over \($0.name)" } ?? "seal \(number)"
    case .witness(let number): "seal \(number) as this machine remembers it"
    case .accesses: "the log of accesses"
    case .access(let number): "access \(number)"
    case .table(let name): "the table \(name)"
    case .row(let table, let number): "row \(number) of the table \(table)"
    case .patient(let code): "patient \(code)"
    case .protocolText(let digest): "the protocol's text \(digest)"
    case .readModel(let number): "what was derived of session \(number)"
    }
  }
}
