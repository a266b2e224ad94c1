// Shows trajectories step by step: play and pause, one step back and forward, a slider. A chart
// starts with its whole trajectory and stands still until someone asks; where less motion is asked
// for, it moves by single steps only. Paper always gets the whole trajectory.

const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
for (const pair of document.querySelectorAll('.chart-pair[data-frames]')) {
  const frames = pair.dataset.frames.split('|').map(text => {
    const end = text.indexOf(' ');
    return { step: Number(text.slice(0, end)), text: text.slice(end + 1) };
  });
  const last = frames.length - 1;
  if (last < 1) continue;
  const ways = [...pair.querySelectorAll('[data-way]')].map(group => {
    const add = name => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('class', name);
      group.append(path);
      return path;
    };
    return {
      points: group.dataset.way.split(' ').map(Number),
      lines: [...group.querySelectorAll('.chart-way, .chart-back')]
        .map(path => ({ path, whole: path.getAttribute('d') })),
      dots: add('chart-moving'), head: add('chart-head'),
    };
  });

  let frame = last, timer = 0;
  const show = number => {
    frame = Math.min(Math.max(number, 0), last);
    const isWhole = frame === last;
    pair.classList.toggle('chart-partial', !isWhole);
    for (const way of ways) {
      let line = '', dots = '', head = '';
      for (let i = 0; i < way.points.length && way.points[i] <= frames[frame].step; i += 3) {
        const place = way.points[i + 1] + ' ' + way.points[i + 2];
        line += (i ? 'L' : 'M') + place;
        head = 'M' + place + 'h0';
        dots += head;
      }
      for (const { path, whole } of way.lines) path.setAttribute('d', isWhole ? whole : line);
      way.dots.setAttribute('d', isWhole ? '' : dots);
      way.head.setAttribute('d', isWhole ? '' : head);
    }
    slider.value = frame;
    slider.setAttribute('aria-valuetext', frames[frame].text);
    told.textContent = frames[frame].text;
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    play.textContent = words.play;
  };
  const start = () => {
    show(frame === last ? 0 : frame);
    play.textContent = words.pause;
    timer = setInterval(() => {
      show(frame + 1);
      if (frame === last) stop();
    }, Math.min(Math.max(6000 / last, 60), 500));
  };
  const button = (text, act) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', act);
    return button;
  };

  const controls = document.createElement('div');
  controls.className = 'steps';
  controls.setAttribute('role', 'group');
  controls.setAttribute('aria-label', words.animation);
  const play = button(words.play, () => { if (timer) stop(); else start(); });
  const move = by => () => { stop(); show(frame + by); };
  const slider = document.createElement('input');
  slider.type = 'range';
  slider.min = 0;
  slider.max = last;
  slider.setAttribute('aria-label', words.animationstep);
  slider.addEventListener('input', () => { stop(); show(Number(slider.value)); });
  const told = document.createElement('span');
  controls.append(
    ...(isCalm ? [] : [play]), button(words.stepback, move(-1)),
    button(words.stepforward, move(1)), slider, told);
  pair.after(controls);
  show(last);
  addEventListener('beforeprint', () => { stop(); show(last); });
}
