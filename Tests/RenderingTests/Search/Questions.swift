/// What readers may ask the search, and the section of chapter 3 that answers.
enum Questions {
  static let english = [
    ("what is an epoch", "three-ways-to-use-a-thousand-examples"),
    ("mini-batch", "ten-at-a-time"),
    (
      "stochastic gradient descent picks one example at random",
      "three-ways-to-use-a-thousand-examples"
    ),
    ("noise of the labels", "the-data-and-a-model-to-fit-it"),
    ("floor of the loss", "the-data-and-a-model-to-fit-it"),
    ("random generator MXNet", "the-data-and-a-model-to-fit-it"),
    ("Gluon layer", "the-data-and-a-model-to-fit-it"),
    ("Trainer", "the-training-loop"),
    ("when is the loss recorded", "the-training-loop"),
    ("island process setup blocks", "the-training-loop"),
    ("restlessness near the minimum", "one-example-at-a-time"),
    ("curvature jump to the bottom of the bowl", "all-examples-at-once"),
    ("race lost against batch size 1", "all-examples-at-once"),
    ("averaging examples cuts variance", "ten-at-a-time"),
    ("nan", "a-learning-rate-too-large"),
    ("thirty steps later no number left", "a-learning-rate-too-large"),
    ("mistaken for one that has converged", "a-learning-rate-too-small"),
    ("forgot to divide the gradient", "what-goes-wrong-in-practice"),
    ("inverse-time decay", "exercise-other-decays"),
    ("Robbins Monro", "further-reading"),
  ]

  static let chinese = [
    ("全部样本过一遍", "一千个样本的三种用法"),
    ("小批量随机梯度下降", "一千个样本的三种用法"),
    ("随机抽取一个样本", "一千个样本的三种用法"),
    ("标签的噪声", "数据-以及拟合它的模型"),
    ("损失的下限", "数据-以及拟合它的模型"),
    ("随机数生成器", "数据-以及拟合它的模型"),
    ("Gluon", "数据-以及拟合它的模型"),
    ("优化器", "训练循环"),
    ("记录损失", "训练循环"),
    ("单独的进程", "训练循环"),
    ("抖动", "一次一个样本"),
    ("曲率 碗底", "一次用上全部样本"),
    ("稳稳停在下限上", "一次用上全部样本"),
    ("十个样本平均 方差", "一次十个样本"),
    ("nan", "学习率太大"),
    ("学习率太大为什么发散", "学习率太大"),
    ("已经收敛", "学习率太小"),
    ("梯度忘了除", "实践中容易出的错"),
    ("逆时间衰减", "练习-其他衰减方式"),
    ("收敛的条件", "延伸阅读"),
  ]
}
