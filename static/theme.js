// Before the first paint: the theme, the size of text and of the panels chosen on this device, if any. Everything else
// follows the system. The sizes are those of src/lib/workbench/panel-sizes.ts.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem('bouncer.theme');
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    var text = localStorage.getItem('bouncer.text');
    if (text === '115' || text === '130') root.dataset.text = text;
    ['outline', 'column', 'ribbon'].forEach(function (panel) {
      var size = localStorage.getItem('bouncer.size.' + panel);
      if (/^\d{2,4}$/.test(size)) root.style.setProperty('--size-' + panel, size);
    });
  } catch (e) {
    // No storage: the system's theme and the usual sizes stand.
  }
})();
