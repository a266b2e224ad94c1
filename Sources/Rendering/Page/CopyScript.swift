/// The only script of a page: it adds a copy button to each listing. Without it nothing is missing
/// but the buttons.
enum CopyScript {
  /// The script. It is the same on every page, its words come from the page: so one fingerprint
  /// in the page's content security policy lets it through, and no other.
  static let source = """
    'use strict';
    const words = document.body.dataset;
    if (navigator.clipboard) {
      for (const code of document.querySelectorAll('.code')) {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'copy';
        button.textContent = words.copy;
        button.addEventListener('click', async () => {
          await navigator.clipboard.writeText(code.querySelector('code').textContent);
          button.textContent = words.copied;
          setTimeout(() => { button.textContent = words.copy; }, 1500);
        });
        code.append(button);
      }
    }
    """

  /// The SHA-256 of `source` in base64. A test computes it again.
  static let fingerprint = "oFkP2tt/++xDj6uaciq1SEAiHIxJZLgNktYldy0Cp7g="
}
