import SessionRecord
import Supervision

/// What was typed after `review`: the subject, the verdict, then words.
struct TypedReview {
  let subject: ReviewSubject
  let verdict: ReviewVerdict
  /// May be empty.
  let text: String

  init(_ words: [String]) throws(ReviewRefusal) {
    guard let first = words.first, !first.isEmpty else { throw .subjectMissing }
    guard !first.hasPrefix("S-") else { throw .sessionFirst(first) }
    guard words.count > 1 else { throw .verdictMissing }
    let place = try TypedReview.place(in: words)
    subject = try ReviewSubject(typed: words[..<place.index].joined(separator: " "))
    verdict = place.verdict
    text = words[(place.index + 1)...].joined(separator: " ")
    guard text.contains(where: { !$0.isWhitespace }) else { throw .wordsMissing }
  }

  /// Where the verdict stands: behind the subject, which may be an effect of several words.
  private static func place(
    in words: [String]
  ) throws(ReviewRefusal) -> (index: Int, verdict: ReviewVerdict) {
    for index in 1..<min(words.count, longestSubject + 1) {
      if let verdict = verdict(words[index]) { return (index, verdict) }
    }
    let known = ReviewVerdict.allCases.map(\.word)
    // A verdict of two words, as people say it.
    if words.count > 2, let near = nearest(to: "\(words[1])-\(words[2])", among: known) {
      throw .unknownVerdict("\(words[1]) \(words[2])", near: near)
    }
    throw .unknownVerdict(words[1], near: nearest(to: words[1], among: known))
  }

  private static let longestSubject = 4

  private static func verdict(_ word: String) -> ReviewVerdict? {
    ReviewVerdict.allCases.first { $0.word == word.lowercased() }
  }
}
