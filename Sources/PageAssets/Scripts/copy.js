// Adds a copy button to each listing, which copies the whole block that it is a part of. As in every script, `words` are the values that
// `PageScript` lets Swift write into the attributes of the body.

if (navigator.clipboard) {
  for (const code of document.querySelectorAll('.code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    button.addEventListener('click', async () => {
      const parts = code.closest('.block')?.querySelectorAll('.code code') ?? [code.querySelector('code')];
      await navigator.clipboard.writeText([...parts].map((part) => part.textContent).join(''));
      button.textContent = words.copied;
      setTimeout(() => { button.textContent = words.copy; }, 1500);
    });
    code.append(button);
  }
}
