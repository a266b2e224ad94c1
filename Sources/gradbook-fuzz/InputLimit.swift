/// What one input may cost. Times are of the processor, so that a busy machine changes nothing.
enum InputLimit {
  /// The most processor time for one input, in seconds.
  static let seconds = 2
  /// The most memory that the process may have had at any time, in megabytes.
  static let megabytes = 500
  /// The largest input, in bytes: more would only make each one slower.
  static let bytes = 65536
}
