interface KnownCell<Value> {
  readonly text: string
  readonly value: Value
  /** Another text of the same hash. */
  readonly next: KnownCell<Value> | undefined
}

const decoder = new TextDecoder()

/** What cells of a column say, each text read once: a table names the same child or place many times. */
export class InternedCells<Value> {
  readonly #known = new Map<number, KnownCell<Value>>()
  readonly #read: (text: string) => Value

  constructor(read: (text: string) => Value) {
    this.#read = read
  }

  /** The value of the plain text in these bytes. */
  get(bytes: Uint8Array, from: number, to: number): Value {
    let hash = 0
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    const first = this.#known.get(hash)
    for (let cell = first; cell !== undefined; cell = cell.next) {
      if (isText(cell.text, bytes, from, to)) return cell.value
    }
    const text = decoder.decode(bytes.subarray(from, to))
    const value = this.#read(text)
    this.#known.set(hash, { text, value, next: first })
    return value
  }
}

const isText = (text: string, bytes: Uint8Array, from: number, to: number): boolean => {
  if (text.length !== to - from) return false
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== bytes[from + at]) return false
  return true
}
