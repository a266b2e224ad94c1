extension PageScript {
  /// Puts the colours and the size of text that the reader has chosen into force before anything
  /// is painted. Without it, or where nothing may be remembered, the page follows the system.
  static let settings: PageScript = {
    var script = PageScript(
      """
      try {
        const theme = localStorage.getItem('gradbook-theme');
        if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
        const size = Number(localStorage.getItem('gradbook-size'));
        if (size >= 0.5 && size <= 3) {
          document.documentElement.style.setProperty('--text-size', size);
        }
      } catch { /* Nothing may be remembered here. */ }
      """)
    script.comesFirst = true
    return script
  }()
}
