import type { ReactNode } from "react"

/** Renders the parts of one block. They never change places among themselves, so a part's place is its key. */
export const inPlace = <A>(
  parts: ReadonlyArray<A>,
  render: (part: A, key: string) => ReactNode
): ReadonlyArray<ReactNode> => parts.map((part, place) => render(part, `${place}`))
