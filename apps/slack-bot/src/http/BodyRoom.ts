/** The memory that bodies not yet whole may take together: where it is used up, the longest unfinished makes room. */
interface UnfinishedBody {
  held: number
  readonly giveUp: () => void
}

export class BodyRoom {
  readonly #most: number
  /** Oldest first. */
  readonly #unfinished = new Set<UnfinishedBody>()
  #held = 0

  constructor(most: number) {
    this.#most = most
  }

  begin(unfinished: UnfinishedBody): void {
    this.#unfinished.add(unfinished)
  }

  hold(unfinished: UnfinishedBody, bytes: number): void {
    unfinished.held += bytes
    this.#held += bytes
    for (const oldest of this.#unfinished) {
      if (this.#held <= this.#most || oldest === unfinished) return
      this.end(oldest)
      oldest.giveUp()
    }
  }

  end(unfinished: UnfinishedBody): void {
    if (this.#unfinished.delete(unfinished)) this.#held -= unfinished.held
  }
}
