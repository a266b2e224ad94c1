// The places and sizes of the letters and signs of all formulas, in hundredths of the text's size from
// the formula's own place, a line for each formula: an expression that any browser evaluates.
[...document.querySelectorAll('main math')].map((formula) => {
  const own = formula.getBoundingClientRect();
  const size = parseFloat(getComputedStyle(formula).fontSize) / 100;
  return [...formula.querySelectorAll('mi, mn, mo, mtext')].filter((token) => token.textContent > ' ')
    .map((token) => {
      const box = token.getBoundingClientRect();
      const x = Math.round((box.left + box.right - 2 * own.left) / 2 / size);
      const y = Math.round((box.top + box.bottom - own.top - own.bottom) / 2 / size);
      const ownSize = Math.round(parseFloat(getComputedStyle(token).fontSize) / size);
      return `${token.textContent}@${x},${y},${ownSize}`;
    }).join(' ');
}).join('\n')
