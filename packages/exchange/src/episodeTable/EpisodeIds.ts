const FIRST_SIZE = 1_024
const NUMBERS_A_PLACE = 4
/** Fuller than this, looking takes long. */
const MOST_FULL = 0.75

/** Which ids a table has had, and on which line: sixteen bytes an id, because a set of texts would not fit in memory. */
export class EpisodeIds {
  /** Four numbers a place: the hashes of an id and its line; a line of 0 is an empty place. */
  #places = new Int32Array(FIRST_SIZE * NUMBERS_A_PLACE)
  #count = 0

  /** The line on which this id stood before, or undefined, and it stands on this line from now on. */
  add(id: string, line: number): number | undefined {
    const units = new Uint16Array(id.length)
    for (let at = 0; at < id.length; at += 1) units[at] = id.charCodeAt(at)
    return this.addUnits(units, 0, units.length, line)
  }

  /** The same for an id that stands among bytes, each of them one character. */
  addUnits(units: Uint8Array | Uint16Array, from: number, to: number, line: number): number | undefined {
    // Three hashes, different enough that millions of ids share all three with none.
    let one = 0x9e3779b1
    let two = 0
    let three = 0xc2b2ae3d
    for (let at = from; at < to; at += 1) {
      const unit = units[at] ?? 0
      one = Math.imul(one ^ unit, 0x01000193)
      two = (Math.imul(two, 10) + unit) | 0
      three = Math.imul(three + unit, 0x297a2d39) ^ (three >>> 15)
    }
    one ^= one >>> 13
    three ^= three >>> 11
    const at = this.#find(one, two, three)
    const known = this.#places[at + 3]
    if (known !== 0 && known !== undefined) return known
    this.#put(at, one, two, three, line)
    this.#count += 1
    if (this.#count * NUMBERS_A_PLACE > this.#places.length * MOST_FULL) this.#grow()
    return undefined
  }

  /** Where these hashes are, or the empty place where they belong: first near the ids that differ in the last digits. */
  #find(one: number, two: number, three: number): number {
    const places = this.#places
    const mask = places.length / NUMBERS_A_PLACE - 1
    const step = three | 1
    for (let place = two; ; place = (place + step) | 0) {
      const at = (place & mask) * NUMBERS_A_PLACE
      if (places[at + 3] === 0) return at
      if (places[at] === one && places[at + 1] === two && places[at + 2] === three) return at
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
      const line = before[at + 3] ?? 0
      if (line === 0) continue
      const one = before[at] ?? 0
      const two = before[at + 1] ?? 0
      const three = before[at + 2] ?? 0
      this.#put(this.#find(one, two, three), one, two, three, line)
    }
  }
}
