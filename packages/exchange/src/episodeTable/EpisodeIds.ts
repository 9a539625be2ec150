const FIRST_SIZE = 1_024
const NUMBERS_A_PLACE = 4

/** Three hashes of a text, different enough that millions of ids share all three with none. */
const hashes = (text: string): readonly [number, number, number] => {
  let [one, two, three] = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul((two << 5) | (two >>> 27), 0x2c1b3c6d) ^ unit
    three = Math.imul(three + unit, 0x297a2d39) ^ (three >>> 15)
  }
  return [one ^ (one >>> 13), two ^ (two >>> 16), three ^ (three >>> 11)]
}

/** Which ids a table has had, and on which line: sixteen bytes an id, because a set of texts would not fit in memory. */
export class EpisodeIds {
  /** Four numbers a place: the hashes of an id and its line; a line of 0 is an empty place. */
  #places = new Int32Array(FIRST_SIZE * NUMBERS_A_PLACE)
  #count = 0

  /** The line on which this id stood before, or undefined, and it stands on this line from now on. */
  add(id: string, line: number): number | undefined {
    const [one, two, three] = hashes(id)
    const at = this.#find(one, two, three)
    const known = this.#places[at + 3]
    if (known !== 0 && known !== undefined) return known
    this.#put(at, one, two, three, line)
    this.#count += 1
    if (this.#count * 2 * NUMBERS_A_PLACE > this.#places.length) this.#grow()
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
