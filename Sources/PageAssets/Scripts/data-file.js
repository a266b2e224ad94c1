// Makes CSV files from the tables under figures that hold all of their data, and shows the links
// to them. Longer data come as links that hold the file themselves.

const cellText = ({ textContent }) => {
  const text = textContent.replace(/[\n\t]/g, ' ');
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
