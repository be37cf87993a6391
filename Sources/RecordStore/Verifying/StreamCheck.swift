import GRDB
import SessionRecord

/// What the chain of one stream came to, as of the commit up to which it is looked at.
struct CheckedStream: Sendable {
  /// What a session's opening names.
  struct Opened: Sendable {
    let patient: PatientCode
    let commitment: HashBytes?
    let text: RecordDigest
  }

  let stream: EntryStream
  /// How many entries were there then; what was added since is chained to them, and not counted.
  var entries = 0
  var last = 0
  var head: HashBytes?
  /// When the last of them was recorded: milliseconds, and minutes east of UTC.
  var recorded: (at: Int, offset: Int)?
  /// Nil where it does not begin with an opening that can be read, and of a course.
  var opened: Opened?
  /// A session that was not struck out and has no closing that stands.
  var isOpen = false
  /// Entries that a seal speaks of: their hashes, as they were computed.
  var sealed: [Int: HashBytes] = [:]

  init(_ stream: EntryStream) { self.stream = stream }
}

/// Follows the rows of one stream.
struct StreamCheck {
  private var checked: CheckedStream
  private var chain: ChainCheck
  private var closings: Set<Int> = []
  private var voided: Set<Int> = []
  private var commit = 0
  private var fallen: Int?
  private let sealed: Set<Int>
  private let upTo: Int

  /// *sealed* are the entries that seals speak of; *upTo* is the newest commit that counts.
  init(_ stream: EntryStream, in genesis: HashBytes?, sealed: Set<Int>, upTo: Int) {
    checked = CheckedStream(stream)
    chain = ChainCheck(genesis)
    self.sealed = sealed
    self.upTo = upTo
  }

  /// Takes a row of `LogCheck.columns`; gives its commit, where it is another than that of the row before.
  mutating func take(_ row: StoredColumns, _ buffer: inout DigestBuffer) -> Int? {
    let number = row.integer(LogColumn.number) ?? 0
    let computed = buffer.digest(ofEntry: row)
    chain.take(
      number,
      prev: row.hash(LogColumn.prev),
      computed: computed,
      stored: row.hash(LogColumn.hash)
    )
    if sealed.contains(number) { checked.sealed[number] = computed }
    let commit = row.integer(LogColumn.commit) ?? 0
    let isNew = commit != self.commit
    if commit < self.commit, fallen == nil { fallen = number }
    self.commit = commit
    guard commit <= upTo else { return nil }
    checked.entries += 1
    checked.last = number
    checked.head = computed
    note(kind: row.integer(LogColumn.kind) ?? 0, number) { row.blob(LogColumn.body) }
    if let at = row.integer(LogColumn.recorded), let offset = row.integer(LogColumn.offset) {
      checked.recorded = (at, offset)
    }
    return isNew ? commit : nil
  }

  /// What decides whether it is open, and what its opening names.
  private mutating func note(kind: Int, _ number: Int, _ body: () -> [UInt8]?) {
    switch EntryKind.numbered(kind) {
    case .closed: closings.insert(number)
    case .void:
      if let body = body(), case .void(let void)? = try? Content(body: body, kind: .void) {
        voided.insert(void.entry.value)
      }
    case .opened where number == 1:
      if let body = body(), case .opened(let value)? = try? Content(body: body, kind: .opened) {
        checked.opened = CheckedStream.Opened(
          patient: value.patient,
          commitment: HashBytes(value.identity.bytes),
          text: value.monitoringProtocol.digest
        )
      }
    default: break
    }
  }

  var stream: EntryStream { checked.stream }

  /// Nil where nothing of it counts.
  var ended: CheckedStream? {
    guard checked.entries > 0 else { return nil }
    var checked = checked
    checked.isOpen = stream.isSession && !voided.contains(1) && closings.isSubset(of: voided)
    return checked
  }

  func tell(_ findings: inout Findings) {
    let stream = checked.stream
    if let (number, fault) = chain.broken {
      findings.add(.entry(stream, EntryNumber(number)), fault)
    }
    if let fallen { findings.add(.entry(stream, EntryNumber(fallen)), .commitFalls) }
    // One that was opened since has nothing that counts yet.
    if case .session = stream, checked.entries > 0, checked.opened == nil {
      findings.add(.stream(stream), .notOpened)
    }
  }
}

/// Places of the columns of the log in the order in which they are digested; the hash comes last.
enum LogColumn {
  static let text = """
    record, stream_kind, stream_key, number, id, commit_number, observed_ms, observed_offset, \
    recorded_ms, recorded_offset, monotonic_ns, boot, author, observer, source, device, document, \
    room, kind, encoding, body, prev, hash
    """
  static let streamKind = 1
  static let streamKey = 2
  static let number = 3
  static let commit = 5
  static let recorded = 8
  static let offset = 9
  static let kind = 18
  static let body = 20
  static let prev = 21
  static let hash = 22
}

extension DigestBuffer {
  /// SHA-256 over every column of a row of `LogColumn.text` but the hash itself.
  mutating func digest(ofEntry row: StoredColumns) -> HashBytes? {
    begin(with: DigestBuffer.entryDomain)
    column(row[0])
    code(row[LogColumn.streamKind])
    columns(row, LogColumn.streamKey..<LogColumn.hash)
    return digest
  }

  private static let entryDomain = Array("vigil.entry.v1".utf8) + [0]
}
