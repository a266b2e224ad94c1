/// What readers may ask the search, and the section of chapter 3 that answers. Half of each list is
/// misspelt by a letter, or asks by the sign of a formula or its name.
enum Questions {
  static let english = [
    ("what is an epohc", "three-ways-to-use-a-thousand-examples"),
    ("ten at a time, the same learning rate", "ten-at-a-time"),
    (
      "stochastic gradiant descent picks one exampel at random",
      "three-ways-to-use-a-thousand-examples"
    ),
    ("noize of the labels", "the-data-and-a-model-to-fit-it"),
    ("floor of the loss", "the-data-and-a-model-to-fit-it"),
    ("random generator MXNet", "the-data-and-a-model-to-fit-it"),
    ("Glouon layer", "the-data-and-a-model-to-fit-it"),
    ("Trainer", "the-training-loop"),
    ("loss recorded every period examples", "the-training-loop"),
    ("island process setup blocks", "the-training-loop"),
    ("restlesness near the minimun", "one-example-at-a-time"),
    ("curvture jump to the botom of the bowl", "all-examples-at-once"),
    ("race lost against batch size 1", "all-examples-at-once"),
    ("averageing examples cuts varianse", "ten-at-a-time"),
    ("eta lambda float32 number lefft", "a-learning-rate-too-large"),
    ("thirty steps later no number left", "a-learning-rate-too-large"),
    ("mistaken for one that has convergd", "a-learning-rate-too-small"),
    ("the gradient was not divided by B", "what-goes-wrong-in-practice"),
    ("inverse-time decey", "exercise-other-decays"),
    ("the papr that began it", "further-reading"),
  ]

  static let chinese = [
    ("全部样本过一遍", "一千个样本的三种用法"),
    ("小批量随机梯度下降", "一千个样本的三种用法"),
    ("随机油取一个样本", "一千个样本的三种用法"),
    ("标签由一个平面给出 躁声", "数据-以及拟合它的模型"),
    ("损失的下限", "数据-以及拟合它的模型"),
    ("重现 MXNet 的随机数生城器", "数据-以及拟合它的模型"),
    ("Gluonn", "数据-以及拟合它的模型"),
    ("Trainr 参数与优化器", "训练循环"),
    ("记录损失", "训练循环"),
    ("单独的进程", "训练循环"),
    ("抖动", "一次一个样本"),
    ("一步就能跳到碗底 曲率", "一次用上全部样本"),
    ("稳稳停在下限上", "一次用上全部样本"),
    ("十个样本平均 方差", "一次十个样本"),
    ("距离乘上 1 − ηλ 落到对面", "学习率太大"),
    ("学习率太大为什么发散", "学习率太大"),
    ("被误认为已径收敛", "学习率太小"),
    ("梯度忘了除", "实践中容易出的错"),
    ("逆时问衰减", "练习-其他衰减方式"),
    ("与 eta/B 成正比的下限", "延伸阅读"),
  ]
}
