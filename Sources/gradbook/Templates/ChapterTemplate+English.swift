extension ChapterTemplate {
  /// The body of the chapter in English.
  static let english = ##"""
    Begin with a question. How fast does $`x^2`$ fall when $`x`$ walks against its gradient?

    ## The rule

    A step of gradient descent with the learning rate $`\eta`$ is

    ```math id=eq-rule
    x_{t+1} = x_t - \eta f'(x_t) .
    ```

    ## An experiment

    A setup block runs before every experiment below it. An experiment sees the setup blocks above it, and
    nothing else.

    ```swift setup
    let start = 10.0
    ```

    ```swift experiment id=parabola
    //| caption: The value of x² by step, from 10.
    let rate = knob("learning-rate", default: 0.2, in: 0.01...1.2)
    let run = descend(
      from: start, using: SGD(learningRate: rate), steps: 10
    ) { x in x.square() }
    print("after ten steps: x = \(run.last[0].fixed(6))")
    publish("end", run.last[0])
    check(run.lastValue < run.values[0], "ten steps lower the function")
    show(
      LossCurve(
        run.values, epochs: 10, title: "Down by a constant factor"))
    ```

    [](#parabola) shows a straight line: by [](#eq-rule) each step multiplies $`x`$ by $`1 - 2\eta`$. The
    number in this sentence comes from the experiment: $`x`$ ends at `=parabola.end %.4f`.[^knob]

    [^knob]: Another rate is tried with `gradbook render --set learning-rate=0.5` and the chapter's file.

    > [!NOTE]
    > A check states a claim of the text. When it does not hold, the build fails and names its line.

    | learning rate | what happens |
    | :-- | :-- |
    | below 0.5 | the walk approaches from one side |
    | above 1 | it diverges |

    : What the learning rate does. {#tbl-rates}

    ## Exercise: one step

    With which learning rate does [](#eq-rule) reach the minimum in one step?

    ### Solution

    With $`\eta = \tfrac12`$, which makes the factor 0:

    ```swift experiment id=one-step
    let run = descend(
      from: start, using: SGD(learningRate: 0.5), steps: 1
    ) { x in x.square() }
    check(run.last[0] == 0, "one step leads to 0")
    ```

    """##
}
