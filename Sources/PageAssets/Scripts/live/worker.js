// What runs experiments, apart from the page. Each run has the modules' memory for itself, as a process would.

const work = () => {
  const modules = {};
  const decoder = new TextDecoder();

  // Makes a run of a module, of which the bytes for the page go to `take`.
  const start = (module, take) => {
    const { exports } = new WebAssembly.Instance(module, {
      gradbook: {
        emit: (kind, place, length) => take(kind, new Uint8Array(exports.memory.buffer, place, length).slice()),
      },
    });
    const give = (bytes) => {
      const place = exports.gradbook_allocate(bytes.length);
      new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
      return place;
    };
    return { exports, give };
  };

  const join = (pieces) => {
    const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
    let end = 0;
    for (const piece of pieces) {
      all.set(piece, end);
      end += piece.length;
    }
    return all;
  };

  // The payloads of the records of a kind. A record is a zero, its kind, its payload's length in four bytes,
  // and the payload; what stands between records is text.
  const recordsOf = (bytes, wanted) => {
    const found = [];
    for (let place = bytes.indexOf(0); place >= 0 && place + 6 <= bytes.length; place = bytes.indexOf(0, place)) {
      const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(place + 2, true);
      if (bytes[place + 1] === wanted) found.push(bytes.subarray(place + 6, place + 6 + length));
      place += 6 + length;
    }
    return found;
  };

  // A knob that a run has read, in the page's short form: `Knob.encoded()` in Sources/Transcript wrote it.
  const readKnob = (payload) => {
    const view = new DataView(payload.buffer, payload.byteOffset, payload.length);
    let place = 0;
    const count = () => {
      place += 4;
      return view.getUint32(place - 4, true);
    };
    const string = () => {
      const length = count();
      place += length;
      return decoder.decode(payload.subarray(place - length, place));
    };
    const name = string();
    const kind = payload[place];
    place += 1;
    const names = kind === 2 ? Array.from({ length: count() }, string) : [];
    const [low, high, standard] = Array.from({ length: count() }, (_, index) => view.getFloat64(place + 8 * index, true));
    return kind === 2 ? [name, names, standard] : [name, low, high, standard, kind];
  };

  const run = ({ id, number, input }) => {
    const bytes = new TextEncoder().encode(input);
    const records = [];
    let said = '';
    const begin = performance.now();
    try {
      const { exports, give } = start(modules.experiments, (kind, piece) => {
        if (kind === 3) said += decoder.decode(piece);
        if (kind !== 1) return;
        records.push(piece);
        const progress = recordsOf(piece, 8).at(-1);
        if (progress?.length === 8) {
          postMessage({ progress: new DataView(progress.buffer, progress.byteOffset).getFloat64(0, true) });
        }
      });
      exports.gradbook_run(number, give(bytes), bytes.length);
    } catch (error) {
      const fault = recordsOf(join(records), 3).at(-1);
      return { id, trap: fault ? decoder.decode(fault) : said.trim() || error.message };
    }
    const transcript = join(records);
    const time = performance.now() - begin;
    const pieces = [];
    const values = {};
    const { exports, give } = start(modules.drawing, (kind, piece) => {
      if (kind === 2) {
        const place = new DataView(piece.buffer).getUint32(0, true);
        pieces.push([place, decoder.decode(piece.subarray(4))]);
      } else if (kind === 4) {
        const text = decoder.decode(piece);
        const line = text.indexOf('\n');
        values[text.slice(0, line)] = text.slice(line + 1);
      }
    });
    exports.gradbook_draw_run(give(transcript), transcript.length, give(bytes), bytes.length);
    return { id, pieces, values, time, knobs: recordsOf(transcript, 6).map(readKnob) };
  };

  onmessage = ({ data }) => {
    if (data.modules) return Object.assign(modules, data.modules);
    try { postMessage(run(data)); } catch (error) {
      postMessage({ id: data.id, trap: error.message });
    }
  };
};

// The worker that runs one experiment at a time. One that takes too long is ended, and another begins.
class Runner {
  constructor(modules, limit) {
    this.modules = modules;
    this.limit = limit;
    this.count = 0;
    this.address = URL.createObjectURL(new Blob([`'use strict';(${work})()`], { type: 'text/javascript' }));
    this.begin();
  }

  begin() {
    this.worker = new Worker(this.address);
    this.worker.postMessage({ modules: this.modules });
    this.worker.onmessage = ({ data }) => {
      if ('progress' in data) return this.current?.onProgress(data.progress);
      if (data.id === this.current?.id) this.end(data);
    };
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.restart({ trap: event.message });
    };
  }

  // Runs an experiment.
  run(request, onProgress) {
    this.count += 1;
    const id = this.count;
    return new Promise((resolve) => {
      this.current = { id, resolve, onProgress };
      this.timer = setTimeout(() => this.restart({ isLate: true }), this.limit * 1000);
      this.worker.postMessage({ id, ...request });
    });
  }

  end(result) {
    clearTimeout(this.timer);
    const { resolve } = this.current;
    this.current = null;
    resolve(result);
  }

  restart(result) {
    this.worker.terminate();
    this.begin();
    if (this.current) this.end(result);
  }

  stop() { if (this.current) this.restart({ isStopped: true }); }
}
