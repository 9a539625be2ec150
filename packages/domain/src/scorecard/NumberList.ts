const BITS = 14
const BLOCK = 2 ** BITS

/** Numbers one after another, eight bytes each: a plain array of millions is copied, and half empty, each time it grows. */
export class NumberList {
  readonly #blocks: Array<Float64Array> = []
  #length = 0

  get length(): number {
    return this.#length
  }

  push(value: number): void {
    const at = this.#length & (BLOCK - 1)
    if (at === 0) this.#blocks.push(new Float64Array(BLOCK))
    const block = this.#blocks[this.#blocks.length - 1]
    if (block !== undefined) block[at] = value
    this.#length += 1
  }

  /** @param place counted from 0, less than the length */
  at(place: number): number {
    return this.#blocks[place >>> BITS]?.[place & (BLOCK - 1)] ?? Number.NaN
  }

  /** All of them, the smallest first. */
  sorted(): Float64Array {
    const all = new Float64Array(this.#length)
    for (let place = 0; place < this.#length; place += 1) all[place] = this.at(place)
    return all.sort()
  }
}
