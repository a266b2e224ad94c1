// Orders the sections of all chapters by how well they answer a query.
// Source: S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond",
// 2009, section 3.6 (several fields).

const readIndex = (books) => {
  const sections = [];
  const places = new Map();
  for (const { language, chapters } of books) {
    for (const [path, number, title, parts] of chapters) {
      for (const [anchor, heading, text, stressed, code] of parts) {
        const section = { language, path, number, title, anchor, heading, text, length: 0 };
        const index = sections.push(section) - 1;
        const add = (field, weight) => {
          for (const term of termsOf(field)) {
            const counts = places.get(term) ?? new Map();
            counts.set(index, (counts.get(index) ?? 0) + weight);
            places.set(term, counts);
            section.length += 1;
          }
        };
        add(text, 1);
        add(stressed ?? '', 3);
        add(code ?? '', 0.5);
        add(heading, 4);
        add(title, heading ? 0.5 : 3);
      }
    }
  }
  return { sections, places, terms: [...places.keys()].sort() };
};

// Whether two words differ by one letter: another one, one more or less, or two changed about.
const isNear = (a, b) => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB || restA === restB.slice(1) || restA.slice(1) === restB.slice(1)
    || restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
};
const find = (index, query, language) => {
  const { sections, places } = index;
  // What is looked up, such as a reference, has no number. It repeats in short the words that chapters
  // explain, so words are rare and sections long among their own kind, and chapters come first.
  const kinds = [true, false].map((isNumbered) => {
    const own = sections.filter((section) => (section.number !== null) === isNumbered);
    const length = own.reduce((sum, section) => sum + section.length, 0);
    return { size: own.length, mean: length / own.length, weight: isNumbered ? 1 : 0.35 };
  });
  const kindOf = (section) => kinds[sections[section].number === null ? 1 : 0];
  const scores = new Map();
  for (const wanted of new Set(termsOf(query))) {
    const found = new Map();
    const take = (term, weight) => {
      for (const [section, count] of places.get(term)) {
        found.set(section, Math.max(found.get(section) ?? 0, weight * count));
      }
    };
    if (places.has(wanted)) take(wanted, 1);
    if (wanted.length > 2 && !isHan(wanted)) {
      for (const term of index.terms) {
        if (term !== wanted && term.startsWith(wanted)) take(term, 0.5);
      }
    }
    if (found.size === 0 && wanted.length > 3 && !isHan(wanted)) {
      for (const term of index.terms) if (isNear(term, wanted)) take(term, 0.4);
    }
    const hits = new Map(kinds.map((kind) => [kind, 0]));
    for (const section of found.keys()) {
      hits.set(kindOf(section), hits.get(kindOf(section)) + 1);
    }
    for (const [section, count] of found) {
      const kind = kindOf(section);
      const rarity = Math.log(1 + (kind.size - hits.get(kind) + 0.5) / (hits.get(kind) + 0.5));
      const norm = 1.2 * (0.4 + 0.6 * sections[section].length / kind.mean);
      const own = sections[section].language === language ? 1 : 0.6;
      const gain = kind.weight * own * rarity * count * 2.2 / (count + norm);
      scores.set(section, (scores.get(section) ?? 0) + gain);
    }
  }
  return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([at]) => sections[at]);
};
