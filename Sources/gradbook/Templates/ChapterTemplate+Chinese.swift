extension ChapterTemplate {
  /// The body of the chapter in Chinese.
  static let chinese = ##"""
    从一个问题开始：$`x`$ 逆着梯度走，$`x^2`$ 降得有多快？

    ## 更新规则

    学习率为 $`\eta`$ 的梯度下降，每一步是

    ```math id=eq-rule
    x_{t+1} = x_t - \eta f'(x_t) .
    ```

    ## 实验

    准备代码（setup）在它后面的每个实验之前运行。一个实验只看得到它前面的准备代码，别的都看不到。

    ```swift setup
    let start = 10.0
    ```

    ```swift experiment id=parabola
    //| caption: 从 10 出发，x² 的值随步数的变化。
    let rate = knob("learning-rate", default: 0.2, in: 0.01...1.2)
    let run = descend(
      from: start, using: SGD(learningRate: rate), steps: 10
    ) { x in x.square() }
    print("十步之后：x = \(run.last[0].fixed(6))")
    publish("end", run.last[0])
    check(run.lastValue < run.values[0], "走十步，函数值降低")
    show(
      LossCurve(
        run.values, epochs: 10, title: "每一步都乘以同一个因子"))
    ```

    [](#parabola) 里是一条直线：由 [](#eq-rule) 可知，每一步都把 $`x`$ 乘以 $`1 - 2\eta`$。这句话里的数来自实验：$`x`$ 最后是 `=parabola.end %.4f`。[^knob]

    [^knob]: 用 `gradbook render --set learning-rate=0.5` 加上本章的文件名，可以试另一个学习率。

    > [!NOTE]
    > 检查（check）写出正文的一个断言。断言不成立，构建就会失败，并指出所在的行。

    | 学习率 | 结果 |
    | :-- | :-- |
    | 小于 0.5 | 从一侧接近 |
    | 大于 1 | 发散 |

    : 学习率的作用。 {#tbl-rates}

    ## 练习：一步到位

    学习率取多少，[](#eq-rule) 一步就能走到最小值？

    ### 解答

    取 $`\eta = \tfrac12`$，因子就是 0：

    ```swift experiment id=one-step
    let run = descend(
      from: start, using: SGD(learningRate: 0.5), steps: 1
    ) { x in x.square() }
    check(run.last[0] == 0, "一步走到 0")
    ```

    """##
}
