/** Everything that only editing needs, as one piece that a page fetches after its first paint. */
export { default as AddView } from './AddView.svelte';
export { default as DenialBox } from './DenialBox.svelte';
export { default as FileView } from './FileView.svelte';
export { default as FlipView } from './FlipView.svelte';
export { default as LoneFile } from './LoneFile.svelte';
export { default as PolicyEditor } from './PolicyEditor.svelte';
export { default as RequestForm } from './RequestForm.svelte';
export { default as SentNotice } from './SentNotice.svelte';
export { default as ShareBox } from './ShareBox.svelte';
export { default as ThingView } from './ThingView.svelte';
export { default as TickerView } from './TickerView.svelte';
export { default as WatchTable } from './WatchTable.svelte';
export { takeFacts } from '../edit/request-facts.ts';
export { readDenial } from '../share/denial.ts';
export { addRequest, freeRequestId } from '../edit/request-list.ts';
