import { derbyshire } from "./derbyshire.ts"
import { nationalMinimum } from "./nationalMinimum.ts"
import type { Policy } from "./policy.ts"
import { rotherham } from "./rotherham.ts"

/** The packs that come with the library, by the name they are asked for. */
export const packs = { rotherham, derbyshire, "national-minimum": nationalMinimum } as const satisfies Readonly<
  Record<string, Policy>
>
export type PackName = keyof typeof packs

/** Whether one of the packs that come with the library has this name. */
export const isPackName = (name: string): name is PackName => Object.hasOwn(packs, name)
