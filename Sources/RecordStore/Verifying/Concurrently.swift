import Dispatch
import Synchronization

/// Makes a value of each of these, on every core, and gives them in order; *done* is told on the caller's
/// thread how many are.
func concurrently<Item: Sendable, Value: Sendable>(
  _ items: [Item],
  done: (Int) -> Void = { _ in },
  _ value: @Sendable (Item) -> Value
) -> [Value] {
  var values: [Value] = []
  values.reserveCapacity(items.count)
  for start in stride(from: 0, to: items.count, by: RecordStore.chunksAtOnce) {
    let round = items[start..<min(start + RecordStore.chunksAtOnce, items.count)]
    let results = Mutex<[Int: Value]>([:])
    DispatchQueue.concurrentPerform(iterations: round.count) { place in
      let made = value(round[round.startIndex + place])
      results.withLock { $0[place] = made }
    }
    let made = results.withLock { $0 }
    values += (0..<round.count).compactMap { made[$0] }
    done(values.count)
  }
  return values
}
