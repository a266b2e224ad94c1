import Charts
import Testing

@Suite struct MarkTests {
  @Test func aHistogramCountsEveryFiniteValueOnce() {
    let values = (0..<500).map { Double(($0 * 7919) % 997) / 100 } + [.nan, .infinity]
    for bins in [nil, 1, 5, 40] as [Int?] {
      let mark = HistogramMark(values, bins: bins)
      #expect(mark.counts.reduce(0, +) == 500)
      #expect(mark.leftOut == 2)
      #expect(mark.edges.count == mark.counts.count + 1)
      #expect(zip(mark.edges, mark.edges.dropFirst()).allSatisfy { $0 < $1 })
      #expect(mark.edges[0] <= 0 && mark.edges[mark.edges.count - 1] >= 9.96)
    }
  }

  @Test func theRuleOfFreedmanAndDiaconisGivesTheNumberOfBins() {
    // 1000 even values from 0 to 999: width 2 · 499 / 10 = 99.8, so about 10 bins.
    let mark = HistogramMark((0..<1000).map(Double.init))
    #expect(mark.counts.count == 10)
    #expect(mark.counts[0] == 100)
  }

  @Test func oddValuesHaveAHistogram() {
    #expect(HistogramMark([]).counts.isEmpty)
    #expect(HistogramMark([.nan]).counts.isEmpty)
    for values in [[3], [0, 0, 0], [-1e308, 1e308], [5e-324], [0, 5e-324], [1e308, 1e308]] {
      let mark = HistogramMark(values)
      #expect(mark.counts.reduce(0, +) == Double(values.count), "\(values)")
      #expect(mark.edges.allSatisfy { $0.isFinite })
    }
  }

  @Test func aBandOfRunsIsTheirMeanAndDeviation() {
    let runs: [[Double]] = [[1, 10], [3, 10, 7], [5, .nan]]
    let band = BandMark(x: [0, 1, 2], runs: runs)
    #expect(band.middle == [3, 10, 7])
    #expect(band.lower == [1, 10, 7])
    #expect(band.upper == [5, 10, 7])
    let range = BandMark(x: [0], runs: [[1], [2], [9]], spread: .range)
    #expect((range.lower, range.middle, range.upper) == ([1], [4], [9]))
    let quartiles = BandMark(x: [0], runs: [[1], [2], [3], [4], [5]], spread: .quartiles)
    #expect((quartiles.lower, quartiles.middle, quartiles.upper) == ([2], [3], [4]))
  }
}
