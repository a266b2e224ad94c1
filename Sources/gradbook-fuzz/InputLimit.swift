/// The limits for one input. Times are processor times, which do not depend on the machine's load.
enum InputLimit {
  /// The largest processor time for one input, in seconds.
  static let seconds = 2
  /// The largest peak memory of the process, in megabytes.
  static let megabytes = 500
  /// The largest input, in bytes: larger ones would only be slower.
  static let bytes = 65536
}
