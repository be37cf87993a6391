import Foundation

/// Hands a promise to libFuzzer, which calls it with ever other bytes and follows what they reach.
package enum FuzzDriver {
  /// Set by `scripts/fuzz --control`: four bytes that nobody would find by chance end it.
  private static let hidesNeedle =
    ProcessInfo.processInfo.environment["VIGIL_FUZZ_CONTROL"] == "1"

  nonisolated(unsafe) private static var promise: ([UInt8]) throws -> Void = { _ in }

  /// Runs until the options say, or until the promise is broken.
  package static func run(_ promise: @escaping ([UInt8]) throws -> Void) -> Never {
    self.promise = promise
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(runLibFuzzer(&count, &arguments) { FuzzDriver.holds($0, $1) })
  }

  private static func holds(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if hidesNeedle, isNeedle(bytes) { end("the needle of the control was found") }
    do { try promise(bytes) } catch { end("\(error)") }
    return 0
  }

  /// Compared as one number, which is what libFuzzer notes of a comparison.
  private static func isNeedle(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && bytes[..<4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } == 0x56E7_1FB9
  }

  private static func end(_ sentence: String) -> Never {
    FileHandle.standardError.write(Data("PROMISE BROKEN: \(sentence)\n".utf8))
    abort()
  }
}

/// libFuzzer's own loop (LLVM, FuzzerDriver.cpp), for programs with a `main` of their own.
@_silgen_name("LLVMFuzzerRunDriver")
private func runLibFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ one: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
