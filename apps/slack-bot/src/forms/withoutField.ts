import type { Command, Refusal } from "@safe-return/domain/pathway"

/** A correction as if what was refused had not been filled in: every field of it may be left out. */
export const withoutField = (command: Command, { field }: Refusal): Command | undefined => {
  const { [field as never]: refused, ...rest } = command
  return refused === undefined ? undefined : (rest as Command)
}
