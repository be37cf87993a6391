// RecordStore answers one question: where is it kept?
//
// One SQLite file holds the append-only log with its chain, and read models that can be derived from
// it again. It keeps entries and flags without knowing a rule. It may import SessionRecord, Crypto and
// Foundation, and alone imports GRDB.
