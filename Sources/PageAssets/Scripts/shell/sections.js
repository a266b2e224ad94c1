// The section being read: marked in the contents, kept when the language changes, its link copied.
// `#_section-3` leads to the third section in any language.

const entries = [...document.querySelectorAll('.contents ol a')];
const headings = entries.map(
  (entry) => document.getElementById(decodeURIComponent(entry.hash.slice(1))));
const languages = [...document.querySelectorAll('.languages a')];
let section = -1;
const follow = () => {
  let now = -1;
  headings.forEach((heading, index) => {
    if (heading && heading.getBoundingClientRect().top < innerHeight / 3) now = index;
  });
  if (scrollY > 0 && scrollY + innerHeight > document.body.scrollHeight - 2) {
    now = headings.length - 1;
  }
  if (now === section) return;
  entries[section]?.removeAttribute('aria-current');
  entries[now]?.setAttribute('aria-current', 'true');
  section = now;
  for (const language of languages) language.hash = now < 0 ? '' : `_section-${now + 1}`;
};
const asked = /^#_section-(\d+)$/.exec(location.hash);
if (asked) {
  const entry = entries[asked[1] - 1];
  if (entry) location.replace(entry.hash);
}
let waits = false;
addEventListener('scroll', () => {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => { waits = false; follow(); });
}, { passive: true });
follow();

const said = make('p', { class: 'said', role: 'status' });
// The body is a container, and would hold it at its own end.
document.documentElement.append(said);
const copyLink = async (hash) => {
  if (!navigator.clipboard) return;
  await navigator.clipboard.writeText(location.href.replace(/#.*/, '') + hash);
  said.textContent = words.linkcopied;
  setTimeout(() => { said.textContent = ''; }, 1500);
};
for (const caption of document.querySelectorAll('figure[id] > figcaption')) {
  const href = `#${caption.parentElement.id}`;
  caption.append(make('a', { class: 'anchor', href, 'aria-hidden': 'true', tabindex: '-1' }));
}
for (const anchor of document.querySelectorAll('.anchor')) {
  anchor.title = words.copylink;
  anchor.addEventListener('click', () => copyLink(anchor.hash));
}
