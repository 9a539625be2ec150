/** The options an app last offered for an external select, so that a person can choose one of them by its value. */
import { type JsonObject, textOr } from "./json.ts"
import type { PlacedElement } from "./views/inputState.ts"

const keyOf = (place: string, { blockId, element }: PlacedElement) =>
  JSON.stringify([place, blockId, textOr(element["action_id"], "")])

export class OfferedOptions {
  readonly #offered = new Map<string, ReadonlyArray<JsonObject>>()

  /** `place` is the id of a view or the timestamp of a message. */
  remember(place: string, placed: PlacedElement, options: ReadonlyArray<JsonObject>): void {
    this.#offered.set(keyOf(place, placed), options)
  }

  /** The element with what was offered for it, if anything. */
  within(place: string, placed: PlacedElement): PlacedElement {
    const options = this.#offered.get(keyOf(place, placed))
    return options === undefined ? placed : { ...placed, element: { ...placed.element, options } }
  }
}
