import ArgumentParser
import RecordStore
import Reports
import SessionRecord
import Supervision

/// Says whether what was saved is as it was written.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check that what was saved is unchanged: chains, seals, read models, digests.",
    discussion: """
      Exits with 0 where the record holds, 1 where it is damaged, and 2 where one cannot tell, as of \
      sessions that were closed and not sealed. It looks at all of the record, at one session, or at the \
      course of a patient. With --expect it also says as of which entry a digest was printed: 64 digits, \
      or the first 16 or more; spaces do not matter. It changes nothing and notes in the log of accesses \
      that it was done.

        vigil verify
        vigil verify 1
        vigil verify P-014
        vigil verify --chains --format json
      """
  )

  @Argument(
    help: ArgumentHelp("Session number, or a patient's code for the course.", valueName: "what")
  )
  var what: String?

  @Option(
    name: .long,
    parsing: .upToNextOption,
    help: ArgumentHelp("A digest from a print or a checkpoint.", valueName: "digest")
  )
  var expect: [String] = []

  @ArgumentParser.Flag(name: .long, help: "Chains and seals only, which takes less time.")
  var chains = false

  @Option(name: .long, help: "text or json.")
  var format: TextFormat = .text

  @OptionGroup var author: AuthorOptions
  @OptionGroup var layout: LayoutOptions
  @OptionGroup var record: RecordOptions

  func run() throws {
    let expected = expect.isEmpty ? nil : try ExpectedDigest(expect.joined(separator: " "))
    let scope = try what.map { VerificationScope.stream(try StreamName($0).stream) } ?? .record
    let accessor = Here.accessor(try author.author())
    let answer: VerificationAnswer
    do {
      let supervision = try Desk.open(record, .reading).supervision
      answer = try look(at: scope, for: expected, by: accessor, in: supervision)
    } catch let refusal as RecordRefusal {
      guard let finding = refusal.finding else { throw refusal }
      answer = unopened(finding, scope)
    }
    switch format {
    case .text: Output.data(VerificationText(answer, style: layout.style).text)
    case .json: Output.data(VerificationJSON(answer).text)
    }
    if !answer.isLogged {
      Output.message("That this was verified could not be noted in the record's log of accesses.")
    }
    switch answer.outcome {
    case .holds: break
    case .damaged: throw FoundSomething()
    case .cannotTell: throw FoundSomething(status: .cannotTell)
    }
  }

  private func look(
    at scope: VerificationScope,
    for digest: ExpectedDigest?,
    by accessor: Accessor,
    in supervision: Supervision
  ) throws -> VerificationAnswer {
    var missing: EntryStream?
    var verification: Verification
    do {
      let found = try verify(scope, by: accessor, in: supervision)
      // Of what has no entry there is nothing that could hold.
      if case .stream(let stream) = scope, found.head == nil, found.findings.isEmpty {
        throw SignCommandRefusal.nothingEntered(stream.name)
      }
      verification = found
    } catch let refusal as any Refusal where refusal.kind == .notFound && digest != nil {
      // A digest that was printed of it says that it was there.
      guard case .stream(let stream) = scope else { throw refusal }
      missing = stream
      verification = try verify(.record, by: accessor, in: supervision)
    }
    let expected = try digest.map { digest in
      let place = missing == nil ? try supervision.find(digest, in: scope) : nil
      let isAsked = place != nil || scope == .record
      return VerificationAnswer.Expected(
        digest: digest,
        place: place,
        elsewhere: isAsked ? nil : try supervision.find(digest, in: .record)
      )
    }
    for place in [expected?.place, expected?.elsewhere] {
      guard case .entry(.session(let number), _, recorded: _, after: _)? = place else { continue }
      // A row that cannot be read has none.
      if let session = try? supervision.store.session(number) {
        verification.labels[number] = session.label
      }
    }
    return VerificationAnswer(verification, expected: expected, missing: missing)
  }

  private func verify(
    _ scope: VerificationScope,
    by accessor: Accessor,
    in supervision: Supervision
  ) throws -> Verification {
    let progress = Progress("parts looked at")
    defer { progress.end() }
    return try supervision.verify(
      scope,
      level: chains ? .chains : .full,
      by: accessor,
      progress: { progress.show($0, of: $1) }
    )
  }

  /// Of a file that could not be opened as a record: what stopped it is all that is known.
  private func unopened(
    _ finding: VerificationFinding,
    _ scope: VerificationScope
  ) -> VerificationAnswer {
    VerificationAnswer(
      Verification(
        scope: scope,
        level: chains ? .chains : .full,
        record: nil,
        version: 0,
        extent: VerificationExtent(),
        findings: [finding],
        wholeSessions: [],
        sealedSessions: 0,
        keys: [],
        head: nil
      ),
      expected: nil
    )
  }
}

extension RecordRefusal {
  /// What it says about the file that could not be opened; nil where it says nothing about it.
  fileprivate var finding: VerificationFinding? {
    switch self {
    case .notARecord, .emptyFile, .damaged, .damagedEntry:
      VerificationFinding(.file, .unreadable(why: problem))
    case .newerRecord, .unfinished: VerificationFinding(.file, .notLookedAt(why: problem))
    default: nil
    }
  }
}
