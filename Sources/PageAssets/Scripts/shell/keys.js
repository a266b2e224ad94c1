// The keys, and the dialog that explains them. Readers who speak to the computer, or type by
// accident, can switch them off.

const list = make('dl', {});
const keys = [
  ['←', words.keyprevious], ['→', words.keynext], ['/', words.keysearch],
  ['c', words.keycopy], ['?', words.keyhelp], ['Esc', words.keyescape]];
for (const [key, meaning] of keys) {
  list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning));
}
const wanted = make('input', { type: 'checkbox' });
wanted.checked = recall('gradbook-keys') !== 'off';
wanted.addEventListener(
  'change', () => remember('gradbook-keys', wanted.checked ? 'on' : 'off'));
const help = addDialog(
  'help', words.helptitle, list, make('label', {}, wanted, ` ${words.usekeys}`));
addTool(words.help, '?', () => help.showModal());

const actions = {
  '/': openSearch,
  '?': () => help.showModal(),
  c: () => copyLink(entries[section]?.hash ?? ''),
  ArrowLeft: () => document.querySelector('a[rel="prev"]')?.click(),
  ArrowRight: () => document.querySelector('a[rel="next"]')?.click(),
};
document.addEventListener('keydown', (event) => {
  const held = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  if (held || event.defaultPrevented || !wanted.checked) return;
  const at = event.target;
  if (at.closest?.('input, textarea, select, dialog, .steps')) return;
  const isArrow = event.key.startsWith('Arrow');
  if (isArrow && (event.shiftKey || at.scrollWidth > at.clientWidth + 1)) return;
  const action = actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
