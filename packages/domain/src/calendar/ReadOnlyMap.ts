/** A map that nobody can change: `Object.freeze` leaves a `Map` open. */
export class ReadOnlyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #entries: ReadonlyMap<Key, Value>

  constructor(entries: Iterable<readonly [Key, Value]>) {
    this.#entries = new Map(entries)
    Object.freeze(this)
  }

  get size(): number {
    return this.#entries.size
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key)
  }

  has(key: Key): boolean {
    return this.#entries.has(key)
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.#entries) visit(value, key, this)
  }

  keys() {
    return this.#entries.keys()
  }

  values() {
    return this.#entries.values()
  }

  entries() {
    return this.#entries.entries()
  }

  [Symbol.iterator]() {
    return this.#entries[Symbol.iterator]()
  }
}
