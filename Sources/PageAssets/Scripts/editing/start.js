// Begins: reads what the chapter's blocks are, follows the book, and listens to the keys.

const heard = (event) => {
  if (event.name === 'unreadable') notice('book', event.value.message);
  if (event.name !== 'changed') return;
  notice('book', '');
  if (event.value.version !== version) update();
};

// One tab of a browser follows the book for all: browsers open few connections to one address.
const follow = async () => {
  for (;;) {
    try {
      const response = await ask('events');
      if (response.ok) for await (const event of eventsOf(response)) {
        channel.postMessage({ event });
        heard(event);
      }
    } catch { /* It is tried again. */ }
    await new Promise((resolve) => { setTimeout(resolve, 1000); });
  }
};
channel.addEventListener('message', ({ data }) => {
  if (data.event) heard(data.event);
  else if (data.book === book && data.page === page) blocks.get(data.value.anchor)?.hear(data.name, data.value);
});
addEventListener('storage', ({ key: name }) => {
  if (name === 'gradbook-token') key = recall(name) ?? key;
  for (const block of blocks.values()) {
    if (name !== place(block.anchor)) continue;
    const edit = readEdit(block.anchor);
    if (edit) edits.set(block.anchor, edit); else edits.delete(block.anchor);
    block.follow();
  }
});

const blockOf = (target) => [...blocks.values()].find((block) => block.element?.contains(target));
const blockAfter = (block) => {
  const all = [...blocks.values()];
  return all[all.indexOf(block) + 1];
};
document.addEventListener('dblclick', ({ target }) => {
  if (target.closest?.('.code')) blockOf(target)?.open();
});
document.addEventListener('keydown', (event) => {
  if (event.isComposing || event.altKey) return;
  const block = blockOf(event.target);
  const isHeld = event.ctrlKey || event.metaKey;
  if (isHeld && event.key.toLowerCase() === 's' && !isReadOnly) {
    event.preventDefault();
    for (const each of block ? [block] : blocks.values()) each.save();
  } else if (!block || isReadOnly) {
    return;
  } else if (event.key === 'Enter' && (isHeld || event.shiftKey)) {
    event.preventDefault();
    block.run();
    const next = event.shiftKey && blockAfter(block);
    if (next) (next.field?.area ?? next.element.querySelector('.code pre') ?? next.editButton).focus();
  } else if (event.key === 'Enter' && event.target.matches('.code pre')) {
    event.preventDefault();
    block.open();
  } else if (event.key === 'Escape' && event.target === block.field?.area) {
    event.preventDefault();
    block.editButton.focus();
    noticeBoard.setAttribute('aria-live', 'polite');
    tell(`Out of ${block.name}: Tab goes on, Enter comes back.`);
  } else if (event.key === 'Escape' && event.target === block.editButton && block.field && !block.edit) {
    block.close();
  }
});

if (words.page && document.querySelector('.prose')) {
  update().then(() => navigator.locks?.request('gradbook-events', follow) ?? follow());
}
