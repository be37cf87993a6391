import Foundation
import Monitoring
import SessionRecord
import Testing

/// Every rule of the protocols that come with Vigil, at its limits, windows, times and counts.
///
/// `VIGIL_UPDATE=1` writes the file anew.
@Suite struct RuleVectorTests {
  @Test func `the vectors are those of the protocols as they are now`() throws {
    let expected = try VectorGenerator.file()
    if ProcessInfo.processInfo.environment["VIGIL_UPDATE"] == "1" {
      try Data(expected.written().utf8).write(to: RuleVectorFile.url)
    }
    #expect(try RuleVectorFile.read() == expected, "VIGIL_UPDATE=1 writes it anew")
  }

  @Test func `the engine raises what the vectors say, and nothing else`() throws {
    let file = try RuleVectorFile.read()
    #expect(file.schema == RuleVectorFile.schema)
    for builtIn in BuiltInProtocol.allCases {
      let monitoringProtocol = try MonitoringProtocol.builtIn(named: builtIn.name)
      let own = file.vectors.filter { $0.protocols.contains(builtIn.name) }
      for vector in own {
        if let difference = try vector.difference(under: monitoringProtocol) {
          Issue.record(Comment(rawValue: difference))
        }
      }
      // Each rule has one that is raised and one that is not.
      for rule in monitoringProtocol.rules {
        let vectors = own.filter { $0.rule == rule.id.text }
        #expect(vectors.contains { !$0.flags.isEmpty }, "\(builtIn.name) \(rule.id)")
        #expect(vectors.contains { $0.flags.isEmpty }, "\(builtIn.name) \(rule.id)")
      }
    }
  }

  @Test func `NEWS2 has the points of the vectors`() throws {
    for vector in try RuleVectorFile.read().news2 {
      let scale = try #require(SpO2Scale(rawValue: vector.spo2Scale))
      var fold = NEWS2Fold(within: .minutes(5), scale: scale)
      let vitals = try Vitals(vector: vector.vitals)
      let set = fold.take(vitals, observed: RuleVector.start, isVerified: true)
      let score = try #require(set).score
      let points = NEWS2.Parameter.allCases.reduce(into: [String: Int]()) {
        $0[$1.sign.key] = score.points(of: $1)
      }
      #expect(points == vector.points, "\(vector)")
      #expect(score.total == vector.total, "\(vector)")
      #expect(score.totalWithoutConsciousness == vector.withoutConsciousness, "\(vector)")
      #expect(score.counted == vector.counted, "\(vector)")
      #expect(score.missing.map(\.sign.key) == vector.missing, "\(vector)")
      #expect(score.isComplete == vector.missing.isEmpty, "\(vector)")
    }
  }

  /// A control: every number of every rule is held by a vector on both sides.
  @Test(arguments: BuiltInProtocol.allCases)
  func `a number that moves by one step breaks a vector`(_ builtIn: BuiltInProtocol) throws {
    let vectors = try RuleVectorFile.read().vectors.filter {
      $0.protocols.contains(builtIn.name)
    }
    // A rule that an earlier protocol has in the same words was moved there.
    let mutations = try ProtocolMutation.all(of: builtIn.text).filter { mutation in
      mutation.rule == nil
        || vectors.contains { $0.rule == mutation.rule && $0.protocols.first == builtIn.name }
    }
    var read = 0
    for mutation in mutations {
      guard let moved = try? MonitoringProtocol(reading: mutation.text, from: builtIn.name) else {
        continue
      }
      read += 1
      let own = vectors.filter { mutation.rule == nil || $0.rule == mutation.rule }
      let isNoticed = try own.contains { try $0.difference(under: moved) != nil }
      #expect(isNoticed, "\(builtIn.name): \(mutation.words)")
    }
    #expect(
      read * 4 > mutations.count * 3,
      "most of them can be read: \(read) of \(mutations.count)"
    )
  }
}
