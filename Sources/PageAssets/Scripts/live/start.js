// Begins: gives each live experiment its controls. What is missing is said once, and the page stays as it
// is printed.

// A copy that the browser has saved has the controls of the page that it was made from.
const leftovers = [...document.querySelectorAll('.live-tools, .live > .message, .live > .knobs')];
for (const element of leftovers) element.remove();
for (const ghost of document.querySelectorAll('.chart-ghost')) ghost.remove();

const missing = isMissing();
const living = Object.entries(page.experiments).filter(
  ([anchor]) => document.getElementById(anchor)?.querySelector(':scope > .output'));
if (missing) {
  const first = document.getElementById(living[0]?.[0]);
  first?.querySelector(':scope > .output').before(
    make('p', { class: 'live-note' }, fill(words.absent, missing)));
} else {
  const experiments = new Map(living.map(([anchor, description]) => [anchor, new Experiment(anchor, description)]));
  const follow = () => {
    const [anchor, query] = location.hash.slice(1).split('?');
    const experiment = query && experiments.get(decodeURIComponent(anchor));
    if (experiment) experiment.follow(query);
  };
  for (const experiment of experiments.values()) {
    if ('turned' in experiment.element.dataset) experiment.run();
  }
  addEventListener('hashchange', follow);
  follow();
}
