import BookModel
import Testing

@testable import Prose

@Suite struct BibLaTeXDateTests {
  typealias Day = BibliographyDate.Day

  @Test(
    arguments: [
      ("1951", .init(year: 1951)), ("2017-04-04", .init(.single(day(2017, 4, 4)))),
      ("2017-04~", .init(.single(day(2017, 4)), isApproximate: true)),
      ("1723?", .init(.single(day(1723)), isUncertain: true)),
      ("1723%", .init(.single(day(1723)), isApproximate: true, isUncertain: true)),
      ("1948/1951", .init(.range(day(1948), day(1951)))),
      ("1968-05-19/1968-05-25", .init(.range(day(1968, 5, 19), day(1968, 5, 25)))),
      ("1997/", .init(.range(day(1997), nil))), ("../1997", .init(.range(nil, day(1997)))),
      ("199X", .init(.range(day(1990), day(1999)))), ("19XX", .init(.range(day(1900), day(1999)))),
      ("2004-XX", .init(year: 2004)), ("-0044", .init(year: -44)), ("y-10000", .init(year: -10000)),
      ("2003-22", .init(.single(Day(year: 2003, month: .season(2))))),
      ("2004-06-XX", .init(.single(day(2004, 6)))),
      ("2004-04-05T14:34:00", .init(.single(day(2004, 4, 5)))),
    ] as [(String, BibliographyDate)])
  func aDateIsReadAsISO8601(text: String, date: BibliographyDate) {
    #expect(BibLaTeXDate.date(text) == date)
  }

  @Test(arguments: ["4.4.2017", "2017-13", "2017-4-4", "2017-04-35", "1/2/3", "soon", "51"])
  func otherTextsAreNoDates(text: String) { #expect(BibLaTeXDate.date(text) == nil) }

  @Test(
    arguments: [
      ("1951", nil, nil, .init(year: 1951)), ("in press", nil, nil, .init(.words("in press"))),
      ("1998", "March", nil, .init(.single(day(1998, 3)))),
      ("1998", "sept.", "7", .init(.single(day(1998, 9, 7)))),
      ("1998", "March 14", nil, .init(.single(day(1998, 3, 14)))),
      ("1998", "14\u{A0}March", nil, .init(.single(day(1998, 3, 14)))),
      ("1998", "10", nil, .init(.single(day(1998, 10)))),
      (
        "1998", "July/August", nil,
        .init(.single(Day(year: 1998, month: .words("July/August"))))
      ),
      ("1984a", nil, nil, .init(.words("1984a"))),
    ] as [(String, String?, String?, BibliographyDate)])
  func aYearHasAMonthAndADay(
    year: String, month: String?, day: String?, date: BibliographyDate
  ) {
    #expect(BibLaTeXDate.date(year: year, month: month, day: day) == date)
  }

  @Test("The fields of a date are read together")
  func fields() throws {
    let text = """
      @misc{a, title = {T}, year = 1998, month = mar, day = 5, origdate = {1951}, urldate = {2020-02}}
      @misc{b, title = {T}, date = {2001-02-03}, year = 1998, month = 4}
      """
    let bibliography = Bibliography(Array(text.utf8), path: "b.bib")
    let first = try #require(bibliography.work("a")).entry
    #expect(first.dates[.date] == .init(.single(Self.day(1998, 3, 5))))
    #expect(first.dates[.origdate] == .init(year: 1951))
    #expect(first.dates[.urldate] == .init(.single(Self.day(2020, 2))))
    let second = try #require(bibliography.work("b")).entry
    #expect(second.dates[.date] == .init(.single(Self.day(2001, 2, 3))))
  }

  private static func day(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> Day {
    Day(year: year, month: month.map { .number($0) }, day: day)
  }
}
