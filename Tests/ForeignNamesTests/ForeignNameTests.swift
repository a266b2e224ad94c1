import Testing

@testable import ForeignNames

@Suite struct ForeignNameTests {
  @Test(
    "a name is found in full, by its last parts and by a usual short name of its module",
    arguments: [
      ("torch.optim.SGD", ["torch.optim.SGD"]),
      ("optim.Adam", ["torch.optim.Adam"]),
      ("Linear", ["torch.nn.Linear"]),
      ("nn.linear", ["torch.nn.Linear"]),
      ("F.gelu", ["torch.nn.functional.gelu"]),
      ("np.eye", ["numpy.eye"]),
      ("plt.hist", ["matplotlib.pyplot.hist"]),
      ("eye", ["torch.eye", "numpy.eye"]),
      ("inear", []), ("optim", []), ("", []), (".", []), ("nn..", []),
    ])
  func isFound(written: String, names: [String]) {
    #expect(ForeignName.entries(for: written).map(\.name) == names)
  }

  @Test("a label that belongs to one call says nothing of another")
  func boundLabels() throws {
    let bound = try #require(ForeignLabel.table.first { !$0.calls.isEmpty && $0.label == "rho" })
    #expect(ForeignLabel.entry(for: "rho", in: bound.calls[0]) == bound)
    #expect(ForeignLabel.entry(for: "rho", in: "Nothing") != bound)
  }

  @Test("each name stands once, and is not ours already")
  func isComplete() {
    let names = ForeignName.table.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count >= 250)
    for framework in ForeignName.Framework.allCases {
      #expect(ForeignName.table.contains { $0.framework == framework })
    }
    #expect(ForeignName.table.allSatisfy { $0.name != $0.ours })
  }

  @Test(
    "an idiom is found by its last parts, by its first ones, and for the type that it is asked of",
    arguments: [
      ("np.outer", nil, "numpy.outer"), ("outer", nil, "numpy.outer"),
      ("torch.cuda.is_available", nil, "torch.cuda"), ("zeroGrad", "Parameter", "zero_grad"),
      ("zeroGrad", "Dense", nil), ("", nil, nil), ("uter", nil, nil),
    ] as [(String, String?, String?)])
  func idioms(written: String, type: String?, name: String?) {
    #expect(ForeignIdiom.entry(for: written, of: type)?.name == name)
  }

  @Test("no two idioms have one name and one type, and none is in the table of names")
  func idiomsAreDistinct() {
    let keys = ForeignIdiom.table.map { "\($0.type ?? "") \($0.name)" }
    #expect(Set(keys).count == keys.count)
    #expect(Set(ForeignIdiom.table.map(\.name)).isDisjoint(with: ForeignName.table.map(\.name)))
  }
}
