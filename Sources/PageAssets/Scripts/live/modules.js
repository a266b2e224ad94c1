// The modules: the chapter's experiments, from the page or from a script beside it, and the drawing, which
// all chapters share. They are loaded at the first touch.

const isMissing = () => {
  if (typeof WebAssembly !== 'object') return 'WebAssembly';
  if (typeof DecompressionStream !== 'function') return 'DecompressionStream';
  if (typeof Worker !== 'function') return 'Worker';
  return null;
};

const unpack = async (text) => {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
};

// A script beside the page hands over the text of a module; one is loaded at a time.
let hand = null;
globalThis.gradbookModule = (text) => hand?.(text);
const loadBeside = (path) => new Promise((resolve, reject) => {
  hand = resolve;
  const script = make('script', { src: path });
  const end = (isThere) => {
    script.remove();
    if (!isThere) reject(new Error(String(path).replace(/.*(?=live\/)/, '')));
  };
  script.addEventListener('load', () => end(true));
  script.addEventListener('error', () => end(false));
  document.head.append(script);
});

let modules = null;
const loadModules = () => {
  modules ??= (async () => {
    const inPage = document.getElementById('_live-module')?.textContent;
    const texts = [inPage ?? await loadBeside(page.path), await loadBeside(new URL('drawing.js', source))];
    const [experiments, drawing] = await Promise.all(texts.map(unpack));
    return { experiments, drawing };
  })();
  modules.catch(() => { modules = null; });
  return modules;
};
