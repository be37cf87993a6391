// Reports answers one question: what do people read?
//
// It renders a session, its flags and its effects as text and as JSON from the assessment; it computes
// no fact of its own. One place renders a value with its unit. It may import SessionRecord,
// Monitoring and Foundation.
