/// The clock's hands, and the offset where one was typed.
struct ClockTime {
  let hour: Int
  let minute: Int
  let second: Int
  let offset: Int?
}
