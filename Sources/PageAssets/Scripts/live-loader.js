// Loads the script of the live experiments. Where it is not, the page is as it was printed: what a copy
// that the browser has saved has of the script goes.

// Validators do not know the word that allows WebAssembly alone, so the page's own policy has the wider one.
// From here on only the narrow one holds.
const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
const narrow = policy.cloneNode();
narrow.content = policy.content.replace("'unsafe-eval'", "'wasm-unsafe-eval'");
policy.after(narrow);

const loader = document.createElement('script');
loader.src = `${words.root ?? ''}live/live.js`;
loader.onload = () => loader.remove();
loader.onerror = () => {
  for (const part of document.querySelectorAll('#_live-style, .live-tools, .live > .message, .live > .knobs')) {
    part.remove();
  }
  const line = document.createElement('p');
  line.className = 'live-note';
  line.textContent = words.livelost;
  document.querySelector('.output')?.before(line);
  loader.remove();
};
document.body.append(loader);
