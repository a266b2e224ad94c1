import Testing

@testable import MathML

@Suite("The table of commands")
struct CommandTests {
  /// A formula that uses a command as it is meant to be used.
  private static func example(of name: String, _ command: TeXCommand) -> String {
    let written = "\\" + name
    switch command {
    case .symbol, .letter, .function, .space, .dots, .fontSwitch, .style, .size, .nothing:
      return "a \(written) b"
    case .font, .text, .accent, .classed, .padded, .paddedText, .enclosed, .longArrow:
      return "a \(written){x} b"
    case .fraction: return "\(written){x}{y}"
    case .color: return "a \(written){red}{x} b"
    case .between: return "{a \(written) b}"
    case .sized: return "\(written)| x"
    case .definition(.plain): return "\(written)\\x#1{#1} \\x a"
    case .definition(.alias): return "\(written)\\x=\\alpha \\x"
    case .definition: return "\(written){\\x}{a} \\x"
    case .refused: return written
    case .structure(let structure):
      switch structure {
      case .root, .substack, .operatorName, .modulo, .tag, .label, .textBox, .smash, .ensuredMath,
        .braket, .equations, .requirement:
        return "a \(written){x}"
      case .generalFraction: return "\(written)(]{0pt}{1}{a}{b}"
      case .left, .right: return "\\left( x \\right)"
      case .middle: return "\\left( x \\middle| y \\right)"
      case .begin, .end, .newRow: return "\\begin{aligned} a \\cr b \\\\ c \\end{aligned}"
      case .limits, .noLimits: return "\\sum\(written)_i"
      case .not: return "a \\not= b"
      case .stackrel, .overset, .underset: return "a \(written){x}{=} b"
      case .line: return "\\begin{array}{l} \(written) a \\\\ \(written) \\end{array}"
      case .horizontalSpace:
        let isBraced = written.hasSuffix("space") || written.hasSuffix("*")
        return isBraced ? "a \(written){-1.5em} b" : "a \(written) -1.5em b"
      }
    }
  }

  @Test("every command is understood where it belongs, and becomes MathML")
  func all() {
    #expect(TeXFormula.commandNames.count > 300)
    for name in TeXFormula.commandNames {
      guard let command = TeXCommand.table[name] else { continue }
      for style in [TeXFormula.Style.inline, .display] {
        let formula = TeXFormula(Self.example(of: name, command), style: style)
        #expect(formula.faults == [], "\\\(name)")
        #expect(Markup.fault(in: formula.markup) == nil, "\\\(name)")
      }
    }
  }

  @Test("a colour is one of a few hues, however it is named")
  func colors() {
    let named: [(String, MathColor?)] = [
      ("red", .red), ("OrangeRed", .red), ("ForestGreen", .green), ("blue!50!white", .blue),
      ("#fff", .plain), ("#888888", .gray), ("#a52a2a", .red), ("#8b4513", .brown),
      ("#00ced1", .cyan), ("#ffd700", .yellow), ("#9400d3", .purple), ("#1e90ff", .blue),
      ("#12", nil), ("#12345g", nil), ("", nil), ("reddish", nil),
    ]
    for (name, color) in named { #expect(MathColor(name) == color, "\(name)") }
    #expect(MathColor("0, 0.5, 0", model: "rgb") == .green)
    #expect(MathColor("0.5", model: "gray") == .gray)
    #expect(MathColor("1,1", model: "rgb") == nil)
    #expect(MathColor("1,1,1", model: "cmyk") == nil)
    for color in MathColor.allCases where color != .plain {
      let name = String(color.rawValue.dropFirst(4))
      #expect(TeXFormula("\\textcolor{\(name)}x", style: .inline).markup.contains(color.rawValue))
    }
  }

  @Test("what is refused says what to do instead")
  func refused() {
    let refused = TeXCommand.table.filter(\.value.isRefused)
    #expect(refused.count > 10)
    for name in refused.keys {
      guard
        case .refusedCommand(name, let instead)? = TeXFormula("\\" + name, style: .inline)
          .faults.first?.kind
      else {
        Issue.record("\\\(name) is not refused")
        continue
      }
      #expect(!instead.isEmpty)
    }
  }

  @Test("every environment is understood")
  func environments() throws {
    for name in TeXFormula.environmentNames {
      let environment = try #require(TeXEnvironment.table[name])
      let columns =
        environment.announcesColumns ? "{lc|r}" : environment.countsColumns ? "{2}" : ""
      let tex = "\\begin{\(name)}\(columns) a & b \\\\[2pt] c & -d \\end{\(name)}"
      let formula = TeXFormula(tex, style: .display)
      #expect(formula.faults == [], "\(name)")
      #expect(formula.markup.ranges(of: "<mtr>").count == 2, "\(name)")
    }
  }

  @Test("letters of the alphabets are those of Unicode, the old ones included")
  func alphabets() {
    func styled(_ letters: String, _ font: MathFont) -> String {
      var scalars = String.UnicodeScalarView()
      for scalar in letters.unicodeScalars { scalars.append(font.styled(scalar)) }
      return String(scalars)
    }
    #expect(styled("AZaz09", .bold) == "𝐀𝐙𝐚𝐳𝟎𝟗")
    #expect(styled("Ahz", .italic) == "𝐴ℎ𝑧")
    #expect(styled("ABEFHILMRego", .calligraphic) == "𝒜ℬℰℱℋℐℒℳℛℯℊℴ")
    #expect(styled("ACHIRZa", .fraktur) == "𝔄ℭℌℑℜℨ𝔞")
    #expect(styled("ACHNPQRZa1", .blackboard) == "𝔸ℂℍℕℙℚℝℤ𝕒𝟙")
    #expect(styled("ΑΩαωϵϕ∇∂", .bold) == "𝚨𝛀𝛂𝛚𝛜𝛟𝛁𝛛")
    #expect(styled("αω", .boldItalic) == "𝜶𝝎")
    #expect(styled("a1", .typewriter) + styled("a1", .sansSerif) == "𝚊𝟷𝖺𝟣")
    #expect(styled("损é", .bold) == "损é")
  }
}
