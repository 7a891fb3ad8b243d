/** The link that carries what is open: the whole scenario, the request and the step, in the fragment. */
import { differences } from '#lib/share/changes.ts';
import { LONG_LINK, toPayload } from '#lib/share/link.ts';
import type { Session } from '#lib/workbench/session.svelte.ts';
import { writeAddress, type Address } from './address.ts';

/**
 * @param page address of the page that opens links, without query and fragment
 * @param hidden the text without names, to be carried in place of the file's own; null for that
 */
export async function toLink(
  { documents, opening }: Session,
  address: Address,
  page: string,
  hidden: string | null = null
) {
  if (!documents || !opening) return { url: page, length: 0, isLong: false, differences: null };
  const { name, base, isJson, original } = opening;
  if (hidden !== null) {
    const bare = { name: 'redacted', base: null, isJson, text: hidden, drafts: new Map<string, string>() };
    const fragment = writeAddress({ ...address, redact: null }, { carried: await toPayload(bare) });
    return {
      url: `${page}${fragment}`,
      length: fragment.length,
      isLong: fragment.length > LONG_LINK,
      differences: null
    };
  }
  const drafts = documents.drafts();
  const carried = await toPayload({ name, base, isJson, text: documents.text, drafts });
  const fragment = writeAddress(address, { carried });
  const before = { name: documents.name, text: original };
  const after = { name: documents.name, text: documents.text };
  return {
    url: `${page}${fragment}`,
    length: fragment.length,
    isLong: fragment.length > LONG_LINK,
    differences: base === null ? null : differences(before, after)
  };
}
