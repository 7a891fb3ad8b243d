/** What presenting and hiding names take, as one piece that a page fetches after its first paint. */
export { filmScenes } from './film-scenes.ts';
export { keepScenes, recorded, toDrafts } from './recording.ts';
export { hiding, showing } from '../share/redact.ts';
