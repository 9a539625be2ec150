/** Whose App Home may be out of date: everybody's, once something has happened or time has moved. */
export class Homes {
  readonly #current = new Set<string>()

  isStale(person: string): boolean {
    return !this.#current.has(person)
  }

  opened(person: string): void {
    this.#current.add(person)
  }

  somethingHappened(): void {
    this.#current.clear()
  }
}
