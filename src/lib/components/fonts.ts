/** Fetches the letters that a page may need later, so that one that has loaded can lose the network. */

/** Every face of app.css for Latin letters, upright and slanted; others are fetched when they are written. Never fails. */
export async function preloadFonts(): Promise<void> {
  const latin = [...document.fonts].filter(({ unicodeRange }) => /^U\+0+-/i.test(unicodeRange));
  await Promise.allSettled(latin.map((face) => face.load()));
}
