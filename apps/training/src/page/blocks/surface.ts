import type { Option } from "@slack/types"
import { createContext, use } from "react"
import type { AnyElement, ElementState, StateValues } from "./elementState.ts"

/** The message or view that blocks stand in: what has been chosen in it so far, and how an action leaves it. */
export interface Surface {
  readonly values: StateValues
  /** What is wrong, by block id. */
  readonly faults: Readonly<Record<string, string>>
  readonly isBusy: boolean
  readonly choose: (blockId: string, element: AnyElement, state: ElementState) => void
  /** The options the app offers for what was typed into an external select. */
  readonly suggest: (blockId: string, element: AnyElement, typed: string) => Promise<ReadonlyArray<Option>>
  /** Sends an action, after its confirmation if it asks for one. `state` is what was chosen, for an element that holds state. */
  readonly act: (blockId: string, element: AnyElement, value?: unknown, state?: ElementState) => void
}

export const SurfaceContext = createContext<Surface | undefined>(undefined)

export const useSurface = (): Surface => {
  const surface = use(SurfaceContext)
  if (surface === undefined) throw new Error("Blocks are shown only inside a BlockSurface")
  return surface
}
