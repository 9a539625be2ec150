/** Digests of event ids, at eight bytes each where the ids themselves would take a hundred. */

const BYTES = 6
const HALF = 2 ** 24

/** A number of 48 bits; two ids share one so rarely that an id which does is drawn again. */
const digestOf = (id: string): number => {
  let [high, low] = [0x811c9dc5, 0x01000193]
  for (let index = 0; index < id.length; index += 1) {
    const code = id.charCodeAt(index)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low + code, 0x85ebca6b) ^ (low >>> 13)
  }
  // None is 0, which stands for an empty place.
  return (high >>> 8) * HALF + (low >>> 8) || 1
}

export const digestsOf = (ids: ReadonlyArray<string>): string => {
  const bytes = Buffer.alloc(ids.length * BYTES)
  for (const [index, id] of ids.entries()) bytes.writeUIntBE(digestOf(id), index * BYTES, BYTES)
  return bytes.toString("base64url")
}

export class IdDigests {
  #places = new Float64Array(1024)
  #count = 0

  #put(digest: number): void {
    const last = this.#places.length - 1
    let place = digest % last
    while (this.#places[place] !== 0 && this.#places[place] !== digest) place = place === last ? 0 : place + 1
    if (this.#places[place] === 0) this.#count += 1
    this.#places[place] = digest
  }

  /** @param digests as {@link digestsOf} gives them */
  add(digests: string): void {
    const bytes = Buffer.from(digests, "base64url")
    if ((this.#count + bytes.length / BYTES) * 2 > this.#places.length) {
      const before = this.#places
      this.#places = new Float64Array(2 * before.length + bytes.length)
      this.#count = 0
      for (const digest of before) if (digest !== 0) this.#put(digest)
    }
    for (let at = 0; at < bytes.length; at += BYTES) this.#put(bytes.readUIntBE(at, BYTES))
  }

  /** Whether this id was added, or one that shares its digest. */
  has(id: string): boolean {
    const digest = digestOf(id)
    const last = this.#places.length - 1
    let place = digest % last
    while (this.#places[place] !== 0) {
      if (this.#places[place] === digest) return true
      place = place === last ? 0 : place + 1
    }
    return false
  }
}
