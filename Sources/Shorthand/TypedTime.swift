import SessionRecord

/// A time as it is typed: `@14:02`, with seconds where there are any and the offset where asked.
func typedTime(_ stamp: Stamp, withOffset: Bool) -> String {
  let time = stamp.civil
  let clock = time.second == 0 ? time.clock : time.clockWithSeconds
  guard withOffset else { return "@" + clock }
  let size = abs(stamp.offsetMinutes)
  let sign = stamp.offsetMinutes < 0 ? "-" : "+"
  return "@\(clock)\(sign)\(padded(size / 60, 2)):\(padded(size % 60, 2))"
}
