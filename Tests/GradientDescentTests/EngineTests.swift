import Testing

/// All tests of the engine, which is made for one thread: one after another.
@Suite(.serialized)
enum EngineTests {}
