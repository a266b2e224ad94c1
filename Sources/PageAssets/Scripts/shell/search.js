// The search dialog. The index is loaded when the dialog is opened for the first time, as scripts
// beside the site's index page, because a page from a file can read nothing else.

const root = words.root ?? '';
const field = make(
  'input',
  { type: 'search', 'aria-label': words.searchhint, placeholder: words.searchhint,
    autocomplete: 'off', spellcheck: 'false' });
const count = make('p', { class: 'count', role: 'status' });
const results = make('ol', { class: 'results' });
const searching = addDialog('search', words.searchtitle, field, count, results);
let loaded = null;
const files = new Map();
const load = (name) => {
  if (!files.has(name)) {
    files.set(name, new Promise((resolve, reject) => {
      const script = make('script', { src: root + name });
      script.onload = resolve;
      script.onerror = () => { files.delete(name); reject(); };
      document.head.append(script);
    }));
  }
  return files.get(name);
};
const loadIndex = () => {
  loaded ??= Promise.all(words.indexes.split(' ').map(load))
    .then(() => unpackBooks(globalThis.gradbookIndex)).then(readIndex);
  return loaded;
};
const item = (section, query) => {
  const { language, path, number, title, anchor, heading, text } = section;
  const place = number ? `${number} · ${title}` : title;
  const link = make(
    'a', { href: root + path + (anchor && `#${encodeURIComponent(anchor)}`) },
    make('span', { class: 'heading' }, heading || title),
    make('span', { class: 'chapter' }, place), snippet(text, query));
  link.addEventListener('click', () => searching.close());
  return make('li', { lang: language }, link);
};
const show = async () => {
  try {
    const index = await loadIndex();
    const query = field.value.trim();
    const sections = query ? find(index, query, document.documentElement.lang) : [];
    results.replaceChildren(...sections.slice(0, 12).map((section) => item(section, query)));
    const said = sections.length ? words.searchfound.replace('#', sections.length)
      : words.searchnothing;
    count.textContent = query ? said : '';
  } catch {
    loaded = null;
    count.textContent = words.searchfails;
  }
};
const openSearch = () => {
  if (!searching.open) searching.showModal();
  field.focus();
  field.select();
  show();
};
field.addEventListener('input', show);
searching.addEventListener('keydown', (event) => {
  const links = [...results.querySelectorAll('a')];
  const at = links.indexOf(document.activeElement);
  if (event.isComposing) return;
  // A field with text in it would only be emptied.
  if (event.key === 'Escape') searching.close();
  else if (event.key === 'Enter' && event.target === field) links[0]?.click();
  else if (event.key === 'ArrowDown') (links[at + 1] ?? links.at(-1))?.focus();
  else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : field).focus();
  else return;
  event.preventDefault();
});
const searchTool = words.indexes ? addTool(words.search, '/', openSearch) : null;

// A page that was saved without its site leads nowhere: what would is taken away.
const standAlone = () => {
  searchTool.remove();
  for (const way of document.querySelectorAll('.bottom nav, .languages, .downloads')) way.remove();
  document.querySelector('.home')?.removeAttribute('href');
};
if (searchTool && location.protocol === 'file:') {
  addEventListener('load', () => {
    setTimeout(() => load(words.indexes.split(' ')[0]).catch(standAlone), 100);
  });
}
