// Functions for elements, buttons and dialogs, and for stored settings. All parts of the shell share
// one scope; they follow each other in the order that PageAssets.c gives.

const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const recall = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const remember = (name, value) => {
  try { localStorage.setItem(name, value); } catch { /* Then for this page only. */ }
};
const tools = make('div', { class: 'tools', role: 'group', 'aria-label': words.tools });
document.querySelector('.top > div')?.append(tools);
const addTool = (label, key, action) => {
  const tool = make('button', { type: 'button' }, label);
  if (key) tool.setAttribute('aria-keyshortcuts', key);
  tool.addEventListener('click', action);
  tools.append(tool);
  return tool;
};
const addDialog = (name, title, ...content) => {
  const close = make('button', { type: 'button', class: 'close' }, words.close);
  const dialog = make(
    'dialog', { class: name, 'aria-labelledby': `_${name}` },
    make('h2', { id: `_${name}` }, title), ...content, close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target, clientX, clientY }) => {
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    const isInside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    if (target === dialog && !isInside) dialog.close();
  });
  document.body.append(dialog);
  return dialog;
};
