import BookModel

/// The words of citations and bibliographies.
extension InterfaceWords {
  var bibliography: String { say("References", "参考文献") }
  var citationBrackets: (opening: String, closing: String) { (say("(", "（"), say(")", "）")) }
  var citationSeparator: String { say("; ", "；") }

  /// The authors as the text names them: one or two, or the first of more.
  func citedNames(_ names: [String], more: Bool) -> String {
    guard let first = names.first else { return "" }
    if more { return say("\(first) et al.", "\(first) 等") }
    return names.count > 1 ? say("\(first) and \(names[1])", "\(first)、\(names[1])") : first
  }

  /// Two words, with a space between them where the language has one.
  func spaced(_ first: String, _ second: String) -> String {
    say("\(first) \(second)", "\(first)\(second)")
  }

  // MARK: Dates

  /// The year of a date, as citations say it.
  func year(_ date: BibliographyDate?) -> String {
    guard let date else { return say("n.d.", "无日期") }
    let years: String
    switch date.form {
    case .words(let words): years = words
    case .single(let day): years = year(day.year)
    case .range(let start, let end) where start?.year == end?.year:
      years = start.map { year($0.year) } ?? ""
    case .range(let start, let end):
      years = "\(start.map { year($0.year) } ?? "")–\(end.map { year($0.year) } ?? "")"
    }
    let exact = date.isApproximate ? say("ca. \(years)", "约 \(years)") : years
    return exact + (date.isUncertain ? "?" : "")
  }

  private func year(_ number: Int) -> String {
    number > 0 ? String(number) : say("\(1 - number) BCE", "公元前 \(1 - number)")
  }

  /// A date with its month and day, as far as they are known.
  func date(_ date: BibliographyDate?, letter: String = "") -> String {
    guard let date else { return year(nil) + letter }
    switch date.form {
    case .single(let day) where day.month != nil:
      let exact = self.day(day, letter: letter)
      let about = date.isApproximate ? say("ca. \(exact)", "约 \(exact)") : exact
      return about + (date.isUncertain ? "?" : "")
    case .range(let start?, let end?)
    where start.month != nil && start.month == end.month && start.year == end.year:
      let days = "\(start.day ?? 1)–\(end.day ?? 1)"
      return say(
        "\(days) \(day(.init(year: start.year, month: start.month), letter: letter))",
        "\(day(start, letter: letter))/\(Self.twoDigits(end.day ?? 1))")
    case .range(let start?, let end?) where start.month != nil && letter.isEmpty:
      return "\(day(start)) – \(day(end))"
    default: return year(date) + letter
    }
  }

