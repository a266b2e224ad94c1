/// The date of a work, as exact as the bibliography knows it.
public struct BibliographyDate: Equatable, Sendable {
  /// The part of a year.
  public enum Month: Equatable, Sendable {
    /// A month, from 1 to 12.
    case number(Int)
    /// A season: spring, summer, autumn or winter, from 1 to 4.
    case season(Int)
    /// Words that name no single month, such as "July/August".
    case words(String)
  }

  /// A day, a month or a year.
  public struct Day: Equatable, Sendable {
    /// The year in astronomical numbering, in which 0 is the year before the year 1.
    public var year: Int
    /// The month, if known.
    public var month: Month?
    /// The day of the month, if known.
    public var day: Int?

    /// Makes a date.
    public init(year: Int, month: Month? = nil, day: Int? = nil) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// A date's form.
  public enum Form: Equatable, Sendable {
    /// A single day, month or year.
    case single(Day)
    /// A time from one day to another; nil for an open end.
    case range(Day?, Day?)
    /// Words in place of a year, such as "in press".
    case words(String)
  }

  /// The form, with its days.
  public var form: Form
  /// True for a date that is only approximately right.
  public var isApproximate: Bool
  /// True for a date that may be wrong.
  public var isUncertain: Bool

  /// Makes a date.
  public init(_ form: Form, isApproximate: Bool = false, isUncertain: Bool = false) {
    self.form = form
    self.isApproximate = isApproximate
    self.isUncertain = isUncertain
  }

  /// Makes the date of a year.
  public init(year: Int) { self.init(.single(Day(year: year))) }

  /// A number by which earlier dates come before later ones.
  public var order: Int {
    switch form {
    case .single(let day), .range(let day?, _), .range(nil, let day?): day.year
    case .range(nil, nil), .words: Int.max
    }
  }
}
