/**
 * The first script of a page that can be read before it moves, put into its HTML by hooks.server.ts, as it stands here:
 * no modules, no imports. Notices the first sign of a person and keeps what is pressed and chosen until the page can
 * answer it; src/routes/patience.ts is its other half. Globals: `bouncerEarly`.
 */
(() => {
  const SIGNS = [
    'pointermove',
    'pointerdown',
    'touchstart',
    'wheel',
    'keydown',
    'focusin',
    'dragenter',
    'paste'
  ];
  /** @type {(KeyboardEvent | HTMLElement | EarlyChoice)[]} */
  const kept = [];
  let give = () => {};
  /** @type {Promise<void>} */
  const sign = new Promise((go) => (give = go));

  /** @param {Event} event */
  const keep = (event) => {
    const from = event.target instanceof Element ? event.target : null;
    if (event instanceof KeyboardEvent) {
      if (!from?.closest('input, textarea, select')) kept.push(event);
    } else if (event.type === 'change') keepChoice(from);
    else keepPress(from?.closest('button'));
  };
  /** @param {Element | null} field */
  const keepChoice = (field) => {
    if (field instanceof HTMLSelectElement) kept.push({ field, value: field.value, isChecked: false });
    else if (field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))
      kept.push({ field, value: field.value, isChecked: field.checked });
  };
  /** @param {HTMLButtonElement | null | undefined} button */
  const keepPress = (button) => {
    // What opens or closes by the browser's own doing has done so; to close it once more does no harm.
    const opens = button?.popoverTargetElement && button.popoverTargetAction !== 'hide';
    if (button && !opens) kept.push(button);
  };
  const options = { capture: true, passive: true };
  for (const type of SIGNS) addEventListener(type, give, options);
  const KEPT = ['keydown', 'click', 'change'];
  for (const type of KEPT) addEventListener(type, keep, options);

  const take = () => {
    for (const type of SIGNS) removeEventListener(type, give, options);
    for (const type of KEPT) removeEventListener(type, keep, options);
    return kept.splice(0);
  };

  // Another step than the one that is painted is asked for, or somebody was here before: nothing to wait for.
  const [visit] = performance.getEntriesByType('navigation');
  const isBack = visit instanceof PerformanceNavigationTiming && visit.type !== 'navigate';
  if (location.search !== '' || location.hash !== '' || isBack) give();

  const load = new Promise((go) => addEventListener('load', go, { once: true }));
  const loaded = Promise.all([load, window.bouncerPainted]).then(
    () =>
      new Promise((go) => ('requestIdleCallback' in window ? requestIdleCallback(go) : setTimeout(go, 100)))
  );
  window.bouncerEarly = { sign, take, begun: Promise.race([sign, loaded]) };
})();
