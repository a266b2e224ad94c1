// The page's own messages. All parts of the editing layer share one scope.

// What concerns the whole page: the server that does not answer, a chapter that is gone.
const notices = new Map();
const noticeBoard = make('div', { class: 'notices', role: 'status', lang: 'en' });
document.querySelector('main').prepend(noticeBoard);
const notice = (kind, text) => {
  if ((notices.get(kind)?.textContent ?? '') === text) return;
  notices.get(kind)?.remove();
  notices.delete(kind);
  if (!text) return;
  const line = make('p', {}, text);
  notices.set(kind, line);
  noticeBoard.append(line);
};