  private func day(_ day: BibliographyDate.Day, letter: String = "") -> String {
    let year = year(day.year) + letter
    switch day.month {
    case nil: return year
    case .words(let month): return "\(month) \(year)"
    case .season(let number):
      let names = say("spring summer autumn winter", "春 夏 秋 冬").split(separator: " ")
      return say("\(names[number - 1]) \(year)", "\(year) 年\(names[number - 1])")
    case .number(let number):
      let date = day.day.map { "\($0) " } ?? ""
      let chineseDay = day.day.map { "-" + Self.twoDigits($0) } ?? ""
      return say(
        "\(date)\(Self.months[number - 1]) \(year)",
        "\(year)-\(Self.twoDigits(number))\(chineseDay)")
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  // MARK: People

  /// The names of people, in their order.
  func people(_ people: BibliographyEntry.Names) -> String {
    nameList(people.names.map(\.whole), more: people.hasMore)
  }

  func nameList(_ names: [String], more: Bool) -> String {
    if more { return (names + [say("et al.", "等")]).joined(separator: say(", ", "，")) }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return say(
      "\(names.dropLast().joined(separator: ", ")) and \(last)", names.joined(separator: "，"))
  }

  /// The people under whose names a work is found.
  func creators(_ people: BibliographyEntry.Names, as role: BibliographyEntry.Role) -> String {
    let isOne = people.names.count == 1 && !people.hasMore
    let names = self.people(people)
    switch role {
    case .editor: return names + say(isOne ? " (ed.)" : " (eds.)", "（编）")
    case .translator: return names + say(" (trans.)", "（译）")
    default: return names
    }
  }

  /// What people did for a work.
  struct Deed: Equatable {
    /// The participle or the words before the names.
    let words: String
    /// True for a participle, which others can be joined with.
    let isParticiple: Bool
  }

  func deed(_ role: BibliographyEntry.Role, type: String?) -> Deed {
    func participle(_ english: String, _ chinese: String) -> Deed {
      Deed(words: say(english, chinese), isParticiple: true)
    }
    func words(_ english: String, _ chinese: String) -> Deed {
      Deed(words: say(english, chinese), isParticiple: false)
    }
    return switch role {
    case .translator: participle("translated", "译")
    case .annotator: participle("annotated", "注")
    case .commentator: words("commentary", "评")
    case .introduction: words("introduction", "导言")
    case .foreword: words("foreword", "前言")
    case .afterword: words("afterword", "后记")
    case .holder: words("held", "持有")
    case .author, .bookauthor: participle("written", "著")
    case .editor, .editora, .editorb, .editorc:
      switch type {
      case "compiler": participle("compiled", "汇编")
      case "founder": participle("founded", "创办")
      case "continuator": participle("continued", "续编")
      case "redactor": participle("redacted", "校订")
      case "reviser": participle("revised", "修订")
      case "organizer": participle("organized", "组织")
      default: participle("edited", "编")
      }
    }
  }

  /// What people did, in one or several words, and their names.
  func contribution(
    _ deeds: [String], of people: BibliographyEntry.Names, from language: String?
  ) -> String {
    let names = self.people(people)
    let isTranslated = deeds.contains(say("translated", "译"))
    let source = isTranslated ? language.map { say(" from the \(languageName($0))", "") } ?? "" : ""
    return say(
      "\(nameList(deeds, more: false))\(source) by \(names)",
      "\(names) \(deeds.joined(separator: "、"))")
  }

  // MARK: Numbers

  func volume(_ number: FormattedText) -> FormattedText { numbered("volume ", "第 ", number, " 卷") }
  func part(_ number: FormattedText) -> FormattedText { numbered("part ", "第 ", number, " 部分") }
  func chapter(_ number: FormattedText) -> FormattedText {
    numbered("chapter ", "第 ", number, " 章")
  }
  func version(_ number: FormattedText) -> FormattedText { numbered("version ", "版本 ", number, "") }
  func volumes(_ number: FormattedText) -> FormattedText { counted(number, " volumes", " 卷") }
  func pages(_ number: FormattedText) -> FormattedText { counted(number, " pages", " 页") }

  private func numbered(
    _ english: String, _ opening: String, _ number: FormattedText, _ closing: String
  ) -> FormattedText {
    FormattedText(say(english, opening)) + number + FormattedText(say("", closing))
  }

  private func counted(
    _ number: FormattedText, _ english: String, _ chinese: String
  ) -> FormattedText {
    let isNumber = number.plain.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return isNumber ? number + FormattedText(say(english, chinese)) : number
  }

  /// "2nd edition" for 2, and "Second edition" for "Second"; more words stand as they are.
  func edition(_ name: FormattedText) -> FormattedText {
    let plain = name.plain
    if let number = Int(plain) {
      return FormattedText(say("\(Self.ordinal(number)) edition", "第 \(plain) 版"))
    }
    let isWhole = plain.lowercased().contains("ed") || plain.contains("版")
    return isWhole ? name : name + FormattedText(say(" edition", " 版"))
  }

  /// "3rd series" for 3, and the words of BibLaTeX's "newseries".
  func series(_ name: FormattedText) -> FormattedText {
    guard let number = Int(name.plain) else { return keyword(name) }
    return FormattedText(say("\(Self.ordinal(number)) series", "第 \(number) 辑"))
  }

  private static func ordinal(_ number: Int) -> String {
    let isTeen = (11...13).contains(abs(number % 100))
    return "\(number)" + (isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][abs(number % 10)] ?? "th")
  }

  func original(_ what: String) -> String {
    say("originally published \(what)", "原版 \(what)")
  }
  func visited(_ date: String) -> String { say(" (visited \(date))", "（\(date) 访问）") }

  /// A list that BibTeX divides with "and": two items as they stand, more with commas.
  func list(_ text: String) -> String {
    let items = text.split(separator: " and ").map { keyword(String($0)) }
    guard items.count > 2, let last = items.last else { return items.joined(separator: " and ") }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  // MARK: Keywords

  /// The name of a type of work whose title does not say what it is.
  func kind(_ type: String) -> String? {
    switch type {
    case "report": say("report", "报告")
    case "thesis": say("thesis", "学位论文")
    case "patent": say("patent", "专利")
    case "dataset": say("data set", "数据集")
    case "software": say("software", "软件")
    case "unpublished": say("unpublished", "未发表")
    default: nil
    }
  }

  /// The words for one of BibLaTeX's keywords; other texts stand as they are.
  func keyword(_ text: FormattedText) -> FormattedText {
    let plain = text.plain
    let words = keyword(plain)
    return words == plain ? text : FormattedText(words)
  }

  private func keyword(_ text: String) -> String {
    Self.keywords[text.lowercased()].map { say($0.english, $0.chinese) } ?? text
  }

  private func languageName(_ keyword: String) -> String {
    let name = keyword.hasPrefix("lang") ? String(keyword.dropFirst(4)) : keyword
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let keywords: [String: (english: String, chinese: String)] = [
    "phdthesis": ("PhD thesis", "博士学位论文"), "mathesis": ("Master’s thesis", "硕士学位论文"),
    "bathesis": ("Bachelor’s thesis", "学士学位论文"),
    "candthesis": ("Candidate thesis", "副博士学位论文"),
    "techreport": ("technical report", "技术报告"), "resreport": ("research report", "研究报告"),
    "software": ("software", "软件"), "datacd": ("data CD", "数据光盘"),
    "audiocd": ("audio CD", "音频光盘"),
    "patent": ("patent", "专利"), "patentde": ("German patent", "德国专利"),
    "patenteu": ("European patent", "欧洲专利"), "patentfr": ("French patent", "法国专利"),
    "patentuk": ("British patent", "英国专利"), "patentus": ("U.S. patent", "美国专利"),
    "patreq": ("patent request", "专利申请"), "patreqde": ("German patent request", "德国专利申请"),
    "patreqeu": ("European patent request", "欧洲专利申请"),
    "patreqfr": ("French patent request", "法国专利申请"),
    "patrequk": ("British patent request", "英国专利申请"),
    "patrequs": ("U.S. patent request", "美国专利申请"),
    "countryde": ("Germany", "德国"), "countryeu": ("European Union", "欧盟"),
    "countryep": ("European Union", "欧盟"), "countryfr": ("France", "法国"),
    "countryuk": ("United Kingdom", "英国"), "countryus": ("United States", "美国"),
    "newseries": ("new series", "新辑"), "oldseries": ("old series", "旧辑"),
    "inpreparation": ("in preparation", "撰写中"), "submitted": ("submitted", "已投稿"),
    "forthcoming": ("forthcoming", "即将出版"), "inpress": ("in press", "付印中"),
    "prepublished": ("pre-published", "预发表"),
  ]
}
