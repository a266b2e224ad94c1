// Unpacks the index of the search. Its chapters are packed one by one, each when its page is made: as texts they
// are twice as large as a page has to load.

const unpackChapter = async (text) => {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).json();
};
const unpackBooks = (books) => Promise.all(books.map(async ({ language, chapters }) => (
  { language, chapters: await Promise.all(chapters.map(unpackChapter)) })));
