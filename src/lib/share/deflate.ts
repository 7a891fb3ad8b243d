/** Raw deflate by the platform's streams, in a page as in a terminal. Unpacking stops at a limit while it streams. */

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const packed = await collect(bytes, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
  // What goes in is ours and has no limit, so nothing can be wrong with it.
  if (typeof packed === 'string') throw new Error(`packing failed: ${packed}`);
  return packed;
}

/**
 * @param limit bytes of the result; one byte more and the rest is left packed
 * @returns `broken` for what is no deflate, or not all of it. Never throws, never waits for more.
 */
export async function inflate(
  bytes: Uint8Array<ArrayBuffer>,
  limit: number
): Promise<Uint8Array | 'broken' | 'too-large'> {
  return collect(bytes, new DecompressionStream('deflate-raw'), limit);
}

async function collect(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  limit: number
): Promise<Uint8Array | 'broken' | 'too-large'> {
  const writer = stream.writable.getWriter();
  // Problems of the writing side come out of the reading side as well, and are told there.
  const written = Promise.allSettled([writer.write(bytes), writer.close()]);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > limit) {
        await Promise.allSettled([reader.cancel()]);
        return 'too-large';
      }
      chunks.push(next.value);
    }
    await written;
    return concatenate(chunks, size);
  } catch {
    return 'broken';
  }
}

function concatenate(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
