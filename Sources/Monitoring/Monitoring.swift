// Monitoring answers one question: what does it mean?
//
// It reads a protocol from its text (strictly: unknown and duplicate keys are refused) and folds a
// session's entries into flags, time zero, baseline and extremes. `assess(log, protocol, asOf)` is a
// pure function: no clock, no file, no global. A rule kind is one file in `Rules/`. It may import
// SessionRecord and Foundation, nothing else.
