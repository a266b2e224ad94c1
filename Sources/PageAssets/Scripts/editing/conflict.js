// A block that was changed both here and in its file: both texts side by side, to choose from.

const conflictOf = (block, edit, { theirs, hash }) => {
  const side = (title, text) => make(
    'div', {}, make('p', { class: 'side' }, title),
    make('pre', { tabindex: '0', role: 'group', 'aria-label': title }, text));
  const choice = (label, action) => {
    const button = make('button', { type: 'button' }, label);
    button.addEventListener('click', action);
    return button;
  };
  const isThere = typeof theirs === 'string';
  const sides = make(
    'div', { class: 'sides' }, side('Yours', edit.code),
    side('In the file', isThere ? theirs : 'The block is no longer in the file.'));
  const choices = make('div', { class: 'choices' });
  if (isThere) {
    choices.append(
      choice('Keep mine', () => block.keepMine(theirs, hash)),
      choice('Take theirs', () => block.takeTheirs(theirs)));
  }
  return make(
    'div', { class: 'conflict', role: 'group', 'aria-label': `Conflict in ${block.name}` }, sides, choices);
};
