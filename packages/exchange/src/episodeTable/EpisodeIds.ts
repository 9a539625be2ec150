const FIRST_SIZE = 1_024
const NUMBERS_A_PLACE = 4
/** Fuller than this, looking takes long. */
const MOST_FULL = 0.75

/** Which ids a table has had, and on which line: sixteen bytes an id, because a set of texts would not fit in memory. */
export class EpisodeIds {
  /** Four numbers a place: the hashes of an id and its line; a line of 0 is an empty place. */
  #places = new Int32Array(FIRST_SIZE * NUMBERS_A_PLACE)
  #count = 0
  /** Three hashes of the id at hand, different enough that millions of ids share all three with none. */
  #one = 0
  #two = 0
  #three = 0

  #begin(): void {
    this.#one = 0x9e3779b1
    this.#two = 0x85ebca77
    this.#three = 0xc2b2ae3d
  }

  #mix(unit: number): void {
    this.#one = Math.imul(this.#one ^ unit, 0x01000193)
    this.#two = Math.imul((this.#two << 5) | (this.#two >>> 27), 0x2c1b3c6d) ^ unit
    this.#three = Math.imul(this.#three + unit, 0x297a2d39) ^ (this.#three >>> 15)
  }

  /** The line on which this id stood before, or undefined, and it stands on this line from now on. */
  add(id: string, line: number): number | undefined {
    this.#begin()
    for (let at = 0; at < id.length; at += 1) this.#mix(id.charCodeAt(at))
    return this.#seen(line)
  }

  /** The same for an id that stands in bytes, each of them one character. */
  addBytes(bytes: Uint8Array, from: number, to: number, line: number): number | undefined {
    this.#begin()
    for (let at = from; at < to; at += 1) this.#mix(bytes[at] ?? 0)
    return this.#seen(line)
  }

  #seen(line: number): number | undefined {
    const one = this.#one ^ (this.#one >>> 13)
    const two = this.#two ^ (this.#two >>> 16)
    const three = this.#three ^ (this.#three >>> 11)
    const at = this.#find(one, two, three)
    const known = this.#places[at + 3]
    if (known !== 0 && known !== undefined) return known
    this.#put(at, one, two, three, line)
    this.#count += 1
    if (this.#count * NUMBERS_A_PLACE > this.#places.length * MOST_FULL) this.#grow()
    return undefined
  }

  /** Where these hashes are, or the empty place where they belong. */
  #find(one: number, two: number, three: number): number {
    const places = this.#places
    const mask = places.length / NUMBERS_A_PLACE - 1
    let place = Math.imul(one ^ three, 0x9e3779b1) >>> 7
    for (;;) {
      const at = (place & mask) * NUMBERS_A_PLACE
      if (places[at + 3] === 0) return at
      if (places[at] === one && places[at + 1] === two && places[at + 2] === three) return at
      place += 1
    }
  }

  #put(at: number, one: number, two: number, three: number, line: number): void {
    this.#places[at] = one
    this.#places[at + 1] = two
    this.#places[at + 2] = three
    this.#places[at + 3] = line
  }

  #grow(): void {
    const before = this.#places
    this.#places = new Int32Array(before.length * 2)
    for (let at = 0; at < before.length; at += NUMBERS_A_PLACE) {
      const [one = 0, two = 0, three = 0, line = 0] = before.subarray(at, at + NUMBERS_A_PLACE)
      if (line !== 0) this.#put(this.#find(one, two, three), one, two, three, line)
    }
  }
}
