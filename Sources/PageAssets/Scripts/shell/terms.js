// Splits texts into terms: the stems of words without accents, numbers such as 2.3, the names of Greek
// letters, and pairs of neighbouring Chinese characters.

const pieces =
  /\p{sc=Han}+|\p{N}+(?:\.\p{N}+)+|\p{sc=Greek}|(?:(?![\p{sc=Han}\p{sc=Greek}])[\p{L}\p{N}\p{M}])+/gu;
const isHan = (piece) => /^\p{sc=Han}/u.test(piece);
const greek = Object.fromEntries(
  ('α alpha β beta γ gamma δ delta ε epsilon ϵ epsilon ζ zeta η eta θ theta ϑ theta ι iota κ kappa '
    + 'λ lambda μ mu ν nu ξ xi ο omicron π pi ρ rho σ sigma ς sigma τ tau υ upsilon φ phi ϕ phi '
    + 'χ chi ψ psi ω omega').split(' ')
    .map((letter, index, all) => [letter, all[index + 1]]).filter((_, index) => index % 2 === 0));
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
const plain = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const termOf = (piece) => stem(greek[piece] ?? piece);
const termsOf = (text) => (plain(text).match(pieces) ?? [])
  .flatMap((piece) => isHan(piece) ? pairs(piece) : [termOf(piece)]);
