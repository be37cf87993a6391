/// A reason for storing or doing nothing, told to a tired nurse: what was wrong and what to type next.
package protocol Refusal: Error, CustomStringConvertible {
  /// What was wrong, and what was kept, as one or more plain sentences.
  var problem: String { get }
  /// What to type or do next; nil where the problem already says it.
  var remedy: String? { get }
  /// What sort of refusal it is; decides the exit code, in one place.
  var kind: RefusalKind { get }
}

extension Refusal {
  package var description: String {
    remedy.map { "\(problem) \($0)" } ?? problem
  }
}

/// The sorts of refusal; `ExitCode` gives each its number.
package enum RefusalKind: String, Hashable, CaseIterable {
  /// The command itself is wrong: an option, an argument, two open sessions and none named.
  case usage
  /// What was typed or imported is not understood or not possible.
  case badInput
  /// No such session, entry, flag, patient, protocol or file.
  case notFound
  /// Another program holds the record.
  case busy
  /// The record, or a file, is damaged or not one of ours.
  case damaged
  /// A file cannot be written.
  case cannotWrite
  /// The entry was not saved.
  case notSaved
  /// Saving could not be confirmed.
  case notConfirmed
  /// Not allowed now: a closed session, a final void.
  case notAllowed
}
