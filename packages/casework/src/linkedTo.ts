import type { ChildReference, ChildState } from "@safe-return/domain/pathway"

/** Every child who is recorded as missing together with this one. */
export const linkedTo = ({ episodes }: ChildState): ReadonlySet<ChildReference> =>
  new Set(episodes.flatMap(({ missingTogether = [] }) => missingTogether))
