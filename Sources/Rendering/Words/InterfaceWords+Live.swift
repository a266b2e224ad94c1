// The words of live experiments. In those that a script fills, `#` stands for what it fills in.
extension InterfaceWords {
  /// Says of an experiment why the page cannot run it.
  func notLive(_ reason: String) -> String { say("Not live: \(reason)", "不能在此运行：\(reason)") }

  /// Begins the place of the page in which a chapter's experiments run, in printed and electronic books.
  var liveElsewhere: String {
    say(
      "The experiments of this chapter run, and their knobs turn, in its page: ",
      "本章的实验可以在网页上重新运行，参数也可以调节：")
  }

  /// What the page says where the script of its live experiments cannot be loaded.
  var liveLost: String {
    say(
      "The experiments cannot run here: live/live.js belongs beside the pages.",
      "无法在此运行实验：live/live.js 应与各页放在一起。")
  }

  /// The words of the script, by the names that it has for them.
  var live: KeyValuePairs<String, String> {
    [
      "tools": liveTools,
      "knobs": liveKnobs,
      "number": liveNumber,
      "play": livePlay,
      "pause": livePause,
      "run": liveRun,
      "stop": liveStop,
      "reset": liveReset,
      "compare": liveCompare,
      "link": liveLink,
      "running": liveRunning,
      "ran": liveRan,
      "same": liveSame,
      "printed": livePrinted,
      "diverged": liveDiverged,
      "ghost": liveGhost,
      "noghost": liveNoGhost,
      "copied": liveCopied,
      "address": liveAddress,
      "stopped": liveStopped,
      "late": liveLate,
      "trap": liveTrap,
      "range": liveRange,
      "nonumber": liveNoNumber,
      "nochoice": liveNoChoice,
      "noknob": liveNoKnob,
      "comma": liveComma,
      "missing": liveMissing,
      "absent": liveAbsent,
    ]
  }

  // Controls.
  var liveTools: String { say("Run block # again", "再次运行代码块 #") }
  var liveKnobs: String { say("Knobs of block #", "代码块 # 的参数") }
  var liveNumber: String { say("#, as a number", "#（数值）") }
  var livePlay: String { say("Play", "播放") }
  var livePause: String { say("Pause", "暂停") }
  var liveRun: String { say("Run", "运行") }
  var liveStop: String { say("Stop", "停止") }
  var liveReset: String { say("Reset", "还原") }
  var liveCompare: String { say("Compare", "对照") }
  var liveLink: String { say("Copy link", "复制链接") }

  // What became of a run.
  var liveRunning: String { say("running …", "运行中…") }
  var liveRan: String { say("Ran here in # ms.", "在此运行，用时 # 毫秒。") }
  var liveSame: String {
    say("Ran here in # ms: all is as printed.", "在此运行，用时 # 毫秒：与印出的结果一致。")
  }
  var livePrinted: String { say("As printed.", "已还原为印出的结果。") }
  var liveDiverged: String { say("Diverged: #.", "发散：#。") }
  var liveGhost: String { say("The pale line is the printed one: #.", "浅色的线为印出的结果：#。") }
  var liveNoGhost: String {
    say(
      "The printed figure has other axes, so it cannot stand behind this one.",
      "印出的图坐标轴不同，无法叠在后面。")
  }
  var liveCopied: String { say("Link copied.", "链接已复制。") }
  var liveAddress: String { say("The address bar has the link.", "链接在地址栏中。") }

  // What went wrong.
  var liveStopped: String { say("Stopped.", "已停止。") }
  var liveLate: String {
    say(
      "Stopped after # seconds: the experiment at line # of the chapter takes too long with these settings.",
      "# 秒后停止：本章第 # 行的实验在这些设置下耗时过长。")
  }
  var liveTrap: String {
    say("The experiment at line # of the chapter stopped: #", "本章第 # 行的实验中止：#")
  }
  var liveRange: String {
    say("# goes from # to #, and cannot be #.", "# 的范围是 # 到 #，不能为 #。")
  }
  var liveNoNumber: String {
    say("# must be a number, and cannot be “#”.", "# 必须是数，不能为“#”。")
  }
  var liveNoChoice: String {
    say("# cannot be “#”. It can be: #.", "# 不能为“#”，可选：#。")
  }
  var liveNoKnob: String {
    say("The link sets “#”, which is no knob here.", "链接设置了“#”，此处没有这个参数。")
  }
  var liveComma: String { say(", ", "、") }
  var liveMissing: String {
    say(
      "The experiments cannot run here: # is missing. It belongs beside this page.",
      "无法在此运行实验：缺少 #，该文件应与本页放在一起。")
  }
  var liveAbsent: String {
    say(
      "This browser has no #, so the experiments stay as they are printed.",
      "此浏览器不支持 #，实验保持印出时的样子。")
  }
}
