// Code that was changed and not saved. It is kept in the browser until it is saved or taken back, so
// that it outlives the page, the browser and the server, and is the same in all tabs.

let book = '';
const edits = new Map();
const place = (anchor) => `gradbook-edit ${book} ${page} ${anchor}`;
const readEdit = (anchor) => {
  try { return JSON.parse(recall(place(anchor))); } catch { return null; }
};

// An edit: the code, the code that it began with, and the hash of the file that had it.
const keepEdit = (anchor, edit) => {
  if (edit && edit.code === edit.base) edit = null;
  if (edit) edits.set(anchor, edit); else edits.delete(anchor);
  const isKept = remember(place(anchor), edit && JSON.stringify(edit));
  notice('kept', isKept || !edit ? ''
    : 'This browser keeps nothing: what is not saved is lost when the page is closed.');
};

// The file has changed. Edits of blocks that are as they were when the edit began go on from the new
// file; the others will be refused, with both texts.
const rebase = (blocks, hash) => {
  for (const [anchor, edit] of edits) {
    const block = blocks.find((block) => block.anchor === anchor);
    if (block && block.code === edit.base) keepEdit(anchor, { ...edit, hash });
    else if (block && block.code === edit.code) keepEdit(anchor, null);
  }
};
