import SessionRecord

/// What became of the trouble that was waiting.
enum Mishap {
  /// It did not come to it: fewer calls were made.
  case none
  case failed
  /// The power went; what was on the disk then is beside the record.
  case cut
}

extension ClinicDesks {
  /// Runs with trouble waiting on the disk.
  func run<Value>(
    under trouble: Trouble?,
    _ body: () throws -> Value
  ) throws -> (result: Result<Value, any Error>, mishap: Mishap) {
    guard let trouble else { return (Result { try body() }, .none) }
    if case .held(let time) = trouble {
      return (try holding(forMilliseconds: time) { Result { try body() } }, .none)
    }
    var calls = 0
    var mishap = Mishap.none
    var failure: (any Error)?
    func photograph(_ call: DiskCall, _ file: String, _ bytes: UnsafeRawBufferPointer?, torn: Bool)
    {
      do {
        try self.photograph(call, file, bytes, torn: torn)
        mishap = .cut
      } catch {
        failure = error
      }
    }
    disk.onCall = { call, file, bytes in
      calls += 1
      // The power goes once; a disk that is full may stay so.
      let isBefore = mishap == .none
      switch trouble {
      case .refused(let place, let code, let isSticky):
        guard isBefore ? place.isReached(by: call, calls) : isSticky else { return .done }
        mishap = .failed
        return .refused(code)
      case .denied(let place, let code):
        guard isBefore, place.isReached(by: call, calls) else { return .done }
        mishap = .failed
        return .doneAndDenied(code)
      case .cut(let place, let isTorn):
        if isBefore, place.isReached(by: call, calls) {
          photograph(call, file, bytes, torn: isTorn)
        }
        return .done
      case .cutAfter(let place):
        guard isBefore, place.isReached(by: call, calls) else { return .done }
        return .doneAndSeen { photograph(call, file, nil, torn: false) }
      case .held: return .done
      }
    }
    let result = Result { try body() }
    disk.onCall = nil
    if let failure { throw failure }
    return (result, mishap)
  }
}
