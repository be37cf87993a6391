import Foundation
import SessionRecord

/// Numbers of the `source` column.
private enum SourceNumber {
  static let typed = 1
  static let imported = 2
  static let device = 3
  static let page = 4
  static let paper = 5
  static let copy = 6
}

extension LogRow {
  /// The row of an entry that follows the one with the hash *prev*.
  init(_ entry: Entry, prev: [UInt8]) {
    var device: String?
    var document: String?
    let source: Int
    switch entry.source {
    case .typed: source = SourceNumber.typed
    case .imported(let name):
      source = SourceNumber.imported
      document = name
    case .device(let name):
      source = SourceNumber.device
      device = name
    case .page: source = SourceNumber.page
    case .paper: source = SourceNumber.paper
    case .copy(let session, let number):
      source = SourceNumber.copy
      document = "\(session)#\(number)"
    }
    let unhashed = LogRow(
      stream: entry.stream,
      number: entry.number.value,
      id: entry.id.uuid.bytes,
      record: entry.record.bytes,
      commit: entry.commit.value,
      observed: entry.observed.instant.milliseconds,
      observedOffset: entry.observed.offsetMinutes,
      recorded: entry.recorded.instant.milliseconds,
      recordedOffset: entry.recorded.offsetMinutes,
      monotonic: entry.monotonic.nanoseconds,
      boot: entry.monotonic.boot?.bytes,
      author: entry.author.text,
      observer: entry.observer?.text,
      source: source,
      device: device,
      document: document,
      room: entry.draft.room,
      kind: Int(entry.content.kind.number),
      encoding: currentEncoding,
      body: entry.content.body,
      prev: prev,
      hash: []
    )
    self = LogRow(unhashed, hash: unhashed.digest)
  }

  private init(_ row: LogRow, hash: [UInt8]) {
    self.init(
      stream: row.stream,
      number: row.number,
      id: row.id,
      record: row.record,
      commit: row.commit,
      observed: row.observed,
      observedOffset: row.observedOffset,
      recorded: row.recorded,
      recordedOffset: row.recordedOffset,
      monotonic: row.monotonic,
      boot: row.boot,
      author: row.author,
      observer: row.observer,
      source: row.source,
      device: row.device,
      document: row.document,
      room: row.room,
      kind: row.kind,
      encoding: row.encoding,
      body: row.body,
      prev: row.prev,
      hash: hash
    )
  }

  /// The entry that the row holds, or the refusal that names it as damaged.
  func entry() throws(RecordRefusal) -> Entry {
    do {
      guard let id = UUID(bytes: id), let record = UUID(bytes: record), number >= 1,
        let kind = EntryKind.numbered(kind), encoding == currentEncoding,
        [author, observer, device, document, room].allSatisfy(\.fitsColumn)
      else { throw DamagedBody() }
      let draft = Draft(
        id: EntryID(id),
        observed: try stamp(observed, observedOffset),
        author: try ClinicianCode(stored: author),
        observer: try observer.map { try ClinicianCode(stored: $0) },
        source: try entrySource(),
        room: room,
        content: try Content(body: body, kind: kind)
      )
      return Entry(
        draft,
        stream: stream,
        number: EntryNumber(number),
        commit: CommitNumber(commit),
        recorded: try stamp(recorded, recordedOffset),
        monotonic: MonotonicTime(nanoseconds: monotonic, boot: try bootID()),
        record: record
      )
    } catch {
      throw .damagedEntry(stream, EntryNumber(number))
    }
  }

  private func stamp(_ milliseconds: Int, _ offset: Int) throws(DamagedBody) -> Stamp {
    guard let stamp = Stamp(milliseconds: milliseconds, offset: offset) else {
      throw DamagedBody()
    }
    return stamp
  }

  private func bootID() throws(DamagedBody) -> UUID? {
    guard let boot else { return nil }
    guard let id = UUID(bytes: boot) else { throw DamagedBody() }
    return id
  }

  private func entrySource() throws(DamagedBody) -> Source {
    switch (source, device, document) {
    case (SourceNumber.typed, nil, nil): .typed
    case (SourceNumber.imported, nil, let document?): .imported(document: document)
    case (SourceNumber.device, let device?, nil): .device(device)
    case (SourceNumber.page, nil, nil): .page
    case (SourceNumber.paper, nil, nil): .paper
    case (SourceNumber.copy, nil, let original?): try copy(original)
    default: throw DamagedBody()
    }
  }
}

extension LogRow {
  /// `119#17`: entry 17 of session 119, as it was written and in no other way.
  private func copy(_ original: String) throws(DamagedBody) -> Source {
    let parts = original.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, let session = Int(parts[0]), let number = Int(parts[1]),
      session >= 1, number >= 1, "\(session)#\(number)" == original
    else { throw DamagedBody() }
    return .copy(of: SessionNumber(session), EntryNumber(number))
  }
}
