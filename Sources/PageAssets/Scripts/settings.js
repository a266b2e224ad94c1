// Applies the colours and the text size that the reader has chosen before anything is painted.
// Without it, or where nothing may be stored, the page follows the system.

try {
  const theme = localStorage.getItem('gradbook-theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const size = Number(localStorage.getItem('gradbook-size'));
  if (size >= 0.8 && size <= 2) {
    document.documentElement.style.setProperty('--text-size', size);
  }
} catch { /* Nothing may be remembered here. */ }
