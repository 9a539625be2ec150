const FIRST_SIZE = 64
/** Fuller than this, looking takes long. */
const MOST_FULL = 0.5

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** Undefined where the bytes are not UTF-8. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

const doubled = <A extends Uint8Array | Int32Array>(array: A, made: new (length: number) => A): A => {
  const larger = new made(array.length * 2)
  larger.set(array)
  return larger
}

/** What cells of a column say, each text read once: a table names the same child or place many times. */
export class InternedCells<Value> {
  readonly #read: (text: string) => Value | undefined
  readonly #values: Array<Value | undefined> = []
  /** The bytes of all texts one after another; a text ends where the next begins. */
  #texts = new Uint8Array(FIRST_SIZE * 16)
  #begins = new Int32Array(FIRST_SIZE)
  #hashes = new Int32Array(FIRST_SIZE)
  /** By hash: the number of a text counted from 1, or 0. */
  #places = new Int32Array(FIRST_SIZE)
  #last = 0
  /** Where the cell ends that was read last. */
  end = 0

  /** @param read what a text says; undefined where another reader has to say it */
  constructor(read: (text: string) => Value | undefined) {
    this.#read = read
  }

  /** The value of the cell that begins here and goes on for as long as `isOfCell` has a 1 for the byte. */
  get(bytes: Uint8Array, from: number, isOfCell: Uint8Array): Value | undefined {
    if (this.#isText(this.#last, bytes, from, isOfCell)) return this.#values[this.#last]
    let hash = 0
    let to = from
    for (let byte = bytes[to] ?? 0; isOfCell[byte] === 1; byte = bytes[to] ?? 0) {
      hash = Math.imul(hash ^ byte, 0x01000193)
      to += 1
    }
    const mask = this.#places.length - 1
    let place = (hash ^ (hash >>> 15)) & mask
    for (let number = this.#places[place] ?? 0; number !== 0; number = this.#places[place] ?? 0) {
      if (this.#hashes[number - 1] === hash && this.#isText(number - 1, bytes, from, isOfCell)) {
        this.#last = number - 1
        return this.#values[number - 1]
      }
      place = (place + 1) & mask
    }
    this.end = to
    return this.#keep(bytes.subarray(from, to), hash, place)
  }

  /** Whether the cell that begins here is this text, and nothing after it. */
  #isText(number: number, bytes: Uint8Array, from: number, isOfCell: Uint8Array): boolean {
    const texts = this.#texts
    const begins = this.#begins[number] ?? 0
    const length = (this.#begins[number + 1] ?? 0) - begins
    if (length <= 0) return false
    for (let at = 0; at < length; at += 1) if (texts[begins + at] !== bytes[from + at]) return false
    if (isOfCell[bytes[from + length] ?? 0] === 1) return false
    this.end = from + length
    return true
  }

  #keep(bytes: Uint8Array, hash: number, place: number): Value | undefined {
    const text = textOf(bytes)
    const value = text === undefined ? undefined : this.#read(text)
    const number = this.#values.push(value) - 1
    const begins = this.#begins[number] ?? 0
    while (begins + bytes.length > this.#texts.length) this.#texts = doubled(this.#texts, Uint8Array)
    if (number + 2 > this.#begins.length) {
      this.#begins = doubled(this.#begins, Int32Array)
      this.#hashes = doubled(this.#hashes, Int32Array)
    }
    this.#texts.set(bytes, begins)
    this.#begins[number + 1] = begins + bytes.length
    this.#hashes[number] = hash
    this.#places[place] = number + 1
    this.#last = number
    if (this.#values.length > this.#places.length * MOST_FULL) this.#grow()
    return value
  }

  #grow(): void {
    this.#places = new Int32Array(this.#places.length * 2)
    const mask = this.#places.length - 1
    for (let number = 0; number < this.#values.length; number += 1) {
      const hash = this.#hashes[number] ?? 0
      let place = (hash ^ (hash >>> 15)) & mask
      while (this.#places[place] !== 0) place = (place + 1) & mask
      this.#places[place] = number + 1
    }
  }
}
