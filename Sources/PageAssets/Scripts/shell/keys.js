// The keys, and the dialog that explains them. Readers who speak to the computer, or type by
// accident, can switch them off.

const list = make('dl', {});
const neighbour = (relation) => document.querySelector(`a[rel="${relation}"]`);
const listKeys = () => {
  const keys = [
    ['←', words.keyprevious, neighbour('prev')], ['→', words.keynext, neighbour('next')],
    ['/', words.keysearch, searchTool?.isConnected], ['c', words.keycopy, true],
    ['?', words.keyhelp, true], ['Esc', words.keyescape, true]];
  list.replaceChildren();
  for (const [key, meaning, works] of keys) {
    if (works) list.append(make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning));
  }
};
const wanted = make('input', { type: 'checkbox' });
wanted.checked = recall('gradbook-keys') !== 'off';
wanted.addEventListener(
  'change', () => remember('gradbook-keys', wanted.checked ? 'on' : 'off'));
const help = addDialog(
  'help', words.helptitle, list, make('label', {}, wanted, ` ${words.usekeys}`));
const openHelp = () => {
  listKeys();
  help.showModal();
};
addTool(words.help, '?', openHelp);

const actions = {
  '/': () => { if (searchTool?.isConnected) openSearch(); },
  '?': openHelp,
  c: () => copyLink(entries[section]?.hash ?? ''),
  ArrowLeft: () => neighbour('prev')?.click(),
  ArrowRight: () => neighbour('next')?.click(),
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
