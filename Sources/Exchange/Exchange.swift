// Exchange answers one question: what do other systems read and send?
//
// It turns files into observations: CSV today. It stores nothing and judges nothing; a value that
// cannot be is kept as *not usable* with what was written. It may import SessionRecord and
// Foundation.
