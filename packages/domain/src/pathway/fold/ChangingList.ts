/** How often a list is searched from end to end before an index is worth building. */
const SEARCHES_BEFORE_INDEX = 8

/** Is told of every item that is added or changed; of a change also before it, as a change may add to lists in place. */
export interface ListWatcher<T> {
  readonly added: (item: T) => void
  readonly changing: (before: T) => void
  readonly changed: (before: T, after: T) => void
  readonly removed: (item: T) => void
}

/** A list that is copied at its first change and never again, however many events are folded. */
export class ChangingList<T> {
  #items: ReadonlyArray<T>
  #own: Array<T> | undefined
  readonly #keyOf: (item: T) => string | undefined
  readonly #watching: ListWatcher<T> | undefined
  #searches = 0
  #places: Map<string | undefined, Array<number>> | undefined

  constructor(items: ReadonlyArray<T>, keyOf: (item: T) => string | undefined, watching?: ListWatcher<T>) {
    this.#items = items
    this.#keyOf = keyOf
    this.#watching = watching
  }

  get items(): ReadonlyArray<T> {
    return this.#items
  }

  #changing(): Array<T> {
    if (this.#own === undefined) {
      this.#own = [...this.#items]
      this.#items = this.#own
    }
    return this.#own
  }

  add(item: T): void {
    const place = this.#changing().push(item) - 1
    if (this.#places !== undefined) this.#note(this.#places, item, place)
    this.#watching?.added(item)
  }

  #note(places: Map<string | undefined, Array<number>>, item: T, place: number): void {
    const key = this.#keyOf(item)
    const same = places.get(key)
    if (same === undefined) places.set(key, [place])
    else same.push(place)
  }

  /** Where the items with this key stand. */
  #placesOf(key: string): ReadonlyArray<number> {
    this.#searches += 1
    if (this.#places === undefined && this.#searches <= SEARCHES_BEFORE_INDEX) {
      return this.#items.flatMap((item, place) => (this.#keyOf(item) === key ? [place] : []))
    }
    if (this.#places === undefined) {
      this.#places = new Map()
      for (const [place, item] of this.#items.entries()) this.#note(this.#places, item, place)
    }
    return this.#places.get(key) ?? []
  }

  has(key: string): boolean {
    return this.#placesOf(key).length > 0
  }

  /** The first item with this key. */
  find(key: string): T | undefined {
    return this.#items[this.#placesOf(key)[0] ?? -1]
  }

  /** Takes out every item with this key. The index is built again when it is next worth it. */
  remove(key: string): void {
    const removed = this.#placesOf(key).map((place) => this.#items[place] as T)
    if (removed.length === 0) return
    this.#own = this.#items.filter((item) => this.#keyOf(item) !== key)
    this.#items = this.#own
    this.#places = undefined
    for (const item of removed) this.#watching?.removed(item)
  }

  /** Every item with this key, changed; when none has it, nothing is. An item may lose its key and none may gain one. */
  change(key: string, changed: (item: T) => T): void {
    const places = this.#placesOf(key)
    if (places.length === 0) return
    const list = this.#changing()
    for (const place of places) {
      const before = list[place] as T
      this.#watching?.changing(before)
      const after = changed(before)
      list[place] = after
      this.#watching?.changed(before, after)
    }
    this.#places?.set(
      key,
      places.filter((place) => this.#keyOf(list[place] as T) === key)
    )
  }
}
