import GRDB
package import SessionRecord

/// What one commit added to the course of a patient.
package struct CourseAppended {
  /// The whole log of the course, with the new entries at its end.
  package let log: [Entry]
  package let new: [Entry]
}

/// The course of one patient, as it was written.
package struct CourseLog {
  package let patient: PatientCode
  package let log: [Entry]
}

extension RecordStore {
  /// Appends what *drafts* makes of a patient's course to it, all or nothing.
  ///
  /// As for a session, the moment is taken and *drafts* runs inside the transaction, and neither may use
  /// this store. The patient has to be there, and nothing but what belongs in a course is stored.
  package func append(
    toCourseOf patient: PatientCode,
    at moment: () -> CommitMoment,
    _ drafts: ([Entry], CommitMoment) throws -> [Draft]
  ) throws -> CourseAppended {
    try committing { database in
      try append(toCourseOf: patient, at: moment(), drafts, database)
    } presence: { database, appended in
      try database.presence(of: appended.new)
    } ids: {
      $0.new.map(\.id)
    }
  }

  /// The same within a transaction that is held for writing.
  func append(
    toCourseOf patient: PatientCode,
    at moment: CommitMoment,
    _ drafts: ([Entry], CommitMoment) throws -> [Draft],
    _ database: Database
  ) throws -> CourseAppended {
    guard try database.hasPatient(patient) else { throw RecordRefusal.noSuchPatient(patient) }
    let rows = try database.logRows(of: .course(patient))
    let log = try rows.map { try $0.entry() }
    let drafts = try drafts(log, moment)
    for content in drafts.map(\.content) where !content.belongsInCourse {
      throw RecordRefusal.notStorable(what: content.kind.rawValue)
    }
    guard !drafts.isEmpty else { return CourseAppended(log: log, new: []) }
    let new = try chain(
      drafts,
      to: .course(patient),
      after: log.count,
      lastHash: rows.last?.hash,
      at: moment,
      database
    )
    if let author = new.last?.author {
      try seal(.course(patient), by: .clinician(author), at: moment.recorded, database)
    }
    return CourseAppended(log: log + new, new: new)
  }

  /// Every entry of a patient's course in order; empty where there is none.
  package func courseLog(of patient: PatientCode) throws -> [Entry] {
    try logRows(of: .course(patient)).map { try $0.entry() }
  }

  /// The courses of every patient with an entry, by code, in one pass over them; with *kinds*, their
  /// entries of these kinds only.
  ///
  /// They are read a few thousand entries at a time, so that whoever writes waits for no more than that.
  package func courses(_ kinds: Set<EntryKind> = Set(EntryKind.allCases)) throws -> [CourseLog] {
    var courses: [CourseLog] = []
    var patient: PatientCode?
    var log: [Entry] = []
    var after = ("", 0)
    while true {
      let rows = try reading { try $0.courseRows(after: after.0, after.1) }
      for row in rows {
        guard case .course(let code) = row.stream else { continue }
        if code != patient {
          if let patient, !log.isEmpty { courses.append(CourseLog(patient: patient, log: log)) }
          patient = code
          log = []
        }
        after = (code.text, row.number)
        guard let kind = EntryKind.numbered(row.kind) else {
          throw RecordRefusal.damagedEntry(row.stream, EntryNumber(row.number))
        }
        if kinds.contains(kind) { log.append(try row.entry()) }
      }
      guard rows.count == RecordStore.courseEntriesAtOnce else { break }
    }
    if let patient, !log.isEmpty { courses.append(CourseLog(patient: patient, log: log)) }
    return courses
  }

  static let courseEntriesAtOnce = 5_000

  static let coursesStatement = """
    SELECT \(LogRow.columns), stream_key FROM entry
    WHERE stream_kind = 2 AND (stream_key, number) > (?, ?)
    ORDER BY stream_key, number LIMIT \(courseEntriesAtOnce)
    """
}

extension Database {
  fileprivate func courseRows(after code: String, _ number: Int) throws -> [LogRow] {
    try rows(RecordStore.coursesStatement, [code, number]) { row in
      guard let patient = try? PatientCode(try row.text(21)) else { throw UnexpectedColumn() }
      return try LogRow(row, in: .course(patient))
    }
  }
}
