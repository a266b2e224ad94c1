// The dialog for colours and text size.

const page = document.documentElement;
const choice = (value, label) => {
  const radio = make('input', { type: 'radio', name: 'theme', value });
  radio.checked = (page.dataset.theme ?? 'system') === value;
  radio.addEventListener('change', () => {
    if (value === 'system') delete page.dataset.theme; else page.dataset.theme = value;
    remember('gradbook-theme', value);
  });
  return make('label', {}, radio, ` ${label}`);
};
const percent = make('output', {});
const sizes = [0.8, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2];
const resize = (step) => {
  const old = Number(page.style.getPropertyValue('--text-size')) || 1;
  let index = sizes.findIndex((size) => size >= old - 0.01) + step;
  index = Math.min(Math.max(index, 0), sizes.length - 1);
  if (step) {
    page.style.setProperty('--text-size', sizes[index]);
    remember('gradbook-size', sizes[index]);
  }
  percent.textContent = `${Math.round(sizes[index] * 100)} %`;
};
const sizer = (sign, label, step) => {
  const button = make('button', { type: 'button', 'aria-label': label }, sign);
  button.addEventListener('click', () => resize(step));
  return button;
};
const appearance = addDialog(
  'display', words.display,
  make(
    'fieldset', {}, make('legend', {}, words.theme), choice('system', words.themesystem),
    choice('light', words.themelight), choice('dark', words.themedark)),
  make(
    'fieldset', { class: 'sizes' }, make('legend', {}, words.textsize),
    sizer('−', words.smaller, -1), percent, sizer('+', words.larger, 1)));
resize(0);
addTool(words.display, '', () => appearance.showModal());
