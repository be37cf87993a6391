// Shorthand answers one question: how is it typed?
//
// It turns one line into one entry (`TypedLine`) and an entry back into a line. What is not understood
// is refused with what to type next; what is dangerous is never one letter away from what is common.
// Medicines, effects and scales come to it as a `Vocabulary`. It may import SessionRecord and Foundation.
//
//   Line: the text cut into words, without control characters
//   └─ LineParser: which entry it is; each kind reads its own words (VitalsLine, EffectLine …)
//      ├─ ObservedTime: what follows @, on the session's clock
//      └─ PlainNumber: ASCII digits, or nothing
//   LineRefusal: why not, by subject (VitalsFault, DoseFault …)
//   Content.line(): the way back
