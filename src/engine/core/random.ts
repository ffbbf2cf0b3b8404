/**
 * Chance as a pure function: (seed, stream name, index) gives a number, so a new consumer of chance never moves the
 * draws of another, and a restored center draws what it would have drawn. FNV-1a over the name, murmur3 finalizer.
 */
export function draw(seed: number, stream: string, index: number): number {
  return hash32(seed, stream, index) / 4_294_967_296;
}

/** The 32-bit hash behind `draw`, an integer in [0, 2³²). */
export const hash32 = (seed: number, stream: string, index: number): number => hashOf(hashStart(seed, stream), index);

/** What all hashes of a seed and stream have in common: worked out once where many are wanted. */
export function hashStart(seed: number, stream: string): number {
  let h = (0x811c9dc5 ^ Math.imul(seed | 0, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < stream.length; i++) h = Math.imul(h ^ stream.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** The hash of one index, from the start of its seed and stream. */
export function hashOf(start: number, index: number): number {
  let h = (start ^ Math.imul(index | 0, 0x85ebca6b)) >>> 0;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  h ^= h >>> 16;
  return h >>> 0;
}
