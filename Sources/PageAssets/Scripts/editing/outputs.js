// The outputs of a block: replaced by those of a newer run, and the chart before behind the new one.

// The outputs in a block's markup, with its listing and the name that goes with the block.
const blockFrom = (html) => html ? parse(html).body.firstElementChild : null;

class Outputs {
  constructor(name) {
    this.name = name;
    this.element = null;
    this.pictures = null;
    this.compares = false;
  }

  // Takes over a region of the page, or makes an empty one.
  adopt(element, block) {
    this.element = element ?? make('div', { class: 'output' });
    if (!element) block.append(this.element);
    this.element.setAttribute('role', 'region');
    this.element.setAttribute('aria-label', `Output of ${this.name}`);
    for (const knob of this.element.querySelectorAll('.knob')) knob.remove();
  }

  get svgs() { return [...this.element.querySelectorAll('.chart-pair > svg')]; }

  begin() {
    if (this.compares) this.pictures = this.svgs;
    this.element.classList.add('stale');
    this.element.setAttribute('aria-busy', 'true');
  }

  // Shows what there is so far; the region does not shrink meanwhile.
  showSoFar(block) {
    this.element.style.minHeight = `${this.element.offsetHeight}px`;
    this.element.classList.remove('stale');
    this.replace(block);
  }

  end(block) {
    this.element.style.minHeight = '';
    this.element.classList.remove('stale');
    if (block) this.replace(block);
    this.element.removeAttribute('aria-busy');
    if (block && this.compares && this.pictures) {
      this.svgs.forEach((svg, index) => {
        if (this.pictures[index]) addGhost(this.pictures[index], svg);
      });
    }
  }

  replace(block) {
    const news = [...block?.querySelector(':scope > .output')?.childNodes ?? []]
      .filter((node) => !(node instanceof Element && node.matches('.knob')));
    const olds = [...this.element.childNodes];
    keepOpen(olds, news);
    this.element.replaceChildren(...news);
    announce(news);
  }

  compare(isOn) {
    this.compares = isOn;
    if (isOn) return;
    this.pictures = null;
    for (const ghost of this.element.querySelectorAll('.chart-ghost')) ghost.remove();
  }
}
