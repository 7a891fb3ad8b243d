// Before the first paint: the theme chosen on this device, if any. Everything else follows the system.
(function () {
  try {
    var theme = localStorage.getItem('bouncer.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (e) {
    // No storage: the system's theme stands.
  }
})();
