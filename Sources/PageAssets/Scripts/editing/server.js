// Requests to the server. The key came in the address that it printed; it is kept for the other pages
// of the same address, and travels in a header.

const page = words.page;
const recall = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const remember = (name, value) => {
  try {
    if (value === null) localStorage.removeItem(name); else localStorage.setItem(name, value);
    return true;
  } catch { return false; }
};
let key = recall('gradbook-token') ?? '';
const given = /^#token=([\w-]+)$/.exec(location.hash);
if (given) {
  key = given[1];
  remember('gradbook-token', key);
  history.replaceState(null, '', location.pathname + location.search);
}

const ask = async (route, { value, signal } = {}) => {
  const headers = { 'gradbook-token': key };
  const options = { headers, signal, cache: 'no-store' };
  if (value !== undefined) {
    headers['content-type'] = 'application/json';
    options.method = 'POST';
    options.body = JSON.stringify(value);
  }
  let response;
  try { response = await fetch(`/_gradbook/${route}`, options); } catch (error) {
    if (error.name !== 'AbortError') {
      notice('server', 'The server does not answer. What is not saved is kept in this browser.');
    }
    throw error;
  }
  if (response.status === 401) {
    key = recall('gradbook-token') ?? key;
    notice('server', 'Open the address that gradbook serve printed last: it holds the key to edit and run. '
      + 'What is not saved is kept in this browser.');
  } else {
    notice('server', '');
  }
  return response;
};

// The events of a response, as they come.
async function* eventsOf(response) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    text += value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      const field = (name) => lines.find((line) => line.startsWith(name))?.slice(name.length);
      const name = field('event: ');
      if (name) yield { name, value: JSON.parse(field('data: ')) };
    }
  }
}

// The other tabs of the same browser.
const channel = new BroadcastChannel('gradbook');
