// Functions for elements. The parts of a script share one scope; they follow each other in the order that
// PageAssets.c gives.

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const parse = (html) => new DOMParser().parseFromString(html, 'text/html');

// Lets the other scripts of the page see new parts of it as if they were all of it.
const announce = (nodes) => {
  const all = nodes.filter((node) => node instanceof Element);
  const find = (selector) => all.flatMap(
    (node) => [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)]);
  const scope = new Proxy(document, {
    get: (target, name) => {
      if (name === 'querySelectorAll') return find;
      const value = target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  dispatchEvent(new CustomEvent('gradbook-content', { detail: scope }));
};

// What was opened stays open when a part of the page is replaced by a newer one.
const keepOpen = (olds, news) => {
  const all = (nodes) => nodes.flatMap(
    (node) => node instanceof Element
      ? [...(node.matches('details') ? [node] : []), ...node.querySelectorAll('details')] : []);
  const title = (details) => details.querySelector('summary')?.textContent;
  const open = all(olds).filter((details) => details.open).map(title);
  for (const details of all(news)) {
    const index = open.indexOf(title(details));
    if (index < 0) continue;
    details.open = true;
    open.splice(index, 1);
  }
};
