// Splits texts into terms: the stems of words, and pairs of neighbouring Chinese characters.

const pieces = /\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}])+/gu;
const isHan = (piece) => /^\p{sc=Han}/u.test(piece);
const stem = (word) => {
  if (word.length < 4) return word;
  let base = word.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
  const bare = base.replace(/(?:ing|ed)$/, '');
  if (bare.length > 2 && /[aeiouy]/.test(bare)) base = bare.replace(/([^aeiouls])\1$/, '$1');
  return base.length > 3 ? base.replace(/e$/, '') : base;
};
const pairs = (run) => {
  const characters = [...run];
  return characters.length < 2 ? [run]
    : characters.slice(1).map((character, index) => characters[index] + character);
};
const termsOf = (text) => (text.normalize('NFKC').toLowerCase().match(pieces) ?? [])
  .flatMap((piece) => isHan(piece) ? pairs(piece) : [stem(piece)]);
