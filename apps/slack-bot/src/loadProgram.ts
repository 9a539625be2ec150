/** Loads what runs the bot on a real workspace, from its bundle where that is true to its sources. */
import { join } from "node:path"
import { programAt } from "@safe-return/bundle"
import { startLightly } from "./startLightly.ts"

export const loadProgram = (): Promise<typeof import("./program.ts")> => {
  startLightly()
  return import(programAt(join(import.meta.dirname, "program.ts")))
}
