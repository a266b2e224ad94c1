// Makes CSV files from the tables under figures that hold all of their data, and shows the links
// to them. Longer data come as links that hold the file themselves. Numbers lose what only readers
// need: minus signs become hyphens, and spaces that align decimal points go.

const cellText = ({ textContent }) => {
  const plain = textContent.replace(/[\u2007\u2008]/g, '').replace(/[\n\t]/g, ' ');
  const text = /^[\d.e+\u2212]+$/.test(plain) ? plain.replaceAll('\u2212', '-') : plain;
  const safe = /^[=@+]/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};
for (const link of document.querySelectorAll('a[data-file]')) {
  const rows = link.closest('details').querySelectorAll('tr');
  const lines = [...rows].map(row => [...row.cells].map(cellText).join(',') + '\n');
  link.href = 'data:text/csv;charset=utf-8,' + encodeURIComponent(lines.join(''));
  link.download = link.dataset.file;
  link.parentElement.hidden = false;
}
