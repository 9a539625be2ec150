/** Which event ids were used, at three bytes each where the ids themselves would take a hundred. */

const BYTES = 6
const HALF = 2 ** 24

/** Of so many bits an id sets so many: of a hundred thousand new ids one looks used that is not. */
const BITS_AN_ID = 24
const BITS_SET = 8

/** A number of 48 bits. */
const digestOf = (id: string): number => {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low + code, 0x85ebca6b) ^ (low >>> 13)
  }
  return (high >>> 8) * HALF + (low >>> 8)
}

export const digestsOf = (ids: ReadonlyArray<string>): string => {
  const bytes = Buffer.alloc(ids.length * BYTES)
  for (const [index, id] of ids.entries()) bytes.writeUIntBE(digestOf(id), index * BYTES, BYTES)
  return bytes.toString("base64url")
}

/** A Bloom filter for so many digests. */
const filterFor = (count: number) => {
  const size = count * BITS_AN_ID
  const bytes = new Uint8Array(Math.ceil(size / 8))
  let left = count

  const bitOf = (digest: number, index: number): number =>
    (Math.floor(digest / HALF) * 257 + index * ((digest % HALF) | 1) * 61 + index * index) % size

  return {
    isFull: (): boolean => left <= 0,
    add: (digest: number): void => {
      left -= 1
      for (let index = 0; index < BITS_SET; index += 1) {
        const bit = bitOf(digest, index)
        bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7))
      }
    },
    has: (digest: number): boolean => {
      for (let index = 0; index < BITS_SET; index += 1) {
        const bit = bitOf(digest, index)
        if (((bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false
      }
      return true
    }
  }
}

type Filter = ReturnType<typeof filterFor>

const FEWEST = 10_000

export class IdDigests {
  readonly #filters: Array<Filter> = []
  #expected: number

  /** @param expected about how many ids there will be */
  constructor(expected: number) {
    this.#expected = Math.max(expected, FEWEST)
  }

  #open(): Filter {
    const last = this.#filters.at(-1)
    if (last !== undefined && !last.isFull()) return last
    const filter = filterFor(this.#expected)
    this.#filters.push(filter)
    this.#expected *= 2
    return filter
  }

  /** @param digests as {@link digestsOf} gives them */
  add(digests: string): void {
    const bytes = Buffer.from(digests, "base64url")
    for (let at = 0; at < bytes.length; at += BYTES) this.#open().add(bytes.readUIntBE(at, BYTES))
  }

  /** Whether this id was added, or one that looks like it. */
  has(id: string): boolean {
    const digest = digestOf(id)
    return this.#filters.some((filter) => filter.has(digest))
  }
}
