// Keeps the page in step with the book: what has changed in it is replaced in place.

let fileHash = '';
let isReadOnly = true;
let version = Number(words.version);
// The parts of the page as the server wrote them, before any script added to them; null until they are known.
let pristine = null;
let frame = {};
const frameParts = ['.top .home', '.opening', '.contents', '.bottom'];
const prose = document.querySelector('.prose');
// Blocks that are no longer in the file, and have text that is not saved.
const leftovers = make('div', { class: 'prose' });
prose?.after(leftovers);

const take = (text) => {
  const fresh = parse(text);
  const parts = [...fresh.querySelector('.prose').children];
  return {
    version: Number(fresh.body.dataset.version), title: fresh.title, parts,
    texts: parts.map((part) => part.outerHTML),
    frame: Object.fromEntries(frameParts.map((name) => [name, fresh.querySelector(name)])),
  };
};
const frameTexts = (frame) => Object.fromEntries(
  Object.entries(frame).map(([name, part]) => [name, part?.outerHTML ?? '']));

// The nodes of a new list, of which those that are the same are kept.
const merged = (olds, nodes, fresh) => {
  const known = new Map();
  olds.forEach((text, index) => {
    if (!known.has(text)) known.set(text, []);
    known.get(text).push(nodes[index]);
  });
  return fresh.texts.map((text, index) => known.get(text)?.shift() ?? document.adoptNode(fresh.parts[index]));
};

// Changes the page's text; what is being read stays where it is.
const replaceText = (fresh) => {
  const nodes = [...prose.children];
  const next = merged(pristine, nodes, fresh);
  const removed = nodes.filter((node) => !next.includes(node));
  const added = next.filter((node) => !nodes.includes(node));
  const anchor = nodes.find((node) => next.includes(node) && node.getBoundingClientRect().bottom > 0);
  const top = anchor?.getBoundingClientRect().top;
  const root = document.documentElement;
  root.style.overflowAnchor = 'none';
  keepOpen(removed, added);
  // What stays is not moved: a field that is written in would lose the focus.
  let cursor = prose.firstElementChild;
  for (const node of next) {
    while (removed.includes(cursor)) cursor = cursor.nextElementSibling;
    if (cursor === node) cursor = cursor.nextElementSibling;
    else prose.insertBefore(node, cursor);
  }
  // Fields that are being written in move before their old places go.
  attachAll();
  for (const node of removed) node.remove();
  for (const block of blocks.values()) {
    if (block.edit && !block.element.isConnected) leftovers.append(block.element);
  }
  if (anchor) scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: 'instant' });
  root.style.overflowAnchor = '';
  pristine = fresh.texts;
  announce(added);
};

const replaceFrame = (fresh) => {
  document.title = fresh.title;
  const texts = frameTexts(fresh.frame);
  for (const name of frameParts) {
    const old = document.querySelector(name);
    if (texts[name] !== frame[name] && old && fresh.frame[name]) old.replaceWith(document.adoptNode(fresh.frame[name]));
  }
  frame = texts;
};

// Gives each block of the page its place; the last one of a name is the newest.
const attachAll = () => {
  for (const block of blocks.values()) {
    const found = [...document.querySelectorAll('.block')].filter((element) => element.id === block.anchor);
    const element = found.find((element) => element !== block.element) ?? found[0];
    if (element && (element !== block.element || !block.tools.isConnected)) block.attach(element);
  }
};

const describe = async () => {
  const response = await ask(`chapter?page=${encodeURIComponent(page)}`);
  if (response.status === 404) {
    notice('chapter', 'The chapter of this page was deleted or renamed. What is not saved stays here and in '
      + 'this browser: copy it before you leave.');
    return null;
  }
  if (!response.ok) return null;
  notice('chapter', '');
  return response.json();
};

// Makes the blocks what a description says that they are.
const takeBlocks = (description) => {
  ({ book, hash: fileHash, isReadOnly } = description);
  notice('sandbox', description.hasNoSandbox
    ? 'Blocks run without a sandbox: what runs here can do all that you can do on this machine.' : '');
  const old = new Map(blocks);
  blocks.clear();
  for (const each of description.blocks) {
    const edit = edits.get(each.anchor) ?? readEdit(each.anchor);
    if (edit && !isReadOnly) edits.set(each.anchor, edit);
    const block = old.get(each.anchor) ?? new Block(each);
    blocks.set(each.anchor, block);
  }
  rebase(description.blocks, fileHash);
  for (const each of description.blocks) blocks.get(each.anchor).take(each);
  for (const [anchor, block] of old) {
    if (blocks.has(anchor) || !block.edit) continue;
    // Its text is not lost: it stays in the page until the reader lets go of it.
    blocks.set(anchor, block);
    block.refuse('This block is no longer in the file. Copy its text, or take it back with Reset.');
  }
};

let loading = null;
let isBehind = false;
const load = async () => {
  const [description, text] = await Promise.all([
    describe(),
    fetch(location.pathname, { cache: 'no-store' })
      .then((response) => response.ok ? response.text() : null),
  ]);
  if (!description || text === null) return;
  const fresh = take(text);
  // The book changed between the two.
  if (fresh.version !== description.version) {
    isBehind = true;
    return;
  }
  const isThere = pristine === null && fresh.version === version;
  // A page that had come before the book changed may differ in any part.
  pristine ??= isThere ? fresh.texts : [...prose.children].map(() => '');
  if (isThere) frame = frameTexts(fresh.frame);
  takeBlocks(description);
  if (!isThere) {
    replaceText(fresh);
    replaceFrame(fresh);
  }
  attachAll();
  version = fresh.version;
  document.body.dataset.version = version;
  for (const block of blocks.values()) block.follow();
};

// Loads what has changed; changes that come meanwhile are loaded afterwards.
const update = async () => {
  isBehind = true;
  if (loading) return loading;
  loading = (async () => {
    while (isBehind) {
      isBehind = false;
      try { await load(); } catch (error) {
        // When the server does not answer, the page says so.
        if (!notices.has('server')) console.error(error);
      }
    }
  })();
  await loading;
  loading = null;
};

// Shows a block again as the book has it.
const refresh = async (block) => {
  const index = pristine.findIndex((text) => text.includes(`id="${block.anchor}"`));
  if (index >= 0) pristine[index] = '';
  block.isShownElsewhere = false;
  await update();
};
