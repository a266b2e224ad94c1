import BookModel

/// Reads BibLaTeX's dates, and BibTeX's years and months.
///
/// - Source: ISO 8601-2:2019, level 1 (formerly EDTF), as the manual of BibLaTeX describes it in
///   section 2.3.8.
enum BibLaTeXDate {
  /// Returns the date for a field such as `2017-04~` or `1948/1951`; nil for other texts.
  static func date(_ text: String) -> BibliographyDate? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    guard ends.count <= 2 else { return nil }
    var date = BibliographyDate(.words(""))
    var days: [BibliographyDate.Day?] = []
    for end in ends {
      let isOpen = ends.count == 2 && (end.isEmpty || end == ".." || end == "*")
      guard !isOpen else {
        days.append(nil)
        continue
      }
      var rest = Substring(end)
      while let mark = rest.last, "~?%".contains(mark) {
        if mark != "?" { date.isApproximate = true }
        if mark != "~" { date.isUncertain = true }
        rest.removeLast()
      }
      if ends.count == 1, let decade = unspecified(rest) {
        date.form = .range(.init(year: decade.lowerBound), .init(year: decade.upperBound))
        return date
      }
      guard let day = day(rest) else { return nil }
      days.append(day)
    }
    date.form =
      days.count == 2 ? .range(days[0], days[1]) : days[0].map { .single($0) } ?? date.form
    return date
  }

  /// Returns the years for "199X" and "19XX".
  private static func unspecified(_ text: Substring) -> ClosedRange<Int>? {
    let lower = text.lowercased()
    let digits = lower.prefix { $0 != "x" }
    let marks = lower.dropFirst(digits.count)
    guard lower.count == 4, (1...2).contains(marks.count), marks.allSatisfy({ $0 == "x" }),
      let first = Int(digits)
    else { return nil }
    let length = marks.count == 1 ? 10 : 100
    return (first * length)...(first * length + length - 1)
  }

  private static func day(_ text: Substring) -> BibliographyDate.Day? {
    var rest = text.prefix { $0 != "T" && $0 != " " }
    var sign = 1
    if rest.first == "-" || rest.first == "+" || rest.lowercased().hasPrefix("y") {
      if rest.lowercased().hasPrefix("y") { rest.removeFirst() }
      if rest.first == "-" { sign = -1 }
      if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    }
    let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count <= 3, parts[0].utf8.count >= 4, let year = number(parts[0]) else {
      return nil
    }
    var day = BibliographyDate.Day(year: sign * year)
    guard parts.count > 1 else { return day }
    if parts[1].lowercased() == "xx" { return day }
    guard parts[1].utf8.count == 2, let month = number(parts[1]) else { return nil }
    switch month {
    case 1...12: day.month = .number(month)
    case 21...24: day.month = .season(month - 20)
    default: return nil
    }
    guard parts.count > 2, parts[2].lowercased() != "xx" else { return day }
    guard parts[2].utf8.count == 2, let number = number(parts[2]), (1...31).contains(number) else {
      return nil
    }
    day.day = number
    return day
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber && text.utf8.count <= 12 ? Int(text) : nil
  }

  // MARK: Years and months

  /// Returns the date for a year with a month and a day, each as a bibliography writes it.
  static func date(year: String, month: String?, day: String?) -> BibliographyDate? {
    let year = year.trimmed
    guard !year.isEmpty else { return nil }
    guard let number = number(year) ?? (year.hasPrefix("-") ? number(year.dropFirst()) : nil) else {
      return year.contains("/") || year.contains("~")
        ? date(year) ?? .init(.words(year))
        : .init(.words(year))
    }
    var start = BibliographyDate.Day(year: year.hasPrefix("-") ? -number : number)
    if let month = month?.trimmed, !month.isEmpty {
      (start.month, start.day) = self.month(month)
      if let day, let number = self.number(day.trimmed) { start.day = number }
    }
    return .init(.single(start))
  }

  private static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// Returns the month for "3", "March", "mar." or, with a day, "March 14" and "14 March".
  private static func month(_ text: String) -> (BibliographyDate.Month, Int?) {
    if let number = number(text), (1...12).contains(number) { return (.number(number), nil) }
    let words = text.split { " \u{A0},.".contains($0) }
    let months = words.indices.filter { words[$0].allSatisfy(\.isLetter) }
    guard words.count <= 2, months.count == 1, let place = months.first,
      let index = names.firstIndex(of: String(words[place].lowercased().prefix(3)))
    else { return (.words(text), nil) }
    guard words.count == 2 else { return (.number(index + 1), nil) }
    let day = number(words[1 - place])
    guard let day, (1...31).contains(day) else { return (.words(text), nil) }
    return (.number(index + 1), day)
  }
}
