extension InterfaceWords {
  // Navigation.
  var tools: String { say("Tools", "工具") }
  var close: String { say("Close", "关闭") }
  var startReading: String { say("Start reading", "开始阅读") }
  var wholeBook: String { say("The whole book on one page, to print", "全书一页版（供打印）") }
  var chapterOnItsOwnPage: String {
    say(
      "This chapter has a page of its own; it would make this one too large.",
      "本章另有单独页面；放在此处会使本页过大。")
  }
  var electronicBook: String { say("The book as an EPUB", "EPUB 电子书") }
  var chapterSource: String { say("This chapter’s source", "本章源文件") }
  var chapterProgram: String { say("Its Swift program", "本章 Swift 程序") }
  var tableOfContents: String { say("Contents", "目录") }
  var cover: String { say("Cover", "封面") }
  var coverDrawing: String {
    say(
      "Contour lines of a long valley; gradient descent goes down it in a zigzag.",
      "狭长谷地的等高线；梯度下降沿之字形走到谷底。")
  }
  /// Names the chapters that are still missing.
  func toCome(_ numbers: [ClosedRange<Int>]) -> String {
    let names = numbers.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    let isOne = numbers.count == 1 && numbers[0].count == 1
    let list =
      names.count < 2
      ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
    return say(
      isOne ? "Chapter \(list) is still to come." : "Chapters \(list) are still to come.",
      "第 \(names.joined(separator: "、")) 章尚未完成。")
  }
  func chapterNumber(_ number: Int) -> String { say("\(number).", "\(number).") }

  // Reference.
  var reference: String { say("Reference", "参考") }
  var sourcesLeftOut: String {
    say(
      "The listings of the sources are left out here; the page of the site has them.",
      "此处略去源代码清单；网站的页面上有。")
  }

  // Search.
  var search: String { say("Search", "搜索") }
  var searchTitle: String { say("Search the book", "搜索全书") }
  var searchHint: String {
    say("A word, a name, a question", "词语、名称或问题")
  }
  var searchNothing: String { say("Nothing found.", "没有找到。") }
  var searchFails: String {
    say(
      "The index cannot be loaded: it belongs beside index.html.",
      "索引无法载入：索引文件应与 index.html 放在一起。")
  }
  /// `#` stands for the number of sections.
  var searchFound: String { say("Sections found: #", "找到 # 节") }

  // Display.
  var display: String { say("Display", "显示设置") }
  var theme: String { say("Colours", "配色") }
  var themeSystem: String { say("As the system has it", "跟随系统") }
  var themeLight: String { say("Light", "浅色") }
  var themeDark: String { say("Dark", "深色") }
  var textSize: String { say("Size of the text", "字号") }
  var smaller: String { say("Smaller", "缩小") }
  var larger: String { say("Larger", "放大") }

  // Keys.
  var help: String { say("Keys", "快捷键") }
  var helpTitle: String { say("What the keys do", "快捷键说明") }
  var useKeys: String { say("Use these keys", "启用这些快捷键") }
  var keyPrevious: String { say("the chapter before", "上一章") }
  var keyNext: String { say("the chapter after", "下一章") }
  var keySearch: String { say("search the book", "搜索全书") }
  var keyHelp: String { say("this help", "显示本说明") }
  var keyCopy: String { say("copy a link to this section", "复制本节链接") }
  var keyEscape: String { say("close what is open", "关闭窗口") }
  var copyLink: String { say("Copy a link to this place", "复制此处链接") }
  var linkCopied: String { say("Link copied", "链接已复制") }
}
